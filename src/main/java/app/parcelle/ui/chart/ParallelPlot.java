package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.job.JobRunner;

/**
 * Parallel coordinates (Inselberg, 1985): an axis a field, a thin line a row, and a bold one through the medians of each
 * cluster. A drag along an axis selects the rows that pass there, on all axes that have such a range. Style class
 * {@code parallel-plot}. By keyboard: left and right go from axis to axis, up and down move the range of one, plus and minus
 * widen and narrow it, Delete takes it back, Escape all; a digit chooses a cluster.
 */
public final class ParallelPlot extends ClusterChart {
  private static final double TOP = 44;
  private static final double FOOT = 22;
  private static final double SIDE = 50;
  private static final double LONGEST_NAME = 150;
  private static final int THIN = 90;
  private static final int FAINTEST = 16;
  private static final int FADED = 2;
  /** So many rows are as strong as {@link #THIN} says; more are fainter, each. */
  private static final double FEW = 400;

  private final Texts texts;
  private final List<String> names;
  private final List<ParallelAxis> axes;
  private final double[][] ends;
  private final int[] rows;
  private final int[] clusters;
  private final int rowCount;
  private final PaintedLayer layer;
  private final Swatches swatches = new Swatches(this::requestLayout);
  private final ClusterLegend legend;
  private final List<ParallelColumn> columns = new ArrayList<>();
  private final List<Path> halos = new ArrayList<>();
  private final List<Path> medians = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final double[][] medianOf;
  private final ChangeListener<Number> highlight = (_, _, _) -> requestLayout();
  private final ChangeListener<long[]> selection = (_, _, _) -> selected();
  private int focused;
  private boolean selecting;

