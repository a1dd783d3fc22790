package app.parcelle.engine.cluster.map;

import java.util.Arrays;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Symmetric;
import app.parcelle.engine.job.JobContext;

/**
 * Principal components of points: the directions in which they differ most (Pearson 1901), from the covariance matrix by
 * Jacobi's rotations. Signs are fixed: the largest loading of each is positive.
 *
 * @param mean one a dimension
 * @param variances descending, one a component
 * @param vectors component x dims, row-major, of length 1
 * @param total the variance of all components, also of those that are not computed
 */
public record PrincipalAxes(double[] mean, double[] variances, double[] vectors, double total) {
  /** With more dimensions only the first components are computed. */
  static final int WIDE = 100;

  /** Between two looks at whether to stop. */
  private static final int ROWS = 64;

  public static PrincipalAxes of(Points points, JobContext job) {
    double[] mean = mean(points, job);
    int dims = points.dims();
    if (dims > WIDE) {
      return LeadingAxes.of(points, mean, job);
    }
    double[] matrix = covariance(points, mean, job);
    double[] rotation = Symmetric.diagonalise(matrix, dims, job);
    int[] order = IntStream.range(0, dims)
        .boxed()
        .sorted((a, b) -> Double.compare(matrix[b * dims + b], matrix[a * dims + a]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] variances = new double[dims];
    double[] vectors = new double[dims * dims];
    for (int c = 0; c < dims; c++) {
      variances[c] = Math.max(0, matrix[order[c] * dims + order[c]]);
      for (int d = 0; d < dims; d++) {
        vectors[c * dims + d] = rotation[d * dims + order[c]];
      }
      fixSign(vectors, c, dims);
    }
    return new PrincipalAxes(mean, variances, vectors, Arrays.stream(variances).sum());
  }

  /** Turns a component so that its largest loading is positive. */
  static void fixSign(double[] vectors, int component, int dims) {
    double largest = 0;
    for (int d = component * dims; d < (component + 1) * dims; d++) {
      // by more than rounding, so that equal loadings do not flip
      if (Math.abs(vectors[d]) > Math.abs(largest) + 1e-9) {
        largest = vectors[d];
      }
    }
    for (int d = component * dims; d < (component + 1) * dims && largest < 0; d++) {
      vectors[d] = -vectors[d];
    }
  }

  /** Share of the variance of all components, 0 to 1. */
  public double share(int component) {
    return component < variances.length && total > 0 ? variances[component] / total : 0;
  }

  /** Where a row stands on a component; 0 for a component that there is not. */
  public double project(Points points, int row, int component) {
    int dims = points.dims();
    if (component >= variances.length) {
      return 0;
    }
    double sum = 0;
    for (int d = 0; d < dims; d++) {
      sum += (points.values()[row * dims + d] - mean[d]) * vectors[component * dims + d];
    }
    return sum;
  }

  static double[] mean(Points points, JobContext job) {
    int dims = points.dims();
    double[] mean = new double[dims];
    for (int row = 0; row < points.rows(); row++) {
      if (row % ROWS == 0) {
        job.throwIfCancelled();
      }
      for (int d = 0; d < dims; d++) {
        mean[d] += points.values()[row * dims + d];
      }
    }
    for (int d = 0; d < dims; d++) {
      mean[d] /= points.rows();
    }
    return mean;
  }

  /** The covariance of the columns about a mean: dims x dims. */
  public static double[] covariance(Points points, double[] mean, JobContext job) {
    int dims = points.dims();
    double[] matrix = new double[dims * dims];
    double[] gap = new double[dims];
    for (int row = 0; row < points.rows(); row++) {
      if (row % ROWS == 0) {
        job.throwIfCancelled();
      }
      for (int d = 0; d < dims; d++) {
        gap[d] = points.values()[row * dims + d] - mean[d];
      }
      for (int a = 0; a < dims; a++) {
        for (int b = 0; b <= a; b++) {
          matrix[a * dims + b] += gap[a] * gap[b];
        }
      }
    }
    for (int a = 0; a < dims; a++) {
      for (int b = 0; b <= a; b++) {
        matrix[a * dims + b] /= points.rows();
        matrix[b * dims + a] = matrix[a * dims + b];
      }
    }
    return matrix;
  }
}
