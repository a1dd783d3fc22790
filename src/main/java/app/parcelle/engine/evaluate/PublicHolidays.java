package app.parcelle.engine.evaluate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;

/** The calendar of a country. Safe between threads. */
final class PublicHolidays {
  PublicHolidays(String country) {
    throw new Problem(Message.of("evaluate.unknown-country", country));
  }

  Predicate<LocalDate> test(KindOfDay kind) {
    return switch (kind) {
      case WEEKEND -> PublicHolidays::isWeekend;
      case PUBLIC_HOLIDAY -> this::isHoliday;
      case WORKING_DAY -> day -> !isWeekend(day) && !isHoliday(day);
    };
  }

  private static boolean isWeekend(LocalDate day) {
    return Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
  }

  private boolean isHoliday(LocalDate day) {
    return false;
  }
}
