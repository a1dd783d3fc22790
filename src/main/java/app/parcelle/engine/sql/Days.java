package app.parcelle.engine.sql;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;

/**
 * Days from the first to before the end.
 *
 * @param first null for as early as can be
 * @param end null for as late as can be
 */
record Days(@Nullable LocalDate first, @Nullable LocalDate end) {
  static Days of(LocalDate day) {
    return new Days(day, day.plusDays(1));
  }

  /** The days of a window, none after today; all of them for what is no window of days. */
  static Days of(Window window, LocalDate today) {
    LocalDate tomorrow = today.plusDays(1);
    return switch (window) {
      case Window.Ever _,Window.Latest _ -> new Days(null, tomorrow);
      case Window.Last(Period period, boolean includingToday) ->
        new Days(before(today, period), includingToday ? tomorrow : today);
      case Window.Between(LocalDate first, LocalDate last) ->
        new Days(first, earlier(last.plusDays(1), tomorrow));
      case Window.Since(LocalDate first) -> new Days(first, tomorrow);
      case Window.Whole(var unit, int ago) ->
        new Days(unit.first(today, ago), earlier(unit.first(today, ago - 1), tomorrow));
      case Window.Ago(Period from, Period to) -> new Days(before(today, from), before(today, to));
    };
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  static LocalDate before(LocalDate day, Period period) {
    return day.minus(amount(period));
  }

  static LocalDate after(LocalDate day, Period period) {
    return day.plus(amount(period));
  }

  private static java.time.Period amount(Period period) {
    return switch (period.unit()) {
      case DAYS -> java.time.Period.ofDays(period.n());
      case WEEKS -> java.time.Period.ofWeeks(period.n());
      case MONTHS -> java.time.Period.ofMonths(period.n());
      case YEARS -> java.time.Period.ofYears(period.n());
    };
  }
}
