package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.ui.chart.ParallelAxis;
import app.parcelle.ui.chart.ParallelPlot;
import app.parcelle.ui.theme.Parts;

/** The values of each customer as a line across the fields; of many customers a sample. */
final class ParallelPane extends VBox {
  private static final int MOST_LINES = 3_000;

  ParallelPane(Showing showing) {
    super(8);
    Found found = showing.found();
    ClusterWords words = showing.words();
    int all = found.result().points().rows();
    int[] drawn = Draws.sample(all, MOST_LINES,
        Draws.of(found.result().request().seed(), Draws.Purpose.SAMPLE));
    int[] ofAll = found.clusters();
    int[] clusters = Arrays.stream(drawn).map(point -> ofAll[point]).toArray();
    List<ParallelAxis> axes = found.numbers().stream().map(column -> {
      double[] values = found.values(column);
      return new ParallelAxis(words.title(found.fields().get(column)),
          Arrays.stream(drawn).mapToDouble(point -> values[point]).toArray(),
          value -> words.value(found.fields().get(column), value));
    }).toList();
    String title = words.text("clusters.parallel");
    ParallelPlot plot = new ParallelPlot(title, showing.names(), drawn, clusters, all, axes,
        showing.model().picked(), showing.model().jobs(), "clusters-parallel", words.texts());
    var frame = showing.frame("parallel", title, plot, plot::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    String what = words.text("clusters.parallel.what");
    getChildren().setAll(frame, Parts.wrapped(
        drawn.length < all ? what + " " + words.text("clusters.parallel.sample", drawn.length, all) : what,
        "muted", "small"));
  }
}
