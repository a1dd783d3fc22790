package app.parcelle.ui.value;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.value.Edges;
import app.parcelle.ui.theme.Parts;

/** The edges between scores, as a person wants them. */
final class EdgesEditor extends VBox {
  private static final double LABEL = 80;

  private final ValueViewModel model;
  private final ValueWords words;

  EdgesEditor(ValueViewModel model, ValueWords words, Edges.Fixed edges) {
    super(8);
    this.model = model;
    this.words = words;
    getStyleClass().addAll("card", "value-card");
    getChildren().addAll(Parts.label(words.text("value.edges.title"), "heading"),
        Parts.wrapped(words.text("value.edges.hint"), "muted", "small"),
        line(words.text("value.bounds.recency"), edges.recency(),
            e -> new Edges.Fixed(e, edges.frequency(), edges.monetary())),
        line(words.text("value.bounds.frequency"), edges.frequency(),
            e -> new Edges.Fixed(edges.recency(), e, edges.monetary())),
        line(words.text("value.bounds.monetary"), edges.monetary(),
            e -> new Edges.Fixed(edges.recency(), edges.frequency(), e)));
  }

  private interface With {
    Edges.Fixed of(List<Double> edges);
  }

  private FlowPane line(String name, List<Double> edges, With with) {
    Label label = Parts.label(name, "muted");
    label.setMinWidth(LABEL);
    FlowPane line = new FlowPane(6, 4, label);
    for (int i = 0; i < edges.size(); i++) {
      int at = i;
      TextField field = new TextField(format().format(edges.get(i)));
      field.setPrefColumnCount(6);
      field.setAccessibleText(name + " " + (i + 1));
      Runnable take = () -> parsed(field.getText()).ifPresentOrElse(value -> {
        List<Double> all = new ArrayList<>(edges);
        all.set(at, value);
        model.edges(with.of(all));
      }, () -> field.setText(format().format(edges.get(at))));
      field.setOnAction(_ -> take.run());
      field.focusedProperty().subscribe(focused -> {
        if (!focused) {
          take.run();
        }
      });
      line.getChildren().add(field);
    }
    return line;
  }

  private NumberFormat format() {
    NumberFormat format = NumberFormat.getNumberInstance(words.texts().locale());
    format.setMaximumFractionDigits(6);
    return format;
  }

  private Optional<Double> parsed(String text) {
    ParsePosition at = new ParsePosition(0);
    Number number = format().parse(text.strip(), at);
    return number == null || at.getIndex() < text.strip().length()
        ? Optional.empty()
        : Optional.of(number.doubleValue());
  }
}
