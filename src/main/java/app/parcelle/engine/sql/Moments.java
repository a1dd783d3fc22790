package app.parcelle.engine.sql;

import java.time.LocalDate;

import org.jooq.Field;

import app.parcelle.engine.table.ColumnType;

/**
 * Two dates or instants as what can be compared: dates as days, all else as instants; a day is there its beginning.
 *
 * @param days whether both are days
 */
record Moments(Field<?> first, Field<?> second, boolean days) {
  static Moments of(View view, Operand first, Operand second) {
    boolean days = first.type() == ColumnType.DATE && second.type() == ColumnType.DATE;
    return days
        ? new Moments(first.value(), second.value(), true)
        : new Moments(instant(view, first), instant(view, second), false);
  }

  private static Field<?> instant(View view, Operand operand) {
    return operand.type() == ColumnType.DATE
        ? view.dialect().startOf(operand.value().coerce(LocalDate.class), view.zone())
        : operand.value();
  }
}
