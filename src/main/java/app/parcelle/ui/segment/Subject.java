package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.Consumer;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;

/**
 * What a criterion asks about: a field of customers, or a column of events.
 *
 * @param distribution gives how its values spread, when that is known
 */
record Subject(FieldRef ref, String title, ColumnType type, int scale,
    Consumer<Consumer<Distribution>> distribution) {

  static Subject of(Field field, Desk desk) {
    return new Subject(new FieldRef(field.name(), field.id()), desk.title(field), field.type(), field.scale(),
        then -> desk.distributions().of(field, then));
  }

  static Subject of(TableVersion table, Column column, Desk desk) {
    return new Subject(new FieldRef(column.name(), table.tableId() + "." + column.id()), column.name(),
        column.type(), column.scale(), then -> {
          if (column.type().isText()) {
            desk.distributions()
                .of(table, column, values -> then.accept(new Distribution(List.of(), 0, 0, values)));
          }
        });
  }
}
