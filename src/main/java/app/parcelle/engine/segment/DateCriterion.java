package app.parcelle.engine.segment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

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
}
