package app.parcelle.engine.evaluate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;

/**
 * The calendar of a country: its public holidays everywhere in it, those of a region left aside. A year is computed when it is first
 * asked for. Safe between threads.
 */
public final class PublicHolidays {
  private final HolidayManager calendar;
  private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  /**
   * @param country as ISO 3166 has it
   * @throws Problem when no calendar is known of it
   */
  public PublicHolidays(String country) {
    String code = country.strip().toUpperCase(Locale.ROOT);
    if (code.length() != 2 || !HolidayManager.getSupportedCalendarCodes().contains(code)) {
      throw new Problem(Message.of("evaluate.unknown-country", country));
    }
    calendar = HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT)));
  }

  Predicate<LocalDate> test(KindOfDay kind) {
    return switch (kind) {
      case WEEKEND -> PublicHolidays::isWeekend;
      case PUBLIC_HOLIDAY -> this::isHoliday;
      case WORKING_DAY -> day -> !isWeekend(day) && !isHoliday(day);
    };
  }

  /** All of some years, both ends included, in their order. */
  public List<LocalDate> between(int firstYear, int lastYear) {
    return IntStream.rangeClosed(firstYear, lastYear)
        .boxed()
        .flatMap(year -> years.computeIfAbsent(year, this::holidays).stream())
        .sorted()
        .toList();
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private boolean isHoliday(LocalDate day) {
    return years.computeIfAbsent(day.getYear(), this::holidays).contains(day);
  }

  private Set<LocalDate> holidays(int year) {
    // the calendar itself is not made for several threads
    synchronized (calendar) {
      return calendar.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
          .stream()
          .map(Holiday::getDate)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
