package app.parcelle.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.parcelle.engine.table.Bits;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.theme.Theme;

class ClusterChartsTest {
  private final Picked picked = new Picked();
  private final ShownCharts charts = ShownCharts.plain(picked);

  @TempDir
  Path folder;

  private <T extends Region> T shown(Callable<T> make) throws Exception {
    return OnScreen.call(() -> {
      T chart = make.call();
      Scene scene = new Scene(new StackPane(chart), 900, 600);
      Theme.LIGHT.apply(scene);
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return chart;
    });
  }

  private static void press(Region chart, KeyCode... keys) throws Exception {
    OnScreen.run(() -> {
      for (KeyCode key : keys) {
        chart.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        chart.getScene().getRoot().layout();
      }
    });
  }

  private static void mouse(Node part, EventType<MouseEvent> type, double x, double y, boolean still)
      throws Exception {
    OnScreen.run(() -> part.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false,
        false, false, true, false, false, false, false, still, null)));
  }

  /** A kind of chart. */
  record Kind(String name, Function<ShownCharts, Region> make) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(new Kind("box plots", ShownCharts::boxes), new Kind("radar", ShownCharts::radar),
        new Kind("shares", ShownCharts::shares), new Kind("parallel", ShownCharts::parallel),
        new Kind("dendrogram", shown -> shown.dendrogram(500)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void chartHasANameAndTakesTheKeyboard(Kind kind) throws Exception {
    Region chart = shown(() -> kind.make().apply(charts));

    assertFalse(chart.getAccessibleText().isBlank());
    assertTrue(chart.isFocusTraversable());
  }

  @Test
  void dragAlongABoxTakesValuesOfItsCluster() throws Exception {
    List<BoxFigures> figures = List.of(new BoxFigures(9, 0, 2, 5, 8, 10, 0),
        new BoxFigures(9, 0, 2, 5, 8, 10, 0));
    BoxPlots plots = shown(() -> new BoxPlots("Spend", List.of("A", "B"), figures, Double::toString, picked,
        charts.texts()));
    List<String> taken = new ArrayList<>();
    plots.whenSelected(
        (cluster, least, most) -> taken.add(cluster + " " + Math.round(least) + " " + Math.round(most)));
    List<Node> boxes = coloured(plots, "group-2");
    double left = boxes.getFirst().getBoundsInParent().getMinX();
    double right = boxes.getFirst().getBoundsInParent().getMaxX();
    double y = boxes.getFirst().getBoundsInParent().getCenterY();

    mouse(plots, MouseEvent.MOUSE_PRESSED, right, y, true);
    mouse(plots, MouseEvent.MOUSE_DRAGGED, left, y, false);
    mouse(plots, MouseEvent.MOUSE_RELEASED, left, y, false);
    assertEquals(List.of("2 2 8"), taken);

    mouse(plots, MouseEvent.MOUSE_PRESSED, right, y, true);
    mouse(plots, MouseEvent.MOUSE_RELEASED, right, y, true);
    assertEquals(1, taken.size());
  }

  @Test
  void dragOverSilhouettesTakesTheRowsInSight() throws Exception {
    float[] four = {0.9f, 0.8f, 0.7f, -0.1f};
    SilhouettePlot plot = shown(
        () -> new SilhouettePlot("Silhouettes", List.of(four, four), 0.5, Double::toString));
    List<String> taken = new ArrayList<>();
    plot.whenSelected((from, to) -> taken.add(Arrays.toString(from) + Arrays.toString(to)));
    var first = coloured(plot, "group-1").getFirst().getBoundsInParent();
    var second = coloured(plot, "group-2").getFirst().getBoundsInParent();

    mouse(plot, MouseEvent.MOUSE_PRESSED, 200, first.getMinY() + 0.8 * first.getHeight(), true);
    mouse(plot, MouseEvent.MOUSE_DRAGGED, 200, second.getMinY() + 0.3 * second.getHeight(), false);
    mouse(plot, MouseEvent.MOUSE_RELEASED, 200, second.getMinY() + 0.3 * second.getHeight(), false);

    assertEquals(List.of("[3, 0][4, 2]"), taken);
  }

  /** Those whose parts have the colours of clusters. */
  static Stream<Kind> colouredKinds() {
    return kinds().filter(kind -> !kind.name().equals("shares"));
  }

  @ParameterizedTest
  @MethodSource("colouredKinds")
  void otherClustersFadeWhereOneStandsOut(Kind kind) throws Exception {
    Region chart = shown(() -> kind.make().apply(charts));
    OnScreen.run(() -> picked.hover(2));

    List<Node> own = coloured(chart, "group-2");
    assertFalse(own.isEmpty());
    assertTrue(own.stream().anyMatch(part -> seen(part, chart) == 1));
    assertTrue(coloured(chart, "group-3").stream().anyMatch(part -> seen(part, chart) < 0.5));

    OnScreen.run(() -> picked.hover(0));
    assertTrue(coloured(chart, "group-3").stream().allMatch(part -> seen(part, chart) == 1));
  }

  private static List<Node> coloured(Region chart, String style) {
    return chart.lookupAll("." + style)
        .stream()
        .filter(part -> !part.getStyleClass().contains("swatch"))
        .toList();
  }

  private static double seen(Node part, Region chart) {
    double opacity = 1;
    for (Node node = part; node != chart; node = node.getParent()) {
      opacity *= node.getOpacity();
    }
    return opacity;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void chartIsSavedAsPictureAndDrawing(Kind kind) throws Exception {
    Region chart = shown(() -> kind.make().apply(charts));
    Path png = folder.resolve("chart.png");
    Path svg = folder.resolve("chart.svg");
    OnScreen.run(() -> {
      ChartPicture.write(chart, png);
      ChartPicture.write(chart, svg);
    });

    assertTrue(Files.size(png) > 2_000);
    String drawn = Files.readString(svg);
    assertTrue(drawn.contains("<path") || drawn.contains("<rect"));
    assertTrue(drawn.contains("<text"));
    assertEquals("svg", DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(svg.toFile())
        .getDocumentElement()
        .getTagName());
  }

  @Test
  void paintedLinesAreInTheDrawingAsPixels() throws Exception {
    ParallelPlot chart = shown(charts::parallel);
    Path svg = folder.resolve("lines.svg");
    OnScreen.run(() -> ChartPicture.write(chart, svg));

    assertTrue(Files.readString(svg).contains("xlink:href=\"data:image/png;base64,iVBOR"));
  }

  @Test
  void arrowsGoFromBoxToBoxAndEnterKeepsTheCluster() throws Exception {
    BoxPlots chart = shown(charts::boxes);
    press(chart, KeyCode.DOWN, KeyCode.DOWN);
    assertEquals(2, picked.highlightedProperty().get());
    assertTrue(chart.getAccessibleText().contains("Rare but large baskets: median"),
        chart.getAccessibleText());

    press(chart, KeyCode.ENTER);
    assertEquals(2, picked.chosenProperty().get());
    press(chart, KeyCode.ESCAPE);
    assertEquals(0, picked.chosenProperty().get());
  }

  @Test
  void tablesHaveARowForEachCluster() throws Exception {
    BoxPlots boxes = shown(charts::boxes);
    assertEquals(6, boxes.rows().rows().size());
    assertEquals(8, boxes.rows().rows().getFirst().size());

    RadarPlot radar = shown(charts::radar);
    assertEquals(6, radar.rows().rows().size());
    assertEquals(8, radar.rows().columns().size());

    StackedShares shares = shown(charts::shares);
    assertEquals(7, shares.rows().rows().size());
    assertEquals(12, shares.rows().columns().size());

    ContingencyPlot contingency = shown(charts::contingency);
    assertEquals(6, contingency.rows().rows().size());
    assertEquals(7, contingency.rows().columns().size());

    ParallelPlot parallel = shown(charts::parallel);
    assertEquals(6, parallel.rows().rows().size());
    assertEquals(7, parallel.rows().columns().size());
  }

  @Test
  void numberOfClustersIsChosenByKeyboardAndByClick() throws Exception {
    List<Integer> chosen = new ArrayList<>();
    KChoiceChart chart = shown(() -> charts.choice(chosen::add));
    assertTrue(chart.getAccessibleText().contains("5 clusters, recommended"), chart.getAccessibleText());

    press(chart, KeyCode.RIGHT, KeyCode.RIGHT);
    assertTrue(chart.getAccessibleText().contains("6 clusters"), chart.getAccessibleText());
    press(chart, KeyCode.ENTER);
    Node band = chart.lookup(".band");
    mouse(band, MouseEvent.MOUSE_CLICKED, 3, 3, true);

    assertEquals(List.of(6, 2), chosen);
    assertEquals(List.of("9", "0.36", "3,100", "0.95", "", ""), chart.rows().rows().get(7));
  }

  @Test
  void lineOfTheDendrogramIsMovedByArrowsAndByMouse() throws Exception {
    DendrogramPlot chart = shown(() -> charts.dendrogram(500));
    List<Integer> told = new ArrayList<>();
    OnScreen.run(() -> chart.whenCut((clusters, _) -> told.add(clusters)));

    press(chart, KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
    assertEquals(List.of(6, 7, 6), told);
    assertEquals(6, chart.rows().rows().size());

    mouse(chart.lookup(".cut-grip"), MouseEvent.MOUSE_DRAGGED, 300, -50, false);
    assertEquals(1, chart.clusters());
    mouse(chart.lookup(".cut-grip"), MouseEvent.MOUSE_DRAGGED, 300, 900, false);
    assertEquals(DendrogramPlot.MOST, chart.clusters());
  }

  @Test
  void largeTreeIsDrawnAsItsLastGroups() throws Exception {
    DendrogramPlot chart = shown(() -> charts.dendrogram(100_000));

    assertEquals(DendrogramPlot.MOST, chart.lookupAll(".triangle").size());
    assertEquals(DendrogramPlot.MOST - 1, chart.lookupAll(".link").size());
    assertEquals(5, chart.clusters());
  }

  @Test
  void rangeOnAnAxisSelectsTheRowsThatPassThere() throws Exception {
    ParallelPlot chart = shown(charts::parallel);
    press(chart, KeyCode.RIGHT, KeyCode.UP);
    int half = Bits.count(picked.rowsProperty().get());
    assertTrue(half > 0 && half < 2_400, half + " rows");

    press(chart, KeyCode.LEFT, KeyCode.UP);
    int both = Bits.count(picked.rowsProperty().get());
    assertTrue(both < half, both + " of " + half);

    press(chart, KeyCode.DELETE);
    assertEquals(half, Bits.count(picked.rowsProperty().get()));
    press(chart, KeyCode.ESCAPE);
    assertFalse(picked.selecting());
  }

  @Test
  void selectionMadeElsewhereTakesTheRangesBack() throws Exception {
    ParallelPlot chart = shown(charts::parallel);
    press(chart, KeyCode.UP);
    OnScreen.run(() -> picked.select(new long[]{0b11}));
    press(chart, KeyCode.RIGHT);

    assertEquals(2, Bits.count(picked.rowsProperty().get()));
    assertTrue(chart.lookupAll(".range").stream().noneMatch(Node::isVisible));
  }

  @Test
  void clickOnASilhouetteKeepsItsCluster() throws Exception {
    SilhouettePlot chart = shown(charts::silhouettes);
    mouse(chart.lookup(".group-3"), MouseEvent.MOUSE_CLICKED, 3, 3, true);
    assertEquals(3, picked.chosenProperty().get());

    press(chart, KeyCode.DOWN);
    assertEquals(4, picked.highlightedProperty().get());
    press(chart, KeyCode.ENTER);
    assertEquals(4, picked.chosenProperty().get());
  }

  @Test
  void sharesOfOtherClustersFadeWhereOneStandsOutAndThoseOfAllDoNot() throws Exception {
    StackedShares chart = shown(charts::shares);
    OnScreen.run(() -> picked.hover(1));

    List<Double> seen = chart.lookupAll(".share.category-1").stream().map(Node::getOpacity).toList();
    assertEquals(2, seen.stream().filter(opacity -> opacity == 1).count());
    assertEquals(7, seen.size());
  }

  @Test
  void rarerCategoriesAreDrawnTogetherAndListedOneByOne() throws Exception {
    StackedShares chart = shown(charts::shares);

    assertTrue(chart.lookupAll(".label")
        .stream()
        .map(Label.class::cast)
        .anyMatch(label -> label.getText().equals("4 others")));
    assertEquals(7 * (StackedShares.MOST + 1), chart.lookupAll(".share").size());
  }

  @Test
  void clickOnAShareTellsClusterAndCategory() throws Exception {
    StackedShares chart = shown(charts::shares);
    List<String> told = new ArrayList<>();
    OnScreen.run(() -> chart.whenChosen((cluster, category) -> told.add(cluster + " " + category)));
    mouse(chart.lookup(".category-rest"), MouseEvent.MOUSE_CLICKED, 1, 1, true);

    assertEquals(List.of("1 -1"), told);
  }
}