  /**
   * @param name what it shows, for people who do not see it
   * @param names of the clusters, from 1 on
   * @param rows that are drawn, by their numbers in the data; a sample where there are more than some thousands
   * @param clusters one a row that is drawn, from 1 on; 0 for none
   * @param rowCount of the data
   * @param axes at least two
   * @param key of the work of this chart, which no other on the screen has
   */
  public ParallelPlot(String name, List<String> names, int[] rows, int[] clusters, int rowCount,
      List<ParallelAxis> axes, Picked picked, JobRunner jobs, String key, Texts texts) {
    super("parallel-plot", name, picked);
    this.texts = texts;
    this.names = List.copyOf(names);
    this.axes = List.copyOf(axes);
    this.rows = rows.clone();
    this.clusters = clusters.clone();
    this.rowCount = rowCount;
    ends = axes.stream().map(ParallelAxis::ends).toArray(double[][]::new);
    medianOf = axes.stream().map(axis -> axis.medians(clusters, names.size())).toArray(double[][]::new);
    layer = new PaintedLayer(jobs, key);
    legend = new ClusterLegend(names, picked);
    swatches.show(names.size());
    getChildren().addAll(swatches, layer.view());
    for (int axis = 0; axis < axes.size(); axis++) {
      column(axis);
    }
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      Path halo = new Path();
      halo.getStyleClass().add("halo");
      halo.setMouseTransparent(true);
      halos.add(halo);
      Path median = new Path();
      halo.opacityProperty().bind(median.opacityProperty());
      median.getStyleClass().addAll("median", "own-stroke", Swatches.style(cluster));
      medians.add(part(cluster, words(cluster), median));
    }
    for (int cluster = 0; cluster < names.size(); cluster++) {
      getChildren().addAll(halos.get(cluster), medians.get(cluster));
    }
    for (int cluster = 1; cluster <= names.size(); cluster++) {
      numbers.add(label(Integer.toString(cluster), "cluster-number"));
    }
    getChildren().addAll(numbers);
    columns.forEach(column -> getChildren().addAll(column.title, column.low, column.high));
    getChildren().add(legend);
    setMinSize(300, 220);
    picked.highlightedProperty().addListener(new WeakChangeListener<>(highlight));
    picked.rowsProperty().addListener(new WeakChangeListener<>(selection));
    focusedProperty().addListener((_, _, _) -> requestLayout());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    fade();
  }

  private void column(int axis) {
    ParallelColumn column = new ParallelColumn(axes.get(axis), ends[axis]);
    columns.add(column);
    column.field.setOnMousePressed(event -> {
      requestFocus();
      focused = axis;
      column.pressed = share(event);
      event.consume();
    });
    column.field.setOnMouseDragged(event -> {
      double to = share(event);
      column.brushed = new double[]{Math.min(column.pressed, to), Math.max(column.pressed, to)};
      requestLayout();
      event.consume();
    });
    column.field.setOnMouseReleased(event -> {
      if (event.isStillSincePress()) {
        column.brushed = null;
      }
      select();
      event.consume();
    });
    getChildren().addAll(column.field, column.line, column.range);
  }

  private String words(int cluster) {
    return texts.text("charts.parallel.one", names.get(cluster - 1), String.join(", ",
        IntStream.range(0, axes.size())
            .filter(axis -> !Double.isNaN(medianOf[axis][cluster - 1]))
            .mapToObj(axis -> texts.text("charts.parallel.field", axes.get(axis).name(),
                axes.get(axis).words().apply(medianOf[axis][cluster - 1])))
            .toList()));
  }

  /** The rows that pass all ranges, or none where there is no range. */
  private void select() {
    selecting = true;
    picked.select(passing());
    selecting = false;
    requestLayout();
  }

  long[] passing() {
    if (columns.stream().allMatch(column -> column.brushed == null)) {
      return Picked.NONE;
    }
    long[] selected = Bits.of(rowCount);
    for (int i = 0; i < rows.length; i++) {
      if (passes(i)) {
        Bits.set(selected, rows[i]);
      }
    }
    return selected;
  }

  private boolean passes(int i) {
    for (int axis = 0; axis < axes.size(); axis++) {
      double[] range = columns.get(axis).brushed;
      if (range != null) {
        double at = at(axis, axes.get(axis).values()[i]);
        if (!(at >= range[0] && at <= range[1])) {
          return false;
        }
      }
    }
    return true;
  }

  /** A selection made elsewhere takes the ranges back. */
  private void selected() {
    if (!selecting) {
      columns.forEach(column -> column.brushed = null);
    }
    requestLayout();
  }

  /** Where a value is on its axis, from 0 to 1; NaN where it is not known. */
  private double at(int axis, double value) {
    double at = (value - ends[axis][0]) / (ends[axis][1] - ends[axis][0]);
    return Double.isNaN(at) ? at : Math.clamp(at, 0, 1);
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    ParallelColumn column = columns.get(focused);
    switch (event.getCode()) {
      case LEFT -> focus(focused - 1);
      case RIGHT -> focus(focused + 1);
      case UP -> range(column.moved(true));
      case DOWN -> range(column.moved(false));
      case PLUS, ADD, EQUALS -> range(column.widened(true));
      case MINUS, SUBTRACT -> range(column.widened(false));
      case DELETE, BACK_SPACE -> {
        column.brushed = null;
        select();
      }
      case ESCAPE -> {
        columns.forEach(each -> each.brushed = null);
        select();
      }
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9 -> {
        int digit = Integer.parseInt(event.getCode().getChar());
        picked.choose(digit <= names.size() ? digit : 0);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void range(double[] range) {
    columns.get(focused).brushed = range;
    select();
  }

  private void focus(int axis) {
    focused = Math.clamp(axis, 0, axes.size() - 1);
    setAccessibleText(texts.text("charts.parallel.axis", axes.get(focused).name(),
        axes.get(focused).words().apply(ends[focused][0]),
        axes.get(focused).words().apply(ends[focused][1])));
    requestLayout();
  }

  /** A row a cluster and a field: the cluster's median. */
  public ChartRows rows() {
    List<String> head = new ArrayList<>(List.of(texts.text("charts.column.cluster")));
    axes.forEach(axis -> head.add(axis.name()));
    return new ChartRows(head, IntStream.range(0, names.size()).mapToObj(cluster -> {
      List<String> row = new ArrayList<>(List.of(names.get(cluster)));
      IntStream.range(0, axes.size())
          .forEach(axis -> row.add(Double.isNaN(medianOf[axis][cluster])
              ? ""
              : axes.get(axis).words().apply(medianOf[axis][cluster])));
      return row;
    }).toList());
  }

  private double bottom() {
    return getHeight() - FOOT - legend.prefHeight(getWidth()) - 6;
  }

  private double x(int axis) {
    return Math.rint(SIDE + axis * (getWidth() - 2 * SIDE) / (axes.size() - 1));
  }

  private double y(double at) {
    return bottom() - at * (bottom() - TOP);
  }

  private double share(MouseEvent event) {
    return Math.clamp((bottom() - event.getY()) / (bottom() - TOP), 0, 1);
  }

  @Override
  protected void layoutChildren() {
    double high = legend.prefHeight(getWidth());
    legend.resizeRelocate(0, getHeight() - high, getWidth(), high);
    double step = (getWidth() - 2 * SIDE) / (axes.size() - 1);
    double nameWidth = Math.min(LONGEST_NAME, step - 6);
    for (int axis = 0; axis < axes.size(); axis++) {
      ParallelColumn column = columns.get(axis);
      double x = x(axis);
      column.place(x, TOP, bottom());
      column.title.getStyleClass().remove("figure");
      if (isFocused() && axis == focused) {
        column.title.getStyleClass().add("figure");
      }
      boolean outer = axis == 0 || axis == axes.size() - 1;
      double wide = Math.min(outer ? Math.min(2 * SIDE, nameWidth) : nameWidth,
          Math.ceil(column.title.prefWidth(-1)));
      column.title.resizeRelocate(Math.rint(x - wide / 2), 2, wide, 18);
      centre(column.high, x, TOP - 12);
      centre(column.low, x, bottom() + 11);
    }
    for (int cluster = 0; cluster < medians.size(); cluster++) {
      median(medians.get(cluster), cluster);
      halos.get(cluster).getElements().setAll(medians.get(cluster).getElements());
    }
    numbers();
    paint();
  }

  /** At the right ends of the medians, below each other. */
  private void numbers() {
    int last = axes.size() - 1;
    List<Integer> order = IntStream.range(0, names.size())
        .boxed()
        .sorted(Comparator.comparing(cluster -> -at(last, medianOf[last][cluster])))
        .toList();
    double free = 0;
    for (int cluster : order) {
      Label number = numbers.get(cluster);
      double y = y(at(last, medianOf[last][cluster]));
      number.autosize();
      number.setVisible(!Double.isNaN(y));
      number.setOpacity(medians.get(cluster).getOpacity());
      if (!Double.isNaN(y)) {
        double top = Math.max(free, y - number.getHeight() / 2);
        number.relocate(x(last) + 8, Math.rint(top));
        free = top + number.getHeight() - 3;
      }
    }
  }

  private void median(Path path, int cluster) {
    path.getElements().clear();
    boolean drawing = false;
    for (int axis = 0; axis < axes.size(); axis++) {
      double at = at(axis, medianOf[axis][cluster]);
      if (!Double.isNaN(at)) {
        path.getElements().add(drawing ? new LineTo(x(axis), y(at)) : new MoveTo(x(axis), y(at)));
      }
      drawing = !Double.isNaN(at);
    }
  }

  private void paint() {
    int width = (int) Math.ceil(getWidth());
    int height = (int) Math.ceil(getHeight());
    int[] colours = swatches.argb();
    long[] selected = picked.rowsProperty().get();
    int highlighted = picked.highlightedProperty().get();
    double[] xs = IntStream.range(0, axes.size()).mapToDouble(this::x).toArray();
    double low = bottom();
    int thin = (int) Math.clamp(THIN * FEW / Math.max(1, rows.length), FAINTEST, THIN);
    layer.paint(width, height, (pixels, job) -> {
      LineRaster raster = new LineRaster(width, height, pixels);
      boolean even = selected.length == 0 && highlighted == 0;
      for (boolean standing : even ? new boolean[]{true} : new boolean[]{false, true}) {
        job.throwIfCancelled();
        for (int i = 0; i < rows.length; i++) {
          boolean stands = Picked.has(selected, rows[i]) && (highlighted == 0 || clusters[i] == highlighted);
          if (stands == standing) {
            line(raster, i, xs, low, colours[clusters[i]], even ? thin : stands ? 2 * thin : FADED);
          }
        }
      }
    }, () -> {});
  }

  private void line(LineRaster raster, int i, double[] xs, double low, int colour, int opacity) {
    double before = Double.NaN;
    for (int axis = 0; axis < xs.length; axis++) {
      double at = at(axis, axes.get(axis).values()[i]);
      double y = low - at * (low - TOP);
      if (!Double.isNaN(before) && !Double.isNaN(y)) {
        raster.line(xs[axis - 1], before, xs[axis], y, colour, opacity);
      }
      before = y;
    }
  }
}
