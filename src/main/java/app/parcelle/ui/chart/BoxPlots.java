package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

import app.parcelle.engine.message.Texts;

/**
 * A field's values by cluster: a box from the first to the third quartile with the median, whiskers to the last values within
 * 1.5 interquartile ranges, and how many values there are. A drag along a box selects values of its cluster; the box of those
 * that are selected lies in it, with the class {@code selected}. Style class {@code box-plots}.
 */
public final class BoxPlots extends ClusterChart {
  private static final double AXIS = 22;
  private static final double LONGEST_NAME = 180;
  private static final double GAP = 10;
  private static final double THICKEST = 30;
  private static final double LEAST_ROW = 22;

  private final Texts texts;
  private final DoubleFunction<String> words;
  private final List<String> names;
  private final List<BoxFigures> figures;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Label> left = new ArrayList<>();
  private final List<Label> right = new ArrayList<>();
  private final List<Line> grid = new ArrayList<>();
  private final List<Label> ticks = new ArrayList<>();
  private List<BoxFigures> selection = List.of();
  private double[] marks = {};
  private Taker selected = (_, _, _) -> {};
  private double low;
  private double high;

  private record Box(Rectangle field, Line whiskers, Line lowEnd, Line highEnd, Rectangle box,
      Line median, Rectangle selected, Line selectedMedian) {}

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the clusters, from 1 on
   * @param figures of each cluster's values
   * @param words puts a value into words, with its unit
   */
  public BoxPlots(String name, List<String> names, List<BoxFigures> figures, DoubleFunction<String> words,
      Picked picked, Texts texts) {
    super("box-plots", name, picked);
    this.names = List.copyOf(names);
    this.words = words;
    this.texts = texts;
    this.figures = List.copyOf(figures);
    low = figures.stream().mapToDouble(BoxFigures::low).filter(v -> !Double.isNaN(v)).min().orElse(0);
    high = figures.stream().mapToDouble(BoxFigures::high).filter(v -> !Double.isNaN(v)).max().orElse(1);
    if (!(high > low)) {
      low -= 1;
      high += 1;
    }
    axis();
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      add(cluster);
    }
    boxes.forEach(box -> getChildren().addAll(box.selected(), box.selectedMedian()));
    getChildren().addAll(left);
    getChildren().addAll(right);
    setMinHeight(names.size() * LEAST_ROW + AXIS);
    getChildren().add(new DragField(this,
        (from, to) -> new Rectangle2D(Math.max(left(), Math.min(from.getX(), to.getX())),
            Math.floor(from.getY() / row()) * row(), Math.abs(to.getX() - from.getX()), row()),
        this::select));
    fade();
  }

  /** @param taker takes the values between which a drag went along the box of a cluster */
  public void whenSelected(Taker taker) {
    selected = taker;
  }

  /** @param figures of the values of each cluster that are selected; empty for none */
  public void select(List<BoxFigures> figures) {
    selection = List.copyOf(figures);
    requestLayout();
  }

  /** Takes values of a cluster. */
  public interface Taker {
    /** Both ends are within. */
    void take(int cluster, double least, double most);
  }

  private void select(Point2D from, Point2D to) {
    int cluster = (int) (from.getY() / row()) + 1;
    if (cluster >= 1 && cluster <= names.size()) {
      double one = low + (from.getX() - left()) / wide() * (high - low);
      double other = low + (to.getX() - left()) / wide() * (high - low);
      selected.take(cluster, Math.min(one, other), Math.max(one, other));
    }
  }

  /** Where the axis begins. */
  private double left() {
    return widest(left, LONGEST_NAME) + GAP;
  }

  private double wide() {
    return Math.max(1, getWidth() - left() - widest(right, LONGEST_NAME) - 2 * GAP);
  }

  private double row() {
    return Math.min(THICKEST + GAP, (getHeight() - AXIS) / Math.max(1, names.size()));
  }

  private void axis() {
    marks = Ticks.of(low, high, 6);
    for (double mark : marks) {
      Line line = new Line();
      line.getStyleClass().add("grid");
      grid.add(line);
      ticks.add(label(words.apply(mark), "tick"));
    }
    getChildren().addAll(grid);
    getChildren().addAll(ticks);
  }

  private void add(int cluster) {
    BoxFigures own = figures.get(cluster - 1);
    Rectangle field = new Rectangle();
    field.getStyleClass().add("field");
    Line[] lines = new Line[4];
    Arrays.setAll(lines, _ -> new Line());
    Rectangle body = new Rectangle();
    body.getStyleClass().addAll("box", "own-fill", Swatches.style(cluster));
    Group whole = new Group(field, lines[0], lines[1], lines[2], body, lines[3]);
    for (Line line : lines) {
      line.getStyleClass().add("whisker");
    }
    lines[3].getStyleClass().setAll("median");
    for (var part : whole.getChildren().subList(1, 6)) {
      part.setVisible(own.count() > 0);
    }
    Rectangle selected = new Rectangle();
    selected.getStyleClass().add("selected");
    selected.setMouseTransparent(true);
    Line selectedMedian = new Line();
    selectedMedian.getStyleClass().add("median");
    selectedMedian.setMouseTransparent(true);
    boxes.add(new Box(field, lines[0], lines[1], lines[2], body, lines[3], selected, selectedMedian));
    getChildren().add(stop(cluster, words(cluster), whole));
    Label name = given(names.get(cluster - 1));
    name.setAlignment(Pos.CENTER_RIGHT);
    name.setTextAlignment(TextAlignment.RIGHT);
    name.setWrapText(true);
    left.add(name);
    right.add(label(texts.text("charts.boxes.count", own.count()), "tick"));
  }

  private String words(int cluster) {
    BoxFigures own = figures.get(cluster - 1);
    return own.count() == 0
        ? texts.text("charts.boxes.none", names.get(cluster - 1))
        : texts.text("charts.boxes.one", names.get(cluster - 1), words.apply(own.median()),
            words.apply(own.first()), words.apply(own.third()), words.apply(own.low()),
            words.apply(own.high()),
            own.count(), own.outside());
  }

  /** A row a cluster: its name, number of values, whiskers, quartiles, median, and how many values lie outside. */
  public ChartRows rows() {
    return new ChartRows(
        List.of(texts.text("charts.column.cluster"), texts.text("charts.boxes.values"),
            texts.text("charts.boxes.low"), texts.text("charts.boxes.first"),
            texts.text("charts.boxes.median"), texts.text("charts.boxes.third"),
            texts.text("charts.boxes.high"), texts.text("charts.boxes.outside")),
        IntStream.range(0, names.size()).mapToObj(i -> {
          BoxFigures own = figures.get(i);
          return List.of(names.get(i), texts.text("charts.count", own.count()), said(own, own.low()),
              said(own, own.first()), said(own, own.median()), said(own, own.third()),
              said(own, own.high()), texts.text("charts.count", own.outside()));
        }).toList());
  }

  private String said(BoxFigures own, double value) {
    return own.count() == 0 ? "" : words.apply(value);
  }

  @Override
  protected double computePrefHeight(double width) {
    return names.size() * (THICKEST + GAP) + AXIS;
  }

  @Override
  protected void layoutChildren() {
    double nameWidth = widest(left, LONGEST_NAME);
    double countWidth = widest(right, LONGEST_NAME);
    double from = left();
    double wide = wide();
    double row = row();
    double bottom = row * names.size();
    for (int i = 0; i < marks.length; i++) {
      double x = Math.rint(from + (marks[i] - low) / (high - low) * wide) + 0.5;
      line(grid.get(i), x, 0, x, bottom);
      centre(ticks.get(i), x, bottom + AXIS / 2);
    }
    for (int i = 0; i < boxes.size(); i++) {
      left.get(i).resizeRelocate(0, i * row, nameWidth, row);
      right.get(i).resizeRelocate(from + wide + 2 * GAP, i * row, countWidth, row);
      place(boxes.get(i), figures.get(i), from, wide, i * row, row);
      placeSelected(i, from, wide, row);
    }
  }

  private void place(Box box, BoxFigures own, double from, double wide, double top, double row) {
    double middle = Math.rint(top + row / 2) + 0.5;
    double half = Math.rint(Math.min(THICKEST, row - 4) / 2) - 1;
    double[] x = new double[]{own.low(), own.first(), own.median(), own.third(), own.high()};
    Arrays.setAll(x, i -> from + (x[i] - low) / (high - low) * wide);
    rectangle(box.field(), from, top, wide, row);
    if (own.count() > 0) {
      line(box.whiskers(), x[0], middle, x[4], middle);
      line(box.lowEnd(), x[0], middle - half / 2, x[0], middle + half / 2);
      line(box.highEnd(), x[4], middle - half / 2, x[4], middle + half / 2);
      rectangle(box.box(), x[1], middle - half, Math.max(1, x[3] - x[1]), 2 * half);
      line(box.median(), x[2], middle - half, x[2], middle + half);
    }
  }

  private void placeSelected(int cluster, double from, double wide, double row) {
    Box box = boxes.get(cluster);
    boolean any = cluster < selection.size() && selection.get(cluster).count() > 0;
    box.selected().setVisible(any);
    box.selectedMedian().setVisible(any);
    if (any) {
      BoxFigures own = selection.get(cluster);
      double middle = Math.rint(cluster * row + row / 2) + 0.5;
      double half = Math.max(2, Math.rint(Math.min(THICKEST, row - 4) / 6));
      double[] x = {own.first(), own.median(), own.third()};
      Arrays.setAll(x, i -> from + (Math.clamp(x[i], low, high) - low) / (high - low) * wide);
      rectangle(box.selected(), x[0], middle - half, Math.max(2, x[2] - x[0]), 2 * half);
      line(box.selectedMedian(), x[1], middle - half, x[1], middle + half);
    }
  }

  static void line(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }

  static void rectangle(Rectangle rectangle, double x, double y, double width, double height) {
    rectangle.setX(x);
    rectangle.setY(y);
    rectangle.setWidth(Math.max(0, width));
    rectangle.setHeight(Math.max(0, height));
  }
}
