package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Points;

/**
 * How likely some rows are under each component of a mixture. The rows stand column by column, so that the processor works on
 * several at once.
 */
final class MixtureDensity {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final Model.Mixture mixture;
  private final int dims;
  private final int rows;
  private final double[][] columns;
  private final double[][] solved;
  private final double[] squares;
  private final double[] constants;

  /** @param rows measured together at most */
  MixtureDensity(Model.Mixture mixture, int rows) {
    this.mixture = mixture;
    this.dims = mixture.dims();
    this.rows = rows;
    this.columns = new double[dims][rows];
    this.solved = new double[dims][rows];
    this.squares = new double[rows];
    this.constants = new double[mixture.k()];
    Arrays.setAll(constants, this::constant);
  }

  /** What all rows have in common: the logarithms of the weight and of the height at the mean. */
  private double constant(int j) {
    double log = 0;
    for (int d = 0; d < dims; d++) {
      log += Math.log(mixture.scale(j, d));
    }
    return Math.log(mixture.weights()[j]) - log - dims * LOG_TWO_PI / 2;
  }

  /**
   * The logarithm of weight times density.
   *
   * @param from the first of the rows
   * @param into k x rows
   */
  void of(Points points, int from, int count, double[][] into) {
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < dims; d++) {
        columns[d][i] = points.values()[(from + i) * dims + d];
      }
    }
    for (int j = 0; j < constants.length; j++) {
      measure(j);
      for (int i = 0; i < count; i++) {
        into[j][i] = constants[j] - squares[i] / 2;
      }
    }
  }

  /** The squared Mahalanobis distances to the mean of a component. */
  private void measure(int j) {
    boolean triangle = mixture.covariance() == Algorithm.Covariance.FULL
        || mixture.covariance() == Algorithm.Covariance.TIED;
    int at = mixture.covariance() == Algorithm.Covariance.FULL ? j * dims * dims : 0;
    double[] square = squares;
    Arrays.fill(square, 0);
    for (int d = 0; d < dims; d++) {
      subtract(columns[d], mixture.means()[j * dims + d], solved[d]);
      if (triangle) {
        forward(at + d * dims, d);
      }
      double[] y = solved[d];
      double scale = 1 / mixture.scale(j, d);
      for (int i = 0; i < rows; i++) {
        y[i] *= scale;
        square[i] += y[i] * y[i];
      }
    }
  }

  private void subtract(double[] column, double mean, double[] into) {
    for (int i = 0; i < rows; i++) {
      into[i] = column[i] - mean;
    }
  }

  /** Forward substitution: takes from one column what the columns before it explain. */
  private void forward(int factor, int d) {
    double[] factors = mixture.factors();
    double[] y = solved[d];
    int m = 0;
    for (; m + 4 <= d; m += 4) {
      double a = factors[factor + m];
      double b = factors[factor + m + 1];
      double c = factors[factor + m + 2];
      double e = factors[factor + m + 3];
      double[] ofA = solved[m];
      double[] ofB = solved[m + 1];
      double[] ofC = solved[m + 2];
      double[] ofE = solved[m + 3];
      for (int i = 0; i < rows; i++) {
        y[i] = y[i] - a * ofA[i] - b * ofB[i] - c * ofC[i] - e * ofE[i];
      }
    }
    for (; m < d; m++) {
      double a = factors[factor + m];
      double[] ofA = solved[m];
      for (int i = 0; i < rows; i++) {
        y[i] -= a * ofA[i];
      }
    }
  }
}
