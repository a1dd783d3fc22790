package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.ui.chart.RadarPlot;
import app.parcelle.ui.theme.Parts;

/** Profiles as polygons: the mean of each field against that of all, which is 100. */
final class RadarPane extends VBox {
  /** Spokes, at least. */
  static final int LEAST = 3;

  RadarPane(Showing showing) {
    super(8);
    Found found = showing.found();
    ClusterWords words = showing.words();
    List<Integer> spokes = spokes(found);
    double[][] index = found.result()
        .portraits()
        .stream()
        .map(portrait -> index(portrait, spokes))
        .toArray(double[][]::new);
    List<Portrait.Measure> measures = found.result().portraits().getFirst().measures();
    String title = words.text("clusters.radar");
    RadarPlot plot = new RadarPlot(title, showing.names(),
        spokes.stream().map(i -> words.title(found.fields().get(measures.get(i).column()))).toList(), index,
        showing.model().picked(), words.texts());
    var frame = showing.frame("radar", title, plot, plot::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren().setAll(frame, Parts.wrapped(words.text("clusters.radar.what"), "muted", "small"));
    OfSelection.follow(this, showing, "diagram-radar", found::portraitOf, portrait -> {
      if (portrait == null) {
        plot.select("", new double[0]);
      } else {
        plot.select(OfSelection.words(showing), index(portrait, spokes));
      }
    });
  }

  private static double[] index(Portrait portrait, List<Integer> spokes) {
    return spokes.stream()
        .mapToDouble(i -> portrait.measures().get(i).index().orElse(Double.NaN))
        .toArray();
  }

  /** The measures that can be compared with an average. */
  static List<Integer> spokes(Found found) {
    List<Portrait.Measure> measures = found.result().portraits().getFirst().measures();
    return IntStream.range(0, measures.size())
        .filter(i -> measures.get(i).overall().mean() > 0)
        .boxed()
        .toList();
  }
}
