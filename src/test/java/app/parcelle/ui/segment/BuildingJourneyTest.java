package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.theme.Theme;

/** Someone builds a segment with the mouse and the keyboard, looks at the count, goes back and forth, saves. */
class BuildingJourneyTest {
  private final FxRobot robot = new FxRobot();
  private final SmallShop shop = new SmallShop(400);
  private Texts texts = new Texts(Locale.UK);
  private @Nullable Stage stage;
  private @Nullable SegmentScreen opened;
  private FakeWorkbench bench = new FakeWorkbench(shop, texts);

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void aSegmentIsBuiltNestedUndoneAndSaved(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    assertTrue(visible(".empty-rule"));

    dragInto(item("Pays"), ".empty-rule");
    assertEquals(1, screen().model().draft().size());
    tickFirstCountry();
    int byCountry = audience();
    assertTrue(byCountry > 0 && byCountry < 400);

    robot.interact(() -> item(texts.text("sentence.title.recency")).requestFocus());
    robot.type(KeyCode.ENTER);
    assertEquals(2, screen().model().draft().size());
    TextField days = robot.from(card(1)).lookup(".text-field").queryAs(TextField.class);
    robot.clickOn(days).write("10").type(KeyCode.ENTER);
    int recent = audience();
    assertTrue(recent < byCountry);

    focusCard(1);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.E).release(KeyCode.SHORTCUT);
    assertTrue(visible(".block.excluded"));
    assertEquals(byCountry - recent, audience());

    dragInto(item("Commandes"), ".block.excluded");
    assertEquals(3, screen().model().draft().size());

    robot.interact(() -> assertTrue(screen().undo()));
    robot.interact(() -> assertTrue(screen().undo()));
    assertFalse(visible(".block.excluded"));
    assertEquals(recent, audience());
    robot.interact(() -> assertTrue(screen().redo()));
    assertEquals(byCountry - recent, audience());

    robot.clickOn((Node) button(texts.text("builder.header.save")));
    assertEquals(List.of("builder.said.saved"), bench.said);
    assertEquals(screen().model().segment(), shop.saved.getFirst().segment());
    robot.clickOn((Node) button(texts.text("builder.header.export")));
    assertEquals(List.of(new Place.Exports(List.of(shop.saved.getFirst().id()))), bench.gone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void everyDragHasAKey(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> {
      screen().model().add(shop.source("Civilité"));
      screen().model().add(shop.source("Pays"));
    });
    focusCard(1);
    robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    assertEquals(List.of(3L, 2L), ids());
    robot.press(KeyCode.SHORTCUT).type(KeyCode.G).release(KeyCode.SHORTCUT);
    assertTrue(visible(".block"));
    robot.press(KeyCode.SHORTCUT).type(KeyCode.D).release(KeyCode.SHORTCUT);
    assertEquals(3, screen().model().draft().size());
    robot.type(KeyCode.DELETE);
    assertEquals(2, screen().model().draft().size());
  }

  private void open(Locale locale) throws Exception {
    texts = new Texts(locale);
    OnScreen.run(() -> {
      bench = new FakeWorkbench(shop, texts);
      opened = new SegmentScreen(bench, shop);
      Scene scene = new Scene(opened.view(), 1368, 824);
      Theme.LIGHT.apply(scene);
      Stage window = new Stage();
      window.setScene(scene);
      window.show();
      stage = window;
    });
    WaitForAsyncUtils.waitForFxEvents();
    robot.targetWindow(stage);
  }

  @AfterEach
  void close() throws Exception {
    Stage window = stage;
    if (window != null) {
      OnScreen.run(window::hide);
    }
  }

  private SegmentScreen screen() {
    return Objects.requireNonNull(opened);
  }

  private void tickFirstCountry() {
    robot.clickOn(robot.from(card(0)).lookup(".value").<Node>query());
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn(robot.lookup(".check-list .check-box").<Node>query());
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void dragInto(Node from, String target) {
    Node into = robot.lookup(target).query();
    Bounds to = into.localToScreen(into.getBoundsInLocal());
    robot.drag(from).moveTo(to.getCenterX(), to.getMaxY() - 12).moveBy(3, 2).drop();
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int audience() {
    WaitForAsyncUtils.waitForFxEvents();
    Label count = robot.lookup(".audience-count").queryAs(Label.class);
    return Integer.parseInt(count.getText());
  }

  private Node item(String title) {
    Predicate<Node> named = node -> node.getStyleClass().contains("palette-item")
        && node.getAccessibleText().equals(texts.text("builder.palette.add", title));
    return robot.lookup(named).query();
  }

  private Node card(int index) {
    long id = ids().get(index);
    return robot.lookup((Node node) -> node.getStyleClass().contains("criterion"))
        .queryAll()
        .stream()
        .filter(node -> Long.valueOf(id).equals(node.getUserData()))
        .findFirst()
        .orElseThrow();
  }

  private void focusCard(int index) {
    Node card = card(index);
    robot.interact(card::requestFocus);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private List<Long> ids() {
    return screen().model().draft().root().children().stream().map(Card::id).toList();
  }

  private Button button(String text) {
    return robot.lookup((Node node) -> node instanceof Button b && b.getText().equals(text))
        .queryAs(Button.class);
  }

  private boolean visible(String selector) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(selector).queryAll().stream().anyMatch(Node::isVisible);
  }
}
