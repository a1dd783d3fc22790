package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;

/** What each operator means for one value that is there. */
record NaiveValues(LocalDate today, ZoneId zone) {
  static boolean text(TextTest test, String value) {
    boolean positive = switch (test.operator()) {
      case EQUALS, NOT_EQUALS -> same(test, value, test.values().getFirst());
      case IS_ONE_OF, IS_NONE_OF -> test.values().stream().anyMatch(v -> same(test, value, v));
      case CONTAINS, NOT_CONTAINS -> said(test, value).contains(said(test, test.values().getFirst()));
      case STARTS_WITH -> said(test, value).startsWith(said(test, test.values().getFirst()));
      case ENDS_WITH -> said(test, value).endsWith(said(test, test.values().getFirst()));
      case MATCHES, NOT_MATCHES -> matches(test, value);
    };
    return switch (test.operator()) {
      case NOT_EQUALS, IS_NONE_OF, NOT_CONTAINS, NOT_MATCHES -> !positive;
      default -> positive;
    };
  }

  private static boolean same(TextTest test, String a, String b) {
    return said(test, a).equals(said(test, b));
  }

  private static String said(TextTest test, String text) {
    return test.exact() ? text : folded(text);
  }

  static String folded(String text) {
    return withoutAccents(text).toUpperCase(Locale.ROOT).trim();
  }

  private static boolean matches(TextTest test, String value) {
    String pattern = test.values().getFirst();
    return test.exact()
        ? Pattern.compile(pattern).matcher(value).find()
        : Pattern.compile(withoutAccents(pattern), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(withoutAccents(value))
            .find();
  }

  private static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
  }

  static boolean number(NumberOperator operator, BigDecimal value, BigDecimal first,
      @Nullable BigDecimal second) {
    return number(operator, Ratio.of(value), Ratio.of(first), second == null ? null : Ratio.of(second));
  }

  static boolean number(NumberOperator operator, @Nullable Ratio value, BigDecimal first,
      @Nullable BigDecimal second) {
    return value != null
        && number(operator, value, Ratio.of(first), second == null ? null : Ratio.of(second));
  }

  static boolean number(NumberOperator operator, Ratio value, Ratio first, @Nullable Ratio second) {
    int low = value.compareTo(first);
    int high = second == null ? 0 : value.compareTo(second);
    return switch (operator) {
      case EQUAL -> low == 0;
      case NOT_EQUAL -> low != 0;
      case LESS -> low < 0;
      case AT_MOST -> low <= 0;
      case AT_LEAST -> low >= 0;
      case GREATER -> low > 0;
      case BETWEEN -> low >= 0 && high <= 0;
      case NOT_BETWEEN -> low < 0 || high > 0;
    };
  }

  /** A day begins at 00:00 local. */
  Instant moment(Object value) {
    return value instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : (Instant) value;
  }

  LocalDate day(Object value) {
    return value instanceof Instant instant ? instant.atZone(zone).toLocalDate() : (LocalDate) value;
  }

  /**
   * Whether a date or an instant passes.
   *
   * @param other the value of the other field that the criterion names; null where it names none or it is missing
   */
  boolean date(DateCriterion criterion, Object value, @Nullable Object other) {
    return switch (criterion) {
      case DateCriterion.ComparedWith _ when other == null -> false;
      case DateCriterion.DaysFrom _ when other == null -> false;
      case DateCriterion.DaysFrom(var _, var operator, int days, var second) -> number(operator,
          BigDecimal.valueOf(day(value).toEpochDay() - day(other).toEpochDay()), BigDecimal.valueOf(days),
          second == null ? null : BigDecimal.valueOf(second));
      case DateCriterion.AtHour(int from, int to) -> {
        int hour = value instanceof Instant instant ? instant.atZone(zone).getHour() : 0;
        yield from == to || (from < to ? hour >= from && hour < to : hour >= from || hour < to);
      }
      default -> day(criterion, day(value), other == null ? null : day(other));
    };
  }

