package app.parcelle.engine.table;

/**
 * {@code CUSTOMERS}: one row a customer. {@code EVENTS}: any number of rows a customer, each at a time. {@code RAW}: texts as
 * they were read, in the order of the source and of no customer.
 */
public enum TableKind {
  CUSTOMERS, EVENTS, RAW
}
