package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import app.parcelle.engine.cluster.explain.Persona;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.PeriodComparison;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Sentence;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.Hands;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.chart.BoxPlots;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.chart.RadarPlot;
import app.parcelle.ui.chart.SilhouettePlot;
import app.parcelle.ui.chart.StackedShares;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.screens.GivenFiles;
import app.parcelle.ui.theme.Theme;

/** Someone looks for groups of customers, with the mouse and the keyboard. */
class ClusterViewTest {
  private final Hands robot = new Hands();
  private final FakeShop shop = new FakeShop(1_000);
  private final HeldJobs jobs = new HeldJobs();
  private final List<Throwable> complaints = new ArrayList<>();
  private final List<Message> said = new ArrayList<>();
  private final List<Segment> opened = new ArrayList<>();
  private final ClusterViewModel model = new ClusterViewModel(shop, jobs,
      new ClusterViewModel.After(complaints::add, () -> {}, opened::add,
          new Texts(Locale.UK)::text, said::add));
  private @Nullable Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = OnScreen.call(() -> {
      ClusterView view = new ClusterView(model, new ClusterWords(new Texts(Locale.UK), shop::fields),
          new GivenFiles(), () -> {});
      Scene scene = new Scene(view, 1368, 824);
      Theme.LIGHT.apply(scene);
      Stage window = new Stage();
      window.setScene(scene);
      window.show();
      return window;
    });
    robot.targetWindow(stage);
  }

  @AfterEach
  void close() throws Exception {
    OnScreen.run(Objects.requireNonNull(stage)::hide);
    assertEquals(List.of(), complaints);
  }

  @Test
  void theFieldsThatAreTickedAreLookedIn() {
    robot.clickOn(withId("field-t1:recency"));
    robot.clickOn(withId("field-t2.c3"));
    find();

    assertEquals(List.of("t1:frequency", "t1:monetary", "t2.c3"),
        shop.asked.getLast().preparation().fields().stream().map(FieldSteps::field).toList());
    assertEquals(found().result().k(), cards().size());
  }

  @Test
  void theNumberIsChosenByHand() {
    find();
    assertEquals(OptionalInt.of(4), found().result().recommended());

    Node three = robot.lookup((Node node) -> node instanceof ToggleButton button
        && button.getText().equals("3")).query();
    robot.clickOn(three);
    finish();
    assertEquals(3, cards().size());

    look("choice");
    Node chart = robot.lookup(".k-choice-chart").query();
    robot.interact(chart::requestFocus);
    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    finish();
    assertEquals(4, cards().size());
    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    finish();
    assertEquals(5, cards().size());
  }

  @Test
  void aGroupOnTheMapBecomesASegment() {
    find();
    look("map");
    Label number = robot.lookup(".group-number")
        .<Label>queryAll()
        .stream()
        .filter(label -> label.getText().equals("2"))
        .findFirst()
        .orElseThrow();
    robot.clickOn(number);
    assertEquals(withId("make-segment-2"), robot.window(0).getScene().getFocusOwner());

    robot.type(KeyCode.ENTER);
    robot.type(KeyCode.ENTER);
    finish();
    assertEquals(List.of("Customer clusters"), shop.saved);
    assertEquals(List.of(cluster(model.names().get(1).get(), 2)), opened);
  }

  @Test
  void aDigitChoosesAGroupOnTheMap() {
    find();
    look("map");
    robot.interact(robot.lookup(".point-map").<Node>query()::requestFocus);
    robot.type(KeyCode.DIGIT3);
    assertEquals(3, model.picked().highlightedProperty().get());
    assertEquals(withId("make-segment-3"), robot.window(0).getScene().getFocusOwner());
  }

  @Test
  void aRenamedCardGivesItsNameToTheSegment() {
    find();
    look("profiles");
    robot.clickOn("#cluster-name-1").push(KeyCode.SHORTCUT, KeyCode.A).write("Regulars");
    assertTrue(robot.lookup(".profile-table .label")
        .<Label>queryAll()
        .stream()
        .anyMatch(label -> label.getText().equals("Regulars")));

    robot.clickOn("#make-segment-1");
    robot.clickOn("#clustering-name").push(KeyCode.SHORTCUT, KeyCode.A).write("Kinds");
    robot.clickOn("#open-segment");
    finish();
    assertEquals(List.of("Kinds"), shop.saved);

    robot.clickOn("#make-segment-2");
    robot.clickOn("#open-segment");
    assertEquals(List.of(cluster("Regulars", 1), cluster(model.names().get(1).get(), 2)), opened);
  }

  @Test
  void aRuleIsMadeSimplerAndOpened() {
    find();
    robot.clickOn("#make-segment-1");
    robot.clickOn(robot.lookup((Node node) -> node instanceof ToggleButton button
        && button.getText().equals("Those of a rule")).<Node>query());
    finish();
    robot.interact(robot.lookup("#rule-precision").<Node>query()::requestFocus);
    robot.type(KeyCode.END);
    String precise = robot.lookup(".rule-sentence").<Label>query().getText();
    robot.type(KeyCode.HOME);
    String simple = robot.lookup(".rule-sentence").<Label>query().getText();
    assertTrue(simple.length() <= precise.length(), simple);
    robot.clickOn("#rule-disagreements");
    robot.clickOn("#open-segment");
    assertEquals(model.names().getFirst().get(), opened.getFirst().name());
    assertEquals(simple, Sentence.of(opened.getFirst().rule(), shop.fields(), new Texts(Locale.UK)));
    assertEquals(List.of(), shop.saved);
  }

  @Test
  void rulesOfTwoClustersAreLookedForBesideEachOtherAndEachCanBeStopped() {
    find();
    for (int cluster = 1; cluster <= 3; cluster++) {
      robot.clickOn("#make-segment-" + cluster);
      robot.interact(() -> robot.lookup("#segment-how .toggle-button")
          .<ToggleButton>queryAll()
          .stream()
          .filter(button -> button.getText().equals("Those of a rule") && !button.isSelected())
          .forEach(ToggleButton::fire));
    }
    assertEquals(3, robot.lookup("#cancel-rules").queryAll().size());

    robot.interact(() -> jobs.cancel(ClusterViewModel.rulesKey(2)));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(2, robot.lookup("#cancel-rules").queryAll().size());
    finish();
    assertEquals(Set.of(), robot.lookup("#cancel-rules").queryAll());
    assertEquals(2, robot.lookup("#rule-precision").queryAll().size());
  }

  @Test
  void aMapThatIsStoppedElsewhereGoesBackToWhatThereWas() {
    find();
    look("map");
    robot.clickOn("t-SNE");
    assertTrue(robot.lookup("#cancel-map").query().getParent().isVisible());

    robot.interact(() -> jobs.cancel(MapLayouts.KEY));
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(robot.lookup("#cancel-map").query().getParent().isVisible());
    assertTrue(robot.lookup("#map-way .toggle-button").<ToggleButton>query().isSelected());
  }

  @Test
  void ofManyFieldsTheUsualOnesComeFirstAndTheOthersAreSearchedFor() {
    for (int i = 0; i < 12; i++) {
      shop.addField("Field " + i);
    }
    robot.interact(model::refresh);
    assertEquals(5, robot.lookup(".cluster-fields .check-box").queryAll().size());
    robot.clickOn("#field-search").write("11");
    assertEquals(1, robot.lookup(".cluster-fields .check-box").queryAll().size());
    robot.clickOn("#field-search").push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.DELETE);
    robot.clickOn("#more-fields");
    assertEquals(19, robot.lookup(".cluster-fields .check-box").queryAll().size());
  }

  @Test
  void everyDiagramCanBeLookedAt() {
    find();
    robot.interact(() -> model.analyst().set(true));
    TabPane diagrams = robot.lookup(".diagrams").query();
    for (Tab tab : diagrams.getTabs()) {
      robot.interact(() -> diagrams.getSelectionModel().select(tab));
      finish();
      assertNotNull(tab.getContent(), tab.getId());
    }
    assertEquals(11, diagrams.getTabs().size());
  }

  @Test
  void lookingCanBeCancelledHereAndInTheStatusBar() {
    robot.clickOn("#find-first");
    assertNotNull(robot.lookup(".working").query());
    robot.clickOn("#cancel-clusters");
    finish();
    assertEquals(List.of(), shop.asked);
    assertNotNull(robot.lookup("#find-first").query());

    find();
    robot.interact(() -> model.choose(2));
    assertNotNull(robot.lookup(".working").query());
    robot.interact(() -> jobs.cancel("clusters"));
    assertNull(robot.lookup(".working").tryQuery().orElse(null));
    assertEquals(4, cards().size());
  }

  @Test
  void methodsAreComparedSideBySideAndOneIsTaken() {
    find();
    look("compare");
    robot.clickOn("#compare-hierarchical");
    assertFalse(robot.lookup("#compare-methods").query().isDisabled());
    robot.clickOn("#compare-mixture");
    assertTrue(robot.lookup("#compare-methods").query().isDisabled(), "one method is nothing to compare");

    robot.clickOn("#compare-mixture");
    robot.clickOn("#compare-methods");
    assertNotNull(robot.lookup("#cancel-comparison").query());
    finish();
    Compared compared = Objects.requireNonNull(model.compare().compared().get());
    assertEquals(List.of("k-means", "mixture"), compared.methods());
    assertEquals(found().result().k(), compared.found().get(1).result().k());
    assertNotNull(robot.lookup("#compare-contingency").query());

    robot.clickOn("#take-mixture");
    assertSame(compared.found().get(1), found());
    assertEquals("mixture", model.setup().method().get());
    assertFalse(model.outdated().get());
    assertEquals("diagram-compare", model.diagram().get());
    assertSame(compared, model.compare().compared().get(), "the others can still be taken");

    robot.interact(model::find);
    finish();
    assertNull(model.compare().compared().get());
  }

  @Test
  void aCellOfTwoMethodsSelectsWhoIsInBoth() {
    find();
    look("compare");
    robot.clickOn("#compare-methods");
    finish();
    Node grid = robot.lookup("#compare-contingency .score-grid").query();
    robot.interact(grid::requestFocus);
    robot.type(KeyCode.ENTER);

    Compared compared = Objects.requireNonNull(model.compare().compared().get());
    assertEquals(compared.comparison().agreement(0, 1).table()[0][0],
        Bits.count(model.picked().rowsProperty().get()));
  }

  @Test
  void whoMovedSinceAnEarlierDayBecomesASegment() {
    find();
    look("periods");
    robot.clickOn("#since-6");
    assertNotNull(robot.lookup("#cancel-comparison").query());
    finish();
    PeriodComparison periods = Objects.requireNonNull(model.compare().periods().get());
    assertEquals(FakeShop.TODAY.minusMonths(6), periods.earlier());
    assertTrue(periods.moved() > 0 && periods.stayed() > periods.moved());
    assertNotNull(robot.lookup("#periods-flows").query());

    robot.clickOn("#segment-of-movers");
    finish();
    assertEquals(periods.movers().length, Bits.count(model.picked().rowsProperty().get()));
    Condition rule = Objects.requireNonNull(opened.getFirst().rule());
    assertEquals(periods.moved(),
        ((Condition.TextTest) ((Condition.AllOf) rule).children().getFirst()).values().size());
  }

  @Test
  void goingBackCanBeCancelled() {
    find();
    look("periods");
    robot.clickOn("#since-12");
    robot.clickOn("#cancel-comparison");
    finish();
    assertNull(model.compare().periods().get());
    assertTrue(robot.lookup("#cancel-comparison").tryQuery().isEmpty());
  }

  @Test
  void whichFieldsMatterIsStillThereInAnotherLanguage() throws Exception {
    find();
    robot.interact(() -> {
      model.analyst().set(true);
      model.importance().open().set(true);
    });
    finish();
    Texts texts = new Texts(Locale.UK);
    List<String> said = robot.lookup("#importance .label")
        .<Label>queryAll()
        .stream()
        .map(Label::getText)
        .toList();
    assertTrue(said.contains("Correlation"), said::toString);
    Objects.requireNonNull(model.importance().measured().get())
        .importances()
        .fields()
        .forEach(field -> assertTrue(
            said.contains(texts.text("importance.correlation.figure", field.association().value())),
            said::toString));
    ClusterView again = OnScreen.call(() -> new ClusterView(model,
        new ClusterWords(new Texts(Locale.FRANCE), shop::fields), new GivenFiles(), () -> {}));
    assertNotNull(again.lookup("#importance"));
  }

  @Test
  void aMethodThatFindsItsNumberIsNotAskedForOneAndASearchShowsWhatItFinds() {
    find();
    robot.interact(() -> model.analyst().set(true));
    robot.clickOn("#field-importance");
    finish();
    assertFalse(robot.lookup("#close-importance").queryAll().isEmpty());
    Node number = robot.lookup(".cluster-number").query();
    assertTrue(number.isVisible());

    robot.interact(() -> model.setup().method().set("dbscan"));
    assertFalse(number.isVisible());
    robot.clickOn("#find-clusters");
    finish();
    assertEquals(Set.of(), robot.lookup("#close-importance").queryAll());
    assertFalse(cards().isEmpty());

    robot.interact(() -> model.setup().method().set("mixture"));
    assertTrue(number.isVisible());
  }

  @Test
  void anotherFieldOfACrossingLeavesTheBoxesAlone() {
    find();
    robot.interact(() -> {
      model.diagram().set("diagram-boxes");
      model.analyst().set(true);
    });
    robot.clickOn("#show-diagram-crossing");
    ComboBox<Field> field = robot.lookup("#crossing-field").query();
    robot.interact(() -> field.setValue(
        field.getItems().stream().filter(f -> f.id().equals("t1:monetary")).findFirst().orElseThrow()));
    finish();
    robot.clickOn("#show-diagram-boxes");
    Node pane = robot.lookup("#boxes-field").query().getParent().getParent();
    assertNotNull(pane.lookup(".box-plots"));
  }

  @Test
  void aSelectionShowsInEveryDiagram() {
    find();
    int[] clusters = found().clusters();
    robot.interact(() -> model.picked().select(Bits.where(clusters.length, point -> clusters[point] == 2)));
    int size = found().result().portraits().get(1).size();
    String who = size + " customers are selected";

    look("radar");
    List<List<String>> radar = shown(RadarPlot.class).rows().rows();
    assertEquals(who, radar.getLast().getFirst());
    assertEquals(behind(radar.get(1)), behind(radar.getLast()));

    robot.clickOn("#show-diagram-profiles");
    finish();
    GridPane table = robot.lookup(".profile-table").query();
    assertEquals(behind(row(table, 2)), behind(row(table, found().result().k() + 1)));

    robot.clickOn("#show-diagram-boxes");
    finish();
    List<Node> narrow = shown(BoxPlots.class).lookupAll(".selected")
        .stream()
        .filter(Node::isVisible)
        .toList();
    Node box = shown(BoxPlots.class).lookup(".box.group-2");
    assertEquals(1, narrow.size());
    assertEquals(box.getBoundsInParent().getMinX(), narrow.getFirst().getBoundsInParent().getMinX(), 1);
    assertEquals(box.getBoundsInParent().getMaxX(), narrow.getFirst().getBoundsInParent().getMaxX(), 1);

    robot.clickOn("#show-diagram-crossing");
    finish();
    List<List<String>> shares = shown(StackedShares.class).rows().rows();
    assertEquals(who, shares.getLast().getFirst());
    assertEquals(behind(shares.get(1)), behind(shares.getLast()));

    robot.clickOn("#show-diagram-silhouette");
    finish();
    List<Node> second = List.copyOf(shown(SilhouettePlot.class).lookupAll(".band.group-2"));
    assertEquals(second.getFirst().getBoundsInParent(), second.getLast().getBoundsInParent());
    List<Node> first = List.copyOf(shown(SilhouettePlot.class).lookupAll(".band.group-1"));
    assertEquals(0, first.getLast().getBoundsInParent().getWidth(), 1);
    assertTrue(first.getFirst().getOpacity() < 0.5);

    robot.interact(() -> model.picked().select(Picked.NONE));
    finish();
    assertEquals(1, first.getFirst().getOpacity());
    robot.clickOn("#show-diagram-radar");
    assertEquals(found().result().k(), shown(RadarPlot.class).rows().rows().size());
    robot.clickOn("#show-diagram-crossing");
    assertEquals(found().result().k() + 1, shown(StackedShares.class).rows().rows().size());
  }

  private <T extends Node> T shown(Class<T> kind) {
    return kind.cast(robot.lookup(kind::isInstance).query());
  }

  private static List<String> behind(List<String> row) {
    return row.subList(1, row.size());
  }

  /** The words of a row of a table, from left to right. */
  private static List<String> row(GridPane table, int row) {
    return table.getChildren()
        .stream()
        .filter(cell -> GridPane.getRowIndex(cell) == row)
        .sorted(Comparator.comparing(GridPane::getColumnIndex))
        .map(cell -> ((Parent) cell).lookupAll(".label")
            .stream()
            .map(label -> ((Label) label).getText())
            .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void coloursComeAgainAfterTheTenthCluster() throws Exception {
    Persona persona = new Persona(11, Message.of("cluster.name.average"),
        Message.of("cluster.sentence.none"), Message.of("cluster.advice.average"),
        List.of(
            new Persona.Apart(Message.of("cluster.value.field", "f"), Message.of("cluster.value.number", 2.0),
                Message.of("cluster.value.number", 1.0), OptionalDouble.of(200), 1)));
    Node bar = OnScreen.call(
        () -> new Differences(new ClusterWords(new Texts(Locale.UK), shop::fields), persona)
            .lookup(".filled"));
    assertTrue(bar.getStyleClass().contains("group-1"), bar.getStyleClass().toString());
  }

  private static Segment cluster(String name, int number) {
    return new Segment(name,
        new Condition.AllOf(List.of(new Condition.InCluster("k1", Set.of(number)))),
        new Segment.Reference.Project(), null);
  }

  private void find() {
    robot.clickOn("#find-first");
    finish();
  }

  /** As an analyst. */
  private void look(String diagram) {
    robot.interact(() -> {
      model.diagram().set("diagram-" + diagram);
      model.analyst().set(true);
    });
    finish();
  }

  private void finish() {
    robot.interact(jobs::finish);
  }

  private Found found() {
    return Objects.requireNonNull(model.found().get());
  }

  private Set<Node> cards() {
    return robot.lookup(".cluster-card").queryAll();
  }

  /** A colon or a dot in an id would be read as more than an id. */
  private Node withId(String id) {
    return robot.lookup((Node node) -> id.equals(node.getId())).query();
  }
}
