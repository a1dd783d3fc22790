package app.parcelle.engine.table;

/**
 * What a column means to the segments, beyond its type. At most one column of a table has each role but {@code NONE}. The table of a
 * {@code LOOKUP_KEY} is a lookup table.
 */
public enum Role {
  CUSTOMER_KEY, ORDER_KEY, EVENT_TIME, AMOUNT, QUANTITY, UNIT_PRICE, PRODUCT, PLACE, CONSENT, LOOKUP_KEY, NONE;

  /** The name in the command line, recipes and saved files, such as {@code customer-key}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
