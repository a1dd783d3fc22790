package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import org.jspecify.annotations.Nullable;

/**
 * The silhouettes of rows (Rousseeuw, <i>Silhouettes</i>, Journal of Computational and Applied Mathematics 20, 1987): a band a
 * cluster with its number, the rows of it below each other from the highest to the lowest, as high as it has rows. Further to
 * the right is nearer to one's own cluster; left of the axis is nearer to another. Style class {@code silhouette-plot}; bands
 * have the class {@code group-1}, {@code group-2} and so on, which gives their colour. A click on a band chooses its cluster; so do
 * Enter and Space after the arrows have gone there. A drag selects the rows that it goes over. Where rows are selected, bands
 * pale, and a line keeps its colour as far as the share of its rows that are.
 */
public final class SilhouettePlot extends Region {
  private static final double GUTTER = 20;
  private static final double AXIS = 18;
  private static final double GAP = 4;
  private static final double TICK = 24;
  private static final double MARGIN = 10;
  private static final double DIMMED = 0.3;

  private final List<float[]> clusters;
  private final double mean;
  private final double lowest;
  private final List<Path> bands = new ArrayList<>();
  private final List<Path> marks = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final Line zero = new Line();
  private final Line average = new Line();
  private final Label left;
  private final Label middle;
  private final Label right;
  private final double[] tops;
  private final double[] heights;
  private BiConsumer<int[], int[]> selected = (_, _) -> {};
  private @Nullable Marked marked;
  private final IntegerProperty highlighted = new SimpleIntegerProperty();
  private final IntegerProperty chosen = new SimpleIntegerProperty();

