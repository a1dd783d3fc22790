package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import smile.stat.distribution.GaussianDistribution;

import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Symmetric;

/**
 * Data like the points in all but clusters, to see what k-means makes of it. Two kinds: one keeps of each column the shape with
 * a single hump ({@link UnimodalFit}: skewed stays skewed, counts stay counts) and between columns the correlation of ranks (a
 * Gaussian copula); the other is uniform in the box of the principal components (Tibshirani, Walther and Hastie, <i>Estimating
 * the number of clusters via the gap statistic</i>, 2001).
 */
public final class NoClusters {
  private final int rows;
  private final int dims;
  private final UnimodalFit[] shapes;
  private final double[] mixing;
  private final PrincipalAxes axes;
  private final double[] boxLow;
  private final double[] boxHigh;

  NoClusters(Points points) {
    this.rows = points.rows();
    this.dims = points.dims();
    this.shapes = new UnimodalFit[dims];
    double[] scores = new double[rows * dims];
    for (int d = 0; d < dims; d++) {
      double[] column = column(points, d);
      shapes[d] = UnimodalFit.of(column);
      normalScores(column, scores, d);
    }
    this.mixing = mixing(new Points(scores, rows, dims));
    this.axes = PrincipalAxes.of(points);
    this.boxLow = new double[dims];
    this.boxHigh = new double[dims];
    for (int c = 0; c < dims; c++) {
      int component = c;
      var range = IntStream.range(0, rows)
          .mapToDouble(row -> axes.project(points, row, component))
          .summaryStatistics();
      boxLow[c] = range.getMin();
      boxHigh[c] = range.getMax();
    }
  }

  /** As many rows as the points have, with the shape of each column and the correlation of ranks. */
  public Points likeColumns(RandomGenerator random) {
    double[] normal = new double[rows * dims];
    double[] free = new double[dims];
    for (int row = 0; row < rows; row++) {
      Arrays.setAll(free, d -> random.nextGaussian());
      for (int d = 0; d < dims; d++) {
        for (int c = 0; c < dims; c++) {
          normal[row * dims + d] += mixing[d * dims + c] * free[c];
        }
      }
    }
    double[] values = new double[rows * dims];
    for (int d = 0; d < dims; d++) {
      double[] column = column(new Points(normal, rows, dims), d);
      Integer[] order = order(column);
      for (int rank = 0; rank < rows; rank++) {
        values[order[rank] * dims + d] = shapes[d].quantile((rank + random.nextDouble()) / rows);
      }
    }
    return new Points(values, rows, dims);
  }

  /** As many rows as the points have, anywhere in the box of their principal components. */
  public Points inBox(RandomGenerator random) {
    double[] values = new double[rows * dims];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(axes.mean(), 0, values, row * dims, dims);
      for (int c = 0; c < dims; c++) {
        double at = boxLow[c] + random.nextDouble() * (boxHigh[c] - boxLow[c]);
        for (int d = 0; d < dims; d++) {
          values[row * dims + d] += at * axes.vectors()[c * dims + d];
        }
      }
    }
    return new Points(values, rows, dims);
  }

  private static double[] column(Points points, int d) {
    double[] column = new double[points.rows()];
    Arrays.setAll(column, row -> points.values()[row * points.dims() + d]);
    return column;
  }

  private static Integer[] order(double[] column) {
    Integer[] order = new Integer[column.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> column[i]));
    return order;
  }

  /** Replaces values by the normal quantile of their rank, that of equal values being the mean of their ranks. */
  private void normalScores(double[] column, double[] scores, int d) {
    GaussianDistribution normal = GaussianDistribution.getInstance();
    Integer[] order = order(column);
    int first = 0;
    while (first < rows) {
      int end = first + 1;
      while (end < rows && column[order[end]] == column[order[first]]) {
        end++;
      }
      double score = normal.quantile((first + end) / (2.0 * rows));
      for (int i = first; i < end; i++) {
        scores[order[i] * dims + d] = score;
      }
      first = end;
    }
  }

  /** The square root of the scores' correlation matrix: it gives independent normal numbers that correlation. */
  private static double[] mixing(Points scores) {
    int dims = scores.dims();
    double[] column = new double[dims];
    double[] matrix = PrincipalAxes.covariance(scores, new double[dims]);
    for (int d = 0; d < dims; d++) {
      column[d] = Math.sqrt(matrix[d * dims + d]);
    }
    for (int a = 0; a < dims; a++) {
      for (int b = 0; b < dims; b++) {
        double scale = column[a] * column[b];
        matrix[a * dims + b] = scale > 0 ? matrix[a * dims + b] / scale : a == b ? 1 : 0;
      }
    }
    double[] vectors = Symmetric.diagonalise(matrix, dims);
    double[] root = new double[dims * dims];
    for (int a = 0; a < dims; a++) {
      for (int c = 0; c < dims; c++) {
        root[a * dims + c] = vectors[a * dims + c] * Math.sqrt(Math.max(0, matrix[c * dims + c]));
      }
    }
    return root;
  }
}
