package app.parcelle.ui.theme;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The few pieces that all views are put together from. Styles are the classes named in this package's description. */
public final class Parts {
  private Parts() {}

  /** A label that is cut where there is no room for it; its place has to be wide enough in every language. */
  public static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label that is never cut: whatever stands beside it has to give way. */
  public static Label fixed(String text, String... styles) {
    Label label = label(text, styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A label on as many lines as it takes. */
  public static Label wrapped(String text, String... styles) {
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A word or a figure in a rounded field, never cut; with a colour where {@code styles} name one. */
  public static Label chip(String text, String... styles) {
    Label chip = fixed(text, styles);
    chip.getStyleClass().add("chip");
    return chip;
  }

  /** A remark in colour. */
  public static VBox notice(String tone, Node... parts) {
    VBox notice = new VBox(4, parts);
    notice.getStyleClass().addAll("notice", tone);
    return notice;
  }

  /** A button that is never cut. */
  public static Button button(String text, Runnable action, String... styles) {
    Button button = new Button(text);
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll(styles);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** @param name what it does, for its tooltip and for people who do not see the icon */
  public static Button iconButton(Ikon icon, String name, String... styles) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll("icon-only", "quiet");
    button.getStyleClass().addAll(styles);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    return button;
  }

  public static HBox line(double spacing, Node... parts) {
    HBox line = new HBox(spacing, parts);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Room between what stands at the left of a line and what stands at its right. */
  public static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }
}
