package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.theme.Theme;

/** Someone builds a segment of ten conditions in three groups with a sequence, goes all the way back and forth again. */
class TenConditionsJourneyTest {
  private final FxRobot robot = new FxRobot();
  private final SmallShop shop = new SmallShop(200);
  private Texts texts = new Texts(Locale.UK);
  private @Nullable Stage stage;
  private @Nullable SegmentScreen opened;

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void byKeyboard(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> screen().view().requestFocus());
    add("Pays");
    robot.type(KeyCode.ENTER, KeyCode.TAB, KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    robot.write("fran").type(KeyCode.ENTER, KeyCode.ESCAPE);
    robot.type(KeyCode.ESCAPE);
    for (String field : List.of("Inscription", texts.text("builder.source.sequence"), "E-mail marketing",
        "Commandes", "Inscription", texts.text("builder.source.chance"), "Dernière visite",
        "E-mail marketing",
        texts.text("builder.everyone"))) {
      add(field);
    }
    robot.press(KeyCode.SHIFT).type(KeyCode.UP, KeyCode.UP).release(KeyCode.SHIFT);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.E).release(KeyCode.SHORTCUT);
    robot.type(KeyCode.UP);
    robot.press(KeyCode.SHIFT).type(KeyCode.UP, KeyCode.UP).release(KeyCode.SHIFT);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.G).release(KeyCode.SHORTCUT);
    tenInThreeGroups();
    backAndForth();
  }

  private void tenInThreeGroups() {
    WaitForAsyncUtils.waitForFxEvents();
    Draft draft = screen().model().draft();
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
    assertEquals(13, Objects.requireNonNull(screen().model().outcome().get()).pointers().size());
  }

  private void backAndForth() {
    Draft built = screen().model().draft();
    int steps = 0;
    while (screen().model().undoable().get()) {
      robot.interact(() -> assertTrue(screen().undo()));
      steps++;
    }
    assertTrue(screen().model().draft().isEmpty());
    assertTrue(steps >= 12);
    assertFalse(screen().undo());
    while (screen().model().redoable().get()) {
      robot.interact(() -> assertTrue(screen().redo()));
    }
    assertEquals(built, screen().model().draft());
  }

  private void add(String field) {
    robot.type(KeyCode.SLASH).write(field).type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void open(Locale locale) throws Exception {
    texts = new Texts(locale);
    OnScreen.run(() -> {
      opened = new SegmentScreen(new FakeWorkbench(shop, texts), shop, new SmallShopPeople(shop));
      Scene scene = new Scene(opened.view(), 1368, 960);
      Theme.LIGHT.apply(scene);
      Stage window = new Stage();
      window.setScene(scene);
      window.show();
      stage = window;
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.targetWindow(stage);
  }

  private SegmentScreen screen() {
    return Objects.requireNonNull(opened);
  }

  @AfterEach
  void close() throws Exception {
    Stage window = stage;
    if (window != null) {
      OnScreen.run(window::hide);
    }
  }
}
