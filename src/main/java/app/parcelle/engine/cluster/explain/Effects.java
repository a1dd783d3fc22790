package app.parcelle.engine.cluster.explain;

import app.parcelle.engine.cluster.explain.Portrait.Difference;

/** How much a part of the customers differs from the rest, with 95 % confidence intervals. */
final class Effects {
  private static final double NORMAL = 1.959963984540054;

  private Effects() {}

  /**
   * Hedges' g: the difference of the means over the pooled standard deviation, times 1 − 3 / (4 (n1 + n2 − 2) − 1). Its variance is
   * that factor squared times (n1 + n2) / (n1 n2) + d² / (2 (n1 + n2)) (Hedges and Olkin, <i>Statistical methods for
   * meta-analysis</i>, 1985; Borenstein and others, <i>Introduction to meta-analysis</i>, 2009, 4.20 to 4.24).
   *
   * @param squares sums of squared deviations from the own mean
   */
  static Difference hedges(int count, double mean, double squares, int otherCount, double otherMean,
      double otherSquares) {
    int freedom = count + otherCount - 2;
    double deviation = Math.sqrt((squares + otherSquares) / freedom);
    if (count == 0 || otherCount == 0 || freedom < 1) {
      return Difference.UNKNOWN;
    }
    if (deviation == 0) {
      return mean == otherMean ? new Difference(0, 0, 0) : Difference.UNKNOWN;
    }
    double d = (mean - otherMean) / deviation;
    double factor = 1 - 3.0 / (4.0 * freedom - 1);
    double all = (double) count + otherCount;
    double variance = all / ((double) count * otherCount) + d * d / (2 * all);
    double half = NORMAL * factor * Math.sqrt(variance);
    return new Difference(factor * d, factor * d - half, factor * d + half);
  }

  /**
   * The share of a value among members over its share among everyone. The interval is that of the ratio R of the shares among
   * members and among the others (Katz and others, <i>Obtaining confidence intervals for the risk ratio in cohort studies</i>,
   * Biometrics 34, 1978), brought to everyone: with the members' part w of everyone, the lift is R / (w R + 1 − w). Where a count
   * is 0, a half is added to all counts of the interval.
   *
   * @param with members with the value
   * @param of members with any value
   */
  static Difference lift(int with, int of, int othersWith, int othersOf) {
    if (of == 0 || with + othersWith == 0) {
      return Difference.UNKNOWN;
    }
    double all = (double) of + othersOf;
    double lift = (double) with / of / ((with + othersWith) / all);
    if (othersOf == 0) {
      return new Difference(lift, lift, lift);
    }
    double more = with == 0 || othersWith == 0 ? 0.5 : 0;
    double a = with + more;
    double b = othersWith + more;
    double n = of + 2 * more;
    double m = othersOf + 2 * more;
    double ratio = Math.log(a / n / (b / m));
    double half = NORMAL * Math.sqrt(Math.max(0, 1 / a - 1 / n + 1 / b - 1 / m));
    double part = of / all;
    return new Difference(lift, Math.min(lift, brought(Math.exp(ratio - half), part)),
        Math.max(lift, brought(Math.exp(ratio + half), part)));
  }

  private static double brought(double ratio, double part) {
    return Double.isInfinite(ratio) ? 1 / part : ratio / (part * ratio + 1 - part);
  }
}
