package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
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
   * @param property the column that is measured; null for the amount, or where no column is needed
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

  /**
   * The time of the customer's first or last event in the window (and of the where) passes a test, as a date field's would; false
   * without events. A row without time is no event here.
   */
  record EventDateTest(String table, Edge edge, DateCriterion criterion, Window window,
      @Nullable Condition where) implements Condition {}

  /** Which end of a customer's events. */
  enum Edge {
    FIRST, LAST
  }

  /** {@code left operator times × right}: "more orders than returns". False where either is missing. */
  record EventRelation(Measured left, NumberOperator operator, BigDecimal times,
      Measured right) implements Condition {}

  /** What is measured of events, without a number to compare it with; parts as in {@link EventTest}. */
  record Measured(String table, Measure measure, @Nullable FieldRef property, Window window,
      @Nullable Condition where) {}

  /**
   * By how many percent a measure has changed from an earlier period to the last one: 100 × (now − before) / before. The
   * last period is {@code Window.Last(period, false)}. False where either is missing, and where the earlier is not above 0.
   *
   * @param measure {@code COUNT}, {@code LINES}, {@code SUM} or {@code AVERAGE}
   * @param operator of the percents, so that "at least 20 % less" is {@code AT_MOST} −20
   */
  record EventTrend(String table, Measure measure, @Nullable FieldRef property, Period period,
      Against against,
      NumberOperator operator, BigDecimal percent, @Nullable BigDecimal second,
      @Nullable Condition where) implements Condition {}

  /** With which period the last one is compared. */
  enum Against {
    /** As many full units right before it: {@code Window.Ago} from twice the period. */
    PERIOD_BEFORE,
    /** The same days a year before: both ends minus one year. */
    SAME_PERIOD_LAST_YEAR
  }

  /**
   * The share of rows meeting a condition, in percent, among the rows of the window that meet the where; false without rows.
   * "Always" is 100 percent.
   */
  record EventShare(String table, Window window, @Nullable Condition where, Condition meeting,
      NumberOperator operator, BigDecimal percent, @Nullable BigDecimal second) implements Condition {}

  /**
   * Events one after the other, strictly later each: rows at equal times are not an order. Two to five steps. True when some
   * choice of one row for each step meets all of it. Only the last may be {@code not}: then the choice of the others has to
   * be such that no row of that step follows it (within its gap), as far as is seen.
   *
   * @param window where the row of the first step lies; the others are anywhere up to the reference instant
   */
  record Sequence(List<Step> steps, Window window) implements Condition {
    public Sequence {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One event of a sequence. Rows without time are none.
   *
   * @param where over the table's columns; may hold {@link StepTest}s
   * @param gap how long after the step before; null for any time after, and for the first
   * @param not no such row follows
   */
  record Step(String table, @Nullable Condition where, @Nullable Gap gap, boolean not) {}

  /**
   * In the where of a step: compares a column with one of the row of an earlier step. Texts are compared folded, by
   * {@code EQUAL} and {@code NOT_EQUAL} only; numbers and dates (as instants; dates alone as days) by all but those that need two. A
   * missing value on either side makes it false.
   *
   * @param step of the earlier step, from 1
   */
  record StepTest(FieldRef column, NumberOperator operator, int step, FieldRef other) implements Condition {}

  /**
   * In a where: whether the row is part of the customer's first event of the table, or of a later one. An event is an order where the
   * table has an order key, else a row; only purchases that have a time are looked at, and any other row is of neither; of equal times
   * the first in the source. An order is as early as its first line.
   */
  record Occurrence(boolean first) implements Condition {}

  /**
   * Among the customers of the base with a value (of the same group): the n, or n percent, with the greatest or least. Ties
   * are kept: in is whoever has fewer than n (or n percent of the group) strictly before. False on missing, also of the group. Texts
   * without regard to case and accents are one group, here and in {@link InBand} and {@link Limit}; numbers, days and instants as they
   * stand.
   *
   * @param field a number or a date
   * @param percent whether {@code n} is in percent of the group
   */
  record Ranked(FieldRef field, End end, BigDecimal n, boolean percent,
      @Nullable FieldRef within) implements Condition {}

  /** The end of a ranking. */
  enum End {
    TOP, BOTTOM
  }

  /**
   * In one of {@code count} bands of equal size by ascending value, deciles where it is 10, among the customers of the base
   * with a value (of the same group): band 1 + floor(count × less / all), where {@code less} have a strictly lesser value. False on
   * missing.
   */
  record InBand(FieldRef field, int count, Set<Integer> bands,
      @Nullable FieldRef within) implements Condition {
    public InBand {
      bands = Set.copyOf(bands);
    }
  }

  /**
   * At most so far from a place, as the crow flies (haversine, radius 6,371.0088 km); false without coordinates.
   *
   * @param where the customer is
   */
  record Near(Coordinates where, Place place, BigDecimal kilometres) implements Condition {}

  /** Inside an area, its edge included; false without coordinates. */
  record InArea(Coordinates where, Area area) implements Condition {}

  /**
   * Where a customer is, in decimal degrees. A latitude beyond 90 or a longitude beyond 180 is no coordinate.
   *
   * @param longitude null where the first field holds both, as a text: latitude, then longitude
   */
  record Coordinates(FieldRef latitude, @Nullable FieldRef longitude) {}

  /**
   * A test of a text that holds several elements; its column says what stands between them, and where it does not, the text is one
   * element. So is what should be a JSON array and is none. An empty list is missing.
   */
  record ListTest(FieldRef field, ListOperator operator, List<String> values, boolean exact,
      boolean includeMissing) implements Condition {
    public ListTest {
      values = List.copyOf(values);
    }
  }

  /** How many different elements a list has (folded); 0 where it is missing. */
  record ListSize(FieldRef field, NumberOperator operator, BigDecimal value,
      @Nullable BigDecimal second) implements Condition {}

  /**
   * What a customer has consented to, by the latest entry before the end of a day; of those at one time, the last in the source. No
   * entry, or one that says neither yes nor no, is unknown. An entry without time is none, in a ledger that has times. A text
   * says yes or no by its words: granted, opt-in, oui ... or refused, withdrawn, opt-out, non ...; a number by 1 and 0.
   *
   * @param source the name or id of an event table with a consent column (a ledger), or of a yes/no field of customers
   * @param purpose of the entries looked at, where the ledger has purposes; null for all
   * @param channel of the entries looked at, where the ledger has channels; null for all
   * @param asOf null for the segment's own day; what comes after that is never seen
   */
  record Consent(String source, ConsentState state, @Nullable String purpose, @Nullable String channel,
      @Nullable LocalDate asOf) implements Condition {}

  /** What was said. */
  enum ConsentState {
    GRANTED, REFUSED, UNKNOWN
  }

  /**
   * Whether a customer is a member of a saved segment. That segment is seen from the day of this one, in its own zone, unless its
   * own reference is fixed.
   */
  record InSegment(FieldRef segment, boolean in, Membership membership) implements Condition {}

  /** As of when a segment's members are meant. */
  sealed interface Membership {
    /** As they are. */
    record Live() implements Membership {}

    /** As they were on that day: the segment seen from it. */
    record On(LocalDate day) implements Membership {}

    /** As they were kept: a snapshot of the segment by its id. */
    record Frozen(String snapshot) implements Membership {}
  }

  /**
   * A share of all customers, always the same ones: those whose number from 0 to 100 lies from {@code from} to below {@code to}. The
   * number is the first 32 bits of the MD5 of the seed, a colon and the customer's key in UTF-8, over 2^32, times 100.
   */
  record RandomSample(BigDecimal from, BigDecimal to, String seed) implements Condition {}
}
