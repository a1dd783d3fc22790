package app.parcelle.ui.chart;

import java.util.stream.LongStream;

/** Round numbers along an axis. */
final class Ticks {
  private static final double[] ROUND = {1, 2, 5, 10};

  private Ticks() {}

  /** At least two and at most {@code most} + 1 numbers of the form 1, 2 or 5 times a power of ten that lie in a range, if there are. */
  static double[] of(double low, double high, int most) {
    if (!(high > low)) {
      return new double[]{low};
    }
    double rough = (high - low) / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double round : ROUND) {
      if (round * power >= rough * (1 - 1e-9)) {
        step = round * power;
        break;
      }
    }
    double each = step;
    return LongStream.rangeClosed((long) Math.ceil(low / each - 1e-9), (long) Math.floor(high / each + 1e-9))
        .mapToDouble(i -> i * each)
        .toArray();
  }
}
