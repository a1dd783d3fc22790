package app.parcelle.ui.chart.map;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.Bits;
import app.parcelle.ui.chart.ChartRows;
import app.parcelle.ui.chart.PaintedLayer;
import app.parcelle.ui.chart.Picked;
import app.parcelle.ui.chart.Swatches;
import app.parcelle.ui.job.JobRunner;

/**
 * Up to a million points in groups, on a map that is dragged, and zoomed by mouse wheel; style class {@code point-map}. A click
 * on a point chooses its group; a drag with Shift, or in {@link #lassoProperty}, selects the points within. By keyboard:
 * arrows, plus, minus and zero move and zoom, a digit chooses a group, Space selects what is in sight, Enter the group that is
 * chosen, Escape takes the selection back. Each group has its number at its middle and the colour of the style class
 * {@code group-n}. Beyond {@link #DOTS} points density is drawn instead of dots. Points are painted away from the JavaFX thread:
 * while the map moves, the last picture moves with it and, where painting all takes long, a sample is painted.
 */
public final class PointMap extends Region {
  /** Up to so many points are drawn as dots. */
  public static final int DOTS = 200_000;

  private static final int LARGE_DOTS = 20_000;
  private static final int DENSITY_CELL = 2;
  private static final double STEP = 1.25;
  private static final double MOVE = 40;
  private static final double REACH = 8;
  private static final double LEAST_LASSO = 6;
  private static final double FRAME_NANOS = 12e6;
  private static final Duration STILL = Duration.millis(150);

  private final JobRunner jobs;
  private final String key;
  private final Texts texts;
  private final Picked picked;
  private final PaintedLayer layer;
  private final PointRaster raster = new PointRaster();
  private final Swatches swatches = new Swatches(this::requestLayout);
  private final GroupNumbers numbers = new GroupNumbers();
  private final Label across = axis();
  private final Label up = axis();
  private final Polygon drawn = new Polygon();
  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition still = new PauseTransition(STILL);
  private final BooleanProperty density = new SimpleBooleanProperty();
  private final BooleanProperty lasso = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(-1);
  /** Held weakly by what is picked, which lives longer than the map. */
  private final ChangeListener<Object> change = (_, _, _) -> draw();
  private IntFunction<String> words;
  private PointCloud cloud = PointCloud.EMPTY;
  private PointGrid grid = PointGrid.EMPTY;
  /** What the person moved to; null while all points are in sight. */
  private @Nullable MapWindow window;
  private MapFit all = MapFit.NONE;
  private @Nullable MapWindow painted;
  private volatile double nanosForAll;
  private boolean moving;
  private double dragX;
  private double dragY;

