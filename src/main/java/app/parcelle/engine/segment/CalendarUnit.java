package app.parcelle.engine.segment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Units that the calendar cuts; weeks begin on Monday. */
public enum CalendarUnit {
  DAY, WEEK, MONTH, QUARTER, YEAR;

  /** The first day of the unit that lies {@code ago} units before the one that holds a day. */
  public LocalDate first(LocalDate day, int ago) {
    return switch (this) {
      case DAY -> day.minusDays(ago);
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(ago);
      case MONTH -> day.withDayOfMonth(1).minusMonths(ago);
      case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3 + 3L * ago);
      case YEAR -> day.withDayOfYear(1).minusYears(ago);
    };
  }
}
