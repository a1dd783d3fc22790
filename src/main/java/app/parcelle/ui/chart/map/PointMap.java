package app.parcelle.ui.chart.map;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/**
 * Points in groups, on a map that is dragged and zoomed by mouse wheel or by arrows, plus, minus and zero; style class
 * {@code point-map}. A click on a point or the digit of a group chooses the group. Each group has its number at its middle and the colour of the style class {@code group-n}. Beyond
 * {@link #DOTS} points density is drawn instead of dots.
 */
public final class PointMap extends Region {
  /** Up to so many points are drawn as dots. */
  public static final int DOTS = 200_000;

  private static final int LARGE_DOTS = 20_000;
  private static final double STEP = 1.25;
  private static final double MOVE = 40;
  private static final double REACH = 8;

  private final ImageView picture = new ImageView();
  private final List<Region> swatches = new ArrayList<>();
  private final List<Label> numbers = new ArrayList<>();
  private final List<double[]> centres = new ArrayList<>();
  private final IntegerProperty highlighted = new SimpleIntegerProperty();
  private final IntegerProperty chosen = new SimpleIntegerProperty();
  private final BooleanProperty density = new SimpleBooleanProperty();
  private PointCloud cloud = PointCloud.EMPTY;
  private @Nullable MapWindow window;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private double dragX;
  private double dragY;

  /** @param name what it shows, for people who do not see it */
  public PointMap(String name) {
    getStyleClass().add("point-map");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setFocusTraversable(true);
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    picture.setManaged(false);
    getChildren().add(picture);
    highlighted.addListener((_, _, _) -> draw());
    chosen.addListener((_, _, group) -> highlighted.set(group.intValue()));
    density.addListener((_, _, _) -> draw());
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    addEventHandler(MouseEvent.MOUSE_EXITED, _ -> highlighted.set(chosen.get()));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Shows other points, all of them in sight. */
  public void show(PointCloud points) {
    cloud = points;
    window = null;
    density.set(points.size() > DOTS);
    getChildren().setAll(picture);
    swatches.clear();
    numbers.clear();
    centres.clear();
    for (int group = 1; group <= points.groupCount(); group++) {
      Region swatch = new Region();
      swatch.getStyleClass().addAll("swatch", "group-" + group);
      swatch.setManaged(false);
      swatch.backgroundProperty().addListener((_, _, _) -> requestLayout());
      swatches.add(swatch);
      Label number = new Label(Integer.toString(group));
      number.getStyleClass().add("group-number");
      number.setManaged(false);
      number.setMouseTransparent(true);
      numbers.add(number);
      centres.add(points.centre(group));
    }
    getChildren().addAll(swatches);
    getChildren().addAll(numbers);
    requestLayout();
  }

  /** The group that stands out; 0 when none does. Follows the mouse. */
  public IntegerProperty highlightedProperty() {
    return highlighted;
  }

  /** The group that was chosen; 0 for none. It stands out while the mouse is on no other. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** Whether density is drawn instead of dots. */
  public BooleanProperty densityProperty() {
    return density;
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
    if (now == null) {
      now = MapWindow.around(cloud, getWidth(), getHeight());
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
    if (event.getClickCount() == 2) {
      reset();
    }
  }

  private void drag(MouseEvent event) {
    look(seen().moved(event.getX() - dragX, event.getY() - dragY));
    dragX = event.getX();
    dragY = event.getY();
  }

  private void hover(MouseEvent event) {
    int group = groupAt(event);
    highlighted.set(group == 0 ? chosen.get() : group);
  }

  private void click(MouseEvent event) {
    if (event.isStillSincePress() && event.getClickCount() == 1) {
      chosen.set(groupAt(event));
    }
  }

  private int groupAt(MouseEvent event) {
    int point = PointRaster.nearest(cloud, seen(), event.getX(), event.getY(), REACH);
    return point < 0 ? 0 : cloud.groups()[point];
  }

  private void key(KeyEvent event) {
    int digit = event.getCode().getCode() - KeyCode.DIGIT0.getCode();
    if (event.isShortcutDown()) {
      return;
    }
    if (digit >= 1 && digit <= Math.min(9, cloud.groupCount())) {
      chosen.set(digit);
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
    draw();
  }

  private void draw() {
    PixelBuffer<IntBuffer> into = buffer;
    if (into == null) {
      return;
    }
    MapWindow now = seen();
    int[] colours = swatches.stream().mapToInt(PointMap::colour).toArray();
    into.updateBuffer(pixels -> {
      PointRaster raster = new PointRaster(into.getWidth(), into.getHeight(), pixels.getBuffer().array());
      if (density.get()) {
        raster.density(cloud, now, colours, highlighted.get(), 2);
      } else {
        raster.dots(cloud, now, colours, highlighted.get(), cloud.size() <= LARGE_DOTS ? 2 : 1);
      }
      return null;
    });
    for (int i = 0; i < numbers.size(); i++) {
      Label number = numbers.get(i);
      number.autosize();
      number.setViewOrder(i + 1 == highlighted.get() ? -1 : 0);
      number.relocate(snapPositionX(now.x(centres.get(i)[0]) - number.getWidth() / 2),
          snapPositionY(now.y(centres.get(i)[1]) - number.getHeight() / 2));
    }
  }

  private static int colour(Region swatch) {
    Background background = swatch.getBackground();
    if (background == null || background.getFills().isEmpty()
        || !(background.getFills().getFirst().getFill() instanceof Color colour)) {
      return 0xFF808080;
    }
    return 0xFF << 24 | (int) Math.round(255 * colour.getRed()) << 16
        | (int) Math.round(255 * colour.getGreen()) << 8 | (int) Math.round(255 * colour.getBlue());
  }
}
