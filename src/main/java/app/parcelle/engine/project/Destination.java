package app.parcelle.engine.project;

/** Where the rows of an import go. */
public sealed interface Destination {

  /** They become a table of their own. */
  record NewTable() implements Destination {}

  /** They are added behind the rows that a table has. */
  record Append(String tableId) implements Destination {}

  /** They take the place of all rows that a table has. */
  record Replace(String tableId) implements Destination {}

  /**
   * They take the place of those rows of a table that have the same key; the others stay.
   *
   * @param keyColumn the id of a column of the table
   */
  record Update(String tableId, String keyColumn) implements Destination {}
}
