package app.parcelle.ui.chart.map;

import java.util.Arrays;

/**
 * The part of the plane that is seen: pixel = (place - origin) * scale, with y pointing up. The same scale both ways, so that
 * distances on the screen are distances on the map.
 *
 * @param left the x of the left edge
 * @param top the y of the top edge
 * @param scale pixels for one unit
 */
record MapWindow(double left, double top, double scale) {
  private static final double MARGIN = 24;

  /** All points but the outermost thousandth, so that a few far ones do not shrink the others to a dot. */
  static MapWindow around(PointCloud cloud, double width, double height) {
    double[] x = range(cloud, 0);
    double[] y = range(cloud, 1);
    double scale = Math.min((width - 2 * MARGIN) / (x[1] - x[0]), (height - 2 * MARGIN) / (y[1] - y[0]));
    double left = (x[0] + x[1]) / 2 - width / 2 / scale;
    double top = (y[0] + y[1]) / 2 + height / 2 / scale;
    return new MapWindow(left, top, scale);
  }

  /** A place at the middle, with so much around it in sight. */
  static MapWindow on(double x, double y, double reach, double width, double height) {
    double scale = Math.min(width, height) / 2 / reach;
    return new MapWindow(x - width / 2 / scale, y + height / 2 / scale, scale);
  }

  /** The least and the greatest place on an axis but for the outermost thousandth; apart even where all points are on one. */
  static double[] range(PointCloud cloud, int axis) {
    int step = Math.max(1, cloud.size() / 20_000);
    float[] seen = new float[cloud.size() / step + 1];
    int count = 0;
    for (int point = 0; point < cloud.size(); point += step) {
      if (cloud.drawn(point)) {
        seen[count++] = cloud.places()[2 * point + axis];
      }
    }
    if (count == 0) {
      return new double[]{-1, 1};
    }
    Arrays.sort(seen, 0, count);
    double low = seen[count / 1_000];
    double high = seen[count - 1 - count / 1_000];
    return high > low ? new double[]{low, high} : new double[]{low - 1, high + 1};
  }

  double x(double place) {
    return (place - left) * scale;
  }

  double y(double place) {
    return (top - place) * scale;
  }

  /** Nearer by a factor, with what lies under the pixel staying there. */
  MapWindow zoomed(double factor, double x, double y) {
    double nearer = scale * factor;
    return new MapWindow(left + x / scale - x / nearer, top - y / scale + y / nearer, nearer);
  }

  MapWindow moved(double x, double y) {
    return new MapWindow(left - x / scale, top + y / scale, scale);
  }
}
