package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;

/**
 * How unlike two rows of mixed fields are, from 0 to 1: the weighted mean over the fields of the difference as a share of the
 * field's range, or 1 where categories differ (Gower, <i>A general coefficient of similarity and some of its properties</i>,
 * Biometrics 27, 1971).
 */
final class GowerDistance {
  private final MixedPoints points;
  /** What a difference of 1 in each number adds. */
  private final double[] slopes;
  /** What a mismatch of each category adds. */
  private final double[] mismatches;

  /**
   * @param points to which others are compared; their weights count
   * @param ranges of the numbers; a number without range adds nothing
   */
  GowerDistance(MixedPoints points, double[] ranges) {
    this.points = points;
    this.slopes = new double[ranges.length];
    this.mismatches = new double[points.categories().size()];
    double total = Arrays.stream(points.weights()).sum()
        + points.categories().stream().mapToDouble(MixedPoints.Category::weight).sum();
    for (int d = 0; d < ranges.length; d++) {
      slopes[d] = ranges[d] > 0 && total > 0 ? points.weights()[d] / ranges[d] / total : 0;
    }
    for (int c = 0; c < mismatches.length; c++) {
      mismatches[c] = total > 0 ? points.categories().get(c).weight() / total : 0;
    }
  }

  /** The range of each dimension. */
  static double[] ranges(Points numbers) {
    int dims = numbers.dims();
    double[] low = new double[dims];
    double[] high = new double[dims];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < numbers.values().length; i++) {
      low[i % dims] = Math.min(low[i % dims], numbers.values()[i]);
      high[i % dims] = Math.max(high[i % dims], numbers.values()[i]);
    }
    double[] ranges = new double[dims];
    Arrays.setAll(ranges, d -> high[d] - low[d]);
    return ranges;
  }

  /** Of a row of other points, made from the same fields, to a row of these. */
  double between(MixedPoints others, int other, int row) {
    int dims = slopes.length;
    double[] theirs = others.numbers().values();
    double[] ours = points.numbers().values();
    double sum = 0;
    for (int d = 0; d < dims; d++) {
      sum += Math.abs(theirs[other * dims + d] - ours[row * dims + d]) * slopes[d];
    }
    for (int c = 0; c < mismatches.length; c++) {
      if (others.categories().get(c).codes()[other] != points.categories().get(c).codes()[row]) {
        sum += mismatches[c];
      }
    }
    return sum;
  }
}
