package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** A few hundred points of two numbers; style class {@code scatter}. Its ends are named beside it. */
public final class Scatter extends Region {
  private static final double RADIUS = 2;
  private static final double MARGIN = 6;

  private final double[] x;
  private final double[] y;
  private final List<Circle> dots = new ArrayList<>();
  private final Line left = new Line();
  private final Line bottom = new Line();

  /**
   * @param name what it shows, for people who do not see it
   * @param x from left to right, 0 to 1 each
   * @param y from the bottom up, 0 to 1 each
   */
  public Scatter(String name, double[] x, double[] y) {
    this.x = x.clone();
    this.y = y.clone();
    getStyleClass().add("scatter");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    left.getStyleClass().add("axis");
    bottom.getStyleClass().add("axis");
    for (int i = 0; i < x.length; i++) {
      Circle dot = new Circle(RADIUS);
      dot.getStyleClass().add("dot");
      dots.add(dot);
    }
    getChildren().addAll(left, bottom);
    getChildren().addAll(dots);
  }

  @Override
  protected void layoutChildren() {
    double wide = getWidth() - 2 * MARGIN;
    double high = getHeight() - 2 * MARGIN;
    left.setEndY(getHeight());
    bottom.setStartY(getHeight());
    bottom.setEndX(getWidth());
    bottom.setEndY(getHeight());
    for (int i = 0; i < x.length; i++) {
      dots.get(i).setCenterX(MARGIN + x[i] * wide);
      dots.get(i).setCenterY(MARGIN + (1 - y[i]) * high);
    }
  }
}
