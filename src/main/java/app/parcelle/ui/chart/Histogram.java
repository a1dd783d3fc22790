package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A distribution as bars, as small as a line of text or as wide as a panel; style class {@code histogram}. Bars are not
 * clickable and carry no axis: what they show stands beside them in words.
 */
public final class Histogram extends Region {
  private static final double GAP = 1;

  private final List<Rectangle> bars = new ArrayList<>();
  private double[] heights = {};

  /** @param name what it shows, for people who do not see it */
  public Histogram(String name) {
    getStyleClass().add("histogram");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
    setMouseTransparent(true);
  }

  /** A histogram of that size in pixels. */
  public Histogram(String name, double width, double height) {
    this(name);
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
  }

  /** @param counts one a bar, from left to right; drawn in proportion to the greatest */
  public void show(long[] counts) {
    long greatest = 1;
    for (long count : counts) {
      greatest = Math.max(greatest, count);
    }
    heights = new double[counts.length];
    bars.clear();
    for (int i = 0; i < counts.length; i++) {
      heights[i] = (double) counts[i] / greatest;
      Rectangle bar = new Rectangle();
      bar.getStyleClass().add("bar");
      bars.add(bar);
    }
    getChildren().setAll(bars);
    requestLayout();
  }

  /** Marks the bars from {@code first} to {@code last} (both included) as chosen and greys the others. */
  public void choose(int first, int last) {
    for (int i = 0; i < bars.size(); i++) {
      boolean in = i >= first && i <= last;
      bars.get(i).getStyleClass().setAll("bar", in ? "chosen" : "outside");
    }
  }

  @Override
  protected void layoutChildren() {
    double step = (getWidth() + GAP) / Math.max(1, bars.size());
    double gap = step > 3 ? GAP : 0;
    for (int i = 0; i < bars.size(); i++) {
      double height = heights[i] == 0 ? 0 : Math.max(1, heights[i] * getHeight());
      Rectangle bar = bars.get(i);
      double left = snapPositionX(i * step);
      bar.setX(left);
      bar.setWidth(Math.max(1, snapPositionX((i + 1) * step) - left - gap));
      bar.setY(getHeight() - height);
      bar.setHeight(height);
    }
  }
}
