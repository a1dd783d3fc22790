package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A rule over customers (or, as a where, over rows): a tree whose every node is true or false for every customer. The meaning
 * of each operator for missing values stands in {@code src/docs/segment-format.md}.
 *
 * <p>{@code includeMissing} on a test says what a missing value does: true lets it in. The default is false for a positive
 * operator and true for a negative one.
 */
public sealed interface Condition {
  /** True when every child is. With no child it is no rule, and validation refuses it. */
  record AllOf(List<Condition> children) implements Condition {
    public AllOf {
      children = List.copyOf(children);
    }
  }

  /** True when at least one child is. With no child it is no rule, and validation refuses it. */
  record AnyOf(List<Condition> children) implements Condition {
    public AnyOf {
      children = List.copyOf(children);
    }
  }

  /** True when the child is false; an exclusion in the builder. */
  record Not(Condition child) implements Condition {}

  /** True for everyone. */
  record Everyone() implements Condition {}

  /** Whether the field has a value at all. Invalid values are not known. */
  record Known(FieldRef field, Knowledge knowledge) implements Condition {}

  /** Whether there is a value. */
  enum Knowledge {
    KNOWN, UNKNOWN, INVALID
  }

  /**
   * A test of text.
   *
   * @param values one value, or any number for {@code IS_ONE_OF} and {@code IS_NONE_OF}; for {@code MATCHES} an RE2
   *     expression that has to match somewhere in the text
   * @param exact with case, accents and spaces
   */
  record TextTest(FieldRef field, TextOperator operator, List<String> values, boolean exact,
      boolean includeMissing)
      implements
        Condition {
    public TextTest {
      values = List.copyOf(values);
    }
  }

  /**
   * A test of a number.
   *
   * @param second the upper end for {@code BETWEEN} and {@code NOT_BETWEEN}; null otherwise
   */
  record NumberTest(FieldRef field, NumberOperator operator, BigDecimal value, @Nullable BigDecimal second,
      boolean includeMissing) implements Condition {}

  /** A test of yes or no. */
  record YesNoTest(FieldRef field, YesNoOperator operator, boolean includeMissing) implements Condition {}

  /** A test of a date or date-time. */
  record DateTest(FieldRef field, DateCriterion criterion, boolean includeMissing) implements Condition {}

  /**
   * A measure of the customer's events compared with a number: "orders at least 2 in the last 90 days".
   *
   * @param table the name or id of an event table
   * @param property the number column of {@code SUM}; null for its amount, or where no column is needed
   * @param where which rows are looked at, over the table's own columns; null for all that count
   */
  record EventTest(String table, Measure measure, @Nullable FieldRef property, NumberOperator operator,
      BigDecimal value,
      @Nullable BigDecimal second, Window window, @Nullable Condition where) implements Condition {}

  /** True when no event of the table lies in the window (and meets the where); true for those who never had one. */
  record Never(String table, Window window, @Nullable Condition where) implements Condition {}

  /** Member of one of these clusters of a saved clustering; false for those it did not assign. Clusters count from 1. */
  record InCluster(String clustering, Set<Integer> clusters) implements Condition {
    public InCluster {
      clusters = Set.copyOf(clusters);
    }
  }
}
