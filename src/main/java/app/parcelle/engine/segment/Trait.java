package app.parcelle.engine.segment;

/**
 * What is computed of each customer's events in the table, as of the reference instant, over the rows that count. Recency,
 * average basket and tenure are missing without events; frequency, monetary and margin are 0 then.
 */
public enum Trait {
  /** Local days from the last event to today. */
  RECENCY,
  /** Orders, or rows where the table has no order key. */
  FREQUENCY,
  /** Sum of the amount. */
  MONETARY,
  /**
   * Monetary divided by frequency, rounded once to the nearest unit of the amount's scale, at least 2 digits; a half goes away
   * from zero.
   */
  AVERAGE_BASKET,
  /** Local days from the first event to today. */
  TENURE,
  /** Sum of the margin, where the table's definition of a sale has a cost. */
  MARGIN;

  /** The name in JSON and field ids, such as {@code average_basket}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
