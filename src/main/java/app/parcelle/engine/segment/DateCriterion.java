package app.parcelle.engine.segment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a date has to be. All are of local days in the segment's zone, half-open; "today" is the day of the reference
 * instant.
 */
public sealed interface DateCriterion {
  /** On that day. */
  record On(LocalDate day) implements DateCriterion {}

  /** Before that day begins. */
  record Before(LocalDate day) implements DateCriterion {}

  /** After that day has ended. */
  record After(LocalDate day) implements DateCriterion {}

  /** From the first day to the last, both included. */
  record Between(LocalDate first, LocalDate last) implements DateCriterion {}

  /** In the full days before today, as many as the period has; with today too when asked. */
  record InLast(Period period, boolean includingToday) implements DateCriterion {}

  /** In the full days after today, as many as the period has; with today too when asked. */
  record InNext(Period period, boolean includingToday) implements DateCriterion {}

  /** Before the days of {@link InLast}: earlier than today minus the period. */
  record OlderThan(Period period) implements DateCriterion {}

  /** Before, on or after the day that another date field holds; false when either is missing. */
  record ComparedWith(Order order, FieldRef other) implements DateCriterion {}

  /** Order of two days. */
  enum Order {
    BEFORE, ON, AFTER
  }

  /**
   * Day and month within a window that may wrap the year, both ends included.
   *
   * @param leapDay where 29 February counts in a year without it
   */
  record Anniversary(MonthDay first, MonthDay last, LeapDay leapDay) implements DateCriterion {}

  /** The anniversary of the date falls in the {@code days} days from today on, today included. */
  record AnniversaryInNext(int days, LeapDay leapDay) implements DateCriterion {}

  /** Where 29 February counts in a year without it. */
  enum LeapDay {
    FEBRUARY_28, MARCH_1
  }

  /** In one of these months, of any year. */
  record InMonth(Set<Month> months) implements DateCriterion {}

  /** On one of these days of the week. */
  record OnWeekday(Set<DayOfWeek> days) implements DateCriterion {}

  /** In the whole of a calendar unit: the present one (0), the one before it (1), the next one (-1), and so on. */
  record InWhole(CalendarUnit unit, int ago) implements DateCriterion {}

  /**
   * Local days from another date to this one, negative where this is before it, pass a test of numbers; false when either is
   * missing.
   *
   * @param second the upper end for the operators that need two
   */
  record DaysFrom(FieldRef other, NumberOperator operator, int days,
      @Nullable Integer second) implements DateCriterion {}

  /**
   * Local time of day from one full hour to before another, which may lie after midnight: 22 to 6. Equal ends are the whole day. A
   * date without time is at 0.
   */
  record AtHour(int from, int to) implements DateCriterion {}

  /**
   * A kind of day in a country's calendar, which has the public holidays of the whole country; a holiday on a weekend is both.
   *
   * @param country as ISO 3166 has it, such as {@code FR}
   */
  record OnKindOfDay(KindOfDay kind, String country) implements DateCriterion {}

  /** Kinds of days. */
  enum KindOfDay {
    /** Monday to Friday, and no public holiday. */
    WORKING_DAY,
    /** Saturday or Sunday. */
    WEEKEND, PUBLIC_HOLIDAY
  }
}
