package app.parcelle.engine.table;

/**
 * {@code CUSTOMERS}: one row a customer. {@code EVENTS}: any number of rows a customer, each at a time. {@code LOOKUP}: one
 * row a product, a place or whatever else other tables name by a key; {@code RAW}: texts as they were read. Rows of these two are of no
 * customer and stay in the order of the source.
 */
public enum TableKind {
  CUSTOMERS, EVENTS, LOOKUP, RAW
}
