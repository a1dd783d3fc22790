package app.parcelle.engine.cluster.points;

/** Quantiles by linear interpolation between neighbours (the seventh of Hyndman and Fan, <i>The American Statistician</i> 50, 1996). */
public final class Quantile {
  private Quantile() {}

  /**
   * @param sorted ascending, at least one
   * @param share 0 for the least, 1 for the greatest
   */
  public static double of(double[] sorted, double share) {
    return of(sorted, 0, sorted.length, share);
  }

  /**
   * Of a stretch.
   *
   * @param sorted ascending from {@code from} up to before {@code to}
   * @param share 0 for the least, 1 for the greatest
   * @return NaN of an empty stretch
   */
  public static double of(double[] sorted, int from, int to, double share) {
    if (from == to) {
      return Double.NaN;
    }
    double place = share * (to - from - 1);
    int below = from + (int) place;
    double part = place - (int) place;
    return part == 0 ? sorted[below] : sorted[below] * (1 - part) + sorted[below + 1] * part;
  }
}
