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
   * Steps that suit the values: the logarithm where none is negative, the skewness is above 1 and the logarithm lessens it; where
   * up to 1 % are losses, the extremes of that share are brought back first. All are standardised. Up to 5 % of gaps are given the
   * median; with more their customers are left out; above half, which would lose most, they are given the median and an indicator.
   *
   * @param fields the id of each column of the sheet
   * @param keepsCategories whether the algorithm takes categories as they are; otherwise they become a dimension for each value
   */
  public static Pipeline suggested(Sheet sheet, List<String> fields, boolean keepsCategories) {
    return Suggestion.of(sheet, fields, keepsCategories);
  }

  /**
   * What is done to one field, in this order.
   *
   * @param field its id
   * @param winsorise the share of each end that is brought back to the value there, 0 for none
   * @param weight by which the scaled values are multiplied; 1 is usual, 0 takes the field out
   */
  public record FieldSteps(String field, Missing missing, double winsorise, Shape shape, Scale scale,
      Encoding encoding, double weight) {
    public FieldSteps withMissing(Missing other) {
      return new FieldSteps(field, other, winsorise, shape, scale, encoding, weight);
    }
  }

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
    /** Yeo and Johnson, Biometrika 87 (2000), its parameter by maximum likelihood between -5 and 5. */
    YEO_JOHNSON
  }

  /** How numbers are made comparable. */
  public enum Scale {
    NONE,
    /** Mean 0, standard deviation 1. */
    STANDARD,
    /** Median 0, interquartile range 1; the standard deviation where the quartiles are the same. */
    ROBUST,
    /** From 0 to 1. */
    MIN_MAX
  }

  /** What becomes of a category; numbers are left alone. */
  public enum Encoding {
    /**
     * A dimension for each value; of more than 30 values the 29 most frequent and one for the others. Each is 0 or the square
     * root of a half, so that customers of different values are 1 apart.
     */
    ONE_HOT,
    /** It stays a category, for the algorithms that take them. */
    KEPT
  }
}
