package app.parcelle.ui.cluster;

import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;

/**
 * A field that clusters may be looked for in: whether it is ticked, and how its values are prepared. What is null is as the data
 * suggests.
 */
final class FieldChoice {
  private final Field field;
  private final BooleanProperty ticked = new SimpleBooleanProperty();
  private final ObjectProperty<Pipeline.@Nullable Missing> missing = new SimpleObjectProperty<>();
  private final ObjectProperty<Pipeline.@Nullable Shape> shape = new SimpleObjectProperty<>();
  private final ObjectProperty<Pipeline.@Nullable Scale> scale = new SimpleObjectProperty<>();
  private final ObjectProperty<Pipeline.@Nullable Encoding> encoding = new SimpleObjectProperty<>();
  private final DoubleProperty winsorise = new SimpleDoubleProperty();
  private final DoubleProperty weight = new SimpleDoubleProperty(1);

  /** With recency, frequency and amount of the orders ticked. */
  FieldChoice(Field field) {
    this.field = field;
    if (field instanceof Field.OfTrait trait) {
      Trait kind = trait.trait();
      ticked.set(trait.isPlain()
          && (kind == Trait.RECENCY || kind == Trait.FREQUENCY || kind == Trait.MONETARY));
    }
  }

  Field field() {
    return field;
  }

  boolean isCategory() {
    return field.type().isText();
  }

  BooleanProperty ticked() {
    return ticked;
  }

  ObjectProperty<Pipeline.@Nullable Missing> missing() {
    return missing;
  }

  ObjectProperty<Pipeline.@Nullable Shape> shape() {
    return shape;
  }

  ObjectProperty<Pipeline.@Nullable Scale> scale() {
    return scale;
  }

  ObjectProperty<Pipeline.@Nullable Encoding> encoding() {
    return encoding;
  }

  /** The share of each end that is brought back to the value there. */
  DoubleProperty winsorise() {
    return winsorise;
  }

  DoubleProperty weight() {
    return weight;
  }

  /** From what is suggested to what the person says now. The function may be used on any thread. */
  Function<FieldSteps, FieldSteps> asking() {
    Pipeline.Missing saidMissing = missing.get();
    Pipeline.Shape saidShape = shape.get();
    Pipeline.Scale saidScale = scale.get();
    Pipeline.Encoding saidEncoding = encoding.get();
    double ends = winsorise.get();
    double factor = weight.get();
    return suggested -> new FieldSteps(field.id(), or(saidMissing, suggested.missing()),
        ends > 0 ? ends : suggested.winsorise(), or(saidShape, suggested.shape()),
        or(saidScale, suggested.scale()), or(saidEncoding, suggested.encoding()), factor);
  }

  private static <T> T or(@Nullable T said, T suggested) {
    return said == null ? suggested : said;
  }

  /** Takes over how the field was prepared once. */
  void follow(FieldSteps steps) {
    missing.set(steps.missing());
    shape.set(steps.shape());
    scale.set(steps.scale());
    encoding.set(steps.encoding());
    winsorise.set(steps.winsorise());
    weight.set(steps.weight());
  }

  /** Takes over what was chosen for an earlier version of the field. */
  void follow(FieldChoice earlier) {
    ticked.set(earlier.ticked.get());
    missing.set(earlier.missing.get());
    shape.set(earlier.shape.get());
    scale.set(earlier.scale.get());
    encoding.set(earlier.encoding.get());
    winsorise.set(earlier.winsorise.get());
    weight.set(earlier.weight.get());
  }
}
