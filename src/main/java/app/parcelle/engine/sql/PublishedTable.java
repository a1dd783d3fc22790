package app.parcelle.engine.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/**
 * A table of a project as a table of a database.
 *
 * @param name of the table in the database
 * @param customer the column with the customer's number; null in rows of nobody
 * @param row the column that numbers the rows in the order that decides between equal times, from 0
 * @param counts the column that says whether a row counts
 * @param purchase the column that says whether it counts and is no return
 * @param columns by the id of the project's column
 */
record PublishedTable(TableVersion table, String name, String customer, String row, String counts,
    String purchase, Map<String, PublishedColumn> columns) {

  /**
   * @param value the column with the value, null where it is missing
   * @param folded the column with the text folded; null for what is no text
   * @param invalid the column that says that the value could not be understood
   * @param parts the table of its elements, or of its coordinates; null for what is neither a list nor coordinates
   * @param granted the column that says whether a consent told in words is granted or refused; null where there are no such words
   */
  record PublishedColumn(Column column, String value, @Nullable String folded, String invalid,
      @Nullable String parts, @Nullable String granted) {}

  static PublishedTable of(TableVersion table, Naming tables) {
    String name = tables.free(table.name());
    Naming columns = new Naming();
    Map<String, String> values = new LinkedHashMap<>();
    table.columns().forEach(c -> values.put(c.id(), columns.free(c.name())));
    Map<String, PublishedColumn> published = new LinkedHashMap<>();
    String customer = columns.free("customer_number");
    String row = columns.free("row_number");
    String counts = columns.free("counts");
    String purchase = columns.free("purchase");
    for (Column column : table.columns()) {
      published.put(column.id(), new PublishedColumn(column, Objects.requireNonNull(values.get(column.id())),
          column.type().isText() ? columns.free(column.name() + " folded") : null,
          columns.free(column.name() + " invalid"),
          hasParts(column) ? tables.free(table.name() + " " + column.name()) : null,
          column.role() == Role.CONSENT && column.type().isText()
              ? columns.free(column.name() + " granted")
              : null));
    }
    return new PublishedTable(table, name, customer, row, counts, purchase, published);
  }

  private static boolean hasParts(Column column) {
    return column.type().isText()
        && (column.meaning().is(Meaning.Kind.LIST) || column.meaning().is(Meaning.Kind.COORDINATES));
  }

  boolean ofCustomers() {
    return table.kind() == TableKind.CUSTOMERS || table.kind() == TableKind.EVENTS;
  }

  boolean ofEvents() {
    return table.kind() == TableKind.EVENTS;
  }

  PublishedColumn column(Column column) {
    PublishedColumn found = columns.get(column.id());
    if (found == null) {
      throw new IllegalArgumentException(column.id());
    }
    return found;
  }

  Optional<PublishedColumn> withRole(Role role) {
    return table.withRole(role).map(this::column);
  }
}
