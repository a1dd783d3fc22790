package app.parcelle.engine.value;

import java.util.Arrays;
import java.util.List;

/**
 * The edges of one measure: a value's band is how many edges are at most it, plus 1.
 *
 * @param edges ascending, one less than there are bands; infinite where no value is so great
 */
record Cuts(double[] edges) {
  /** @param values of those who have one, in any order; sorted here */
  static Cuts equalGroups(double[] values, int bands) {
    double[] edges = new double[bands - 1];
    for (int i = 1; i < bands; i++) {
      // the least value with floor(bands × less / all) of at least i
      int less = Math.ceilDiv(i * values.length, bands);
      edges[i - 1] = less < values.length ? first(values, less) : Double.POSITIVE_INFINITY;
    }
    return new Cuts(edges);
  }

  /** The least of the sorted values that has at least so many strictly lesser ones. */
  private static double first(double[] values, int less) {
    int at = less;
    while (at > 0 && at < values.length && values[at - 1] == values[at]) {
      at++;
    }
    return at == values.length ? Double.POSITIVE_INFINITY : values[at];
  }

  static Cuts quantilesPlusOne(double[] values, int bands) {
    double[] edges = new double[bands - 1];
    Arrays.fill(edges, Double.POSITIVE_INFINITY);
    for (int i = 1; i < bands && values.length > 0; i++) {
      double at = (values.length - 1) * (double) i / bands;
      int below = (int) at;
      double above = values[Math.min(below + 1, values.length - 1)];
      edges[i - 1] = values[below] + (at - below) * (above - values[below]) + 1;
    }
    return new Cuts(edges);
  }

  static Cuts given(List<Double> edges) {
    return new Cuts(edges.stream().mapToDouble(Double::doubleValue).toArray());
  }

  int band(double value) {
    int band = 1;
    for (double edge : edges) {
      band += edge <= value ? 1 : 0;
    }
    return band;
  }
}
