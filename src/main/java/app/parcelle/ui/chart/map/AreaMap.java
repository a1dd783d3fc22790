package app.parcelle.ui.chart.map;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/**
 * Points of a plane as a raster, and polygons that are drawn over them; style class {@code area-map}. A click sets a corner and
 * a double click or Enter closes the polygon; the map is dragged and zoomed by the wheel. By keyboard the arrows move the map
 * under a cross at its middle, Space sets a corner there, Backspace takes the last one back, plus and minus zoom.
 */
public final class AreaMap extends Region {
  private static final double STEP = 1.25;
  private static final double MOVE = 24;
  private static final int LARGE_DOTS = 20_000;

  private final ImageView picture = new ImageView();
  private final PointRaster raster = new PointRaster();
  private final MapOverlay overlay = new MapOverlay();
  private final Group areas = new Group();
  private final Group shapes = new Group();
  private final Group cross = new Group(new Line(-8, 0, 8, 0), new Line(0, -8, 0, 8));
  private final Region swatch = new Region();
  private final boolean single;
  private final Consumer<List<List<Point2D>>> change;
  private final List<List<Point2D>> polygons = new ArrayList<>();
  private final List<Point2D> open = new ArrayList<>();
  private PointCloud cloud = PointCloud.EMPTY;
  private @Nullable MapWindow window;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  /** The middle and reach that are to be seen; null for all points. */
  private double @Nullable [] wished;
  private double dragX;
  private double dragY;

  /**
   * @param single one point is set rather than polygons; it is the only corner of the only polygon
   * @param change called with all closed polygons when they change, corners in the units of the points
   */
  public AreaMap(String name, boolean single, Consumer<List<List<Point2D>>> change) {
    this.single = single;
    this.change = change;
    getStyleClass().add("area-map");
    swatch.getStyleClass().addAll("swatch", "group-1");
    swatch.setManaged(false);
    swatch.backgroundProperty().addListener((_, _, _) -> requestLayout());
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setFocusTraversable(true);
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    for (var part : List.of(picture, areas, shapes, cross)) {
      part.setManaged(false);
    }
    cross.getStyleClass().add("cross");
    cross.visibleProperty().bind(focusedProperty());
    getChildren().addAll(swatch, overlay.lines, areas, picture, overlay.names, shapes, cross);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Shows other points, all of them in sight. */
  public void show(PointCloud points) {
    cloud = points;
    window = null;
    requestLayout();
  }

  /** Shows areas and names over the points. */
  public void show(List<Outline> outlines, List<MapName> names) {
    overlay.outlines(outlines);
    overlay.names(names);
    draw();
  }

  /** Shows a place at the middle, with so much around it in sight; what Home shows stays all points. */
  public void lookAt(Point2D middle, double reach) {
    wished = new double[]{middle.getX(), middle.getY(), reach};
    window = null;
    draw();
  }

  /** Shows polygons; one that is being drawn stays. */
  public void show(List<List<Point2D>> drawn) {
    polygons.clear();
    drawn.forEach(polygon -> polygons.add(List.copyOf(polygon)));
    draw();
  }

  /** Takes away what has been drawn. */
  public void clear() {
    open.clear();
    polygons.clear();
    report();
  }

  /** As plus and minus do. */
  public void zoom(boolean nearer) {
    look(seen().zoomed(nearer ? STEP : 1 / STEP, getWidth() / 2, getHeight() / 2));
  }

  /** All points in sight. */
  public void home() {
    wished = null;
    window = null;
    draw();
  }

  private MapWindow seen() {
    MapWindow now = window;
    if (now == null) {
      double[] to = wished;
      now = to == null
          ? MapWindow.around(cloud, getWidth(), getHeight())
          : MapWindow.on(to[0], to[1], to[2], getWidth(), getHeight());
      window = now;
    }
    return now;
  }

  private void look(MapWindow next) {
    window = next;
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
    event.consume();
  }

  private void drag(MouseEvent event) {
    look(seen().moved(event.getX() - dragX, event.getY() - dragY));
    dragX = event.getX();
    dragY = event.getY();
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      if (event.getClickCount() == 2 && !single) {
        close();
      } else if (event.getClickCount() == 1) {
        corner(event.getX(), event.getY());
      }
    }
    event.consume();
  }

