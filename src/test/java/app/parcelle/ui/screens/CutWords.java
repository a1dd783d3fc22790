package app.parcelle.ui.screens;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Window;

import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.ui.chart.map.PointMap;

/**
 * Words that cannot be read in full: shortened to an ellipsis, wider than what is around them shows, or under other words. Not
 * counted are names that a person gave, where {@code Parts.given} shortens them and a tooltip says them in full, and what can
 * be scrolled into sight.
 */
final class CutWords {
  /** Of a glyph; what stands out less is not seen. */
  private static final double PIXELS = 1.5;

  private static final double ENDLESS = 1e6;

  private final List<String> found = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();

  /**
   * Words and where they stand.
   *
   * @param pane scrolls them, or clips them; only what is in the same one can lie over them
   */
  private record Seen(Text text, Node pane) {}

  private CutWords() {}

  /** Those of all windows that are open; on the JavaFX thread. */
  static List<String> onScreen() {
    CutWords words = new CutWords();
    for (Window window : Window.getWindows()) {
      Parent root = window.getScene().getRoot();
      root.applyCss();
      root.layout();
      words.seen.clear();
      words.look(root, root,
          new BoundingBox(0, 0, window.getScene().getWidth(), window.getScene().getHeight()));
      words.compare();
    }
    return words.found;
  }

  /** @param room what is in sight, or comes into sight by scrolling, in the scene */
  private void look(Node node, Node pane, Bounds room) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case FontIcon _ -> {
      }
      case Labeled labeled -> look(labeled, pane, room);
      case TextInputControl input -> prompt(input);
      case TextFlow flow -> edge(flow, flow.getAccessibleText(), room);
      case Text text -> look(text, pane, room);
      case Parent parent -> {
        Node inner = node.getClip() == null ? pane : node;
        parent.getChildrenUnmodifiable().forEach(child -> look(child, inner, room(node, room)));
      }
      default -> {
      }
    }
  }

  private void look(Labeled labeled, Node pane, Bounds room) {
    for (Node part : labeled.getChildrenUnmodifiable()) {
      if (labeled.getText() != null && part instanceof Text text && !(part instanceof FontIcon)
          && !text.getText().equals(labeled.getText())) {
        if (!given(labeled)) {
          found.add("shortened: " + labeled.getText());
        }
      } else {
        look(part, pane, room);
      }
    }
  }

  private void look(Text text, Node pane, Bounds room) {
    if (!text.getText().isBlank()) {
      edge(text, text.getText(), room);
      seen.add(new Seen(text, pane));
    }
  }

  private void edge(Node node, String words, Bounds room) {
    Bounds bounds = inScene(node);
    if (bounds.getMinX() < room.getMinX() - PIXELS || bounds.getMaxX() > room.getMaxX() + PIXELS) {
      found.add("beyond the edge: " + words);
    }
  }

  /** What a field says while it is empty; what a person types may be longer than the field. */
  private void prompt(TextInputControl input) {
    if (input.getLength() == 0 && input instanceof TextField field) {
      Text text = new Text(field.getPromptText());
      text.setFont(field.getFont());
      double room = input.getWidth() - input.snappedLeftInset() - input.snappedRightInset();
      if (text.getLayoutBounds().getWidth() > room + PIXELS) {
        found.add("prompt: " + text.getText());
      }
    }
  }

  private static boolean given(Labeled labeled) {
    return labeled.getStyleClass().contains("given") && labeled.getTooltip() != null
        && labeled.getTooltip().getText().equals(labeled.getText());
  }

  /** Inside of a node there is as much room as it shows of its content; where that can be scrolled, there is room enough. */
  private static Bounds room(Node node, Bounds room) {
    boolean scrolls = node instanceof TableView<?>
        || (node instanceof ScrollPane pane && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER);
    if (scrolls) {
      return new BoundingBox(-ENDLESS / 2, 0, ENDLESS, 0);
    }
    if (node.getClip() == null || room.getWidth() >= ENDLESS) {
      return room;
    }
    Bounds clip = node.localToScene(node.getClip().getBoundsInParent());
    double left = Math.max(room.getMinX(), clip.getMinX());
    double right = Math.min(room.getMaxX(), clip.getMaxX());
    return new BoundingBox(left, room.getMinY(), Math.max(0, right - left), room.getHeight());
  }

  /** Words over words, other than those of layers that are meant to lie above each other. */
  private void compare() {
    for (int i = 0; i < seen.size(); i++) {
      for (int j = i + 1; j < seen.size(); j++) {
        Seen a = seen.get(i);
        Seen b = seen.get(j);
        if (a.pane == b.pane && overlap(inScene(a.text), inScene(b.text)) && !layers(a.text, b.text)) {
          found.add("over each other: " + a.text.getText() + " / " + b.text.getText());
        }
      }
    }
  }

  private static boolean overlap(Bounds a, Bounds b) {
    double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return wide > PIXELS && high > 3 * PIXELS;
  }

  private static boolean layers(Node a, Node b) {
    List<Node> above = new ArrayList<>();
    for (Node node = a; node != null; node = node.getParent()) {
      above.add(node);
    }
    Node common = b;
    while (!above.contains(common)) {
      common = common.getParent();
    }
    return common instanceof StackPane || common instanceof PointMap;
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
