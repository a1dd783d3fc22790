package app.parcelle.engine.segment;

/** What is measured of a customer's events in a window. Returns that are taken off sums are seen by {@code SUM} alone. */
public enum Measure {
  /** Orders where the table has an order key (lines of one order count once), rows otherwise; 0 without events. */
  COUNT,
  /** Rows; 0 without events. */
  LINES,
  /** Sum of a number column; missing values are skipped; 0 without events. */
  SUM,
  /** Average of a number column over the rows that have a value, exact; missing, so false, without any. */
  AVERAGE,
  /** Least value of a number column; missing without any. */
  MINIMUM,
  /** Greatest value of a number column; missing without any. */
  MAXIMUM,
  /** How many different values of a column of any type, texts folded, missing ones skipped; 0 without events. */
  DISTINCT,
  /**
   * The number column's value in the first row that has one: those without time come first, of equal times the first in the source;
   * missing without any.
   */
  FIRST,
  /** The same in the last row; of equal times the last in the source. */
  LAST,
  /** Local days from the last event to today; missing, so false, without events. */
  DAYS_SINCE_LAST,
  /** Local days from the first event to today; missing, so false, without events. */
  DAYS_SINCE_FIRST,
  /** Local days from the first event to the last, 0 where there is one; missing without events. */
  DAYS_BETWEEN;

  /** Whether it is of a column: the property, or the amount where there is none. */
  public boolean ofColumn() {
    return switch (this) {
      case COUNT, LINES, DAYS_SINCE_LAST, DAYS_SINCE_FIRST, DAYS_BETWEEN -> false;
      case SUM, AVERAGE, MINIMUM, MAXIMUM, DISTINCT, FIRST, LAST -> true;
    };
  }
}