  private boolean day(DateCriterion criterion, LocalDate day, @Nullable LocalDate other) {
    return switch (criterion) {
      case DateCriterion.On(var on) -> day.equals(on);
      case DateCriterion.Before(var before) -> day.isBefore(before);
      case DateCriterion.After(var after) -> day.isAfter(after);
      case DateCriterion.Between(var first, var last) -> !day.isBefore(first) && !day.isAfter(last);
      case DateCriterion.InLast(var period, var including) -> inLast(day, period, including);
      case DateCriterion.InNext(var period, var including) ->
        day.isAfter(today) ? !day.isAfter(later(today, period, 1)) : including && day.equals(today);
      case DateCriterion.OlderThan(var period) -> day.isBefore(later(today, period, -1));
      case DateCriterion.ComparedWith(var order, var _) -> other != null && switch (order) {
        case BEFORE -> day.isBefore(other);
        case ON -> day.equals(other);
        case AFTER -> day.isAfter(other);
      };
      case DateCriterion.Anniversary window -> anniversary(day, window);
      case DateCriterion.AnniversaryInNext(var days, var leap) -> {
        boolean found = false;
        for (int i = 0; i < days; i++) {
          found |= celebrated(day, today.plusDays(i), leap);
        }
        yield found;
      }
      case DateCriterion.InMonth(var months) -> months.contains(Month.of(day.getMonthValue()));
      case DateCriterion.OnWeekday(var days) -> days.contains(DayOfWeek.from(day));
      case DateCriterion.InWhole(var unit, int ago) ->
        NaiveCalendar.number(unit, day) == NaiveCalendar.number(unit, today) - ago;
      case DateCriterion.OnKindOfDay(var kind, var _) -> NaiveCalendar.is(kind, day);
      case DateCriterion.DaysFrom _ -> throw new IllegalArgumentException(criterion.toString());
      case DateCriterion.AtHour _ -> throw new IllegalArgumentException(criterion.toString());
    };
  }

  private boolean inLast(LocalDate day, Period period, boolean including) {
    return day.isBefore(today)
        ? !day.isBefore(later(today, period, -1))
        : including && day.equals(today);
  }

  boolean inWindow(Window window, LocalDate day) {
    return switch (window) {
      case Window.Ever() -> true;
      case Window.Last(var period, var including) -> inLast(day, period, including);
      case Window.Between(var first, var last) -> !day.isBefore(first) && !day.isAfter(last);
      case Window.Since(var first) -> !day.isBefore(first);
      case Window.Whole(var unit, int ago) ->
        NaiveCalendar.number(unit, day) == NaiveCalendar.number(unit, today) - ago;
      case Window.Ago(var from, var to) ->
        !day.isBefore(later(today, from, -1)) && day.isBefore(later(today, to, -1));
      case Window.Latest _ -> throw new IllegalArgumentException("is of a customer's rows, not of a day");
    };
  }

  static LocalDate later(LocalDate day, Period period, int sign) {
    int n = sign * period.n();
    return switch (period.unit()) {
      case DAYS -> day.plusDays(n);
      case WEEKS -> day.plusDays(7L * n);
      case MONTHS -> day.plusMonths(n);
      case YEARS -> day.plusYears(n);
    };
  }

  /** Whether the day comes back within the window, in a leap year or in another: 29 February has two days. */
  private static boolean anniversary(LocalDate day, DateCriterion.Anniversary window) {
    MonthDay own = MonthDay.from(day);
    MonthDay substitute = own.equals(MonthDay.of(2, 29)) ? substitute(window.leapDay()) : own;
    return within(own, window) || within(substitute, window);
  }

  private static boolean within(MonthDay day, DateCriterion.Anniversary window) {
    MonthDay at = window.first();
    for (int i = 0; i < 366; i++) {
      if (at.equals(day)) {
        return true;
      }
      if (at.equals(window.last())) {
        return false;
      }
      at = MonthDay.from(at.atYear(2000).plusDays(1));
    }
    return false;
  }

  private static boolean celebrated(LocalDate born, LocalDate on, LeapDay leap) {
    MonthDay day = MonthDay.from(born);
    if (day.equals(MonthDay.of(2, 29)) && !Year.isLeap(on.getYear())) {
      day = substitute(leap);
    }
    return MonthDay.from(on).equals(day);
  }

  private static MonthDay substitute(LeapDay leap) {
    return leap == LeapDay.MARCH_1 ? MonthDay.of(3, 1) : MonthDay.of(2, 28);
  }
}
