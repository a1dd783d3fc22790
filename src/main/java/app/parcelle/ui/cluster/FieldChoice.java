package app.parcelle.ui.cluster;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.cluster.ClusterRequest.Preparation;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Trait;

/** A field that clusters may be looked for in: whether it is ticked, and how its values are prepared. */
final class FieldChoice {
  private final Field field;
  private final BooleanProperty ticked = new SimpleBooleanProperty();
  private final BooleanProperty log = new SimpleBooleanProperty();
  private final BooleanProperty standardised = new SimpleBooleanProperty(true);

  /** With what suits such a field: recency, frequency and amount of the orders ticked, and amounts and counts on a log scale. */
  FieldChoice(Field field) {
    this.field = field;
    if (field instanceof Field.OfTrait trait) {
      Trait kind = trait.trait();
      ticked.set(trait.isPlain()
          && (kind == Trait.RECENCY || kind == Trait.FREQUENCY || kind == Trait.MONETARY));
      log.set(kind != Trait.TENURE);
    }
  }

  Field field() {
    return field;
  }

  BooleanProperty ticked() {
    return ticked;
  }

  BooleanProperty log() {
    return log;
  }

  BooleanProperty standardised() {
    return standardised;
  }

  Preparation preparation(Missing missing) {
    return new Preparation(field.id(), missing, log.get(), standardised.get());
  }

  /** Takes over what was chosen for an earlier version of the field. */
  void follow(FieldChoice earlier) {
    ticked.set(earlier.ticked.get());
    log.set(earlier.log.get());
    standardised.set(earlier.standardised.get());
  }
}
