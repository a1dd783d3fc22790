package app.parcelle.ui.cluster;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.ui.chart.SilhouettePlot;
import app.parcelle.ui.theme.Parts;

/** How clearly each customer belongs to its cluster, as a silhouette plot or a table. */
final class SilhouettePane extends VBox {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final ClusterResult result;
  private boolean asTable;

  SilhouettePane(ClusterViewModel model, ClusterWords words, Found found) {
    this.model = model;
    this.words = words;
    this.result = found.result();
    getStyleClass().addAll("card", "silhouettes");
    setSpacing(8);
    build();
  }

  private void build() {
    Hyperlink other = new Hyperlink(words.text(asTable ? "clusters.choice.chart" : "clusters.choice.table"));
    other.getStyleClass().add("small");
    other.setMinWidth(USE_PREF_SIZE);
    other.setOnAction(_ -> {
      asTable = !asTable;
      build();
    });
    HBox heading = new HBox(8, Parts.wrapped(words.text("clusters.silhouettes"), "heading"), Parts.gap(),
        other);
    heading.setAlignment(Pos.BASELINE_LEFT);
    Tooltip.install(heading, new Tooltip(words.text("clusters.silhouettes.what")));
    getChildren().setAll(heading, asTable ? table() : plot(), legend());
  }

  private Node plot() {
    String means = IntStream.rangeClosed(1, result.k())
        .mapToObj(
            cluster -> words.text("clusters.silhouettes.one", words.name(model, cluster), mean(cluster)))
        .collect(Collectors.joining(", "));
    SilhouettePlot plot = new SilhouettePlot(
        words.text("clusters.silhouettes") + ". " + words.text("clusters.silhouettes.what") + " " + means,
        result.separation().ofRows(), overall(), value -> words.text("clusters.silhouettes.tick", value));
    plot.highlightedProperty().bindBidirectional(model.picked().highlightedProperty());
    plot.setMinHeight(120);
    VBox.setVgrow(plot, Priority.ALWAYS);
    return plot;
  }

  /** What the numbers, the axis and the dashed line are. */
  private HBox legend() {
    Region line = new Region();
    line.getStyleClass().addAll("legend-line", "average");
    HBox legend = new HBox(6, line,
        Parts.wrapped(words.text("clusters.silhouettes.legend", overall()), "small"));
    legend.setAlignment(Pos.CENTER_LEFT);
    return legend;
  }

  private GridPane table() {
    GridPane table = new GridPane();
    table.getStyleClass().add("choice-table");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints figures = new ColumnConstraints();
    figures.setHalignment(HPos.RIGHT);
    table.getColumnConstraints().setAll(names, figures, figures);
    table.addRow(0, Parts.label(""), Parts.upTo(70, words.text("clusters.silhouettes.mean"), "section-label"),
        Parts.upTo(70, words.text("clusters.silhouettes.elsewhere"), "section-label"));
    for (int cluster = 1; cluster <= result.k(); cluster++) {
      table.addRow(cluster, Parts.wrapped(words.name(model, cluster)),
          Parts.fixed(words.text("clusters.choice.two", mean(cluster))),
          Parts.fixed(words.percent(elsewhere(cluster))));
    }
    VBox.setVgrow(table, Priority.ALWAYS);
    return table;
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
