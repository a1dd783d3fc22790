package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.evaluate.operators.SmallProject;

/** Days that are longer or shorter than others, and moments that are on different days in different places. */
class DaysAndZonesTest {
  private static final String PARIS = "Europe/Paris";
  private static final String NEW_YORK = "America/New_York";
  private static final String IN_LAST_DAY = "{'field': 'At', 'op': 'in the last', 'n': 1, 'unit': 'days'}";
  private static final String ORDERED_IN_LAST_DAY = "{'events': 'Orders', 'measure': 'count', 'op': '>=', "
      + "'value': 1, 'window': {'last': 1, 'unit': 'days'}}";

  @TempDir
  private Path folder;

  /** The first and last moment of the day, and those beside it. */
  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({"Europe/Paris, 2011-03-26, 2011-03-27, 2011-03-28",
      "Europe/Paris, 2011-10-29, 2011-10-30, 2011-10-31",
      "America/New_York, 2011-03-12, 2011-03-13, 2011-03-14",
      "America/New_York, 2011-11-05, 2011-11-06, 2011-11-07"})
  void aDayOf23Or25HoursIsOneDay(String zone, String before, String day, String after) throws IOException {
    String rows = """
        a,%s 23:59:59
        b,%s 00:00:00
        c,%s 02:30:00
        d,%s 23:59:59
        e,%s 00:00:00
        """.formatted(before, day, day, day, after);
    try (SmallProject small = SmallProject.in(folder, zone)
        .with("Customers", "who:key,At:date-time\n" + rows)
        .with("Orders", "who:key,When:time\n" + rows)) {
      assertEquals("b c d", small.who(SmallProject.segment(IN_LAST_DAY, after)));
      assertEquals("b c d", small.who(SmallProject.segment(ORDERED_IN_LAST_DAY, after)));
      assertEquals("b c d", small.who(
          SmallProject.segment("{'field': 'At', 'op': 'on', 'value': '%s'}".formatted(day), after)));
      assertEquals("b c d", small.who(SmallProject.segment(
          "{'events': 'Orders', 'measure': 'daysSinceLast', 'op': '=', 'value': 1}", after)));
      assertEquals("a b c d", small.who(SmallProject.segment("{'events': 'Orders', 'measure': 'count', "
          + "'op': '>=', 'value': 1, 'window': {'last': 2, 'unit': 'days'}}", after)));
    }
  }

  /** From noon to noon there are 23 hours in March, and 25 in October. */
  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource({"Europe/Paris, 2011-03-26, 2011-03-27, 13", "Europe/Paris, 2011-10-29, 2011-10-30, 11",
      "America/New_York, 2011-03-12, 2011-03-13, 13", "America/New_York, 2011-11-05, 2011-11-06, 11"})
  void aDayInASequenceIs24HoursWhateverTheClocksDo(String zone, String before, String day, String hour)
      throws IOException {
    try (SmallProject small = SmallProject.in(folder, zone).with("Orders", """
        who:key,When:time
        a,%1$s 12:00:00
        a,%2$s %3$s:00:00
        b,%1$s 12:00:00
        b,%2$s %3$s:00:01
        """.formatted(before, day, hour)).with("Visits", """
        who:key,Day:day
        c,%1$s
        c,%2$s
        """.formatted(before, day))) {
      String within = "{'sequence': [{'events': '%1$s'}, {'events': '%1$s', 'within': {'n': %2$s}}]}";
      assertEquals("a", small.who(within.formatted("Orders", "1, 'unit': 'days'")));
      assertEquals("a", small.who(within.formatted("Orders", "24, 'unit': 'hours'")));
      assertEquals("a b", small.who(within.formatted("Orders", "25, 'unit': 'hours'")));
      assertEquals("c", small.who(within.formatted("Visits", "24, 'unit': 'hours'")));
      assertEquals("-", small.who(within.formatted("Visits", "23, 'unit': 'hours'")));
    }
  }