  private void corner(double x, double y) {
    MapWindow now = seen();
    Point2D place = new Point2D(now.left() + x / now.scale(), now.top() - y / now.scale());
    if (single) {
      polygons.clear();
      polygons.add(List.of(place));
      report();
    } else {
      open.add(place);
      draw();
    }
  }

  private void close() {
    if (open.size() >= 3) {
      polygons.add(List.copyOf(open));
      open.clear();
      report();
    }
  }

  /** Takes the last corner back, or else the last polygon. */
  public void takeBack() {
    if (!open.isEmpty()) {
      open.removeLast();
      draw();
    } else if (!polygons.isEmpty()) {
      polygons.removeLast();
      report();
    }
  }

  private void report() {
    draw();
    change.accept(polygons.stream().map(List::copyOf).toList());
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      return;
    }
    double x = getWidth() / 2;
    double y = getHeight() / 2;
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> zoom(true);
      case MINUS, SUBTRACT -> zoom(false);
      case HOME -> home();
      case LEFT -> look(seen().moved(MOVE, 0));
      case RIGHT -> look(seen().moved(-MOVE, 0));
      case UP -> look(seen().moved(0, MOVE));
      case DOWN -> look(seen().moved(0, -MOVE));
      case SPACE -> corner(x, y);
      case ENTER -> close();
      case BACK_SPACE, DELETE -> takeBack();
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    int width = (int) Math.ceil(getWidth());
    int height = (int) Math.ceil(getHeight());
    PixelBuffer<IntBuffer> before = buffer;
    if (width > 0 && height > 0
        && (before == null || before.getWidth() != width || before.getHeight() != height)) {
      PixelBuffer<IntBuffer> fresh = new PixelBuffer<>(width, height, IntBuffer.allocate(width * height),
          PixelFormat.getIntArgbPreInstance());
      buffer = fresh;
      picture.setImage(new WritableImage(fresh));
      window = null;
    }
    cross.relocate(Math.rint(getWidth() / 2) - 8, Math.rint(getHeight() / 2) - 8);
    draw();
  }

  private void draw() {
    PixelBuffer<IntBuffer> into = buffer;
    if (into == null) {
      return;
    }
    MapWindow now = seen();
    Ink ink = Ink.plain(colour(), colour());
    int[] all = {0, cloud.size()};
    into.updateBuffer(pixels -> {
      raster.on(into.getWidth(), into.getHeight(), pixels.getBuffer().array());
      if (cloud.size() > PointMap.DOTS) {
        raster.density(cloud, all, 1, now, ink, 2);
      } else {
        raster.dots(cloud, all, 1, now, ink, cloud.size() <= LARGE_DOTS ? 2 : 1);
      }
      return null;
    });
    overlay.draw(now, getWidth(), getHeight());
    areas.getChildren().clear();
    shapes.getChildren().clear();
    for (List<Point2D> polygon : polygons) {
      if (polygon.size() == 1) {
        shapes.getChildren().add(dot(now, polygon.getFirst()));
      } else {
        Polygon drawn = new Polygon(pixels(now, polygon));
        drawn.getStyleClass().add("area");
        areas.getChildren().add(drawn);
      }
    }
    if (!open.isEmpty()) {
      Polyline line = new Polyline(pixels(now, open));
      line.getStyleClass().add("area-line");
      shapes.getChildren().add(line);
      open.forEach(corner -> shapes.getChildren().add(dot(now, corner)));
    }
  }

  private static Circle dot(MapWindow now, Point2D corner) {
    Circle dot = new Circle(now.x(corner.getX()), now.y(corner.getY()), 4);
    dot.getStyleClass().add("corner");
    return dot;
  }

  private static double[] pixels(MapWindow now, List<Point2D> corners) {
    return corners.stream()
        .flatMapToDouble(c -> java.util.stream.DoubleStream.of(now.x(c.getX()), now.y(c.getY())))
        .toArray();
  }

  private int colour() {
    Background background = swatch.getBackground();
    if (background == null || background.getFills().isEmpty()
        || !(background.getFills().getFirst().getFill() instanceof Color colour)) {
      return 0xFF808080;
    }
    return 0xFF << 24 | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8 | (int) Math.round(255 * colour.getBlue());
  }
}
