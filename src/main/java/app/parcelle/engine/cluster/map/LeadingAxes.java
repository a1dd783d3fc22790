package app.parcelle.engine.cluster.map;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Symmetric;
import app.parcelle.engine.job.JobContext;

/**
 * The first principal components of points of very many dimensions, by subspace iteration on a sample of the rows, without
 * the covariance matrix (Golub and Van Loan, <i>Matrix Computations</i>, 8.2.4).
 */
final class LeadingAxes {
  /** Components computed. */
  private static final int COUNT = 8;

  /** More than are kept, so that those kept settle quickly. */
  private static final int BLOCK = 12;

  private static final int ITERATIONS = 40;

  private static final int ROWS = 4_000;

  private final Points points;
  private final double[] mean;
  private final JobContext job;
  private final int dims;

  private LeadingAxes(Points points, double[] mean, JobContext job) {
    this.points = points;
    this.mean = mean;
    this.job = job;
    this.dims = points.dims();
  }

  static PrincipalAxes of(Points points, double[] mean, JobContext job) {
    int[] sample = Draws.sample(points.rows(), ROWS, Draws.of(0, Draws.Purpose.SAMPLE));
    return new LeadingAxes(points.pick(sample), mean, job).axes();
  }

  private PrincipalAxes axes() {
    RandomGenerator random = Draws.of(0, Draws.Purpose.START);
    double[][] basis = new double[BLOCK][dims];
    for (double[] vector : basis) {
      Arrays.setAll(vector, _ -> random.nextGaussian());
    }
    for (int i = 0; i < ITERATIONS; i++) {
      orthonormalise(basis);
      basis = multiplied(basis);
    }
    orthonormalise(basis);
    return rotated(basis);
  }

  /** The components within the subspace: the eigenvectors of what the covariance does to the basis. */
  private PrincipalAxes rotated(double[][] basis) {
    double[][] image = multiplied(basis);
    double[] small = new double[BLOCK * BLOCK];
    for (int a = 0; a < BLOCK; a++) {
      for (int b = 0; b < BLOCK; b++) {
        small[a * BLOCK + b] = (dot(basis[a], image[b]) + dot(basis[b], image[a])) / 2;
      }
    }
    double[] rotation = Symmetric.diagonalise(small, BLOCK, job);
    int[] order = IntStream.range(0, BLOCK)
        .boxed()
        .sorted((a, b) -> Double.compare(small[b * BLOCK + b], small[a * BLOCK + a]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] variances = new double[COUNT];
    double[] vectors = new double[COUNT * dims];
    for (int c = 0; c < COUNT; c++) {
      variances[c] = Math.max(0, small[order[c] * BLOCK + order[c]]);
      for (int a = 0; a < BLOCK; a++) {
        double share = rotation[a * BLOCK + order[c]];
        for (int d = 0; d < dims; d++) {
          vectors[c * dims + d] += share * basis[a][d];
        }
      }
      PrincipalAxes.fixSign(vectors, c, dims);
    }
    return new PrincipalAxes(mean, variances, vectors, total());
  }

  private double total() {
    double sum = 0;
    double[] values = points.values();
    for (int i = 0; i < values.length; i++) {
      double gap = values[i] - mean[i % dims];
      sum += gap * gap;
    }
    return sum / points.rows();
  }

  /** The covariance times each vector. */
  private double[][] multiplied(double[][] basis) {
    double[][] image = new double[BLOCK][dims];
    double[] gap = new double[dims];
    for (int row = 0; row < points.rows(); row++) {
      job.throwIfCancelled();
      for (int d = 0; d < dims; d++) {
        gap[d] = points.values()[row * dims + d] - mean[d];
      }
      for (int a = 0; a < BLOCK; a++) {
        double along = dot(gap, basis[a]) / points.rows();
        for (int d = 0; d < dims; d++) {
          image[a][d] += along * gap[d];
        }
      }
    }
    return image;
  }

  /** Gram and Schmidt, twice, so that rounding leaves no trace. */
  private static void orthonormalise(double[][] basis) {
    for (int pass = 0; pass < 2; pass++) {
      for (int a = 0; a < basis.length; a++) {
        for (int b = 0; b < a; b++) {
          double along = dot(basis[a], basis[b]);
          for (int d = 0; d < basis[a].length; d++) {
            basis[a][d] -= along * basis[b][d];
          }
        }
        double length = Math.sqrt(dot(basis[a], basis[a]));
        for (int d = 0; d < basis[a].length; d++) {
          basis[a][d] /= length == 0 ? 1 : length;
        }
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
