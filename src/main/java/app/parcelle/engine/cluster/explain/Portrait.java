package app.parcelle.engine.cluster.explain;

import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/**
 * What one cluster is like, in figures, against all customers who are in a cluster.
 *
 * @param cluster from 1 on
 * @param size its customers
 * @param share of all customers who are in a cluster, 0 to 1
 * @param value what they bought; null where that is not known
 * @param measures one a column of numbers of the sheet, in its order
 * @param mixes one a column of categories of the sheet, in its order
 */
public record Portrait(int cluster, int size, double share, @Nullable Value value, List<Measure> measures,
    List<Mix> mixes) {
  public Portrait {
    measures = List.copyOf(measures);
    mixes = List.copyOf(mixes);
  }

  /**
   * What they bought.
   *
   * @param sum of their amounts
   * @param share of the amounts of all customers in a cluster; NaN where those are not above 0
   * @param average a customer with an amount
   * @param basket an order; NaN where orders are not known or there is none
   */
  public record Value(double sum, double share, double average, double basket) {}

  /**
   * A number.
   *
   * @param column of the sheet
   * @param name of the field
   * @param known how many members have a value; the figures are theirs, NaN where nobody has
   * @param overall of all customers in a cluster
   * @param skewed whether few large values would decide, so that differences are those of ln(1 + value)
   * @param difference from the customers of the other clusters, in standard deviations
   */
  public record Measure(int column, String name, int known, Spread own, Spread overall, boolean skewed,
      Difference difference) {
    /**
     * The customer in the middle of a skewed field, where the middle differs from that of all in the direction of the
     * difference; else the mean.
     */
    public double typical() {
      return tellsByMedian() ? own.median() : own.mean();
    }

    /** What {@link #typical} compares with. */
    public double overallTypical() {
      return tellsByMedian() ? overall.median() : overall.mean();
    }

    /** 100 × typical / typical of all; none where that of all is not above 0 or there is no value. */
    public OptionalDouble index() {
      return overallTypical() > 0 && known > 0
          ? OptionalDouble.of(100 * typical() / overallTypical())
          : OptionalDouble.empty();
    }

    private boolean tellsByMedian() {
      return skewed && overall.median() > 0
          && (own.median() - overall.median()) * difference.value() > 0;
    }
  }

  /** Where values lie; quartiles by linear interpolation between the two nearest (R's type 7). */
  public record Spread(double mean, double lowerQuartile, double median, double upperQuartile) {}

  /**
   * A category.
   *
   * @param column of the sheet
   * @param name of the field
   * @param known how many members have a value
   * @param levels the values that set the cluster apart, the strongest first; at most {@link Portraits#LEVELS}
   */
  public record Mix(int column, String name, int known, List<Level> levels) {
    public Mix {
      levels = List.copyOf(levels);
    }
  }

  /**
   * One value of a category.
   *
   * @param share of the members with a value, 0 to 1
   * @param overall share of all customers in a cluster with a value
   * @param lift share / overall share, with its interval
   */
  public record Level(String text, double share, double overall, Difference lift) {}

  /**
   * An effect with the ends of its 95 % confidence interval. A standardised difference is none at 0, a lift at 1.
   *
   * @param value NaN where it cannot be computed, and then the ends as well
   */
  public record Difference(double value, double low, double high) {
    static final Difference UNKNOWN = new Difference(Double.NaN, Double.NaN, Double.NaN);

    /** The end that is nearer to 0, with its sign; 0 where the interval holds 0: what is sure of a standardised difference. */
    public double sure() {
      return low > 0 ? low : high < 0 ? high : 0;
    }
  }
}