  /**
   * @param name what it shows, for people who do not see it
   * @param clusters the silhouettes of each cluster's rows, -1 to 1, descending
   * @param mean of all
   * @param words puts a value of the axis into words
   */
  public SilhouettePlot(String name, List<float[]> clusters, double mean, DoubleFunction<String> words) {
    this.clusters = List.copyOf(clusters);
    this.mean = mean;
    this.lowest = lowest(clusters);
    this.tops = new double[clusters.size()];
    this.heights = new double[clusters.size()];
    getStyleClass().add("silhouette-plot");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    for (int cluster = 1; cluster <= clusters.size(); cluster++) {
      add(cluster);
    }
    left = tick(words.apply(lowest));
    middle = tick(words.apply(0));
    right = tick(words.apply(1));
    zero.getStyleClass().add("zero");
    average.getStyleClass().add("average");
    getChildren().addAll(bands);
    getChildren().addAll(marks);
    getChildren().addAll(numbers);
    getChildren().addAll(zero, average, left, middle, right);
    getChildren().add(new DragField(this,
        (from, to) -> new Rectangle2D(0, Math.max(0, Math.min(from.getY(), to.getY())),
            Math.max(0, getWidth()), Math.abs(to.getY() - from.getY())),
        (from, to) -> select(Math.min(from.getY(), to.getY()), Math.max(from.getY(), to.getY()))));
    highlighted.addListener((_, _, group) -> dim(group.intValue()));
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** @param taker takes, one a cluster, the first row that a drag went over, and the row behind the last */
  public void whenSelected(BiConsumer<int[], int[]> taker) {
    selected = taker;
  }

  /** Which rows are selected. */
  public interface Marked {
    /**
     * @param cluster from 0 on
     * @param row by its place in the cluster, the highest silhouette first
     */
    boolean has(int cluster, int row);
  }

  /** @param which rows stand out; null for no difference among them */
  public void mark(@Nullable Marked which) {
    marked = which;
    dim(highlighted.get());
    requestLayout();
  }

  private void select(double top, double bottom) {
    int[] from = new int[clusters.size()];
    int[] to = new int[clusters.size()];
    for (int i = 0; i < from.length; i++) {
      int rows = clusters.get(i).length;
      double share = rows / Math.max(1, heights[i]);
      from[i] = (int) Math.clamp(Math.floor((top - tops[i]) * share), 0, rows);
      to[i] = (int) Math.clamp(Math.ceil((bottom - tops[i]) * share), from[i], rows);
    }
    selected.accept(from, to);
  }

  /** Shows and changes what is picked in the other charts that share it. */
  public void link(Picked picked) {
    highlighted.bindBidirectional(picked.highlightedProperty());
    chosen.bindBidirectional(picked.chosenProperty());
  }

  /** The cluster that was clicked; 0 for none. It stands out while no other is pointed at. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** The cluster that is pointed at; 0 for none. */
  public IntegerProperty highlightedProperty() {
    return highlighted;
  }

  private void add(int cluster) {
    Path band = new Path();
    band.getStyleClass().addAll("band", "own-fill", Swatches.style(cluster));
    band.setOnMouseEntered(_ -> highlighted.set(cluster));
    band.setOnMouseExited(_ -> highlighted.set(chosen.get()));
    band.setOnMouseClicked(event -> {
      if (event.isStillSincePress()) {
        requestFocus();
        choose(cluster);
      }
    });
    bands.add(band);
    Path mark = new Path();
    mark.getStyleClass().addAll("band", "own-fill", Swatches.style(cluster));
    mark.setMouseTransparent(true);
    marks.add(mark);
    Label number = tick(Integer.toString(cluster));
    numbers.add(number);
  }

  private void choose(int cluster) {
    chosen.set(chosen.get() == cluster ? 0 : cluster);
    highlighted.set(chosen.get());
  }

  private void key(KeyEvent event) {
    int at = highlighted.get();
    switch (event.getCode()) {
      case UP, LEFT -> highlighted.set(Math.max(1, at - 1));
      case DOWN, RIGHT -> highlighted.set(Math.min(clusters.size(), at + 1));
      case ENTER, SPACE -> choose(at);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static Label tick(String text) {
    Label tick = new Label(text);
    tick.getStyleClass().add("tick");
    tick.setMouseTransparent(true);
    return tick;
  }

  private void dim(int group) {
    for (int i = 0; i < bands.size(); i++) {
      boolean stands = group == 0 || group == i + 1;
      bands.get(i).setOpacity(stands && marked == null ? 1 : DIMMED);
      marks.get(i).setOpacity(stands ? 1 : DIMMED);
    }
  }

  /** The left end of the axis: 0, or the tenth below the lowest silhouette where a row is nearer to another cluster. */
  private static double lowest(List<float[]> clusters) {
    double least = clusters.stream()
        .filter(own -> own.length > 0)
        .mapToDouble(own -> own[own.length - 1])
        .min()
        .orElse(0);
    return Math.min(0, Math.floor(10 * least) / 10);
  }

  @Override
  protected void layoutChildren() {
    double bottom = getHeight() - AXIS;
    long rows = clusters.stream().mapToLong(own -> own.length).sum();
    double room = Math.max(0, bottom - GAP * (clusters.size() - 1));
    double y = 0;
    for (int i = 0; i < clusters.size(); i++) {
      double height = rows == 0 ? 0 : Math.max(1, Math.rint(room * clusters.get(i).length / rows));
      tops[i] = y;
      heights[i] = height;
      outline(bands.get(i), clusters.get(i), y, height);
      mark(i, y, height);
      centre(numbers.get(i), GUTTER / 2, y + height / 2);
      y += height + GAP;
    }
    line(zero, x(0), bottom);
    line(average, x(mean), bottom);
    left.setVisible(x(0) - x(lowest) > TICK);
    centre(left, x(lowest), bottom + AXIS / 2);
    centre(middle, x(0), bottom + AXIS / 2);
    centre(right, x(1), bottom + AXIS / 2);
  }

  /** One corner a line of pixels, at the silhouette of the row that stands there. */
  private void outline(Path band, float[] descending, double top, double height) {
    band.getElements().setAll(new MoveTo(x(0), top));
    for (int line = 0; line < height && descending.length > 0; line++) {
      double at = x(descending[(int) ((line + 0.5) / height * descending.length)]);
      band.getElements().addAll(new LineTo(at, top + line), new LineTo(at, top + line + 1));
    }
    band.getElements().addAll(new LineTo(x(0), top + height), new ClosePath());
  }

  /** The share of the rows of each line of pixels that are selected. */
  private void mark(int cluster, double top, double height) {
    Path mark = marks.get(cluster);
    mark.getElements().clear();
    Marked which = marked;
    float[] own = clusters.get(cluster);
    if (which == null || own.length == 0) {
      return;
    }
    mark.getElements().add(new MoveTo(x(0), top));
    for (int line = 0; line < height; line++) {
      int from = (int) (line / height * own.length);
      int to = Math.max(from + 1, (int) ((line + 1) / height * own.length));
      int at = cluster;
      double share = (double) IntStream.range(from, to).filter(row -> which.has(at, row)).count()
          / (to - from);
      double end = x(0) + share * (x(own[(int) ((line + 0.5) / height * own.length)]) - x(0));
      mark.getElements().addAll(new LineTo(end, top + line), new LineTo(end, top + line + 1));
    }
    mark.getElements().addAll(new LineTo(x(0), top + height), new ClosePath());
  }

  private double x(double silhouette) {
    double wide = getWidth() - GUTTER - 2 * MARGIN;
    return Math.rint(GUTTER + MARGIN + (silhouette - lowest) / (1 - lowest) * wide);
  }

  private static void line(Line line, double x, double bottom) {
    line.setStartX(x);
    line.setEndX(x);
    line.setEndY(bottom);
  }

  private static void centre(Label label, double x, double y) {
    label.autosize();
    label.relocate(Math.rint(x - label.getWidth() / 2), Math.rint(y - label.getHeight() / 2));
  }
}
