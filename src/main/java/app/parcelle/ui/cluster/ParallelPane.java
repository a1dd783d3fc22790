package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.message.Message;
import app.parcelle.ui.chart.ParallelAxis;
import app.parcelle.ui.chart.ParallelPlot;
import app.parcelle.ui.theme.Parts;

/** The values of each customer as a line across the fields; of many customers a sample. */
final class ParallelPane extends VBox {
  private static final int MOST_LINES = 3_000;

  /**
   * @param drawn points
   * @param clusters one a point that is drawn
   */
  private record Sample(int[] drawn, int[] clusters, List<ParallelAxis> axes) {}

  private final Showing showing;
  private final ClusterWords words;

  ParallelPane(Showing showing) {
    super(8);
    this.showing = showing;
    this.words = showing.words();
    showing.model()
        .jobs()
        .run("clusters-lines", Message.of("clusters.job.draw"), _ -> sample(), this::show,
            showing.model().after().complain());
  }

  private Sample sample() {
    Found found = showing.found();
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
    return new Sample(drawn, clusters, axes);
  }

  private void show(Sample sample) {
    int all = showing.found().result().points().rows();
    int drawn = sample.drawn().length;
    String title = words.text("clusters.parallel");
    ParallelPlot plot = new ParallelPlot(title, showing.names(), sample.drawn(), sample.clusters(), all,
        sample.axes(), showing.model().picked(), showing.model().jobs(), "clusters-parallel", words.texts());
    var frame = showing.frame("parallel", title, plot, plot::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    String what = words.text("clusters.parallel.what");
    getChildren().setAll(frame, Parts.wrapped(
        drawn < all ? what + " " + words.text("clusters.parallel.sample", drawn, all) : what,
        "muted", "small"));
  }
}
