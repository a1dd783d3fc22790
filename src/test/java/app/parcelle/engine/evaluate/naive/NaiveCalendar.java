package app.parcelle.engine.evaluate.naive;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;

/** What kind of day a day is, in France: from lists. */
final class NaiveCalendar {
  private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 8),
      MonthDay.of(7, 14), MonthDay.of(8, 15), MonthDay.of(11, 1), MonthDay.of(11, 11), MonthDay.of(12, 25));
  /** Easter Sunday. */
  private static final Map<Integer, MonthDay> EASTER = Map.of(2008, MonthDay.of(3, 23), 2009,
      MonthDay.of(4, 12), 2010, MonthDay.of(4, 4), 2011, MonthDay.of(4, 24), 2012, MonthDay.of(4, 8));

  private NaiveCalendar() {}

  static boolean is(KindOfDay kind, LocalDate day) {
    boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return switch (kind) {
      case WORKING_DAY -> !weekend && !holiday(day);
      case WEEKEND -> weekend;
      case PUBLIC_HOLIDAY -> holiday(day);
    };
  }

  /** Easter Monday, Ascension Day and Whit Monday move with Easter. */
  private static boolean holiday(LocalDate day) {
    MonthDay sunday = EASTER.get(day.getYear());
    if (sunday == null) {
      throw new IllegalArgumentException("no Easter is known of " + day.getYear());
    }
    LocalDate easter = sunday.atYear(day.getYear());
    return FIXED.contains(MonthDay.from(day)) || day.equals(easter.plusDays(1))
        || day.equals(easter.plusDays(39)) || day.equals(easter.plusDays(50));
  }

  /** The units of the calendar counted from a beginning of time: days of one unit have one number. */
  static long number(CalendarUnit unit, LocalDate day) {
    return switch (unit) {
      case DAY -> day.toEpochDay();
      // 1970-01-01 was a Thursday
      case WEEK -> Math.floorDiv(day.toEpochDay() + 3, 7L);
      case MONTH -> day.getYear() * 12L + day.getMonthValue();
      case QUARTER -> day.getYear() * 4L + (day.getMonthValue() + 2) / 3;
      case YEAR -> day.getYear();
    };
  }
}
