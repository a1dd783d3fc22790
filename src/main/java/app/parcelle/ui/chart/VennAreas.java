package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.List;

import app.parcelle.ui.chart.VennLayout.Circle;

/** The areas of the regions of circles, by looking along many upright lines, on each of which the stretches are exact. */
final class VennAreas {
  private static final int LINES = 400;

  private VennAreas() {}

  /** One area a set of circles; that of the empty set is 0. */
  static double[] of(List<Circle> circles) {
    double[] areas = new double[1 << circles.size()];
    double left = circles.stream().mapToDouble(c -> c.x() - c.r()).min().orElse(0);
    double right = circles.stream().mapToDouble(c -> c.x() + c.r()).max().orElse(0);
    double step = (right - left) / LINES;
    double[] ends = new double[2 * circles.size()];
    for (int line = 0; line < LINES; line++) {
      addLine(circles, left + (line + 0.5) * step, step, ends, areas);
    }
    areas[0] = 0;
    return areas;
  }

  private static void addLine(List<Circle> circles, double x, double width, double[] ends, double[] areas) {
    int n = 0;
    for (Circle c : circles) {
      double half = half(c, x);
      if (half > 0) {
        ends[n++] = c.y() - half;
        ends[n++] = c.y() + half;
      }
    }
    Arrays.sort(ends, 0, n);
    for (int i = 1; i < n; i++) {
      areas[set(circles, x, (ends[i - 1] + ends[i]) / 2)] += width * (ends[i] - ends[i - 1]);
    }
  }

  /** Half of what a circle covers of the line; 0 where it does not reach it. */
  private static double half(Circle c, double x) {
    double square = c.r() * c.r() - (x - c.x()) * (x - c.x());
    return square <= 0 ? 0 : Math.sqrt(square);
  }

  private static int set(List<Circle> circles, double x, double y) {
    int set = 0;
    for (int i = 0; i < circles.size(); i++) {
      set |= Math.abs(y - circles.get(i).y()) < half(circles.get(i), x) ? 1 << i : 0;
    }
    return set;
  }
}
