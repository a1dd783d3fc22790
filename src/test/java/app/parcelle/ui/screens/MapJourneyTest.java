package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.SharedData;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.Snapshots.Snapshot;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.InArea;
import app.parcelle.engine.segment.Condition.Near;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Place.Named;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.shell.Place;

/** Someone asks on the map where customers are, and keeps the audience of today. */
class MapJourneyTest extends Journey {
  /** The north-east of France, roughly. */
  private static final String SQUARE = """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"nom": "Carré"}, "geometry": {"type": "Polygon",
          "coordinates": [[[2, 47], [8, 47], [8, 51], [2, 51], [2, 47]]]}}]}
      """;

  private Project project;

  @BeforeEach
  void open() throws Exception {
    project = startsWithSample(Language.FRENCH);
  }

  @Test
  void aCircleIsSetAroundATownByItsNameThenByAPostalCodeAndByAClick() throws Exception {
    Near lille = new Near(where(), town("Ville", "Lille"), BigDecimal.valueOf(30));
    begins(lille);
    int before = audience();
    assertEquals(count(lille), before);
    first(() -> {
      opens();
      person.press(popup("#place-search"));
      person.writes("lyo");
      person.keys(KeyCode.ENTER);
    });
    int lyon = audience();
    assertEquals(count(new Near(where(), town("Ville", "Lyon"), BigDecimal.valueOf(30))), lyon);
    assertTrue(lyon > 0 && lyon != before);
    first(() -> {
      person.press(popup("#place-search"));
      person.keys(KeyCode.SHORTCUT, KeyCode.A);
      person.writes("75011");
      person.keys(KeyCode.DOWN);
      person.keys(KeyCode.ENTER);
    });
    assertEquals(count(new Near(where(), town("Code postal", "75011"), BigDecimal.valueOf(30))), audience());
    first(() -> clicks(0.5, 0.5));
    // what was in the middle of the map is where Paris is, give or take a pixel
    assertTrue(value().contains(";"), value());
    assertTrue(value().startsWith("48,8"), value());
  }

  @Test
  void anAreaDrawnByClicksAndKeysHoldsWhomTheEngineFinds() throws Exception {
    begins(new InArea(where(), new Area.Drawn(List.of(triangle()))));
    first(() -> {
      opens();
      person.press(person.all(Button.class, b -> "Effacer".equals(b.getText())).getFirst());
      clicks(0.2, 0.2);
      clicks(0.8, 0.25);
      clicks(0.9, 0.9);
      person.keys(KeyCode.BACK_SPACE);
      clicks(0.7, 0.8);
      clicks(0.3, 0.8);
      person.keys(KeyCode.ENTER);
    });
    InArea drawn = assertInstanceOf(InArea.class, saved());
    assertEquals(4, assertInstanceOf(Area.Drawn.class, drawn.area()).polygons().getFirst().size());
    assertEquals(count(drawn), audience());
    assertTrue(audience() > 0 && audience() < 4_000);
  }

  @Test
  void aLayerIsLoadedAndItsRegionsAreChosenFromTheListAndOnTheMap() throws Exception {
    Path regions = SharedData.require("geo/regions-version-simplifiee.geojson");
    begins(new InArea(where(), new Area.Shapes("", Set.of("?"))));
    hand.files().next(regions);
    first(() -> {
      opens();
      person.press(popup("#load-layer"));
    });
    assertEquals(1, project.layers().all().size());
    if (person.all(Node.class, n -> "shape-search".equals(n.getId())).isEmpty()) {
      opens();
    }
    first(() -> {
      person.press(popup("#shape-search"));
      person.writes("bret");
      person.press(person.all(CheckBox.class, box -> "Bretagne".equals(box.getText())).getFirst());
    });
    Area.Shapes one = new Area.Shapes(project.layers().all().getFirst().name(), Set.of("Bretagne"));
    assertEquals(count(new InArea(where(), one)), audience());
    first(() -> clicks(0.5, 0.5));
    Area.Shapes two = (Area.Shapes) assertInstanceOf(InArea.class, saved()).area();
    assertEquals(2, two.names().size());
    assertEquals(count(new InArea(where(), two)), audience());
  }

