package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import smile.stat.distribution.GaussianDistribution;

import app.parcelle.engine.cluster.map.PrincipalAxes;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;

/**
 * Data like the points in all but clusters, to see what k-means makes of it. Two kinds: one keeps of each column the shape with
 * a single hump ({@link UnimodalFit}: skewed stays skewed, counts stay counts) and between columns the correlation of ranks (a
 * Gaussian copula); the other is uniform in the box of the principal components (Tibshirani, Walther and Hastie, <i>Estimating
 * the number of clusters via the gap statistic</i>, 2001), in columns so many that only the first components are known, with
 * what those leave evenly about it.
 */
public final class NoClusters {
  /** The share of a column's variance up to which what is left of it is rounding. */
  private static final double DETERMINED = 1e-10;

  private final int rows;
  private final int dims;
  private final UnimodalFit[] shapes;
  private final double[] mixing;
  private final PrincipalAxes axes;
  private final double[] boxLow;
  private final double[] boxHigh;
  /** How far each column reaches beyond what the components tell, where not all of them are computed. */
  private final double[] rest;

  NoClusters(Points points, JobContext job) {
    this.rows = points.rows();
    this.dims = points.dims();
    this.shapes = new UnimodalFit[dims];
    double[] scores = new double[rows * dims];
    for (int d = 0; d < dims; d++) {
      job.throwIfCancelled();
      double[] column = column(points, d);
      shapes[d] = UnimodalFit.of(column);
      normalScores(column, scores, d);
    }
    this.mixing = mixing(new Points(scores, rows, dims), job);
    this.axes = PrincipalAxes.of(points, job);
    this.boxLow = new double[axes.variances().length];
    this.boxHigh = new double[boxLow.length];
    for (int c = 0; c < boxLow.length; c++) {
      job.throwIfCancelled();
      int component = c;
      var range = IntStream.range(0, rows)
          .mapToDouble(row -> axes.project(points, row, component))
          .summaryStatistics();
      boxLow[c] = range.getMin();
      boxHigh[c] = range.getMax();
    }
    this.rest = boxLow.length == dims ? new double[0] : rest(points, axes, job);
  }

  /** As many rows as the points have, with the shape of each column and the correlation of ranks. */
  public Points likeColumns(RandomGenerator random, JobContext job) {
    double[] normal = new double[rows * dims];
    double[] free = new double[dims];
    for (int row = 0; row < rows; row++) {
      job.throwIfCancelled();
      Arrays.setAll(free, _ -> random.nextGaussian());
      for (int d = 0; d < dims; d++) {
        for (int c = 0; c <= d; c++) {
          normal[row * dims + d] += mixing[d * dims + c] * free[c];
        }
      }
    }
    double[] values = new double[rows * dims];
    for (int d = 0; d < dims; d++) {
      job.throwIfCancelled();
      double[] column = column(new Points(normal, rows, dims), d);
      Integer[] order = order(column);
      for (int rank = 0; rank < rows; rank++) {
        values[order[rank] * dims + d] = shapes[d].quantile((rank + random.nextDouble()) / rows);
      }
    }
    return new Points(values, rows, dims);
  }

  /** As many rows as the points have, anywhere in the box of their principal components. */
  public Points inBox(RandomGenerator random, JobContext job) {
    double[] values = new double[rows * dims];
    for (int row = 0; row < rows; row++) {
      job.throwIfCancelled();
      System.arraycopy(axes.mean(), 0, values, row * dims, dims);
      for (int c = 0; c < boxLow.length; c++) {
        double at = boxLow[c] + random.nextDouble() * (boxHigh[c] - boxLow[c]);
        for (int d = 0; d < dims; d++) {
          values[row * dims + d] += at * axes.vectors()[c * dims + d];
        }
      }
      for (int d = 0; d < rest.length; d++) {
        values[row * dims + d] += (2 * random.nextDouble() - 1) * rest[d];
      }
    }
    return new Points(values, rows, dims);
  }

  /** Half the width of a uniform distribution with that part of each column's variance which the components leave. */
  private static double[] rest(Points points, PrincipalAxes axes, JobContext job) {
    int dims = points.dims();
    double[] left = new double[dims];
    for (int row = 0; row < points.rows(); row++) {
      job.throwIfCancelled();
      for (int d = 0; d < dims; d++) {
        double gap = points.values()[row * dims + d] - axes.mean()[d];
        left[d] += gap * gap / points.rows();
      }
    }
    for (int i = 0; i < axes.vectors().length; i++) {
      double loading = axes.vectors()[i];
      left[i % dims] -= axes.variances()[i / dims] * loading * loading;
    }
    return Arrays.stream(left).map(variance -> Math.sqrt(3 * Math.max(0, variance))).toArray();
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

  /**
   * A lower triangle which gives independent normal numbers the correlation of the scores: Cholesky's root. A column that others
   * determine adds nothing of its own.
   */
  private static double[] mixing(Points scores, JobContext job) {
    int dims = scores.dims();
    double[] root = PrincipalAxes.covariance(scores, new double[dims], job);
    double[] deviations = new double[dims];
    Arrays.setAll(deviations, d -> Math.sqrt(root[d * dims + d]));
    for (int a = 0; a < dims; a++) {
      job.throwIfCancelled();
      for (int b = 0; b <= a; b++) {
        double scale = deviations[a] * deviations[b];
        double rest = scale > 0 ? root[a * dims + b] / scale : a == b ? 1 : 0;
        for (int c = 0; c < b; c++) {
          rest -= root[a * dims + c] * root[b * dims + c];
        }
        double pivot = root[b * dims + b];
        root[a * dims + b] = a == b
            ? rest > DETERMINED ? Math.sqrt(rest) : 0
            : pivot > 0 ? rest / pivot : 0;
      }
    }
    return root;
  }
}
