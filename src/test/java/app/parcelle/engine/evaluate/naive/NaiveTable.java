package app.parcelle.engine.evaluate.naive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/**
 * A table as plain rows.
 *
 * @param rows by column name: {@code String}, {@code BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code Instant} or
 *     {@link #INVALID}; nothing where it is missing
 * @param countsWhen which rows count, as the program is told; null for all
 * @param counts the same, as the model knows it
 * @param csv the same rows as a file
 * @param rowsARun how many of them an import is to hold in memory at once
 */
public record NaiveTable(String name, List<NaiveColumn> columns, List<Map<String, Object>> rows,
    @Nullable String countsWhen, Predicate<Map<String, Object>> counts, String csv, int rowsARun) {

  /** Stands in a cell whose text does not fit its column. */
  public static final Object INVALID = new Object();

  /** A column of the file. */
  public record NaiveColumn(String name, ColumnType type, Role role, Meaning meaning) {
    NaiveColumn(String name, ColumnType type, Role role) {
      this(name, type, role, Meaning.NONE);
    }
  }

  public NaiveTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  boolean events() {
    return named(Role.EVENT_TIME).isPresent();
  }

  boolean lookup() {
    return named(Role.LOOKUP_KEY).isPresent();
  }

  /** Whether its events have an hour. */
  boolean timed() {
    return column(named(Role.EVENT_TIME).orElseThrow()).orElseThrow().type() == ColumnType.DATE_TIME;
  }

  Optional<NaiveColumn> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  Optional<String> named(Role role) {
    // asked for every row, and a stream would take longer than all else
    for (NaiveColumn column : columns) {
      if (column.role() == role) {
        return Optional.of(column.name());
      }
    }
    return Optional.empty();
  }

  boolean has(String column) {
    return column(column).isPresent();
  }

  /** The customer that a row says it is of; null where it says none. */
  @Nullable
  String customer(Map<String, Object> row) {
    return (String) row.get(named(Role.CUSTOMER_KEY).orElseThrow());
  }
}
