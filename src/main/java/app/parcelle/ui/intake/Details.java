package app.parcelle.ui.intake;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lines of the inspector at the right. */
final class Details {
  private Details() {}

  /** A name at the left, its figure at the right, a thin line under both. */
  static VBox line(String name, String figure, String... styles) {
    Label left = new Label(name);
    left.getStyleClass().add("muted");
    Label right = new Label(figure);
    right.getStyleClass().addAll(styles);
    right.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, left, gap, right);
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
    Label label = new Label(name);
    label.getStyleClass().add("section-label");
    return label;
  }

  static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static Label chip(String text, String... styles) {
    Label chip = new Label(text);
    chip.getStyleClass().add("chip");
    chip.getStyleClass().addAll(styles);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  /** A remark in colour: a heading and what it means. */
  static VBox notice(String tone, Node... parts) {
    VBox notice = new VBox(4, parts);
    notice.getStyleClass().addAll("notice", tone);
    return notice;
  }

  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
