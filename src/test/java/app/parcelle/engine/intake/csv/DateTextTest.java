package app.parcelle.engine.intake.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.intake.csv.Format.Dates;

/** Dates and times as people write them, one cell at a time. */
class DateTextTest {
  /** The day, with the time of day and the offset where they are said; "none" where the cell is no such date. */
  private static String read(String text, String pattern) {
    byte[] cell = (text + "\0\0\0\0\0\0\0\0").getBytes(StandardCharsets.UTF_8);
    Dates dates = DatePatterns.read(pattern, Dates.USUAL_FIRST_YEAR);
    DateText date = new DateText(dates);
    if (!date.read(cell, 0, cell.length - 8)) {
      return "none";
    }
    LocalDate day = LocalDate.ofEpochDay(date.day);
    String time = date.hasTime ? "T" + LocalTime.ofNanoOfDay(date.millisOfDay * 1_000_000L) : "";
    String zone = date.offset == DateText.NO_OFFSET ? "" : ZoneOffset.ofTotalSeconds(date.offset).getId();
    return day + time + zone;
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"d MMM yyyy -> 12 janv. 2021 -> 2021-01-12",
      "d MMM yyyy -> 12 janvier 2021 -> 2021-01-12", "d MMM yyyy -> 1er mars 2020 -> 2020-03-01",
      "d MMM yyyy -> 29 février 2020 -> 2020-02-29", "d MMM yyyy -> 3 FÉVR. 2021 -> 2021-02-03",
      "d MMM yyyy -> 15 août 2021 -> 2021-08-15", "d MMM yyyy -> 31 déc. 1999 -> 1999-12-31",
      "d MMM yyyy -> lundi 12 janvier 2021 -> 2021-01-12", "d MMM yyyy -> mar. 12 janv. 2021 -> 2021-01-12",
      "d MMM yyyy -> mar. 2 mars 2021 -> 2021-03-02", "d MMM yyyy -> 12-JAN-21 -> 2021-01-12",
      "d MMM yyyy -> 12Jan2021 -> 2021-01-12", "MMM d, yyyy -> Jan 12, 2021 -> 2021-01-12",
      "MMM d, yyyy -> Mar 2, 2021 -> 2021-03-02", "MMM d, yyyy -> September 3rd 2021 -> 2021-09-03",
      "MMM d, yyyy -> Tue Mar 02 2021 -> 2021-03-02", "MMM d, yyyy -> Monday, January 12, 2021 -> 2021-01-12",
      "yyyy MMM d -> 2021-Jan-12 -> 2021-01-12", "d MMM yyyy -> 12 janv. 2021 14h30 -> 2021-01-12T14:30",
      "d MMM yyyy -> 12 janvier 2021 à 14:30 -> 2021-01-12T14:30",
      "MMM d, yyyy -> Jan 12, 2021, 2:30:15 PM -> 2021-01-12T14:30:15",
      "MMM d, yyyy -> Tue Mar 02 05:06:07 +0000 2021 -> 2021-03-02T05:06:07Z",
      "MMM d, yyyy -> Tue Mar 02 05:06:07 CET 2021 -> 2021-03-02T05:06:07+01:00",
      "MMM d, yyyy -> Tue Mar 02 2021 05:06:07 GMT+0100 (Central European Time) -> 2021-03-02T05:06:07+01:00",
      "d MMM yyyy -> Tue, 02 Mar 2021 05:06:07 +0100 -> 2021-03-02T05:06:07+01:00",
      "d MMM yyyy -> 31 avril 2021 -> none", "d MMM yyyy -> 12 foo 2021 -> none",
      "d MMM yyyy -> mars 2021 -> none",
      "d MMM yyyy -> 12 mars -> none", "d MMM yyyy -> 12 2021 mars -> none",
      "d MMM yyyy -> lundi mardi -> none",
      "d MMM yyyy -> 12 mars 2021 édition -> none", "d MMM yyyy -> 24 October -> none"})
  void withTheNameOfTheMonth(String pattern, String text, String value) {
    assertEquals(value, read(text, pattern));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"dd/MM/yyyy -> 3/4/2021 -> 2021-04-03",
      "MM/dd/yyyy -> 03/04/2021 -> 2021-03-04", "yyyy-MM-dd -> 2021-03-04 -> 2021-03-04",
      "dd.MM.yy -> 03.04.21 -> 2021-04-03", "dd.MM.yy -> 03.04.1999 -> 1999-04-03",
      "dd/MM/yy -> 31/12/68 -> 2068-12-31",
      "dd/MM/yy -> 31/12/69 -> 1969-12-31", "MM/dd/yy -> 1/2/99 -> 1999-01-02",
      "yy-MM-dd -> 21-03-04 -> 2021-03-04",
      "yyyyMMdd -> 20210304 -> 2021-03-04", "ddMMyyyy -> 04032021 -> 2021-03-04",
      "yyyyMMdd -> 20210304050607 -> 2021-03-04T05:06:07", "yyyyMMdd -> 20210304T0506Z -> 2021-03-04T05:06Z",
      "dd MM yyyy -> 03 04 2021 -> 2021-04-03", "dd/MM/yyyy -> lundi 12/04/2021 -> 2021-04-12",
      "dd/MM/yyyy -> mar. 13/04/2021 -> 2021-04-13", "dd/MM/yyyy -> 12/04/2021 14h30 -> 2021-04-12T14:30",
      "dd/MM/yyyy -> 12/04/2021 14h -> 2021-04-12T14:00",
      "dd/MM/yyyy -> 12/04/2021 14 h 30 -> 2021-04-12T14:30",
      "dd/MM/yyyy -> 12/04/2021 14h30m05s -> 2021-04-12T14:30:05",
      "dd/MM/yyyy -> 12/04/2021, 14:30 -> 2021-04-12T14:30",
      "dd/MM/yyyy -> 12/04/2021 à 14h30min -> 2021-04-12T14:30",
      "dd/MM/yyyy -> 12/04/2021 - 14:30 -> 2021-04-12T14:30",
      "MM/dd/yyyy -> 04/12/2021 12:04 AM -> 2021-04-12T00:04",
      "MM/dd/yyyy -> 04/12/2021 12:04 p.m. -> 2021-04-12T12:04",
      "MM/dd/yyyy -> 04/12/2021 2 pm -> 2021-04-12T14:00", "MM/dd/yyyy -> 04/12/2021 13:00 PM -> none",
      "yyyy-MM-dd -> 2021-03-04T05:06:07+02:00 -> 2021-03-04T05:06:07+02:00",
      "yyyy-MM-dd -> 2021-03-04T05:06:07Z -> 2021-03-04T05:06:07Z",
      "yyyy-MM-dd -> 2021-03-04 05:06 UTC -> 2021-03-04T05:06Z",
      "yyyy-MM-dd -> 2021-03-04 05:06 CET -> 2021-03-04T05:06+01:00",
      "yyyy-MM-dd -> 2021-03-04 05:06 EST -> 2021-03-04T05:06-05:00",
      "yyyy-MM-dd -> 2021-03-04T05:06:07.123456+01:00[Europe/Paris] -> 2021-03-04T05:06:07.123+01:00",
      "yyyy-MM-dd -> 2021-03-04 05:06 GMT+2 -> 2021-03-04T05:06+02:00",
      "yyyy-MM-dd -> 2021-03-04 05:06 XYZ -> none",
      "yyyy-MM-dd -> 2021-03-04 0506 -> none", "yyyy-MM-dd -> 2021-03-04 25:00 -> none",
      "yyyy-MM-dd -> 21-03-04 -> none", "yyyy-MM-dd -> 2021-13-04 -> none",
      "dd/MM/yyyy -> 30/02/2021 -> none",
      "epoch-seconds -> 1614834367 -> 2021-03-04T05:06:07Z",
      "epoch-milliseconds -> 1614834367123 -> 2021-03-04T05:06:07.123Z",
      "epoch-seconds -> 1614834367123 -> none"})
  void inDigits(String pattern, String text, String value) {
    assertEquals(value, read(text, pattern));
  }

  @Property
  void whatALocaleWritesIsReadBack(@ForAll("times") LocalDateTime time, @ForAll("locales") Locale locale,
      @ForAll("styles") FormatStyle style) {
    String date = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(time);
    String inDigits = locale.equals(Locale.US)
        ? "MM/dd/yy"
        : locale.equals(Locale.CANADA_FRENCH) ? "yyyy-MM-dd" : "dd/MM/yy";
    String pattern = style == FormatStyle.SHORT ? inDigits : "d MMM yyyy";
    assertEquals(time.toLocalDate().toString(), read(date, pattern), date);
    String shortTime = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
    assertEquals(time.toLocalDate() + "T" + time.toLocalTime(), read(date + " " + shortTime, pattern),
        date + " " + shortTime);
  }

  @Provide
  Arbitrary<LocalDateTime> times() {
    return Arbitraries.longs()
        .between(LocalDate.of(1970, 1, 1).toEpochDay(), LocalDate.of(2068, 12, 31).toEpochDay())
        .flatMap(day -> Arbitraries.integers()
            .between(0, 1439)
            .map(minute -> LocalDate.ofEpochDay(day).atTime(minute / 60, minute % 60)));
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of(Locale.FRANCE, Locale.US, Locale.UK, Locale.CANADA_FRENCH, Locale.of("fr", "BE"));
  }

  @Provide
  Arbitrary<FormatStyle> styles() {
    return Arbitraries.of(FormatStyle.SHORT, FormatStyle.MEDIUM, FormatStyle.LONG, FormatStyle.FULL);
  }
}
