package app.parcelle.engine.cluster.prepare;

import java.util.Arrays;

/** How far values lean to one side. */
public final class Skewness {
  private static final double MUCH = 1;

  private Skewness() {}

  /**
   * Whether few large values stand far from the others and ln(1 + x) brings them nearer: none is negative, the skewness is
   * above {@value #MUCH} and the logarithm lessens it.
   *
   * @param values none NaN
   */
  public static boolean isLessenedByLog(double[] values) {
    double skewness = of(values);
    if (!(skewness > MUCH) || Arrays.stream(values).anyMatch(value -> value < 0)) {
      return false;
    }
    // that of two values (yes and no) stays, and that of dates, whose zero is far away
    return Math.abs(of(Arrays.stream(values).map(Math::log1p).toArray())) < 0.95 * skewness;
  }

  /** The third standardised moment; NaN of a constant. */
  static double of(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double gap = value - mean;
      squares += gap * gap;
      cubes += gap * gap * gap;
    }
    double variance = squares / values.length;
    return cubes / values.length / (variance * Math.sqrt(variance));
  }
}
