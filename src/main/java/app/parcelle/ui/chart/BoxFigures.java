package app.parcelle.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Quantile;

/**
 * What a box plot shows of some numbers (Tukey, <i>Exploratory Data Analysis</i>, 1977): quartiles, interpolated between values
 * (type 7 of Hyndman and Fan, 1996), and whiskers to the last values within 1.5 interquartile ranges of them.
 *
 * @param count of numbers; all else is NaN where it is 0
 * @param low end of the lower whisker
 * @param high end of the upper whisker
 * @param outside how many numbers lie beyond the whiskers
 */
public record BoxFigures(int count, double low, double first, double median, double third, double high,
    int outside) {
  private static final double WHISKER = 1.5;

  /**
   * The figures of each cluster, from cluster 1 on; sorts, so that a million values take some tenths of a second.
   *
   * @param values one a row; NaN where it is not known
   * @param clusters one a row, from 1 on; 0 for none, and it is left out
   * @param count of clusters
   */
  public static List<BoxFigures> of(double[] values, int[] clusters, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(cluster -> of(
            IntStream.range(0, values.length)
                .filter(row -> clusters[row] == cluster)
                .mapToDouble(row -> values[row])))
        .toList();
  }

  /** @param values of which NaN are left out */
  static BoxFigures of(DoubleStream values) {
    double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (sorted.length == 0) {
      return new BoxFigures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }
    double first = Quantile.of(sorted, 0.25);
    double third = Quantile.of(sorted, 0.75);
    double reach = WHISKER * (third - first);
    double[] within = Arrays.stream(sorted)
        .filter(value -> value >= first - reach && value <= third + reach)
        .toArray();
    return new BoxFigures(sorted.length, within[0], first, Quantile.of(sorted, 0.5), third,
        within[within.length - 1], sorted.length - within.length);
  }
}