  /**
   * @param name what it shows, for people who do not see it
   * @param key of the work of this map, which no other on the screen has
   */
  public PointMap(String name, Picked picked, JobRunner jobs, String key, Texts texts) {
    this.picked = picked;
    this.jobs = jobs;
    this.key = key;
    this.texts = texts;
    words = row -> texts.text("charts.cluster", cloud.groups()[row]);
    layer = new PaintedLayer(jobs, key);
    getStyleClass().add("point-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setFocusTraversable(true);
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    drawn.getStyleClass().add("lasso");
    drawn.setManaged(false);
    drawn.setMouseTransparent(true);
    getChildren().addAll(swatches, layer.view(), numbers, up, across, drawn);
    tooltip.setShowDelay(Duration.millis(150));
    still.setOnFinished(_ -> {
      moving = false;
      draw();
    });
    picked.highlightedProperty().addListener(new WeakChangeListener<>(change));
    picked.rowsProperty().addListener(new WeakChangeListener<>(change));
    density.addListener((_, _, _) -> draw());
    hovered.addListener((_, _, row) -> explain(row.intValue()));
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private static Label axis() {
    Label axis = new Label();
    axis.getStyleClass().add("axis-caption");
    axis.setManaged(false);
    axis.setMouseTransparent(true);
    return axis;
  }

  /** Shows other points, all of them in sight, each group with its number. */
  public void show(PointCloud points) {
    show(points, IntStream.rangeClosed(1, points.groupCount()).mapToObj(Integer::toString).toList());
  }

  /** @param names one a group, shown at its middle */
  public void show(PointCloud points, List<String> names) {
    cloud = points;
    window = null;
    density.set(points.size() > DOTS);
    swatches.show(Math.max(points.groupCount(), names.size()));
    jobs.run(key + ".grid", Message.of("charts.job.draw"), job -> new Ordered(new PointGrid(points, job),
        points.centres()), ordered -> {
          grid = ordered.grid();
          numbers.show(names, ordered.centres());
          requestLayout();
          draw();
        }, failure -> {
          throw new IllegalStateException("points could not be put in order", failure);
        });
  }

  private record Ordered(PointGrid grid, double[] centres) {}

  /** Says at the edges what the two directions are. */
  public void axes(String acrossTo, String upTo) {
    across.setText(acrossTo);
    up.setText(upTo);
    requestLayout();
  }

  /** @param tip what is said of the row that is pointed at */
  public void explainBy(IntFunction<String> tip) {
    words = tip;
  }

  public Picked picked() {
    return picked;
  }

  /** Whether density is drawn instead of dots. */
  public BooleanProperty densityProperty() {
    return density;
  }

  /** Whether a drag draws a line around points, rather than moving the map. */
  public BooleanProperty lassoProperty() {
    return lasso;
  }

  /** The row that is pointed at; -1 for none. */
  public ReadOnlyIntegerProperty hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /** A row a group: its name, how many of its points are drawn and selected, where its middle is. */
  public ChartRows rows() {
    return GroupRows.of(cloud, picked.rowsProperty().get(), texts);
  }

  /** All points in sight again. */
  public void reset() {
    window = null;
    draw();
  }

  public void zoom(double factor) {
    look(seen().zoomed(factor, getWidth() / 2, getHeight() / 2));
  }

  private MapWindow seen() {
    MapWindow now = window;
    if (now != null) {
      return now;
    }
    all = all.of(grid.sorted, getWidth(), getHeight());
    return all.window();
  }

  private void look(MapWindow next) {
    window = next;
    moving = true;
    still.playFromStart();
    draw();
  }

  private void wheel(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      look(seen().zoomed(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY()));
    }
    event.consume();
  }

  private void press(MouseEvent event) {
    requestFocus();
    dragX = event.getX();
    dragY = event.getY();
    drawn.getPoints().clear();
    if (event.isShiftDown() || lasso.get()) {
      drawn.getPoints().addAll(dragX, dragY);
    } else if (event.getClickCount() == 2) {
      reset();
    }
  }

  private void drag(MouseEvent event) {
    double right = event.getX() - dragX;
    double down = event.getY() - dragY;
    if (drawn.getPoints().isEmpty()) {
      look(seen().moved(right, down));
    } else if (Math.hypot(right, down) < 2) {
      return;
    } else {
      drawn.getPoints().addAll(event.getX(), event.getY());
    }
    dragX = event.getX();
    dragY = event.getY();
  }

  private void release(MouseEvent event) {
    double[] corners = drawn.getPoints().stream().mapToDouble(Double::doubleValue).toArray();
    drawn.getPoints().clear();
    if (corners.length >= LEAST_LASSO && !event.isStillSincePress()) {
      select(corners);
    }
  }

  /** @param corners x and y of each on the screen */
  private void select(double[] corners) {
    MapWindow now = seen();
    int count = corners.length / 2;
    double[] x = new double[count];
    double[] y = new double[count];
    Arrays.setAll(x, i -> now.left() + corners[2 * i] / now.scale());
    Arrays.setAll(y, i -> now.top() - corners[2 * i + 1] / now.scale());
    PointGrid points = grid;
    jobs.run(key + ".lasso", Message.of("charts.job.select"), job -> points.within(new Lasso(x, y), job),
        found -> {
          picked.hover(0);
          picked.select(found);
        }, failure -> {
          throw new IllegalStateException("points could not be selected", failure);
        });
  }

  private void hover(MouseEvent event) {
    int row = rowAt(event);
    hovered.set(row);
    picked.hover(row < 0 || picked.selecting() ? 0 : cloud.groups()[row]);
  }

  private void explain(int row) {
    if (row < 0) {
      Tooltip.uninstall(this, tooltip);
      tooltip.hide();
    } else {
      tooltip.setText(words.apply(row));
      Tooltip.install(this, tooltip);
    }
  }

  private void leave() {
    hovered.set(-1);
    picked.hover(0);
  }

  private void click(MouseEvent event) {
    if (event.isStillSincePress() && event.getClickCount() == 1) {
      int row = rowAt(event);
      picked.choose(row < 0 ? 0 : cloud.groups()[row]);
    }
  }

  private int rowAt(MouseEvent event) {
    MapWindow now = seen();
    return grid.nearest(now.left() + event.getX() / now.scale(), now.top() - event.getY() / now.scale(),
        REACH / now.scale());
  }

  private void key(KeyEvent event) {
    int digit = event.getCode().getCode() - KeyCode.DIGIT0.getCode();
    if (event.isShortcutDown()) {
      return;
    }
    if (digit >= 1 && digit <= Math.min(9, cloud.groupCount())) {
      picked.choose(digit);
      event.consume();
      return;
    }
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> zoom(STEP);
      case MINUS, SUBTRACT -> zoom(1 / STEP);
      case DIGIT0, NUMPAD0, HOME -> reset();
      case LEFT -> look(seen().moved(MOVE, 0));
      case RIGHT -> look(seen().moved(-MOVE, 0));
      case UP -> look(seen().moved(0, MOVE));
      case DOWN -> look(seen().moved(0, -MOVE));
      case SPACE -> select(new double[]{0, 0, getWidth(), 0, getWidth(), getHeight(), 0, getHeight()});
      case ENTER -> selectChosen();
      case ESCAPE -> {
        if (!picked.selecting()) {
          return;
        }
        picked.select(Picked.NONE);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void selectChosen() {
    int chosen = picked.chosenProperty().get();
    picked.select(Bits.where(cloud.size(),
        row -> chosen > 0 && cloud.groups()[row] == chosen && cloud.drawn(row)));
  }

  @Override
  protected void layoutChildren() {
    draw();
    up.autosize();
    up.relocate(8, 8);
    across.autosize();
    across.relocate(getWidth() - across.getWidth() - 8, getHeight() - across.getHeight() - 8);
    up.setVisible(!up.getText().isEmpty());
    across.setVisible(!across.getText().isEmpty());
  }

  private void draw() {
    int width = (int) Math.ceil(getWidth());
    int height = (int) Math.ceil(getHeight());
    if (width == 0 || height == 0 || (grid.size() == 0 && cloud.size() > 0)) {
      return;
    }
    MapWindow now = seen();
    PointGrid points = grid;
    Ink ink = new Ink(swatches.argb(), picked.highlightedProperty().get(), picked.rowsProperty().get(),
        points.rows);
    boolean asDensity = density.get();
    int step = moving ? Math.max(1, (int) Math.ceil(nanosForAll / FRAME_NANOS)) : 1;
    layer.paint(width, height, (pixels, _) -> {
      long start = System.nanoTime();
      int[] runs = points.runs(now, width, height);
      raster.on(width, height, pixels);
      if (asDensity) {
        raster.density(points.sorted, runs, step, now, ink, DENSITY_CELL);
      } else {
        raster.dots(points.sorted, runs, step, now, ink, points.size() <= LARGE_DOTS ? 2 : 1);
      }
      nanosForAll = (System.nanoTime() - start) * (double) step;
    }, () -> {
      painted = now;
      follow();
    });
    follow();
    numbers.place(now, getWidth(), getHeight(), ink.highlighted());
  }

  /** Lays the last picture where its points are now, until the next is there. */
  private void follow() {
    MapWindow then = painted;
    if (then != null) {
      MapWindow now = seen();
      layer.place(now.x(then.left()), now.y(then.top()), now.scale() / then.scale());
    }
  }
}
