package app.parcelle.engine.cluster.algorithm;

import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.points.MixedPoints;

/**
 * K-prototypes as Huang's paper of 1998 has it, slow and plain: rows are given to the nearest prototype one after the other,
 * and the prototypes of both clusters follow at once.
 */
final class HuangsPrototypes {
  private final MixedPoints points;
  private final double gamma;
  private final int k;
  private final int dims;
  private final int categories;
  private final double[][] sums;
  private final int[][][] counts;
  private final int[] sizes;
  private final double[][] means;
  private final int[][] modes;
  private final int[] labels;

  private HuangsPrototypes(MixedPoints points, double gamma, int k, RandomGenerator random) {
    this.points = points;
    this.gamma = gamma;
    this.k = k;
    this.dims = points.numbers().dims();
    this.categories = points.categories().size();
    this.sums = new double[k][dims];
    this.means = new double[k][dims];
    this.modes = new int[k][categories];
    this.counts = new int[k][categories][];
    this.sizes = new int[k];
    this.labels = new int[points.rows()];
    for (int j = 0; j < k; j++) {
      int row = random.nextInt(points.rows());
      for (int d = 0; d < dims; d++) {
        means[j][d] = points.numbers().values()[row * dims + d];
      }
      for (int c = 0; c < categories; c++) {
        modes[j][c] = code(c, row);
        counts[j][c] = new int[points.categories().get(c).levels()];
      }
    }
  }

  /** The least cost of several random starts. */
  static double cost(MixedPoints points, double gamma, int k, int starts, RandomGenerator random) {
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < starts; start++) {
      HuangsPrototypes one = new HuangsPrototypes(points, gamma, k, random);
      one.run();
      least = Math.min(least, one.cost());
    }
    return least;
  }

  private void run() {
    for (int row = 0; row < labels.length; row++) {
      labels[row] = nearest(row);
      give(row, 1);
    }
    for (int pass = 0; pass < 100; pass++) {
      boolean moved = false;
      for (int row = 0; row < labels.length; row++) {
        int nearest = nearest(row);
        if (nearest != labels[row] && sizes[labels[row]] > 1) {
          give(row, -1);
          labels[row] = nearest;
          give(row, 1);
          moved = true;
        }
      }
      if (!moved) {
        return;
      }
    }
  }

  private void give(int row, int sign) {
    int j = labels[row];
    sizes[j] += sign;
    for (int d = 0; d < dims; d++) {
      sums[j][d] += sign * points.numbers().values()[row * dims + d];
      means[j][d] = sums[j][d] / sizes[j];
    }
    for (int c = 0; c < categories; c++) {
      counts[j][c][code(c, row)] += sign;
      for (int code = 0; code < counts[j][c].length; code++) {
        if (counts[j][c][code] > counts[j][c][modes[j][c]]) {
          modes[j][c] = code;
        }
      }
    }
  }

  private int nearest(int row) {
    int nearest = 0;
    for (int j = 1; j < k; j++) {
      nearest = distance(row, j) < distance(row, nearest) ? j : nearest;
    }
    return nearest;
  }

  private double distance(int row, int j) {
    double sum = 0;
    for (int d = 0; d < dims; d++) {
      double gap = points.numbers().values()[row * dims + d] - means[j][d];
      sum += gap * gap;
    }
    for (int c = 0; c < categories; c++) {
      sum += code(c, row) == modes[j][c] ? 0 : gamma * points.categories().get(c).weight();
    }
    return sum;
  }

  private double cost() {
    double cost = 0;
    for (int row = 0; row < labels.length; row++) {
      cost += distance(row, labels[row]);
    }
    return cost;
  }

  private int code(int category, int row) {
    return points.categories().get(category).codes()[row];
  }
}
