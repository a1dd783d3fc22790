package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;

class PublicHolidaysTest {
  /** The dates of 2026 in the calendars that the countries publish. */
  @Test
  void theHolidaysOfAYearAreThoseOfTheCountry() {
    assertEquals(List.of("01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01",
        "11-11", "12-25"), holidays("FR"));
    assertEquals(List.of("01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"),
        holidays("de"));
  }

  @ParameterizedTest
  @CsvSource({"2026-07-14, PUBLIC_HOLIDAY", "2026-07-13, WORKING_DAY", "2026-07-12, WEEKEND",
      "2024-03-29, WORKING_DAY", "2024-04-01, PUBLIC_HOLIDAY", "1999-12-31, WORKING_DAY"})
  void aDayOfTheWeekIsAWorkingDayUnlessItIsAHoliday(LocalDate day, KindOfDay kind) {
    for (KindOfDay each : KindOfDay.values()) {
      assertEquals(each == kind, new PublicHolidays("FR").test(each).test(day), each.name());
    }
  }

  @Test
  void aHolidayOnAWeekendIsBoth() {
    LocalDate assumption = LocalDate.of(2026, 8, 15);
    PublicHolidays france = new PublicHolidays("FR");
    assertEquals(List.of(false, true, true), List.of(france.test(KindOfDay.WORKING_DAY).test(assumption),
        france.test(KindOfDay.WEEKEND).test(assumption),
        france.test(KindOfDay.PUBLIC_HOLIDAY).test(assumption)));
  }

  @ParameterizedTest
  @CsvSource({"XX", "France", "''", "nyse"})
  void aCountryWithoutCalendarIsRefusedByName(String country) {
    Problem problem = assertThrows(Problem.class, () -> new PublicHolidays(country));
    assertEquals("evaluate.unknown-country", problem.message().key());
    assertEquals(List.of(country), problem.message().args());
  }

  private static List<String> holidays(String country) {
    var isHoliday = new PublicHolidays(country).test(KindOfDay.PUBLIC_HOLIDAY);
    return LocalDate.of(2026, 1, 1)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .filter(isHoliday)
        .map(day -> day.toString().substring(5))
        .toList();
  }
}