  /** 02:30 of the day in March is 03:30; that of the day in October is the first of the two. */
  @Test
  void anHourThatIsSkippedIsTheNextAndOneThatComesTwiceIsTheFirst() throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS).with("Orders", """
        who:key,When:time
        gap,2011-03-27 02:30:00
        gap,2011-03-27 03:30:00
        late,2011-10-30 02:30:00
        late,2011-10-30 03:00:00
        """)) {
      String hour = "{'events': 'Orders', 'measure': 'lines', 'op': '=', 'value': %d, "
          + "'where': {'field': 'When', 'op': 'hour is', 'from': %d, 'to': %d}}";
      assertEquals("late", small.who(hour.formatted(1, 2, 3)));
      assertEquals("gap", small.who(hour.formatted(2, 3, 4)));
      assertEquals("late", small.who("{'sequence': [{'events': 'Orders'}, {'events': 'Orders'}]}"));
      // between 02:30 and 03:00 the clock shows half an hour, and one and a half go by
      String after = "{'sequence': [{'events': 'Orders'}, {'events': 'Orders', 'after': {'n': %d, 'unit': 'minutes'}}]}";
      assertEquals("late", small.who(after.formatted(90)));
      assertEquals("-", small.who(after.formatted(91)));
    }
  }

  @Test
  void todayAt22OClockIsTodayAndAnHourOnElsewhere() throws IOException {
    String rows = """
        a,2011-06-29 22:00:00
        b,2011-06-30 00:00:00
        c,2011-06-30 22:00:00
        d,2011-07-01 05:59:59
        e,2011-07-01 06:00:00
        """;
    try (SmallProject small = SmallProject.in(folder, PARIS, Instant.parse("2011-06-30T20:00:00Z"))
        .with("Customers", "who:key,At:date-time\n" + rows)) {
      String today = "{'field': 'At', 'op': 'in the whole', 'unit': 'day', 'ago': 0}";
      assertEquals("b c", small.who(SmallProject.segment(today, "now")));
      assertEquals("a", small.who(SmallProject.segment(IN_LAST_DAY, "now")));
      assertEquals("c d", small.who(SmallProject.segment(today, "now", NEW_YORK)));
      assertEquals("a b", small.who(SmallProject.segment(IN_LAST_DAY, "now", NEW_YORK)));
      small.at(Instant.parse("2011-06-30T22:00:00Z"));
      assertEquals("d e", small.who(SmallProject.segment(today, "now")));
      assertEquals("b c", small.who(SmallProject.segment(IN_LAST_DAY, "now")));
      assertEquals("c d", small.who(SmallProject.segment(today, "now", NEW_YORK)));
      small.at(Instant.parse("2011-07-01T03:59:59Z"));
      assertEquals("c d", small.who(SmallProject.segment(today, "now", NEW_YORK)));
      small.at(Instant.parse("2011-07-01T04:00:00Z"));
      assertEquals("e", small.who(SmallProject.segment(today, "now", NEW_YORK)));
      assertEquals("c d", small.who(SmallProject.segment(IN_LAST_DAY, "now", NEW_YORK)));
    }
  }

  /** Midnight in New York is 06:00 in Paris. */
  @Test
  void theLastDaysBeginAtMidnightOfTheSegmentsZone() throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS).with("Orders", """
        who:key,When:time
        a,2011-12-08 05:59:59
        b,2011-12-08 06:00:00
        c,2011-12-09 05:59:59
        d,2011-12-09 06:00:00
        e,2011-12-10 05:59:59
        f,2011-12-10 06:00:00
        """)) {
      assertEquals("b c", small.who(SmallProject.segment(ORDERED_IN_LAST_DAY, "2011-12-09", NEW_YORK)));
      assertEquals("a b", small.who(SmallProject.segment(ORDERED_IN_LAST_DAY, "2011-12-09")));
      assertEquals("a b c d e",
          small.who(SmallProject.segment("{'everyone': true}", "2011-12-09", NEW_YORK)));
      assertEquals("a b c d", small.who(SmallProject.segment("{'everyone': true}", "2011-12-09")));
    }
  }

  @Test
  void windowsEndAndBeginAroundTheLeapDay() throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS).with("Customers", """
        who:key,Day:date
        a,2011-02-27
        b,2011-02-28
        c,2011-03-01
        d,2012-02-27
        e,2012-02-28
        f,2012-02-29
        g,2012-03-01
        """)) {
      String inLast = "{'field': 'Day', 'op': 'in the last', 'n': 1, 'unit': '%s'}";
      assertEquals("b c d e", small.who(SmallProject.segment(inLast.formatted("years"), "2012-02-29")));
      assertEquals("e f g", small.who(SmallProject.segment(inLast.formatted("years"), "2013-02-28")));
      assertEquals("f g", small.who(SmallProject.segment(inLast.formatted("months"), "2012-03-31")));
      assertEquals("f", small.who(SmallProject.segment(inLast.formatted("days"), "2012-03-01")));
      assertEquals("f", small.who(SmallProject.segment(
          "{'field': 'Day', 'op': 'in the next', 'n': 1, 'unit': 'days'}", "2012-02-28")));
      assertEquals("d e f", small.who(SmallProject.segment(
          "{'all': [{'field': 'Day', 'op': 'in the whole', 'unit': 'month', 'ago': 1}]}", "2012-03-31")));
    }
  }

  /** b was born on a leap day. */
  @ParameterizedTest(name = "{0} days from {1}, leap day on {2}")
  @CsvSource({"1, 2011-02-28, 02-28, a b", "1, 2011-02-28, 03-01, a", "1, 2011-03-01, 02-28, c",
      "1, 2011-03-01, 03-01, b c", "1, 2012-02-28, 02-28, a", "1, 2012-02-29, 02-28, b",
      "1, 2012-02-29, 03-01, b",
      "1, 2012-03-01, 03-01, c", "2, 2012-02-28, 03-01, a b", "2, 2011-12-31, 02-28, d e",
      "1, 2011-12-31, 02-28, d",
      "1, 2012-01-01, 02-28, e", "365, 2012-01-01, 02-28, a b c e"})
  void anniversariesCrossTheNewYearAndTheLeapDay(int days, String today, String leapDay, String expected)
      throws IOException {
    try (SmallProject small = born()) {
      assertEquals(expected,
          small.who(SmallProject.segment("{'field': 'Born', 'op': 'anniversary in the next', "
              + "'days': %d, 'leapDay': '%s'}".formatted(days, leapDay), today)));
    }
  }

  @ParameterizedTest(name = "{0} to {1}, leap day on {2}")
  @CsvSource({"12-31, 01-01, 02-28, d e", "12-30, 12-31, 02-28, d", "02-28, 02-28, 02-28, a b",
      "02-28, 02-28, 03-01, a", "02-29, 02-29, 02-28, b", "03-01, 03-01, 02-28, c",
      "03-01, 03-01, 03-01, b c",
      "03-01, 02-27, 02-28, c d e", "03-01, 02-27, 03-01, b c d e", "01-01, 12-31, 02-28, a b c d e"})
  void anniversaryWindowsWrapTheYear(String from, String to, String leapDay, String expected)
      throws IOException {
    try (SmallProject small = born()) {
      assertEquals(expected,
          small.who("{'field': 'Born', 'op': 'anniversary between', 'from': '%s', 'to': '%s', "
              .formatted(from, to) + "'leapDay': '%s'}".formatted(leapDay)));
    }
  }

  private SmallProject born() throws IOException {
    return SmallProject.in(folder, PARIS).with("Customers", """
        who:key,Born:date
        a,1983-02-28
        b,1984-02-29
        c,1985-03-01
        d,1986-12-31
        e,1987-01-01
        """);
  }

  /** 1 January 2012 was a Sunday. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'Day', 'op': 'in the last', 'n': 1, 'unit': 'days'}        => d
      {'field': 'Day', 'op': 'in the whole', 'unit': 'week', 'ago': 0}     => c d e
      {'field': 'Day', 'op': 'in the whole', 'unit': 'week', 'ago': 1}     => b
      {'field': 'Day', 'op': 'in the whole', 'unit': 'week', 'ago': -1}    => f
      {'field': 'Day', 'op': 'in the whole', 'unit': 'month', 'ago': 1}    => b c d
      {'field': 'Day', 'op': 'in the whole', 'unit': 'quarter', 'ago': 1}  => a b c d
      {'field': 'Day', 'op': 'in the whole', 'unit': 'year', 'ago': 0}     => e f
      {'field': 'Day', 'op': 'in the whole', 'unit': 'year', 'ago': 1}     => a b c d
      {'field': 'Day', 'op': 'in the next', 'n': 1, 'unit': 'days'}        => f
      {'field': 'Day', 'op': 'kind of day is', 'kind': 'public holiday', 'country': 'FR'} => b e
      {'field': 'Day', 'op': 'kind of day is', 'kind': 'weekend', 'country': 'FR'}        => b d e
      {'field': 'Day', 'op': 'kind of day is', 'kind': 'working day', 'country': 'FR'}    => a c f
      """)
  void theYearEndsInTheMiddleOfNothing(String condition, String expected) throws IOException {
    try (SmallProject small = SmallProject.in(folder, PARIS).with("Customers", """
        who:key,Day:date
        a,2011-10-03
        b,2011-12-25
        c,2011-12-26
        d,2011-12-31
        e,2012-01-01
        f,2012-01-02
        """)) {
      assertEquals(expected, small.who(SmallProject.segment(condition, "2012-01-01")));
    }
  }
}
