package app.parcelle.engine.segment;

import java.util.Optional;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/** How conditions on rows (a where, or which rows count) name the columns of their table. */
public final class RowColumns {
  private RowColumns() {}

  /** The column that a reference means: by id ({@code t1.c3}) if it has one, else by name without case and accents. */
  public static Optional<Column> find(TableVersion table, FieldRef ref) {
    String id = ref.id();
    if (id != null) {
      return table.columns().stream().filter(c -> id(table, c).equals(id)).findFirst();
    }
    String name = Folding.fold(ref.name());
    return table.columns().stream().filter(c -> Folding.fold(c.name()).equals(name)).findFirst();
  }

  /** How a condition on rows names a column. */
  public static FieldRef ref(TableVersion table, Column column) {
    return new FieldRef(column.name(), id(table, column));
  }

  private static String id(TableVersion table, Column column) {
    return table.tableId() + "." + column.id();
  }
}
