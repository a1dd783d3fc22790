package app.parcelle.engine.split;

import java.math.BigDecimal;
import java.util.List;

import app.parcelle.engine.segment.Field;

/** How customers are told apart by a field. Those whose value is missing are always a part of their own. */
public sealed interface SplitBy {
  Field field();

  /**
   * Each of the most frequent values is a part, all others together are one. Texts that differ in case and accents only are one
   * value. Any field but dates.
   *
   * @param top at least 1
   */
  record Values(Field field, int top) implements SplitBy {}

  /**
   * Ranges of a number that hold about equally many customers; equal values are never parted, so that there may be fewer ranges.
   *
   * @param parts at least 2
   */
  record Quantiles(Field field, int parts) implements SplitBy {}

  /**
   * Ranges of a number between given bounds; each holds its lower bound, and the first and the last are open.
   *
   * @param bounds at least one
   */
  record Bounds(Field field, List<BigDecimal> bounds) implements SplitBy {
    public Bounds {
      bounds = List.copyOf(bounds);
    }
  }

  /** The months or years of a date that somebody has. */
  record Calendar(Field field, Unit unit) implements SplitBy {}

  /** Stretches of the calendar. */
  enum Unit {
    YEAR,
    /** March 2026 and March 2027 are two. */
    MONTH,
    /** March of every year is one. */
    MONTH_OF_YEAR
  }
}
