package app.parcelle.ui.chart.map;

import java.util.Arrays;

/**
 * A polygon that may cross itself: a place is within where a line from it to far away crosses an odd number of edges.
 *
 * @param x of the corners, in the units of the points
 * @param y of the same corners
 */
record Lasso(double[] x, double[] y) {
  boolean holds(double atX, double atY) {
    boolean within = false;
    for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
      if (y[i] > atY != y[before] > atY
          && atX < (x[before] - x[i]) * (atY - y[i]) / (y[before] - y[i]) + x[i]) {
        within = !within;
      }
    }
    return within;
  }

  double left() {
    return Arrays.stream(x).min().orElse(0);
  }

  double right() {
    return Arrays.stream(x).max().orElse(0);
  }

  double bottom() {
    return Arrays.stream(y).min().orElse(0);
  }

  double top() {
    return Arrays.stream(y).max().orElse(0);
  }
}
