package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.Hands;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.theme.Theme;

/** The builder on a stage, for a segment of ten conditions in three groups with a sequence among them. */
final class TenConditions {
  final Hands robot = new Hands();
  final Texts texts;
  private final SegmentScreen screen;
  private final Stage stage;

  TenConditions(Locale locale) throws Exception {
    texts = new Texts(locale);
    SmallShop shop = new SmallShop(200);
    screen = OnScreen
        .call(() -> new SegmentScreen(new FakeWorkbench(shop, texts), shop, new SmallShopPeople(shop)));
    stage = OnScreen.call(() -> {
      Stage window = new Stage();
      Scene scene = new Scene(new BorderPane(screen.view(), backAndForth(), null, null, null), 1000, 960);
      Theme.LIGHT.apply(scene);
      window.setScene(scene);
      window.setX(0);
      window.setY(0);
      window.show();
      return window;
    });
    settle();
    robot.targetWindow(stage);
  }

  /** What undoes and does again at the top of the workbench, around the screen. */
  private HBox backAndForth() {
    Button undo = new Button(texts.text("shell.undo"));
    undo.setId("undo");
    undo.setOnAction(_ -> screen.undo());
    undo.disableProperty().bind(screen.model().undoable().not());
    Button redo = new Button(texts.text("shell.redo"));
    redo.setId("redo");
    redo.setOnAction(_ -> screen.redo());
    redo.disableProperty().bind(screen.model().redoable().not());
    return new HBox(undo, redo);
  }

  void leave() throws Exception {
    OnScreen.run(stage::hide);
  }

  SegmentViewModel model() {
    return screen.model();
  }

  private Node focused() {
    return Objects.requireNonNull(stage.getScene().getFocusOwner());
  }

  /** Waits until what was done has been laid out: a list has its new cells at their places then. */
  void settle() {
    CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
    robot.interactNoWait(() -> stage.getScene().addPostLayoutPulseListener(new Runnable() {
      private int pulses;

      @Override
      public void run() {
        pulses++;
        if (pulses == 2) {
          stage.getScene().removePostLayoutPulseListener(this);
          laidOut.complete(true);
        } else {
          Platform.requestNextPulse();
        }
      }
    }));
    robot.interactNoWait(Platform::requestNextPulse);
    laidOut.join();
  }

  /** Builds it without the mouse. */
  void byKeyboard() {
    robot.interact(() -> screen.view().requestFocus());
    addByKeyboard("Pays");
    robot.type(KeyCode.ENTER, KeyCode.TAB, KeyCode.SPACE);
    settle();
    robot.write("fran").type(KeyCode.ENTER, KeyCode.ESCAPE);
    robot.type(KeyCode.ESCAPE);
    for (String field : List.of("Inscription", texts.text("builder.source.sequence"), "E-mail marketing",
        "Commandes")) {
      addByKeyboard(field);
    }
    robot.type(KeyCode.ENTER);
    while (!(focused() instanceof TextField)) {
      robot.type(KeyCode.TAB);
    }
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write("3").type(KeyCode.ENTER, KeyCode.ESCAPE);
    for (String field : List.of("Inscription", texts.text("builder.source.chance"), "Dernière visite",
        "E-mail marketing", texts.text("builder.everyone"))) {
      addByKeyboard(field);
    }
    robot.press(KeyCode.SHIFT).type(KeyCode.UP, KeyCode.UP).release(KeyCode.SHIFT);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.E).release(KeyCode.SHORTCUT);
    robot.type(KeyCode.UP);
    robot.press(KeyCode.SHIFT).type(KeyCode.UP, KeyCode.UP).release(KeyCode.SHIFT);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.G).release(KeyCode.SHORTCUT);
    settle();
  }

  private void addByKeyboard(String field) {
    robot.type(KeyCode.SLASH).write(field).type(KeyCode.ENTER);
    settle();
  }

  /** Checks that it stands on the screen, every criterion said and counted. */
  void assertBuilt() {
    Draft draft = model().draft();
    assertEquals(10, draft.size(), draft.toString());
    List<Card.Block> blocks = draft.root()
        .children()
        .stream()
        .filter(Card.Block.class::isInstance)
        .map(Card.Block.class::cast)
        .toList();
    assertEquals(List.of(false, true), blocks.stream().map(Card.Block::excluded).toList());
    assertEquals(List.of(3, 3), blocks.stream().map(block -> block.children().size()).toList());
    assertTrue(draft.root()
        .children()
        .stream()
        .anyMatch(card -> card instanceof Card.Row row && row.test() instanceof Condition.Sequence));
    assertTrue(draft.order().stream().allMatch(id -> draft.find(id).orElseThrow().complete()));
    assertEquals(13, Objects.requireNonNull(model().outcome().get()).pointers().size());
  }
}
