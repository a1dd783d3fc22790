package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.table.ColumnType;

/** Turns what a date has to be into tests of day numbers or instants. */
final class DateTests {
  private DateTests() {}

  /** @param criterion any but {@link DateCriterion.ComparedWith} and {@link DateCriterion.DaysFrom}, which need two columns */
  static ChunkTest of(DateCriterion criterion, ColumnType type, AsOf asOf) {
    LocalDate today = asOf.today();
    return switch (criterion) {
      case DateCriterion.On(LocalDate day) -> days(day, day.plusDays(1), type, asOf);
      case DateCriterion.Before(LocalDate day) -> days(LocalDate.MIN, day, type, asOf);
      case DateCriterion.After(LocalDate day) -> days(day.plusDays(1), LocalDate.MAX, type, asOf);
      case DateCriterion.Between(LocalDate first, LocalDate last) ->
        days(first, last.plusDays(1), type, asOf);
      case DateCriterion.InLast(Period period, boolean includingToday) -> days(before(today, period),
          includingToday ? today.plusDays(1) : today, type, asOf);
      case DateCriterion.InNext(Period period, boolean includingToday) -> days(
          includingToday ? today : today.plusDays(1), after(today, period).plusDays(1), type, asOf);
      case DateCriterion.OlderThan(Period period) -> days(LocalDate.MIN, before(today, period), type, asOf);
      case DateCriterion.Anniversary a -> everyYear(day -> inWindow(day, a), type, asOf);
      case DateCriterion.AnniversaryInNext(int n, LeapDay leapDay) -> everyYear(
          day -> comesWithin(day, today, n, leapDay), type, asOf);
      case DateCriterion.InMonth(var months) ->
        calendar(date -> months.contains(date.getMonth()), type, asOf);
      case DateCriterion.OnWeekday(var weekdays) ->
        calendar(date -> weekdays.contains(date.getDayOfWeek()), type,
            asOf);
      case DateCriterion.InWhole(CalendarUnit unit, int ago) ->
        days(unit.first(today, ago), unit.first(today, ago - 1), type, asOf);
      case DateCriterion.AtHour(int from, int to) -> hours(from, to, type, asOf);
      case DateCriterion.OnKindOfDay(var kind, String country) ->
        calendar(new PublicHolidays(country).test(kind), type, asOf);
      case DateCriterion.ComparedWith c -> throw new IllegalArgumentException(c.toString());
      case DateCriterion.DaysFrom c -> throw new IllegalArgumentException(c.toString());
    };
  }

  static LocalDate before(LocalDate day, Period period) {
    return before(day, period.n(), period.unit());
  }

  static LocalDate before(LocalDate day, long n, Period.Unit unit) {
    return day.minus(n, unit(unit));
  }

  static LocalDate after(LocalDate day, Period period) {
    return day.plus(period.n(), unit(period.unit()));
  }

  private static ChronoUnit unit(Period.Unit unit) {
    return switch (unit) {
      case DAYS -> ChronoUnit.DAYS;
      case WEEKS -> ChronoUnit.WEEKS;
      case MONTHS -> ChronoUnit.MONTHS;
      case YEARS -> ChronoUnit.YEARS;
    };
  }

  /** Days from the first (included) to the end (excluded); the ends of time are open. */
  private static ChunkTest days(LocalDate first, LocalDate end, ColumnType type, AsOf asOf) {
    boolean instants = type == ColumnType.DATE_TIME;
    long low = first.equals(LocalDate.MIN)
        ? Long.MIN_VALUE
        : instants ? asOf.start(first) : first.toEpochDay();
    long high = end.equals(LocalDate.MAX)
        ? Long.MAX_VALUE
        : (instants ? asOf.start(end) : end.toEpochDay()) - 1;
    return new RangeTest(ValueRange.of(low, high));
  }

  private static boolean inWindow(MonthDay day, DateCriterion.Anniversary window) {
    // a year without 29 February has it on the day the person chose; comparing both ends on that day keeps it in
    if (day.equals(MonthDay.of(2, 29)) && !holds(window, day)) {
      return holds(window, leapDay(window.leapDay()));
    }
    return holds(window, day);
  }

  private static boolean holds(DateCriterion.Anniversary window, MonthDay day) {
    boolean wraps = window.first().isAfter(window.last());
    boolean afterFirst = !day.isBefore(window.first());
    boolean beforeLast = !day.isAfter(window.last());
    return wraps ? afterFirst || beforeLast : afterFirst && beforeLast;
  }

  private static MonthDay leapDay(LeapDay choice) {
    return choice == LeapDay.FEBRUARY_28 ? MonthDay.of(2, 28) : MonthDay.of(3, 1);
  }

  private static boolean comesWithin(MonthDay day, LocalDate today, int days, LeapDay leapDay) {
    for (int year = today.getYear(); year <= today.getYear() + 1 + days / 365; year++) {
      LocalDate next = day.isValidYear(year) ? day.atYear(year) : leapDay(leapDay).atYear(year);
      if (!next.isBefore(today) && next.isBefore(today.plusDays(days))) {
        return true;
      }
    }
    return false;
  }

  private static ChunkTest hours(int from, int to, ColumnType type, AsOf asOf) {
    LongPredicate passes = hour -> from == to
        || (from < to ? from <= hour && hour < to : from <= hour || hour < to);
    return (chunk, bits, firstWord) -> {
      LocalDays local = new LocalDays(asOf.zone());
      Answers.mark(chunk, value -> passes.test(type == ColumnType.DATE_TIME ? local.hour(value) : 0), bits,
          firstWord);
    };
  }

  /** A test of the calendar date. */
  private static ChunkTest calendar(Predicate<LocalDate> passes, ColumnType type, AsOf asOf) {
    CalendarDays days = new CalendarDays(passes);
    return (chunk, bits, firstWord) -> {
      LocalDays local = new LocalDays(asOf.zone());
      Answers.mark(chunk, type == ColumnType.DATE_TIME ? value -> days.test(local.of(value)) : days, bits,
          firstWord);
    };
  }

  /** A test of day and month alone: there are 366 of them. */
  private static ChunkTest everyYear(Predicate<MonthDay> passes, ColumnType type, AsOf asOf) {
    Set<MonthDay> passing = LocalDate.of(2000, 1, 1)
        .datesUntil(LocalDate.of(2001, 1, 1))
        .map(MonthDay::from)
        .filter(passes)
        .collect(Collectors.toUnmodifiableSet());
    return calendar(date -> passing.contains(MonthDay.from(date)), type, asOf);
  }
}
