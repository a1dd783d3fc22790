package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.SilhouettePlot;
import app.parcelle.ui.theme.Parts;

/** How clearly each customer belongs to its cluster. */
final class SilhouettePane extends VBox {
  private final Showing showing;
  private final ClusterWords words;
  private final ClusterResult result;

  SilhouettePane(Showing showing) {
    super(8);
    this.showing = showing;
    this.words = showing.words();
    this.result = showing.found().result();
    String means = IntStream.rangeClosed(1, result.k())
        .mapToObj(cluster -> words.text("clusters.silhouettes.one", words.name(showing.model(), cluster),
            mean(cluster)))
        .collect(Collectors.joining(", "));
    String title = words.text("clusters.silhouettes");
    SilhouettePlot plot = new SilhouettePlot(
        title + ". " + words.text("clusters.silhouettes.what") + " " + means, result.separation().ofRows(),
        overall(), value -> words.text("clusters.silhouettes.tick", value));
    plot.link(showing.model().picked());
    plot.setMinHeight(160);
    var frame = showing.frame("silhouette", title, plot, this::rows);
    VBox.setVgrow(frame, Priority.ALWAYS);
    getChildren()
        .setAll(frame, legend(), Parts.wrapped(words.text("clusters.silhouettes.what"), "muted", "small"));
    if (result.separation().rows() < result.points().rows()) {
      getChildren()
          .add(Parts.wrapped(words.text("clusters.sample", result.separation().rows()), "muted", "small"));
    }
  }

  /** What the numbers, the axis and the dashed line are. */
  private HBox legend() {
    Region line = new Region();
    line.getStyleClass().addAll("legend-line", "average");
    return Parts.line(6, line, Parts.fixed(words.text("clusters.silhouettes.legend", overall()), "small"));
  }

  private ChartRows rows() {
    return new ChartRows(
        List.of(words.text("clusters.choice.k"), words.text("clusters.silhouettes.mean"),
            words.text("clusters.silhouettes.elsewhere")),
        IntStream.rangeClosed(1, result.k())
            .mapToObj(cluster -> List.of(words.name(showing.model(), cluster),
                words.text("clusters.choice.two", mean(cluster)), words.percent(elsewhere(cluster))))
            .toList());
  }

  private double overall() {
    return result.separation().silhouette();
  }

  private double mean(int cluster) {
    float[] own = result.separation().ofRows().get(cluster - 1);
    return IntStream.range(0, own.length).mapToDouble(i -> own[i]).average().orElse(0);
  }

  /** The share of customers who are nearer to another cluster. */
  private double elsewhere(int cluster) {
    float[] own = result.separation().ofRows().get(cluster - 1);
    return own.length == 0
        ? 0
        : (double) IntStream.range(0, own.length).filter(i -> own[i] < 0).count() / own.length;
  }
}
