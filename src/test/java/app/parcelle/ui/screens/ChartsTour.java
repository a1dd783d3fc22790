package app.parcelle.ui.screens;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.chart.BoxPlots;
import app.parcelle.ui.chart.ChartFrame;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.ContingencyPlot;
import app.parcelle.ui.chart.DendrogramPlot;
import app.parcelle.ui.chart.KChoiceChart;
import app.parcelle.ui.chart.ParallelPlot;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.chart.RadarPlot;
import app.parcelle.ui.chart.ShownCharts;
import app.parcelle.ui.chart.StackedShares;
import app.parcelle.ui.chart.map.MapTools;
import app.parcelle.ui.chart.map.PointCloud;
import app.parcelle.ui.chart.map.PointMap;

/** Shows the charts of clusters one by one, on data drawn at random. */
record ChartsTour(Stagehand hand, Tour.Artist artist) {
  void walk() throws Exception {
    Parent before = hand.scene().getRoot();
    map(12_000, "chart-map");
    map(300_000, "chart-map-density");
    Picked picked = new Picked();
    ShownCharts shown = new ShownCharts(picked, hand.jobs(), texts());
    one("chart-boxes", shown::boxes, BoxPlots::rows, picked);
    one("chart-radar", shown::radar, RadarPlot::rows, picked);
    one("chart-shares", shown::shares, StackedShares::rows, picked);
    one("chart-contingency", shown::contingency, ContingencyPlot::rows, picked);
    one("chart-k", () -> shown.choice(_ -> {}), KChoiceChart::rows, picked);
    one("chart-dendrogram", () -> shown.dendrogram(100_000), DendrogramPlot::rows, picked);
    one("chart-parallel", shown::parallel, ParallelPlot::rows, picked);
    one("chart-silhouettes", shown::silhouettes, _ -> new ChartRows(List.of(""), List.of()), picked);
    hand.does(() -> hand.scene().setRoot(before));
  }

  /** As it is, small with a cluster that stands out, and as a table. */
  private <T extends Region> void one(String name, Supplier<T> make, Function<T, ChartRows> rows,
      Picked picked) throws Exception {
    AtomicReference<T> chart = new AtomicReference<>();
    hand.does(() -> {
      chart.set(make.get());
      show(chart.get(), () -> rows.apply(chart.get()));
    });
    artist.draw(name);
    hand.does(() -> {
      picked.choose(2);
      ((Region) hand.scene().lookup(".chart-frame")).setMaxSize(560, 420);
    });
    hand.does(() -> {});
    artist.draw(name + "-small");
    hand.does(() -> {
      picked.choose(0);
      ((Hyperlink) hand.scene().lookup("#chart-form")).fire();
    });
    artist.draw(name + "-table");
  }

  private void map(int rows, String name) throws Exception {
    Picked picked = new Picked();
    PointMap[] map = new PointMap[1];
    hand.does(() -> {
      map[0] = new PointMap(name, picked, hand.jobs(), name, texts());
      map[0].show(heaps(rows));
      map[0].axes("axis 1: recency, orders", "axis 2: spend");
      show(map[0], map[0]::rows, new MapTools(map[0], texts()));
    });
    artist.draw(name);
    hand.does(() -> picked.choose(3));
    artist.draw(name + "-highlighted");
    hand.does(() -> picked.choose(0));
    hand.does(() -> {
      long[] some = new long[rows / 64 + 1];
      for (int row = 0; row < rows; row += row % 7 == 0 ? 1 : 3) {
        some[row >> 6] |= 1L << row;
      }
      picked.select(some);
      map[0].zoom(2.2);
    });
    hand.does(() -> {});
    artist.draw(name + "-selected");
    hand.does(() -> ((Hyperlink) hand.scene().lookup("#chart-form")).fire());
    artist.draw(name + "-table");
  }

  /** Seven heaps of different sizes and widths, and some points in none. */
  static PointCloud heaps(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    float[] places = new float[2 * rows];
    int[] groups = new int[rows];
    for (int row = 0; row < rows; row++) {
      int group = (int) (8 * Math.sqrt(random.nextDouble()));
      double wide = group == 0 ? 5 : 0.5 + 0.12 * group;
      groups[row] = group;
      places[2
          * row] = (float) (4 * Math.cos(group * 2.4) * (1 + group / 7.0) + wide * random.nextGaussian());
      places[2 * row + 1] = (float) (3 * Math.sin(group * 2.4) + wide * random.nextGaussian());
    }
    return new PointCloud(places, groups);
  }

  private Texts texts() {
    return hand.model().texts();
  }

  private void show(Region chart, Supplier<ChartRows> rows, Node... tools) {
    ChartFrame frame = new ChartFrame("chart", chart.getAccessibleText().split("\\.", 2)[0], chart, rows,
        "chart", texts(),
        hand.files(), failure -> {
          throw new IllegalStateException(failure);
        }, tools);
    frame.getStyleClass().add("card");
    StackPane workspace = new StackPane(frame);
    workspace.getStyleClass().add("workspace");
    hand.scene().setRoot(workspace);
  }
}
