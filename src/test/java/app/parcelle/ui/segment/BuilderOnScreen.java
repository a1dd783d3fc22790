package app.parcelle.ui.segment;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.theme.Theme;

/** The builder in a window, and someone who finds its controls by the names that a screen reader says. */
final class BuilderOnScreen {
  private static final int MANY = 50;

  private final Texts texts = new Texts(Locale.UK);
  private final SegmentScreen screen;

  BuilderOnScreen(SmallShop shop) throws Exception {
    screen = OnScreen
        .call(() -> new SegmentScreen(new FakeWorkbench(shop, texts), shop, new SmallShopPeople(shop)));
    OnScreen.run(() -> {
      Stage stage = new Stage();
      Scene scene = new Scene(screen.view(), 1368, 824);
      Theme.LIGHT.apply(scene);
      stage.setScene(scene);
      stage.show();
    });
    settle();
  }

  SegmentViewModel model() {
    return screen.model();
  }

  String text(String key, Object... args) {
    return texts.text(key, args);
  }

  /** Begins with a rule of this alone. */
  void asks(Condition test) throws Exception {
    does(() -> model().openDraft(
        new Segment("Any", new Condition.AllOf(List.of(test)), new Segment.Reference.Project(), null)));
  }

  /** What the first card asks now. */
  Condition asked() {
    return ((Card.Row) model().draft().root().children().getFirst()).test();
  }

  /** Chooses in the menu of that name that stands at that place among those of the name. */
  void chooses(String menu, int which, String entry) throws Exception {
    MenuButton button = all(MenuButton.class, b -> menu.equals(b.getAccessibleText())).get(which);
    MenuItem item = button.getItems()
        .stream()
        .flatMap(one -> one instanceof Menu inner ? inner.getItems().stream() : Stream.of(one))
        .filter(one -> entry.equals(one.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(entry));
    does(item::fire);
  }

  void types(String field, int which, String typed) throws Exception {
    TextField box = all(TextField.class, f -> field.equals(f.getAccessibleText())).get(which);
    does(() -> {
      box.requestFocus();
      box.setText(typed);
      box.fireEvent(new ActionEvent());
      screen.view().requestFocus();
    });
  }

  void presses(String button) throws Exception {
    ButtonBase found = all(ButtonBase.class, b -> button.equals(name(b))).getFirst();
    does(found::fire);
  }

  /** What is written in a field, on a menu or on a button of a name. */
  List<String> shown(String name) throws Exception {
    return all(Node.class, node -> name.equals(node.getAccessibleText())).stream()
        .map(node -> node instanceof TextField field ? field.getText() : ((Labeled) node).getText())
        .toList();
  }

  /** Goes back to what it began with, and returns how many steps that were. */
  int undoesAll() throws Exception {
    int[] steps = {0};
    does(() -> {
      while (screen.undo()) {
        if (++steps[0] > MANY) {
          throw new AssertionError("going back makes new steps");
        }
      }
      // the first step was the opening
      screen.redo();
    });
    return steps[0] - 1;
  }

  /** All that are shown, in any window, in the order of reading. */
  <T extends Node> List<T> all(Class<T> type, Predicate<T> which) throws Exception {
    return OnScreen.call(() -> Window.getWindows()
        .stream()
        .flatMap(w -> within(w.getScene().getRoot()))
        .filter(type::isInstance)
        .map(type::cast)
        .filter(which)
        .toList());
  }

  private static Stream<Node> within(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(BuilderOnScreen::within))
        : Stream.of(node);
  }

  private static @Nullable String name(ButtonBase button) {
    return button.getAccessibleText() == null || button.getAccessibleText().isEmpty()
        ? button.getText()
        : button.getAccessibleText();
  }

  void does(Runnable act) throws Exception {
    OnScreen.run(act);
    settle();
  }

  private void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    Objects.requireNonNull(screen.view().getScene());
  }

  void close() throws Exception {
    OnScreen.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
  }
}
