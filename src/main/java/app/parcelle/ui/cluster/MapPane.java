package app.parcelle.ui.cluster;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.ui.chart.map.PointCloud;
import app.parcelle.ui.chart.map.PointMap;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Segmented;

/** The map of customers: who is like whom, with what its axes are made of. */
final class MapPane extends VBox {
  private final PointMap map;

  MapPane(ClusterViewModel model, ClusterWords words, Found found) {
    int shown = found.clustered();
    map = new PointMap(words.text("clusters.map.name", shown, found.result().k()), model.picked(),
        model.jobs(),
        "clusters-map", words.texts());
    ClusterResult result = found.result();
    int points = result.points().rows();
    int[] clusters = new int[points];
    Arrays.setAll(clusters, result::clusterOfPoint);
    map.show(new PointCloud(plane(result), clusters));
    setSpacing(10);
    VBox.setVgrow(this, Priority.ALWAYS);

    StackPane card = new StackPane(map, caption(words.axis(found, 1), Pos.TOP_LEFT),
        caption(words.axis(found, 0), Pos.BOTTOM_RIGHT), tools(words));
    card.getStyleClass().addAll("card", "map-card");
    card.setMinHeight(200);
    VBox.setVgrow(card, Priority.ALWAYS);
    getChildren().setAll(heading(words), card);
  }

  private HBox heading(ClusterWords words) {
    Segmented<Boolean> density = new Segmented<>(List.of(false, true),
        dense -> words.text(dense ? "clusters.map.density" : "clusters.map.points"));
    density.valueProperty().set(map.densityProperty().get());
    density.valueProperty().addListener((_, _, dense) -> map.densityProperty().set(dense));
    map.densityProperty().addListener((_, _, dense) -> density.valueProperty().set(dense));
    HBox heading = new HBox(10, Parts.gap(), density);
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  /** Where each point is in the plane of the first two components: points x 2. */
  private static float[] plane(ClusterResult result) {
    Points points = result.points().asNumbers();
    float[] plane = new float[2 * points.rows()];
    for (int point = 0; point < points.rows(); point++) {
      plane[2 * point] = (float) result.axes().project(points, point, 0);
      plane[2 * point + 1] = (float) result.axes().project(points, point, 1);
    }
    return plane;
  }

  private static Label caption(String text, Pos where) {
    Label caption = Parts.label(text, "axis-caption");
    caption.setMouseTransparent(true);
    StackPane.setAlignment(caption, where);
    StackPane.setMargin(caption, new Insets(8));
    return caption;
  }

  private HBox tools(ClusterWords words) {
    HBox tools = new HBox(2, tool(Feather.PLUS, words.text("clusters.map.in"), () -> map.zoom(1.5)),
        tool(Feather.MINUS, words.text("clusters.map.out"), () -> map.zoom(1 / 1.5)),
        tool(Feather.MAXIMIZE, words.text("clusters.map.all"), map::reset));
    tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(tools, Pos.TOP_RIGHT);
    StackPane.setMargin(tools, new Insets(4));
    return tools;
  }

  private static Button tool(Feather icon, String what, Runnable action) {
    Button tool = new Button(null, new FontIcon(icon));
    tool.getStyleClass().addAll("quiet", "icon-only");
    tool.setTooltip(new Tooltip(what));
    tool.setAccessibleText(what);
    tool.setOnAction(_ -> action.run());
    return tool;
  }
}
