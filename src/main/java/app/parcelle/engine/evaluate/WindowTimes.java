package app.parcelle.engine.evaluate;

import java.time.LocalDate;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition.Against;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.ColumnType;

/** The times of a window, as a column of times holds them. What is after the reference instant is in none. */
final class WindowTimes {
  private WindowTimes() {}

  /** Those of the windows that are made of days; a window of a customer's latest events is one of all times. */
  static ValueRange of(Window window, ColumnType type, AsOf asOf) {
    LocalDate today = asOf.today();
    LocalDate tomorrow = today.plusDays(1);
    return switch (window) {
      case Window.Ever() -> ever(type, asOf);
      case Window.Latest _ -> ever(type, asOf);
      case Window.Last(var period, boolean includingToday) ->
        days(DateTests.before(today, period), includingToday ? tomorrow : today, type, asOf);
      case Window.Between(LocalDate first, LocalDate last) -> days(first, last.plusDays(1), type, asOf);
      case Window.Since(LocalDate first) -> days(first, tomorrow, type, asOf);
      case Window.Whole(CalendarUnit unit, int ago) ->
        days(unit.first(today, ago), unit.first(today, ago - 1), type, asOf);
      case Window.Ago(Period from, Period to) ->
        days(DateTests.before(today, from), DateTests.before(today, to), type, asOf);
    };
  }

  /** Those of the period that the last one is compared with. */
  static ValueRange earlier(Period period, Against against, ColumnType type, AsOf asOf) {
    LocalDate today = asOf.today();
    LocalDate first = DateTests.before(today, period);
    return switch (against) {
      case PERIOD_BEFORE -> days(DateTests.before(today, 2L * period.n(), period.unit()), first, type, asOf);
      case SAME_PERIOD_LAST_YEAR -> days(first.minusYears(1), today.minusYears(1), type, asOf);
    };
  }

  private static ValueRange ever(ColumnType type, AsOf asOf) {
    return ValueRange.of(Long.MIN_VALUE, asOf.at(asOf.today().plusDays(1), type) - 1);
  }

  /** From the first day to before the end. */
  private static ValueRange days(LocalDate first, LocalDate end, ColumnType type, AsOf asOf) {
    long cut = asOf.at(asOf.today().plusDays(1), type);
    return ValueRange.of(asOf.at(first, type), Math.min(cut, asOf.at(end, type)) - 1);
  }
}
