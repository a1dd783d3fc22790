package app.parcelle.ui.export;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Small parts that the panels of this screen are made of. */
final class Parts {
  private Parts() {}

  static Label heading(String text) {
    return label(text, "heading");
  }

  static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A text on as many lines as it takes. */
  static Label wrapped(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  static VBox notice(String tone, String heading, String what) {
    VBox notice = new VBox(4, heading(heading), wrapped(what));
    notice.getStyleClass().addAll("notice", tone);
    return notice;
  }

  static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
