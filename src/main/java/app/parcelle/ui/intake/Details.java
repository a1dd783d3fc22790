package app.parcelle.ui.intake;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.ui.theme.Parts;

/** Lines of the inspector at the right. */
final class Details {
  private Details() {}

  /** A name at the left, its figure at the right, a thin line under both. */
  static VBox line(String name, String figure, String... styles) {
    HBox line = new HBox(8, Parts.wrapped(name, "muted"), Parts.gap(), Parts.fixed(figure, styles));
    line.getStyleClass().add("detail-line");
    Region rule = new Region();
    rule.getStyleClass().add("rule");
    return new VBox(line, rule);
  }

  /** A control under what it is for. */
  static VBox labelled(String name, Region control) {
    Label label = section(name);
    label.setLabelFor(control);
    control.setMaxWidth(Double.MAX_VALUE);
    return new VBox(4, label, control);
  }

  static Label section(String name) {
    return Parts.wrapped(name, "section-label");
  }
}
