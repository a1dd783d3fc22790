package app.parcelle.ui.chart;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** A lying box plot: whiskers, a box between the quartiles, the median; style class {@code box-bar}. */
public final class BoxBar extends Region {
  private final double[] at;
  private final Line whiskers = new Line();
  private final Rectangle box = new Rectangle();
  private final Line median = new Line();

  /**
   * @param name what it shows, for people who do not see it
   * @param at the lower whisker, first quartile, median, third quartile and upper whisker, 0 (left) to 1 (right) each
   */
  public BoxBar(String name, double... at) {
    this.at = at.clone();
    getStyleClass().add("box-bar");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setMinSize(60, 14);
    setPrefSize(60, 14);
    whiskers.getStyleClass().add("whiskers");
    box.getStyleClass().add("box");
    median.getStyleClass().add("median");
    getChildren().addAll(whiskers, box, median);
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.rint(getHeight() / 2);
    line(whiskers, x(0), middle, x(4), middle);
    box.setX(x(1));
    box.setWidth(Math.max(1, x(3) - x(1)));
    box.setY(middle - 5);
    box.setHeight(10);
    line(median, x(2), middle - 6, x(2), middle + 6);
  }

  private double x(int which) {
    return Math.rint(at[which] * (getWidth() - 2)) + 1;
  }

  private static void line(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
