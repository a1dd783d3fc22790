package app.parcelle.engine.cluster.prepare;

import java.util.List;

/**
 * How fields become the scale on which distances are measured, step by step, in the order of the components: missing values,
 * extremes, shape, scale, weight; then outliers. It is kept with the clusters.
 *
 * @param fields at least one, in the order of the sheet's columns
 * @param outliers the share of the rows that are set aside as farthest from all others, 0 for none; they are in no cluster
 */
public record Pipeline(List<FieldSteps> fields, double outliers) {
  public Pipeline {
    fields = List.copyOf(fields);
  }

  /**
   * What is done to one field, in this order.
   *
   * @param field its id
   * @param winsorise the share of each end that is brought back to the value there, 0 for none
   * @param weight by which the scaled values are multiplied; 1 is usual
   */
  public record FieldSteps(String field, Missing missing, double winsorise, Shape shape, Scale scale,
      Encoding encoding, double weight) {}

  /** What happens to customers without a value. */
  public enum Missing {
    /** They are put in no cluster. */
    LEAVE_OUT,
    /** They are given the median of the others, or the most frequent value. */
    MEDIAN,
    /** The same, and that they had none is a yes-or-no dimension of its own. */
    INDICATOR
  }

  /** How a skewed number is straightened. */
  public enum Shape {
    AS_IS,
    /** sign(x) ln(1 + |x|). */
    LOG,
    /** Yeo and Johnson, Biometrika 87 (2000), its parameter by maximum likelihood. */
    YEO_JOHNSON
  }

  /** How numbers are made comparable. */
  public enum Scale {
    NONE,
    /** Mean 0, standard deviation 1. */
    STANDARD,
    /** Median 0, interquartile range 1. */
    ROBUST,
    /** From 0 to 1. */
    MIN_MAX
  }

  /** What becomes of a category; numbers are left alone. */
  public enum Encoding {
    /** A dimension for each value. */
    ONE_HOT,
    /** It stays a category, for the algorithms that take them. */
    KEPT
  }
}
