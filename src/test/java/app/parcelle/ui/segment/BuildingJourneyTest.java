package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.ui.Hands;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.theme.Theme;

/** Someone builds a segment with the mouse and the keyboard, looks at the count, goes back and forth, saves. */
class BuildingJourneyTest {
  private final Hands robot = new Hands();
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

    robot.type(KeyCode.SLASH).write(texts.text("sentence.title.recency")).type(KeyCode.ENTER);
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

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void keysStillWorkWhenUndoHasTakenTheCardTheyWereOn(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> screen().model().add(shop.source("Pays")));
    focusCard(0);
    robot.interact(() -> assertTrue(screen().undo()));
    assertEquals(0, screen().model().draft().size());
    Node focused = Objects.requireNonNull(stage).getScene().getFocusOwner();
    assertEquals(texts.text("builder.add.criterion"), assertInstanceOf(Button.class, focused).getText());
    robot.type(KeyCode.SLASH).write(texts.text("sentence.title.recency")).type(KeyCode.ENTER);
    assertEquals(1, screen().model().draft().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void aDateIsComparedWithAnotherOne(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> screen().model().add(shop.source("Inscription")));
    choose(card(0), texts.text("builder.date.compared.before"));
    int before = audience();
    choose(card(0), texts.text("builder.date.compared.after"));
    int after = audience();
    assertTrue(before > 0 && after > 0 && before + after < 400);
    choose(card(0), texts.text("builder.date.compared.on"));
    DateCriterion.ComparedWith asked = assertInstanceOf(DateCriterion.ComparedWith.class,
        assertInstanceOf(Condition.DateTest.class, test(0)).criterion());
    assertEquals(new FieldRef("Dernière visite", "t2.c7"), asked.other());
    robot.interact(() -> assertTrue(screen().undo()));
    assertEquals(after, audience());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void theOtherDateCanBeChanged(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> screen().model()
        .openDraft(new Segment("Old", new Condition.AllOf(List.of(new Condition.DateTest(
            FieldRef.named("Inscription"),
            new DateCriterion.ComparedWith(DateCriterion.Order.BEFORE, FieldRef.named("gone")), false))),
            new Segment.Reference.Project(), null)));
    assertTrue(visible(".criterion"));
    choose(card(0), "Dernière visite");
    assertEquals(new DateCriterion.ComparedWith(DateCriterion.Order.BEFORE,
        new FieldRef("Dernière visite", "t2.c7")), ((Condition.DateTest) test(0)).criterion());
    assertTrue(audience() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void aSpellingCountsWhereItIsAskedFor(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> screen().model().add(shop.source("Ville")));
    choose(card(0), texts.text("builder.text.equals"));
    TextField text = robot.from(card(0)).lookup(".text-field").queryAs(TextField.class);
    robot.clickOn(text).write("Paris").type(KeyCode.ENTER);
    int anyhow = audience();
    robot.clickOn(robot.from(card(0)).lookup(".toggle-chip").<Node>query());
    int exactly = audience();
    assertTrue(((Condition.TextTest) test(0)).exact());
    assertTrue(exactly > 0 && exactly < anyhow);
    robot.interact(() -> assertTrue(screen().undo()));
    assertEquals(anyhow, audience());
    assertFalse(robot.from(card(0)).lookup(".toggle-chip").queryAs(ToggleButton.class).isSelected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "fr-FR"})
  void everySpellingIsOfferedToAnExactCriterion(String language) throws Exception {
    open(Locale.forLanguageTag(language));
    robot.interact(() -> screen().model().add(shop.source("Ville")));
    assertEquals(List.of("Lyon", "Paris"), offered());
    robot.clickOn(robot.from(card(0)).lookup(".toggle-chip").<Node>query());
    assertEquals(List.of("Lyon", "PARIS", "Paris"), offered());
  }

  /** The texts of the list to tick, in the order of the alphabet. */
  private List<String> offered() {
    robot.clickOn(robot.from(card(0)).lookup(".value").<Node>query());
    WaitForAsyncUtils.waitForFxEvents();
    List<String> texts = robot.lookup(".check-list .check-box")
        .queryAllAs(CheckBox.class)
        .stream()
        .map(CheckBox::getText)
        .filter(text -> !text.isEmpty())
        .sorted()
        .toList();
    robot.type(KeyCode.ESCAPE);
    return texts;
  }

  private static Stream<MenuItem> entries(List<MenuItem> items) {
    return items.stream()
        .flatMap(item -> item instanceof Menu sub ? entries(sub.getItems()) : Stream.of(item));
  }

  /** Chooses an entry in one of the menus of a card. */
  private void choose(Node card, String entry) {
    MenuItem item = robot.from(card)
        .lookup(".menu-button")
        .queryAllAs(MenuButton.class)
        .stream()
        .flatMap(menu -> entries(menu.getItems()))
        .filter(one -> entry.equals(one.getText()))
        .findFirst()
        .orElseThrow();
    robot.interact(item::fire);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Condition test(int index) {
    return ((Card.Row) screen().model().draft().root().children().get(index)).test();
  }

  private void open(Locale locale) throws Exception {
    texts = new Texts(locale);
    OnScreen.run(() -> {
      bench = new FakeWorkbench(shop, texts);
      opened = new SegmentScreen(bench, shop, new SmallShopPeople(shop));
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
    robot.carry(from, to.getCenterX(), to.getMaxY() - 12);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int audience() {
    WaitForAsyncUtils.waitForFxEvents();
    Label count = robot.lookup(".audience-count").queryAs(Label.class);
    return Integer.parseInt(count.getText());
  }

  private Node item(String title) {
    WaitForAsyncUtils.waitForFxEvents();
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
