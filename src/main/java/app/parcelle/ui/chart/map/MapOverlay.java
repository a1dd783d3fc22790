package app.parcelle.ui.chart.map;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** Outlines and names around the points of a map, as far as they are in sight; takes no clicks. */
final class MapOverlay {
  private static final int MOST_NAMES = 14;
  private static final double NAME_GAP = 6;

  /** Under the points, which stay in sight. */
  final Group lines = new Group();
  /** Over the points. */
  final Group names = new Group();
  private List<Outline> outlines = List.of();
  private List<MapName> named = List.of();

  MapOverlay() {
    for (Group part : List.of(lines, names)) {
      part.setManaged(false);
      part.setMouseTransparent(true);
    }
  }

  void outlines(List<Outline> shown) {
    outlines = List.copyOf(shown);
  }

  /** @param shown the most important first; names that would stand over each other are left out */
  void names(List<MapName> shown) {
    named = List.copyOf(shown);
  }

  void draw(MapWindow window, double width, double height) {
    lines.getChildren().clear();
    for (Outline outline : outlines) {
      Path path = path(outline, window, width, height);
      if (!path.getElements().isEmpty()) {
        lines.getChildren().add(path);
      }
    }
    names.getChildren().clear();
    List<Bounds> taken = new ArrayList<>();
    for (MapName one : named) {
      double x = window.x(one.place().getX());
      double y = window.y(one.place().getY());
      if (taken.size() < MOST_NAMES && x >= 0 && x <= width && y >= 0 && y <= height) {
        name(one.name(), x, y, width, taken);
      }
    }
  }

  private void name(String name, double x, double y, double width, List<Bounds> taken) {
    Text text = new Text(name);
    text.getStyleClass().add("place-name");
    names.getChildren().add(text);
    text.applyCss();
    double wide = text.getLayoutBounds().getWidth();
    text.setX(Math.clamp(Math.rint(x - wide / 2), 4, Math.max(4, width - wide - 4)));
    text.setY(Math.rint(y - NAME_GAP));
    Bounds bounds = text.getBoundsInLocal();
    if (taken.stream().anyMatch(bounds::intersects)) {
      names.getChildren().remove(text);
    } else {
      taken.add(bounds);
    }
  }

  /** Corners that fall within a pixel of the one before are left out, so that a map costs what is seen of it. */
  private static Path path(Outline outline, MapWindow window, double width, double height) {
    Path path = new Path();
    path.getStyleClass().add("outline");
    if (outline.chosen()) {
      path.getStyleClass().add("chosen");
    }
    path.setFillRule(FillRule.EVEN_ODD);
    for (double[] ring : outline.rings()) {
      if (inSight(ring, window, width, height)) {
        ring(path, ring, window);
      }
    }
    return path;
  }

  private static boolean inSight(double[] ring, MapWindow window, double width, double height) {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < ring.length; i += 2) {
      left = Math.min(left, window.x(ring[i]));
      right = Math.max(right, window.x(ring[i]));
      top = Math.min(top, window.y(ring[i + 1]));
      bottom = Math.max(bottom, window.y(ring[i + 1]));
    }
    return right >= 0 && left <= width && bottom >= 0 && top <= height;
  }

  private static void ring(Path path, double[] ring, MapWindow window) {
    double x = window.x(ring[0]);
    double y = window.y(ring[1]);
    path.getElements().add(new MoveTo(x, y));
    for (int i = 2; i < ring.length; i += 2) {
      double nextX = window.x(ring[i]);
      double nextY = window.y(ring[i + 1]);
      if (Math.abs(nextX - x) + Math.abs(nextY - y) >= 1) {
        x = nextX;
        y = nextY;
        path.getElements().add(new LineTo(x, y));
      }
    }
    path.getElements().add(new ClosePath());
  }
}
