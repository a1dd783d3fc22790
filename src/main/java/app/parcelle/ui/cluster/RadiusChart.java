package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import app.parcelle.engine.cluster.algorithm.Partition.Detail;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.theme.Parts;

/**
 * How far each customer's neighbours are, from the most crowded customer to the loneliest, with the radius that was used: it
 * is best where the curve bends (Ester et al. 1996). Style class {@code radius-chart}.
 */
final class RadiusChart extends Region {
  private static final int MOST_POINTS = 400;
  private static final int SHARES = 10;
  private static final double AXIS = 22;
  private static final double GUTTER = 48;

  private final ClusterWords words;
  private final Detail.Radius radius;
  private final double highest;
  private final Path curve = new Path();
  private final Line base = new Line();
  private final Line used = new Line();
  private final Label top;
  private final Label zero;
  private final Label across;
  private final Label mark;

  RadiusChart(Detail.Radius radius, ClusterWords words) {
    this.radius = radius;
    this.words = words;
    float[] distances = radius.kDistances();
    double most = distances.length == 0 ? 1 : distances[distances.length - 1];
    highest = Math.max(Math.max(most, radius.eps()) * 1.05, 1e-12);
    getStyleClass().add("radius-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    String said = words.text("clusters.radius.mark", radius.eps());
    setAccessibleText(words.text("clusters.radius") + ". " + said);
    setFocusTraversable(true);
    top = Parts.label(words.text("clusters.choice.two", highest), "tick");
    zero = Parts.label(words.count(0), "tick");
    across = Parts.label(words.text("clusters.radius.across"), "tick");
    mark = Parts.label(said, "mark");
    curve.getStyleClass().add("curve");
    base.getStyleClass().add("base");
    used.getStyleClass().add("used");
    getChildren().setAll(base, curve, used, top, zero, across, mark);
    setMinSize(240, 180);
  }

  /** The distance below which each tenth of the customers has its neighbours. */
  ChartRows rows() {
    float[] distances = radius.kDistances();
    return new ChartRows(
        List.of(words.text("clusters.radius.share"),
            words.text("clusters.radius.distance", radius.minPoints())),
        distances.length == 0
            ? List.of()
            : IntStream.rangeClosed(1, SHARES)
                .mapToObj(tenth -> List.of(words.percent((double) tenth / SHARES), words.text(
                    "clusters.choice.two", distances[(distances.length - 1) * tenth / SHARES])))
                .toList());
  }

  @Override
  protected void layoutChildren() {
    double bottom = getHeight() - AXIS;
    double room = bottom - 8;
    double width = getWidth() - GUTTER - 8;
    curve.getElements().clear();
    float[] distances = radius.kDistances();
    int drawn = Math.min(MOST_POINTS, distances.length);
    for (int i = 0; i < drawn; i++) {
      int at = drawn == 1 ? 0 : (int) ((long) i * (distances.length - 1) / (drawn - 1));
      double x = GUTTER + width * i / Math.max(1, drawn - 1);
      double y = bottom - room * distances[at] / highest;
      curve.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
    }
    line(base, bottom);
    double eps = bottom - room * radius.eps() / highest;
    line(used, eps);
    place(top, 0, 0);
    place(zero, 0, bottom - 8);
    place(across, GUTTER, bottom + 3);
    place(mark, GUTTER + 6, Math.max(0, eps - 22));
  }

  private void line(Line line, double y) {
    line.setStartX(GUTTER);
    line.setEndX(getWidth() - 8);
    line.setStartY(Math.rint(y) + 0.5);
    line.setEndY(Math.rint(y) + 0.5);
  }

  private static void place(Label label, double x, double y) {
    label.autosize();
    label.relocate(x, Math.rint(y));
  }
}
