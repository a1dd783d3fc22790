package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

import org.jspecify.annotations.Nullable;

/** What is on the screen as Scalable Vector Graphics 1.1: rectangles, lines, circles, paths, words and plain backgrounds. */
final class Drawing {
  private final StringBuilder svg = new StringBuilder();
  private final Transform toRoot;

  private Drawing(Transform toRoot) {
    this.toRoot = toRoot;
  }

  /** A node that has been laid out, with all in it that can be seen. */
  static String svg(Region root) {
    Transform toRoot;
    try {
      toRoot = root.getLocalToSceneTransform().createInverse();
    } catch (javafx.scene.transform.NonInvertibleTransformException e) {
      throw new IllegalStateException(e);
    }
    Drawing drawing = new Drawing(toRoot);
    String width = number(root.getWidth());
    String height = number(root.getHeight());
    drawing.svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\""
            + width + "\" height=\"" + height
            + "\" viewBox=\"0 0 " + width + " " + height + "\">\n");
    drawing.draw(root, 1);
    return drawing.svg.append("</svg>\n").toString();
  }

  private void draw(Node node, double opacity) {
    if (!node.isVisible()) {
      return;
    }
    double seen = opacity * node.getOpacity();
    switch (node) {
      case Rectangle r -> shape(node, "rect", "x=\"" + number(r.getX()) + "\" y=\"" + number(r.getY())
          + "\" width=\"" + number(r.getWidth()) + "\" height=\"" + number(r.getHeight()) + "\"", r.getFill(),
          r.getStroke(), r.getStrokeWidth(), seen);
      case Line l -> shape(node, "line", "x1=\"" + number(l.getStartX()) + "\" y1=\"" + number(l.getStartY())
          + "\" x2=\"" + number(l.getEndX()) + "\" y2=\"" + number(l.getEndY()) + "\"", null, l.getStroke(),
          l.getStrokeWidth(), seen);
      case Circle c -> shape(node, "circle", "cx=\"" + number(c.getCenterX()) + "\" cy=\""
          + number(c.getCenterY()) + "\" r=\"" + number(c.getRadius()) + "\"", c.getFill(), c.getStroke(),
          c.getStrokeWidth(), seen);
      case Path path -> shape(node, "path", "fill-rule=\"evenodd\" d=\"" + steps(path) + "\"", path.getFill(),
          path.getStroke(), path.getStrokeWidth(), seen);
      case Text text -> text(text, seen);
      case ImageView picture when picture.getImage() != null -> picture(picture, seen);
      case Region region -> {
        background(region, seen);
        region.getChildrenUnmodifiable().forEach(child -> draw(child, seen));
      }
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> draw(child, seen));
      default -> {
      }
    }
  }

  private static String steps(Path path) {
    return path.getElements().stream().map(Drawing::step).collect(Collectors.joining(" "));
  }

  private static String step(PathElement element) {
    return switch (element) {
      case MoveTo to -> "M" + points(to.getX(), to.getY());
      case LineTo to -> "L" + points(to.getX(), to.getY());
      case QuadCurveTo to -> "Q" + points(to.getControlX(), to.getControlY(), to.getX(), to.getY());
      case CubicCurveTo to ->
        "C" + points(to.getControlX1(), to.getControlY1(), to.getControlX2(), to.getControlY2(),
            to.getX(), to.getY());
      case ClosePath _ -> "Z";
      default -> throw new IllegalArgumentException(element.getClass().getSimpleName());
    };
  }

  private static String points(double... coordinates) {
    return Arrays.stream(coordinates).mapToObj(Drawing::number).collect(Collectors.joining(" "));
  }

  private void background(Region region, double opacity) {
    Background background = region.getBackground();
    if (background == null) {
      return;
    }
    for (BackgroundFill fill : background.getFills()) {
      double left = fill.getInsets().getLeft();
      double top = fill.getInsets().getTop();
      double width = region.getWidth() - left - fill.getInsets().getRight();
      double height = region.getHeight() - top - fill.getInsets().getBottom();
      if (width > 0 && height > 0) {
        shape(region, "rect", "x=\"" + number(left) + "\" y=\"" + number(top) + "\" width=\"" + number(width)
            + "\" height=\"" + number(height) + "\" rx=\""
            + number(fill.getRadii().getTopLeftHorizontalRadius()) + "\"", fill.getFill(), null, 0, opacity);
      }
    }
  }

  private void shape(Node node, String tag, String attributes, @Nullable Paint fill, @Nullable Paint stroke,
      double strokeWidth, double opacity) {
    svg.append("<" + tag + " " + attributes + " fill=\"" + colour(fill) + "\" fill-opacity=\""
        + number(opacity * alpha(fill)) + "\"");
    if (stroke != null && strokeWidth > 0) {
      svg.append(" stroke=\"" + colour(stroke) + "\" stroke-opacity=\"" + number(opacity * alpha(stroke))
          + "\" stroke-width=\"" + number(strokeWidth) + "\"");
      if (node instanceof Shape drawn && !drawn.getStrokeDashArray().isEmpty()) {
        svg.append(" stroke-dasharray=\"" + drawn.getStrokeDashArray()
            .stream()
            .map(Drawing::number)
            .collect(Collectors.joining(" ")) + "\"");
      }
    }
    svg.append(place(node) + "/>\n");
  }

  private void text(Text text, double opacity) {
    if (text.getText().isBlank()) {
      return;
    }
    String weight = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold") ? "bold" : "normal";
    svg.append("<text x=\"" + number(text.getX()) + "\" y=\"" + number(text.getY()) + "\" font-family=\""
        + escaped(text.getFont().getFamily()) + "\" font-size=\"" + number(text.getFont().getSize())
        + "\" font-weight=\"" + weight + "\" fill=\"" + colour(text.getFill()) + "\" fill-opacity=\""
        + number(opacity * alpha(text.getFill())) + "\"" + place(text) + ">" + escaped(text.getText())
        + "</text>\n");
  }

  /** Pixels stay pixels, within the file. */
  private void picture(ImageView picture, double opacity) {
    Image image = picture.getImage();
    double width = picture.getFitWidth() > 0 ? picture.getFitWidth() : image.getWidth();
    double height = picture.getFitHeight() > 0 ? picture.getFitHeight() : image.getHeight();
    svg.append("<image x=\"" + number(picture.getX()) + "\" y=\"" + number(picture.getY()) + "\" width=\""
        + number(width) + "\" height=\"" + number(height) + "\" opacity=\"" + number(opacity)
        + "\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(ChartPicture.png(image)) + "\"" + place(picture) + "/>\n");
  }

  private String place(Node node) {
    Transform t = toRoot.createConcatenation(node.getLocalToSceneTransform());
    return " transform=\"matrix(" + number(t.getMxx()) + " " + number(t.getMyx()) + " " + number(t.getMxy())
        + " " + number(t.getMyy()) + " " + number(t.getTx()) + " " + number(t.getTy()) + ")\"";
  }

  private static String colour(@Nullable Paint paint) {
    return paint instanceof Color c && c.getOpacity() > 0
        ? String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(255 * c.getRed()),
            Math.round(255 * c.getGreen()), Math.round(255 * c.getBlue()))
        : "none";
  }

  private static double alpha(@Nullable Paint paint) {
    return paint instanceof Color c ? c.getOpacity() : 1;
  }

  private static String number(double value) {
    String plain = String.format(Locale.ROOT, "%.3f", value);
    return plain.replaceAll("\\.?0+$", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
