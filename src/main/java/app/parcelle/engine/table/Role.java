package app.parcelle.engine.table;

/** What a column means to the segments, beyond its type. At most one column of a table has each role but {@code NONE}. */
public enum Role {
  CUSTOMER_KEY, ORDER_KEY, EVENT_TIME, AMOUNT, QUANTITY, UNIT_PRICE, PRODUCT, PLACE, CONSENT, NONE;

  /** The name in the command line, recipes and saved files, such as {@code customer-key}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
