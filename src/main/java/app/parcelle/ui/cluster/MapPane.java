package app.parcelle.ui.cluster;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.cluster.map.Projections.Pair;
import app.parcelle.ui.chart.map.MapTools;
import app.parcelle.ui.chart.map.PointCloud;
import app.parcelle.ui.chart.map.PointMap;
import app.parcelle.ui.cluster.MapLayouts.Way;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;
import app.parcelle.ui.theme.Wrapping;

/** The map of customers: who is like whom, drawn in one of several ways. */
final class MapPane extends VBox {
  private final Showing showing;
  private final ClusterWords words;
  private final PointMap map;
  private final Segmented<Way> ways;
  private final Label what = Parts.wrapped("", "muted", "small");
  private final ComboBox<Pair> pairs = new ComboBox<>();
  private final HBox pairLine;
  private final StackPane place = new StackPane();
  private final Waiting working;

  MapPane(Showing showing) {
    super(8);
    this.showing = showing;
    this.words = showing.words();
    Found found = showing.found();
    map = new PointMap(words.text("clusters.map.name", found.clustered(), found.result().k()),
        showing.model().picked(), showing.model().jobs(), "clusters-map", words.texts());
    map.setMinHeight(200);
    map.explainBy(this::said);
    List<Way> possible = showing.model().layouts().ways(found);
    ways = new Segmented<>(possible, way -> switch (way) {
      case PCA -> words.text("clusters.map.pca");
      case TSNE -> words.text("clusters.map.tsne");
      case UMAP -> words.text("clusters.map.umap");
      case FIELDS -> words.text("clusters.map.fields");
      case PLACES -> words.text("clusters.map.places");
    });
    ways.setId("map-way");
    ways.valueProperty().addListener((_, _, way) -> lay(way));
    pairs.setId("map-pair");
    pairs.setAccessibleText(words.text("clusters.map.pair"));
    pairs.setConverter(Shown.as(this::said));
    pairs.setMaxWidth(Double.MAX_VALUE);
    pairs.valueProperty().addListener((_, _, pair) -> {
      if (pair != null) {
        lay(pair);
      }
    });
    HBox.setHgrow(pairs, Priority.ALWAYS);
    pairLine = Parts.line(8, Parts.fixed(words.text("clusters.map.pair"), "muted"), pairs);
    pairLine.managedProperty().bind(pairLine.visibleProperty());
    // where no places come, back to what there is
    working = new Waiting(words.text("clusters.job.map"), showing.model().jobs(), MapLayouts.KEY, words,
        "cancel-map", () -> ways.valueProperty().set(Way.PCA));
    working.setVisible(false);
    var frame = showing.frame("map", words.text("clusters.diagram.map"), map, map::rows);
    place.getChildren().setAll(frame, working);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().setAll(new Wrapping(ways, new MapTools(map, words.texts())), pairLine, place,
        what);
    lay(Way.PCA);
  }

  private void lay(Way way) {
    working.setVisible(way != Way.PCA);
    pairLine.setVisible(way == Way.FIELDS);
    what.setText(switch (way) {
      case PCA -> words.text("clusters.map.pca.what");
      case TSNE, UMAP -> showing.found().result().points().rows() > way.sample()
          ? words.text("clusters.map.sampled", way.sample())
          : words.text("clusters.map.neighbours");
      case FIELDS -> words.text("clusters.map.fields.what");
      case PLACES -> words.text("clusters.map.places.what");
    });
    MapLayouts layouts = showing.model().layouts();
    if (way == Way.FIELDS) {
      layouts.pairs(showing.found(), ranked -> {
        Pair chosen = pairs.getValue();
        pairs.getItems().setAll(ranked);
        pairs.setValue(null);
        pairs.setValue(chosen == null ? ranked.getFirst() : chosen);
      });
      return;
    }
    boolean axes = way == Way.PCA;
    layouts.lay(way, showing.found(), places -> show(places, axes ? words.axis(showing.found(), 0) : "",
        axes ? words.axis(showing.found(), 1) : ""));
  }

  private void lay(Pair pair) {
    working.setVisible(true);
    showing.model()
        .layouts()
        .lay(pair, showing.found(),
            places -> show(places, dimension(pair.first()), dimension(pair.second())));
  }

  private void show(float[] places, String across, String up) {
    working.setVisible(false);
    map.axes(across, up);
    map.show(new PointCloud(places, showing.found().clusters()));
  }

  private String said(Pair pair) {
    return words.text("clusters.map.pair.one", dimension(pair.first()), dimension(pair.second()),
        words.percent(pair.share()));
  }

  private String dimension(int number) {
    Found found = showing.found();
    return words.dimension(found, found.result().prepared().dimensions().get(number));
  }

  /** Who it is, and in which cluster. */
  private String said(int point) {
    Found found = showing.found();
    int cluster = found.result().clusterOfPoint(point);
    return words.text("clusters.map.tip",
        showing.model().source().key(found.clustering().customerOfPoint(point)), cluster == 0
            ? words.text("clusters.none")
            : words.text("clusters.map.of", cluster, words.name(showing.model(), cluster)));
  }
}
