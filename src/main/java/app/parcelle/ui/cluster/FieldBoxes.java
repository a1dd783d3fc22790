package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.BoxFigures;
import app.parcelle.ui.chart.BoxPlots;
import app.parcelle.ui.theme.Parts;

/** How the values of a field lie in each cluster and in those selected of it, as box plots; a drag along a box selects customers. */
final class FieldBoxes extends VBox {
  /** The values of a field, one a point of the clusters; NaN where there is none. */
  interface Values {
    double[] of(JobContext job);
  }

  private record Drawn(double[] values, List<BoxFigures> figures) {}

  /**
   * @param diagram the id of the diagram that they are in; what is asked for next there overtakes them
   */
  static void draw(Showing showing, String diagram, Field field, Values values, Consumer<FieldBoxes> then) {
    Found found = showing.found();
    showing.model().jobs().run(diagram, Message.of("clusters.job.draw"), job -> {
      double[] known = values.of(job);
      return new Drawn(known, BoxFigures.of(known, found.clusters(), found.result().k()));
    }, drawn -> then.accept(new FieldBoxes(showing, diagram, field, drawn)),
        showing.model().after().complain());
  }

  private FieldBoxes(Showing showing, String diagram, Field field, Drawn drawn) {
    super(8);
    Found found = showing.found();
    ClusterWords words = showing.words();
    String title = words.title(field);
    BoxPlots plots = new BoxPlots(title, showing.names(), drawn.figures(), value -> words.value(field, value),
        showing.model().picked(), words.texts());
    plots.whenSelected((cluster, least, most) -> showing.model()
        .picked()
        .select(between(found, drawn.values(), cluster, least, most)));
    var frame = showing.frame("boxes", title, plots, plots::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    VBox.setVgrow(this, Priority.ALWAYS);
    getChildren().setAll(frame, Parts.wrapped(words.text("clusters.boxes.what"), "muted", "small"));
    OfSelection.follow(this, showing, diagram, (points, _) -> {
      int[] clusters = found.clusters();
      Arrays.setAll(clusters, point -> Bits.get(points, point) ? clusters[point] : 0);
      return BoxFigures.of(drawn.values(), clusters, found.result().k());
    }, figures -> plots.select(figures == null ? List.of() : figures));
  }

  private static long[] between(Found found, double[] values, int cluster, double least, double most) {
    long[] points = Bits.of(values.length);
    for (int point = 0; point < values.length; point++) {
      if (values[point] >= least && values[point] <= most
          && found.result().clusterOfPoint(point) == cluster) {
        Bits.set(points, point);
      }
    }
    return points;
  }
}
