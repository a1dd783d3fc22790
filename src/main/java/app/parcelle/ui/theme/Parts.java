package app.parcelle.ui.theme;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
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

  /** A label as wide as its text, up to {@code widest} pixels, and on as many lines as it takes beyond. */
  public static Label upTo(double widest, String text, String... styles) {
    Label label = new Label(text) {
      @Override
      protected double computeMinWidth(double height) {
        return computePrefWidth(height);
      }

      @Override
      protected double computePrefWidth(double height) {
        return Math.min(widest, super.computePrefWidth(height));
      }
    };
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A value of the user's, of any length: shortened in its middle where there is no room, and in full in its tooltip. */
  public static Label given(String value, String... styles) {
    Label label = label(value, styles);
    label.getStyleClass().add("given");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(value));
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

  /**
   * Content that scrolls downwards, for a column that is {@code margin} pixels from the edge at its right: the bar stands in
   * that margin, so that content is as wide with it as without.
   */
  public static ScrollPane scrolling(Region content, double margin) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    content.maxWidthProperty().bind(scroll.widthProperty().subtract(margin));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox.setMargin(scroll, new Insets(0, -margin, 0, 0));
    return scroll;
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
