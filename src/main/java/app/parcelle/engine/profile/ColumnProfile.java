package app.parcelle.engine.profile;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;

/**
 * What one column holds.
 *
 * @param rows of the table
 * @param present rows with a value
 * @param distinct how many different values
 * @param exact whether {@code distinct} is exact; otherwise it is an estimate with a standard error of 0.8 %
 * @param top the most frequent values, at most {@link Profiler#TOP}, with exact counts; empty where nearly all differ, and of
 *     very many values only those that stand out
 * @param patterns the shapes of texts, the most frequent first; empty for what is no text
 * @param range of numbers, dates and yes/no; null for texts and columns without a value
 */
public record ColumnProfile(Column column, long rows, long present, long distinct, boolean exact,
    List<Share> top, List<Share> patterns, @Nullable Range range) {
  /** Interquartile ranges beyond the quartiles from which a value is far out (Tukey 1977). */
  private static final double FENCE = 3;

  public ColumnProfile {
    top = List.copyOf(top);
    patterns = List.copyOf(patterns);
  }

  /** Rows whose cell is empty; the invalid ones are not among them. */
  public long missing() {
    return rows - present - column.invalid();
  }

  public long invalid() {
    return column.invalid();
  }

  /** A value or a shape, and how many rows have it. */
  public record Share(String text, long rows) {}

  /**
   * How numbers lie. All values are those that are stored: unscaled by the column's scale, days, or milliseconds.
   *
   * @param mean arithmetic
   * @param deviation standard deviation of the rows as a population
   * @param quantiles at {@link Profiler#LEVELS}: the least value that so many rows do not exceed (Hyndman and Fan 1996, type
   *     1)
   * @param bins side by side, together all rows with a value
   * @param farOut rows more than three interquartile ranges below the first or above the third quartile (Tukey 1977);
   *     none where the quartiles are equal
   */
  public record Range(long min, long max, double mean, double deviation, List<Long> quantiles, List<Bin> bins,
      long farOut) {
    public Range {
      quantiles = List.copyOf(quantiles);
      bins = List.copyOf(bins);
    }

    Range withFarOut(long rows) {
      return new Range(min, max, mean, deviation, quantiles, bins, rows);
    }

    /** The value at a level of {@link Profiler#LEVELS}. */
    public long quantile(double level) {
      return quantiles.get(Profiler.LEVELS.indexOf(level));
    }

    /** The least value that is not far out; {@code min} where none is. */
    public long nearLow() {
      return spread() == 0 ? min : Math.max(min, (long) Math.ceil(quantile(0.25) - FENCE * spread()));
    }

    /** The greatest value that is not far out; {@code max} where none is. */
    public long nearHigh() {
      return spread() == 0 ? max : Math.min(max, (long) Math.floor(quantile(0.75) + FENCE * spread()));
    }

    /** The interquartile range. */
    private double spread() {
      return (double) quantile(0.75) - quantile(0.25);
    }
  }

  /** Rows with a value from {@code from} (inclusive) to {@code to} (inclusive). */
  public record Bin(long from, long to, long rows) {}

  /** Share of rows that have a cell at all, 0 to 1. */
  public double completeness() {
    return rows == 0 ? 1 : 1 - (double) missing() / rows;
  }

  /** Share of filled cells that were understood, 0 to 1. */
  public double validity() {
    long filled = present + invalid();
    return filled == 0 ? 1 : (double) present / filled;
  }

  /** Share of values that are not far out, 0 to 1. */
  public double regularity() {
    return range == null || present == 0 ? 1 : 1 - (double) range.farOut() / present;
  }

  /** How good the column is, 0 to 100: 100 x completeness x validity x regularity. */
  public int quality() {
    return (int) Math.round(100 * completeness() * validity() * regularity());
  }
}
