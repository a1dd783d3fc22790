package app.parcelle.engine.table;

import java.util.Optional;

/**
 * A column of one table that holds values of a column of another. On the key column of a table it says through which column of a
 * customer table its rows find their customers; on any other column it brings the columns of a lookup table into the table. Tables
 * and columns go by their names, as in the rule that says which rows count, so that the same words stand in an import template.
 *
 * @param column of the table that has the link
 * @param table the other one
 * @param to the column of the other one
 */
public record Link(String column, String table, String to) {
  /** Whether it starts from a column of that name, whatever the case. */
  public boolean isFrom(String name) {
    return Folding.fold(column).equals(Folding.fold(name));
  }

  /** Whether it goes to a table of that name, whatever the case. */
  public boolean goesTo(TableVersion other) {
    return Folding.fold(table).equals(Folding.fold(other.name()));
  }

  /** The column that it goes to. */
  public Optional<Column> target(TableVersion other) {
    return other.named(to);
  }
}
