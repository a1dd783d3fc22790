package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The gap statistic: by how much the inertia, as a logarithm, is less than on data without clusters (Tibshirani, Walther and
 * Hastie, <i>Estimating the number of clusters in a data set via the gap statistic</i>, Journal of the Royal Statistical
 * Society B 63, 2001). Where the data without clusters is uniform in the box of the principal components, as in
 * {@link NoClusters#inBox}, it is their variant (b).
 *
 * @param values for k from 1 on
 * @param errors for k from 1 on: the standard deviation of the references, widened for there being few
 */
public record Gap(double[] values, double[] errors) {
  /**
   * @param own logarithms of the inertia for k from 1 on
   * @param references the same of each data set without clusters; not empty
   */
  public static Gap of(double[] own, double[][] references) {
    double[] values = new double[own.length];
    double[] errors = new double[own.length];
    for (int i = 0; i < own.length; i++) {
      int at = i;
      double mean = Arrays.stream(references).mapToDouble(r -> r[at]).average().orElseThrow();
      double squares = Arrays.stream(references).mapToDouble(r -> (r[at] - mean) * (r[at] - mean)).sum();
      values[i] = mean - own[i];
      errors[i] = Math.sqrt(squares / references.length * (1 + 1.0 / references.length));
    }
    return new Gap(values, errors);
  }

  /** The smallest k whose gap the next one does not exceed by more than its error; empty where there is none. */
  public OptionalInt smallest() {
    for (int i = 0; i + 1 < values.length; i++) {
      if (values[i] >= values[i + 1] - errors[i + 1]) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
