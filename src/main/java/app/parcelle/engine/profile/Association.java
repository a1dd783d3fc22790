package app.parcelle.engine.profile;

import org.jspecify.annotations.Nullable;

/**
 * How two columns go together.
 *
 * @param first the name of the column that stands first in the table
 * @param rows in which both have a value
 * @param measure what {@code value} is
 * @param value -1 to 1 for correlations of numbers, else 0 to 1; null where one of the two does not vary
 * @param ranked Spearman's rank correlation of two numbers; null for others
 */
public record Association(String first, String second, long rows, Measure measure, @Nullable Double value,
    @Nullable Double ranked) {

  /** How the strength is measured. */
  public enum Measure {
    /** Pearson's correlation of two numbers. */
    CORRELATION,
    /** Cramér's V of two columns of categories, corrected for bias (Bergsma 2013). */
    CRAMERS_V,
    /** The correlation ratio eta of categories and numbers (Fisher 1925): the share of spread between categories, its root. */
    CORRELATION_RATIO
  }
}
