package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * Overlapping sets as a matrix: a row a set with its size, a column a region with a dot in the rows of its sets, and its size as a bar
 * above. Lex and others, UpSet: Visualization of Intersecting Sets, 2014. Style class {@code upset}.
 */
public final class UpSet extends SetChart {
  /** Columns beyond these cannot be read. */
  public static final int MOST = 40;

  private static final double WIDEST_NAME = 200;
  private static final double SIZE_BAR = 90;
  private static final double SIZE_FIGURE = 58;
  private static final double GAP = 10;
  private static final double NARROWEST = 12;
  private static final double WIDEST = 52;
  private static final double ROW = 30;
  private static final double LEAST_ROW = 18;
  private static final double FIGURE = 18;

  private final List<Row> rows = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final double most;
  private final double largest;
  private double first;
  private double step = 1;

  private record Row(Rectangle stripe, Label figure, Rectangle size, Label name) {}

  private record Column(Sets.Region region, Rectangle field, Rectangle bar, Label figure, List<Circle> dots,
      Line line) {}

  public UpSet(Sets sets) {
    super(sets, sets.regions().stream().limit(MOST).toList());
    getStyleClass().add("upset");
    most = sets.regions().stream().mapToInt(Sets.Region::count).max().orElse(1);
    largest = Math.max(1, sets.sets().stream().mapToInt(Sets.OneSet::size).max().orElse(1));
    sets.sets().forEach(set -> rows.add(row(set)));
    rows.forEach(row -> getChildren().add(row.stripe()));
    sets.regions().stream().limit(MOST).forEach(region -> columns.add(column(region)));
    columns.forEach(column -> getChildren().add(column.field()));
    rows.forEach(row -> getChildren().addAll(row.size(), row.figure(), row.name()));
    for (Column column : columns) {
      getChildren().addAll(column.bar(), column.figure(), column.line());
      getChildren().addAll(column.dots());
    }
    setMinSize(300, 160 + LEAST_ROW * rows.size());
    mark();
  }

  private Row row(Sets.OneSet set) {
    Rectangle stripe = shape("stripe", rows.size() % 2 == 0 ? "even" : "odd");
    Label name = new Label(set.name());
    name.getStyleClass().addAll("given", "set-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setTooltip(new Tooltip(set.name()));
    name.setAlignment(Pos.CENTER_RIGHT);
    Label figure = new Label(set.figure());
    figure.getStyleClass().addAll("small", "muted");
    figure.setAlignment(Pos.CENTER_RIGHT);
    return new Row(stripe, figure, shape("size"), name);
  }

  private Column column(Sets.Region region) {
    Label figure = new Label(region.figure());
    figure.getStyleClass().add("region-figure");
    figure.setAlignment(Pos.CENTER);
    figure.setMouseTransparent(true);
    List<Circle> dots = new ArrayList<>();
    for (int i = 0; i < sets.sets().size(); i++) {
      Circle dot = new Circle();
      dot.getStyleClass().addAll("dot", region.in(i) ? "in" : "out");
      dot.setMouseTransparent(true);
      dots.add(dot);
    }
    Line line = new Line();
    line.getStyleClass().add("link");
    line.setMouseTransparent(true);
    return new Column(region, shape("field"), shape("bar"), figure, dots, line);
  }

  private static Rectangle shape(String... styles) {
    Rectangle shape = new Rectangle();
    shape.getStyleClass().addAll(styles);
    shape.setMouseTransparent(true);
    return shape;
  }

  @Override
  int at(double x, double y) {
    int column = (int) Math.floor((x - first) / step);
    return x < first || column >= columns.size() ? NONE : columns.get(column).region().set();
  }

  @Override
  List<? extends Node> parts(Sets.Region region) {
    return columns.stream()
        .filter(column -> column.region().equals(region))
        .flatMap(column -> java.util.stream.Stream.<Node>concat(
            java.util.stream.Stream.of(column.field(), column.bar(), column.figure(), column.line()),
            column.dots().stream()))
        .toList();
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = Math.min(WIDEST_NAME,
        rows.stream().mapToDouble(row -> Math.ceil(row.name().prefWidth(-1))).max().orElse(0));
    double row = Math.clamp(getHeight() * 0.55 / Math.max(1, rows.size()), LEAST_ROW, ROW);
    double matrix = getHeight() - row * rows.size();
    first = SIZE_FIGURE + SIZE_BAR + nameWidth + 2 * GAP;
    step = Math.clamp((getWidth() - first) / Math.max(1, columns.size()), NARROWEST, WIDEST);
    for (int i = 0; i < rows.size(); i++) {
      place(rows.get(i), sets.sets().get(i), matrix + i * row, row, nameWidth);
    }
    for (int c = 0; c < columns.size(); c++) {
      place(columns.get(c), first + c * step, matrix, row);
    }
  }

  private void place(Row row, Sets.OneSet set, double y, double height, double nameWidth) {
    place(row.stripe(), 0, y, Math.max(0, first + step * columns.size()), height);
    double bar = SIZE_BAR * set.size() / largest;
    place(row.size(), SIZE_FIGURE + SIZE_BAR - bar, y + height * 0.25, bar, height * 0.5);
    row.figure().resizeRelocate(0, y, SIZE_FIGURE + SIZE_BAR - bar - 4, height);
    row.name().resizeRelocate(SIZE_FIGURE + SIZE_BAR + GAP, y, nameWidth, height);
  }

  private void place(Column column, double x, double matrix, double row) {
    double middle = x + step / 2;
    double room = matrix - FIGURE - GAP;
    double height = Math.max(1, room * column.region().count() / most);
    place(column.field(), x, 0, step, matrix + row * rows.size());
    place(column.bar(), middle - step * 0.32, matrix - GAP / 2 - height, step * 0.64, height);
    double width = Math.ceil(column.figure().prefWidth(-1));
    column.figure().setVisible(width <= step + 2);
    column.figure().resizeRelocate(middle - width / 2, matrix - GAP / 2 - height - FIGURE, width, FIGURE);
    double radius = Math.min(row * 0.28, step * 0.34);
    for (int i = 0; i < column.dots().size(); i++) {
      Circle dot = column.dots().get(i);
      dot.setCenterX(middle);
      dot.setCenterY(matrix + (i + 0.5) * row);
      dot.setRadius(radius);
    }
    int set = column.region().set();
    column.line().setStartX(middle);
    column.line().setEndX(middle);
    column.line().setStartY(matrix + (Integer.numberOfTrailingZeros(set) + 0.5) * row);
    column.line().setEndY(matrix + (31 - Integer.numberOfLeadingZeros(set) + 0.5) * row);
  }

  private static void place(Rectangle shape, double x, double y, double width, double height) {
    shape.setX(x);
    shape.setY(y);
    shape.setWidth(width);
    shape.setHeight(height);
  }
}
