package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import app.parcelle.engine.message.Texts;

/**
 * Profiles of clusters as polygons around a middle: a spoke a field, with the index of the cluster's mean, where 100 is the
 * average of all and a circle. What is beyond {@link #MOST} is drawn there. Style class {@code radar-plot}.
 */
public final class RadarPlot extends ClusterChart {
  /** The greatest index that is drawn as it is. */
  public static final double MOST = 300;

  private static final double AVERAGE = 100;
  private static final double LEAST_OUTER = 150;
  private static final double ROUND = 50;
  private static final double LONGEST_NAME = 150;
  private static final double MARGIN = 24;

  private final List<String> names;
  private final List<String> fields;
  private final double[][] index;
  private final double outer;
  private final Texts texts;
  private final List<Path> polygons = new ArrayList<>();
  private final List<Line> spokes = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final Circle average = new Circle();
  private final Circle edge = new Circle();
  private final Label averageTick;
  private final Label edgeTick;
  private final List<Label> numbers = new ArrayList<>();
  private final ClusterLegend legend;
  private final Path selection = new Path();
  private String selectionName = "";
  private double[] selectionIndex = {};

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the clusters, from 1 on
   * @param fields one a spoke, at least three
   * @param index clusters x fields, 100 = average; NaN where it is not known
   */
  public RadarPlot(String name, List<String> names, List<String> fields, double[][] index, Picked picked,
      Texts texts) {
    super("radar-plot", name, picked);
    this.names = List.copyOf(names);
    this.fields = List.copyOf(fields);
    this.index = Arrays.stream(index).map(double[]::clone).toArray(double[][]::new);
    this.texts = texts;
    double most = Arrays.stream(index).flatMapToDouble(Arrays::stream).filter(v -> v <= MOST).max().orElse(0);
    boolean beyond = Arrays.stream(index).flatMapToDouble(Arrays::stream).anyMatch(v -> v > MOST);
    outer = beyond ? MOST : Math.max(LEAST_OUTER, Math.ceil(most / ROUND) * ROUND);
    averageTick = label(texts.text("charts.radar.average"), "tick", "on-chart");
    edgeTick = label(texts.text("charts.count", outer), "tick", "on-chart");
    legend = new ClusterLegend(names, picked);
    average.getStyleClass().add("average");
    edge.getStyleClass().add("edge");
    average.setMouseTransparent(true);
    edge.setMouseTransparent(true);
    for (String field : fields) {
      Line spoke = new Line();
      spoke.getStyleClass().add("grid");
      spokes.add(spoke);
      labels.add(given(field));
    }
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      Path polygon = new Path();
      polygon.getStyleClass().addAll("profile", "own-stroke", Swatches.style(cluster));
      polygons.add(stop(cluster, words(cluster), polygon));
      Label number = label(Integer.toString(cluster), "cluster-number", "on-chart");
      number.opacityProperty().bind(polygon.opacityProperty());
      numbers.add(number);
    }
    getChildren().add(edge);
    getChildren().addAll(spokes);
    getChildren().add(average);
    getChildren().addAll(polygons);
    selection.getStyleClass().addAll("profile", "selected");
    selection.setMouseTransparent(true);
    getChildren().add(selection);
    getChildren().addAll(labels);
    getChildren().addAll(numbers);
    getChildren().addAll(averageTick, edgeTick, legend);
    setMinSize(260, 240);
    fade();
  }

  /**
   * Draws a polygon of customers who are selected.
   *
   * @param name what they are called; empty for none
   * @param own their index in each field, NaN where it is not known; empty for none
   */
  public void select(String name, double[] own) {
    selectionName = name;
    selectionIndex = own.clone();
    selection.setVisible(own.length > 0);
    legend.also(name);
    requestLayout();
  }

  private String words(int cluster) {
    return texts.text("charts.radar.one", names.get(cluster - 1), IntStream.range(0, fields.size())
        .mapToObj(
            field -> texts.text("charts.radar.field", fields.get(field), said(index[cluster - 1][field])))
        .collect(Collectors.joining(", ")));
  }

  private String said(double value) {
    return Double.isNaN(value) ? "" : texts.text("charts.count", Math.rint(value));
  }

  /** A row a cluster, and one for those selected: its name, and its index in each field. */
  public ChartRows rows() {
    List<String> columns = new ArrayList<>(List.of(texts.text("charts.column.cluster")));
    columns.addAll(fields);
    List<List<String>> rows = new ArrayList<>();
    for (int cluster = 0; cluster < names.size(); cluster++) {
      rows.add(row(names.get(cluster), index[cluster]));
    }
    if (selectionIndex.length > 0) {
      rows.add(row(selectionName, selectionIndex));
    }
    return new ChartRows(columns, rows);
  }

  private List<String> row(String name, double[] own) {
    return Stream.concat(Stream.of(name), Arrays.stream(own).mapToObj(this::said)).toList();
  }

  @Override
  protected void layoutChildren() {
    double legendHeight = legend.prefHeight(getWidth());
    legend.resizeRelocate(0, getHeight() - legendHeight, getWidth(), legendHeight);
    double wide = widest(labels, LONGEST_NAME);
    double high = getHeight() - legendHeight - 8;
    double radius = Math.max(10, Math.min(getWidth() / 2 - wide - 8, high / 2 - MARGIN));
    double x = Math.rint(getWidth() / 2);
    double y = Math.rint(high / 2);
    circle(average, x, y, radius * AVERAGE / outer);
    circle(edge, x, y, radius);
    for (int field = 0; field < fields.size(); field++) {
      double angle = angle(field);
      BoxPlots.line(spokes.get(field), x, y, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      place(labels.get(field), x, y, radius + 6, angle, wide);
    }
    for (int cluster = 0; cluster < polygons.size(); cluster++) {
      draw(polygons.get(cluster), index[cluster], x, y, radius);
    }
    draw(selection, selectionIndex, x, y, radius);
    numbers(x, y, radius);
    double between = angle(0) + Math.PI / fields.size();
    averageTick.autosize();
    edgeTick.autosize();
    tick(averageTick, x, y, radius * AVERAGE / outer, between);
    tick(edgeTick, x, y, radius, between);
  }

  /** Each at the corner of its polygon that is farthest out, or at the next where another number stands. */
  private void numbers(double x, double y, double radius) {
    List<Bounds> taken = new ArrayList<>();
    for (int cluster = 0; cluster < numbers.size(); cluster++) {
      double[] own = index[cluster];
      List<Integer> corners = IntStream.range(0, own.length)
          .filter(field -> !Double.isNaN(own[field]))
          .boxed()
          .sorted(Comparator.comparing(field -> -own[field]))
          .toList();
      Label number = numbers.get(cluster);
      number.setVisible(false);
      number.autosize();
      for (int field : corners) {
        tick(number, x, y, radius * Math.clamp(own[field], 0, outer) / outer - 9, angle(field));
        if (taken.stream().noneMatch(number.getBoundsInParent()::intersects)) {
          taken.add(number.getBoundsInParent());
          number.setVisible(true);
          break;
        }
      }
    }
  }

  private double angle(int field) {
    return 2 * Math.PI * field / fields.size() - Math.PI / 2;
  }

  private void draw(Path polygon, double[] values, double x, double y, double radius) {
    polygon.getElements().clear();
    for (int field = 0; field < values.length; field++) {
      double value = Double.isNaN(values[field]) ? AVERAGE : Math.clamp(values[field], 0, outer);
      double atX = x + radius * value / outer * Math.cos(angle(field));
      double atY = y + radius * value / outer * Math.sin(angle(field));
      polygon.getElements().add(field == 0 ? new MoveTo(atX, atY) : new LineTo(atX, atY));
    }
    if (values.length > 0) {
      polygon.getElements().add(new ClosePath());
    }
  }

  private static void place(Label label, double x, double y, double radius, double angle, double wide) {
    double width = Math.min(wide, Math.ceil(label.prefWidth(-1)));
    double height = label.prefHeight(-1);
    double atX = x + radius * Math.cos(angle);
    double atY = y + radius * Math.sin(angle);
    double shift = Math.abs(Math.cos(angle)) < 0.1 ? 0.5 : Math.cos(angle) > 0 ? 0 : 1;
    label.resizeRelocate(Math.rint(atX - shift * width),
        Math.rint(atY - height / 2 + height / 2 * Math.sin(angle)), width, height);
  }

  private static void tick(Label tick, double x, double y, double radius, double angle) {
    tick.relocate(Math.rint(x + radius * Math.cos(angle) - tick.getWidth() / 2),
        Math.rint(y + radius * Math.sin(angle) - tick.getHeight() / 2));
  }

  private static void circle(Circle circle, double x, double y, double radius) {
    circle.setCenterX(x);
    circle.setCenterY(y);
    circle.setRadius(radius);
  }
}