  @Test
  void aBrokenLayerIsRefusedAndAGoodOneIsRenamedAndRemovedByMouse() throws Exception {
    begins(new InArea(where(), new Area.Shapes("", Set.of("?"))));
    Path broken = Files.writeString(folder.resolve("broken.geojson"), SQUARE.substring(0, 90));
    Path squares = Files.writeString(folder.resolve("squares.geojson"), SQUARE);
    hand.files().next(broken).next(squares);
    first(() -> {
      opens();
      person.press(popup("#load-layer"));
    });
    assertEquals(1, person.all(Label.class, label -> label.getText().contains("broken.geojson")).size());
    assertEquals(List.of(), project.layers().all());
    first(() -> {
      person.press("#close-trouble");
      reopens("load-layer");
      person.press(popup("#load-layer"));
      reopens("shape-search");
      person.press(person.all(CheckBox.class, box -> "Carré".equals(box.getText())).getFirst());
    });
    assertEquals("squares", project.layers().all().getFirst().name());
    int inside = audience();
    assertTrue(inside > 0 && inside < 4_000);
    first(() -> {
      person.press(named("builder.layer.rename", "squares"));
      person.keys(KeyCode.SHORTCUT, KeyCode.A);
      person.writes("Zones");
      person.keys(KeyCode.ENTER);
    });
    assertEquals("Zones", project.layers().all().getFirst().name());
    assertEquals(inside, audience());
    first(() -> {
      reopens("shape-search");
      person.press(named("builder.layer.remove", "Zones"));
    });
    assertEquals(List.of(), project.layers().all());
    assertTrue(person.all(Node.class, n -> "shape-search".equals(n.getId())).isEmpty());
    assertNull(person.find("#close-trouble"));
    person.keys(KeyCode.ESCAPE);
    hand.does(hand.model()::undoProject);
    assertEquals("Zones", project.layers().all().getFirst().name());
  }

  /** Opens the bubble of the criterion again where a dialog or a file window has closed it. */
  private void reopens(String id) throws Exception {
    if (person.all(Node.class, node -> id.equals(node.getId())).isEmpty()) {
      opens();
    }
  }

  private Button named(String key, Object... arguments) throws Exception {
    String name = Language.FRENCH.texts().text(key, arguments);
    return person.all(Button.class, button -> name.equals(button.getAccessibleText())).getFirst();
  }

  @Test
  void theAudienceOfTodayIsKeptFromTheHeader() throws Exception {
    String id = project.view().segments().getFirst().id();
    first(() -> {
      hand.does(() -> hand.model().go(new Place.Segments(project.view().segments().getFirst().segment())));
      person.press(person.all(Button.class, b -> "Autres actions".equals(b.getAccessibleText())).getFirst());
      person.press(person.all(Label.class, l -> l.getText().startsWith("Figer")).getFirst());
    });
    Snapshot kept = project.snapshots().of(id).getFirst();
    assertEquals(audience(), kept.count());
    hand.does(hand.model()::undoProject);
    assertEquals(List.of(), project.snapshots().of(id));
  }

  private void begins(Condition rule) throws Exception {
    first(() -> hand.does(() -> hand.model()
        .go(new Place.Segments(new Segment("Carte", rule, new Segment.Reference.Project(), null)))));
  }

  private void opens() throws Exception {
    person.press(person.all(Button.class, button -> button.getStyleClass().contains("value")).getFirst());
  }

  private String value() throws Exception {
    return person.all(Button.class, button -> button.getStyleClass().contains("value")).getFirst().getText();
  }

  private Node popup(String selector) throws Exception {
    return person.all(Node.class, node -> selector.substring(1).equals(node.getId())).getFirst();
  }

  /** Clicks the map at shares of its width and height. */
  private void clicks(double x, double y) throws Exception {
    Bounds map = OnScreen.call(() -> {
      Node node = person.robot()
          .listWindows()
          .stream()
          .map(window -> window.getScene().getRoot().lookup("#place-map"))
          .filter(java.util.Objects::nonNull)
          .findFirst()
          .orElseThrow();
      return node.localToScreen(node.getBoundsInLocal());
    });
    person.robot()
        .clickOn(map.getMinX() + x * map.getWidth(), map.getMinY() + y * map.getHeight(),
            MouseButton.PRIMARY);
    hand.settle();
  }

  /** The rule as it stands on the screen, saved and read again. */
  private Condition saved() throws Exception {
    person.keys(KeyCode.ESCAPE);
    person.keys(KeyCode.SHORTCUT, KeyCode.S);
    Condition rule = project.view()
        .segments()
        .stream()
        .filter(s -> s.segment().name().equals("Carte"))
        .findFirst()
        .orElseThrow()
        .segment()
        .rule();
    return ((Condition.AllOf) java.util.Objects.requireNonNull(rule)).children().getFirst();
  }

  private int audience() throws Exception {
    return number(person.find(".large-figure", Labeled.class).getText());
  }

  private int count(Condition rule) {
    return project.evaluate(SegmentJson.read(SegmentJson.write(
        new Segment("x", rule, new Segment.Reference.Project(), null))), JobContext.silent()).count();
  }

  private Condition.Coordinates where() {
    return new Condition.Coordinates(FieldRef.named("Latitude"), FieldRef.named("Longitude"));
  }

  private static Named town(String column, String name) {
    return new Named("villes", FieldRef.named(column), name);
  }

  private static List<Area.Corner> triangle() {
    return List.of(new Area.Corner(BigDecimal.valueOf(45), BigDecimal.ZERO),
        new Area.Corner(BigDecimal.valueOf(46), BigDecimal.ZERO),
        new Area.Corner(BigDecimal.valueOf(45), BigDecimal.ONE));
  }
}
