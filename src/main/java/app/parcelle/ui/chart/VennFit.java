package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import app.parcelle.ui.chart.VennLayout.Circle;

/**
 * Moves and resizes three circles until their areas are as near to shares as they come: Nelder and Mead, A simplex method for function
 * minimization, 1965, on the sum of squared differences. The first circle stays, the second stays at its height.
 */
final class VennFit {
  private static final int STEPS = 500;
  private static final double FIRST_STRIDE = 0.06;
  private static final double ENOUGH = 1e-9;

  private final double[] shares;

  private VennFit(double[] shares) {
    this.shares = shares;
  }

  private record Corner(double[] at, double badness) {}

  static List<Circle> of(double[] shares, List<Circle> start) {
    double[] at = {start.get(1).x(), start.get(2).x(), start.get(2).y(), start.get(0).r(), start.get(1).r(),
        start.get(2).r()};
    return circles(new VennFit(shares).best(at));
  }

  private static List<Circle> circles(double[] at) {
    return List.of(new Circle(0, 0, Math.abs(at[3])), new Circle(at[0], 0, Math.abs(at[4])),
        new Circle(at[1], at[2], Math.abs(at[5])));
  }

  private Corner corner(double[] at) {
    double[] areas = VennAreas.of(circles(at));
    double sum = 0;
    for (int set = 1; set < shares.length; set++) {
      sum += (areas[set] - shares[set]) * (areas[set] - shares[set]);
    }
    return new Corner(at, sum);
  }

  private double[] best(double[] start) {
    Corner[] corners = new Corner[start.length + 1];
    corners[0] = corner(start);
    for (int i = 0; i < start.length; i++) {
      double[] beside = start.clone();
      beside[i] += FIRST_STRIDE;
      corners[i + 1] = corner(beside);
    }
    Comparator<Corner> order = Comparator.comparingDouble(Corner::badness);
    Arrays.sort(corners, order);
    for (int step = 0; step < STEPS && corners[0].badness() > ENOUGH; step++) {
      step(corners);
      Arrays.sort(corners, order);
    }
    return corners[0].at();
  }

  private void step(Corner[] corners) {
    int last = corners.length - 1;
    double[] middle = middle(corners);
    Corner reflected = corner(along(middle, corners[last].at(), -1));
    if (reflected.badness() < corners[0].badness()) {
      Corner expanded = corner(along(middle, corners[last].at(), -2));
      corners[last] = expanded.badness() < reflected.badness() ? expanded : reflected;
    } else if (reflected.badness() < corners[last - 1].badness()) {
      corners[last] = reflected;
    } else {
      Corner contracted = corner(along(middle, corners[last].at(), 0.5));
      if (contracted.badness() < corners[last].badness()) {
        corners[last] = contracted;
      } else {
        for (int i = 1; i <= last; i++) {
          corners[i] = corner(along(corners[0].at(), corners[i].at(), 0.5));
        }
      }
    }
  }

  /** Of all corners but the worst. */
  private static double[] middle(Corner[] corners) {
    double[] middle = new double[corners[0].at().length];
    for (int c = 0; c < corners.length - 1; c++) {
      for (int i = 0; i < middle.length; i++) {
        middle[i] += corners[c].at()[i] / (corners.length - 1);
      }
    }
    return middle;
  }

  private static double[] along(double[] from, double[] to, double way) {
    double[] at = new double[from.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = from[i] + way * (to[i] - from[i]);
    }
    return at;
  }
}
