package app.parcelle.engine.segment;

/** What is measured of a customer's events in a window. */
public enum Measure {
  /** Orders where the table has an order key (lines of one order count once), rows otherwise; 0 without events. */
  COUNT,
  /** Rows; 0 without events. */
  LINES,
  /** Sum of a number column; missing values are skipped; 0 without events. */
  SUM,
  /** Local days from the last event to today; missing, so false, without events. */
  DAYS_SINCE_LAST
}
