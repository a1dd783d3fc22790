package app.parcelle.ui.shell;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

import app.parcelle.ui.theme.Theme;

/** The mark of Parcelle: a plot of land seen from above, parted by a path. */
final class Logo extends Group {
  private static final double DRAWN = 20;

  Logo(double size) {
    SVGPath left = shape("M5 0 H18.5 L0 18.5 V5 A5 5 0 0 1 5 0 Z", "logo-left");
    SVGPath right = shape("M20 2.5 V15 A5 5 0 0 1 15 20 H2.5 Z", "logo-right");
    Group drawn = new Group(left, right);
    drawn.setScaleX(size / DRAWN);
    drawn.setScaleY(size / DRAWN);
    // the group around it takes the size it has after scaling
    getChildren().add(drawn);
  }

  /** As a picture, where a node cannot stand. */
  static Image picture(double size) {
    Logo logo = new Logo(size);
    Theme.LIGHT.apply(new Scene(logo));
    SnapshotParameters seeThrough = new SnapshotParameters();
    seeThrough.setFill(Color.TRANSPARENT);
    return logo.snapshot(seeThrough, null);
  }

  private static SVGPath shape(String path, String style) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add(style);
    return shape;
  }
}
