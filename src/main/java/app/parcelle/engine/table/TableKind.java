package app.parcelle.engine.table;

/** {@code CUSTOMERS}: one row a customer. {@code EVENTS}: any number of rows a customer, each at a time. */
public enum TableKind {
  CUSTOMERS, EVENTS
}
