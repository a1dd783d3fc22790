package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.chart.SilhouettePlot;
import app.parcelle.ui.theme.Parts;

/** How clearly each customer belongs to its cluster. */
final class SilhouettePane extends VBox {
  private final Showing showing;
  private final ClusterWords words;
  private final ClusterResult result;
  private final SilhouettePlot plot;
  /** Held weakly by what is picked, which lives longer than the pane. */
  private final InvalidationListener selected = _ -> mark();

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
    plot = new SilhouettePlot(
        title + ". " + words.text("clusters.silhouettes.what") + " " + means, result.separation().ofRows(),
        overall(), value -> words.text("clusters.silhouettes.tick", value));
    plot.link(showing.model().picked());
    plot.whenSelected(this::select);
    showing.model().picked().rowsProperty().addListener(new WeakInvalidationListener(selected));
    mark();
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
    HBox legend = Parts.line(6, line,
        Parts.fixed(words.text("clusters.silhouettes.legend", overall()), "small"),
        Parts.gap());
    int[] right = result.separation().ofRows().stream().mapToInt(SilhouettePane::atHome).toArray();
    int[] all = result.separation().ofRows().stream().mapToInt(own -> own.length).toArray();
    int astray = Arrays.stream(all).sum() - Arrays.stream(right).sum();
    if (astray > 0) {
      var choose = Parts.button(words.text("clusters.silhouettes.astray", astray), () -> select(right, all),
          "quiet", "small");
      choose.setId("select-astray");
      legend.getChildren().add(choose);
    }
    return legend;
  }

  private static int atHome(float[] descending) {
    return (int) IntStream.range(0, descending.length).filter(i -> descending[i] >= 0).count();
  }

  /** One a cluster: the first of its customers from the right, and the one behind the last. */
  private void select(int[] from, int[] to) {
    long[] chosen = Bits.of(result.points().rows());
    for (int i = 0; i < from.length; i++) {
      Arrays.stream(result.separation().points().get(i), from[i], to[i])
          .forEach(point -> Bits.set(chosen, point));
    }
    showing.model().picked().select(chosen);
  }

  private void mark() {
    long[] rows = showing.model().picked().rowsProperty().get();
    List<int[]> points = result.separation().points();
    plot.mark(rows.length == 0 ? null : (cluster, row) -> Picked.has(rows, points.get(cluster)[row]));
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
