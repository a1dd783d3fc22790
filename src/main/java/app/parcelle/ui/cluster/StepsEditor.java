package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.ui.theme.Parts;

/** How one field is prepared, in the order in which it is done. */
final class StepsEditor extends GridPane {
  /** Shares of each end that may be brought back. */
  private static final List<Double> ENDS = List.of(0.0, 0.01, 0.02, 0.05, 0.1);

  private static final double HEAVIEST = 3;

  /** Wider where there is room. */
  private static final double NARROW = 120;

  private final ClusterWords words;
  private final String field;

  StepsEditor(FieldChoice choice, ClusterWords words) {
    this.words = words;
    this.field = words.title(choice.field());
    getStyleClass().add("steps-editor");
    setHgap(8);
    setVgap(4);
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    value.setFillWidth(true);
    getColumnConstraints().setAll(name, value);
    line("clusters.steps.missing",
        choice("clusters.steps.missing", choice.missing(), Pipeline.Missing.values()));
    if (choice.isCategory()) {
      line("clusters.steps.encoding",
          choice("clusters.steps.encoding", choice.encoding(), Pipeline.Encoding.values()));
    } else {
      line("clusters.steps.ends", ends(choice.winsorise()));
      line("clusters.steps.shape", choice("clusters.steps.shape", choice.shape(), Pipeline.Shape.values()));
      line("clusters.steps.scale", choice("clusters.steps.scale", choice.scale(), Pipeline.Scale.values()));
    }
    line("clusters.steps.weight", weight(choice.weight()));
  }

  private void line(String key, Node editor) {
    Label name = Parts.fixed(words.text("clusters.steps.nth", getRowCount() + 1, words.text(key)), "muted",
        "small");
    name.setLabelFor(editor);
    addRow(getRowCount(), name, editor);
  }

  private <E extends Enum<E>> ComboBox<@Nullable E> choice(String key, ObjectProperty<@Nullable E> property,
      E[] values) {
    ComboBox<@Nullable E> box = new ComboBox<>(FXCollections.observableArrayList(
        Stream.concat(Stream.of((E) null), Arrays.stream(values)).toList()));
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable E value) {
        // keys: clusters.steps.missing.* clusters.steps.encoding.* clusters.steps.shape.* clusters.steps.scale.*
        return value == null
            ? words.text("clusters.steps.auto")
            : words.text(key + "." + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }

      @Override
      public @Nullable E fromString(String text) {
        return null;
      }
    });
    box.valueProperty().bindBidirectional(property);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.setPrefWidth(NARROW);
    box.setAccessibleText(words.text(key) + ", " + field);
    return box;
  }

  private ComboBox<Double> ends(DoubleProperty share) {
    ComboBox<Double> box = new ComboBox<>(FXCollections.observableArrayList(ENDS));
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(Double value) {
        return value == null || value == 0
            ? words.text("clusters.steps.ends.kept")
            : words.text("clusters.steps.ends.share", words.percent(value));
      }

      @Override
      public Double fromString(String text) {
        return 0.0;
      }
    });
    box.setValue(share.get());
    box.valueProperty().addListener((_, _, value) -> share.set(value));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.setPrefWidth(NARROW);
    box.setAccessibleText(words.text("clusters.steps.ends") + ", " + field);
    return box;
  }

  private HBox weight(DoubleProperty weight) {
    Slider slider = new Slider(0, HEAVIEST, weight.get());
    slider.setBlockIncrement(0.1);
    slider.setAccessibleText(words.text("clusters.steps.weight") + ", " + field);
    slider.setMinWidth(60);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label figure = new Label(words.one(weight.get()));
    figure.setMinWidth(28);
    // tenths, so that the figure beside it is the weight
    slider.valueProperty().addListener((_, _, value) -> {
      double tenths = Math.round(value.doubleValue() * 10) / 10.0;
      figure.setText(words.one(tenths));
      weight.set(tenths);
    });
    weight.addListener((_, _, value) -> {
      if (Math.abs(value.doubleValue() - slider.getValue()) > 0.05) {
        slider.setValue(value.doubleValue());
      }
    });
    HBox both = new HBox(6, slider, figure);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
