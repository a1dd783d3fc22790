package app.parcelle.ui.screens;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import app.parcelle.ui.Hands;
import app.parcelle.ui.OnScreen;

/** Someone at the mouse and the keyboard of a workbench, who waits after each act until the screen is at rest. */
record Person(Stagehand hand, Hands robot) {
  Person(Stagehand hand) {
    this(hand, new Hands());
  }

  void press(String selector) throws Exception {
    press(find(selector, Node.class));
  }

  void press(Node node) throws Exception {
    robot.clickOn(node);
    hand.settle();
  }

  void pressTwice(Node node) throws Exception {
    robot.doubleClickOn(node);
    hand.settle();
  }

  /** Presses keys together. */
  void keys(KeyCode... keys) throws Exception {
    robot.push(keys);
    hand.settle();
  }

  void writes(String text) throws Exception {
    robot.write(text);
    hand.settle();
  }

  /** Carries a node to the middle of another and lets it go there. */
  void drags(Node from, Node to) throws Exception {
    Bounds target = to.localToScreen(to.getBoundsInLocal());
    robot.carry(from, target.getCenterX(), target.getCenterY());
    hand.settle();
  }

  @Nullable
  Node find(String selector) throws Exception {
    return OnScreen.call(() -> hand.scene().lookup(selector));
  }

  <T> T find(String selector, Class<T> type) {
    return type.cast(Objects.requireNonNull(hand.scene().lookup(selector), selector));
  }

  /** All that are shown in any window, from top to bottom. */
  <T> List<T> all(Class<T> type, Predicate<T> which) throws Exception {
    return OnScreen.call(() -> robot.listWindows()
        .stream()
        .flatMap(window -> Stream.of(window.getScene().getRoot()))
        .flatMap(root -> root.lookupAll("*").stream())
        .filter(type::isInstance)
        .filter(node -> node.isVisible() && node.localToScreen(0, 0) != null)
        .sorted(Comparator.comparingDouble(node -> node.localToScreen(0, 0).getY()))
        .map(type::cast)
        .filter(which)
        .toList());
  }

  /** What stands in labels and buttons, from top to bottom and left to right. */
  List<String> texts(String selector) throws Exception {
    return OnScreen.call(() -> hand.scene()
        .getRoot()
        .lookupAll(selector)
        .stream()
        .map(node -> ((Labeled) node).getText())
        .toList());
  }
}
