package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digits are days from today, Friday 9 December 2011; e is empty, i invalid, l a leap day. */
class DateOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key,Seen:date,At:date-time,Due:date
            a8,2011-12-01,2011-12-01 23:59:59,2011-12-02
            b7,2011-12-02,2011-12-02 00:00:00,2011-12-02
            c1,2011-12-08,2011-12-08 23:59:59,
            d0,2011-12-09,2011-12-09 22:00:00,2011-12-08
            e,,,2011-12-09
            f1,2011-12-10,2011-12-10 00:00:00,2011-12-13
            g7,2011-12-16,2011-12-16 23:59:59,2011-12-16
            h8,2011-12-17,2011-12-17 00:00:00,2011-12-17
            i,soon,soon,2011-12-09
            l,2008-02-29,2008-02-29 03:30:00,2011-12-09
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'Seen', 'op': 'is known'} => a8 b7 c1 d0 f1 g7 h8 l
      {'field': 'At', 'op': 'is known'} => a8 b7 c1 d0 f1 g7 h8 l
      {'field': 'Seen', 'op': 'is unknown'} => e i
      {'field': 'At', 'op': 'is unknown'} => e i
      {'field': 'Seen', 'op': 'is invalid'} => i
      {'field': 'At', 'op': 'is invalid'} => i
      {'field': 'Seen', 'op': 'on', 'value': '2011-12-09'} => d0
      {'field': 'At', 'op': 'on', 'value': '2011-12-09'} => d0
      {'field': 'Seen', 'op': 'on', 'value': '2011-12-09', 'missing': 'include'} => d0 e i
      {'field': 'At', 'op': 'on', 'value': '2011-12-09', 'missing': 'include'} => d0 e i
      {'field': 'Seen', 'op': 'before', 'value': '2011-12-09'} => a8 b7 c1 l
      {'field': 'At', 'op': 'before', 'value': '2011-12-09'} => a8 b7 c1 l
      {'field': 'Seen', 'op': 'after', 'value': '2011-12-09'} => f1 g7 h8
      {'field': 'At', 'op': 'after', 'value': '2011-12-09'} => f1 g7 h8
      {'field': 'Seen', 'op': 'between', 'from': '2011-12-02', 'to': '2011-12-09'} => b7 c1 d0
      {'field': 'At', 'op': 'between', 'from': '2011-12-02', 'to': '2011-12-09'} => b7 c1 d0
      {'field': 'Seen', 'op': 'between', 'from': '2011-12-09', 'to': '2011-12-09'} => d0
      {'field': 'At', 'op': 'between', 'from': '2011-12-09', 'to': '2011-12-09'} => d0
      {'field': 'Seen', 'op': 'in the last', 'n': 7, 'unit': 'days'} => b7 c1
      {'field': 'At', 'op': 'in the last', 'n': 7, 'unit': 'days'} => b7 c1
      {'field': 'Seen', 'op': 'in the last', 'n': 7, 'unit': 'days', 'includingToday': true} => b7 c1 d0
      {'field': 'At', 'op': 'in the last', 'n': 7, 'unit': 'days', 'includingToday': true} => b7 c1 d0
      {'field': 'Seen', 'op': 'in the last', 'n': 1, 'unit': 'weeks'} => b7 c1
      {'field': 'At', 'op': 'in the last', 'n': 1, 'unit': 'weeks'} => b7 c1
      {'field': 'Seen', 'op': 'in the last', 'n': 1, 'unit': 'days'} => c1
      {'field': 'At', 'op': 'in the last', 'n': 1, 'unit': 'days'} => c1
      {'field': 'Seen', 'op': 'in the last', 'n': 1, 'unit': 'days', 'missing': 'include'} => c1 e i
      {'field': 'At', 'op': 'in the last', 'n': 1, 'unit': 'days', 'missing': 'include'} => c1 e i
      {'field': 'Seen', 'op': 'in the last', 'n': 4, 'unit': 'years'} => a8 b7 c1 l
      {'field': 'At', 'op': 'in the last', 'n': 4, 'unit': 'years'} => a8 b7 c1 l
      {'field': 'Seen', 'op': 'in the next', 'n': 7, 'unit': 'days'} => f1 g7
      {'field': 'At', 'op': 'in the next', 'n': 7, 'unit': 'days'} => f1 g7
      {'field': 'Seen', 'op': 'in the next', 'n': 7, 'unit': 'days', 'includingToday': true} => d0 f1 g7
      {'field': 'At', 'op': 'in the next', 'n': 7, 'unit': 'days', 'includingToday': true} => d0 f1 g7
      {'field': 'Seen', 'op': 'in the next', 'n': 1, 'unit': 'months'} => f1 g7 h8
      {'field': 'At', 'op': 'in the next', 'n': 1, 'unit': 'months'} => f1 g7 h8
      {'field': 'Seen', 'op': 'older than', 'n': 7, 'unit': 'days'} => a8 l
      {'field': 'At', 'op': 'older than', 'n': 7, 'unit': 'days'} => a8 l
      {'field': 'Seen', 'op': 'older than', 'n': 8, 'unit': 'days'} => l
      {'field': 'At', 'op': 'older than', 'n': 8, 'unit': 'days'} => l
      {'field': 'Seen', 'op': 'older than', 'n': 3, 'unit': 'years'} => l
      {'field': 'At', 'op': 'older than', 'n': 3, 'unit': 'years'} => l
      {'field': 'Seen', 'op': 'older than', 'n': 4, 'unit': 'years'} => -
      {'field': 'At', 'op': 'older than', 'n': 4, 'unit': 'years'} => -
      {'field': 'Seen', 'op': 'anniversary between', 'from': '12-09', 'to': '12-09'} => d0
      {'field': 'At', 'op': 'anniversary between', 'from': '12-09', 'to': '12-09'} => d0
      {'field': 'Seen', 'op': 'anniversary between', 'from': '12-10', 'to': '12-08'} => a8 b7 c1 f1 g7 h8 l
      {'field': 'At', 'op': 'anniversary between', 'from': '12-10', 'to': '12-08'} => a8 b7 c1 f1 g7 h8 l
      {'field': 'Seen', 'op': 'anniversary between', 'from': '12-17', 'to': '02-28'} => h8 l
      {'field': 'At', 'op': 'anniversary between', 'from': '12-17', 'to': '02-28'} => h8 l
      {'field': 'Seen', 'op': 'anniversary between', 'from': '12-17', 'to': '02-28', 'leapDay': '03-01'} => h8
      {'field': 'At', 'op': 'anniversary between', 'from': '12-17', 'to': '02-28', 'leapDay': '03-01'} => h8
      {'field': 'Seen', 'op': 'anniversary between', 'from': '03-01', 'to': '03-01', 'leapDay': '03-01'} => l
      {'field': 'At', 'op': 'anniversary between', 'from': '03-01', 'to': '03-01', 'leapDay': '03-01'} => l
      {'field': 'Seen', 'op': 'anniversary between', 'from': '02-29', 'to': '02-29', 'leapDay': '03-01'} => l
      {'field': 'At', 'op': 'anniversary between', 'from': '02-29', 'to': '02-29', 'leapDay': '03-01'} => l
      {'field': 'Seen', 'op': 'anniversary in the next', 'days': 1} => d0
      {'field': 'At', 'op': 'anniversary in the next', 'days': 1} => d0
      {'field': 'Seen', 'op': 'anniversary in the next', 'days': 8} => d0 f1 g7
      {'field': 'At', 'op': 'anniversary in the next', 'days': 8} => d0 f1 g7
      {'field': 'Seen', 'op': 'anniversary in the next', 'days': 82} => d0 f1 g7 h8
      {'field': 'At', 'op': 'anniversary in the next', 'days': 82} => d0 f1 g7 h8
      {'field': 'Seen', 'op': 'anniversary in the next', 'days': 83} => d0 f1 g7 h8 l
      {'field': 'At', 'op': 'anniversary in the next', 'days': 83} => d0 f1 g7 h8 l
      {'field': 'Seen', 'op': 'month is', 'values': [12]} => a8 b7 c1 d0 f1 g7 h8
      {'field': 'At', 'op': 'month is', 'values': [12]} => a8 b7 c1 d0 f1 g7 h8
      {'field': 'Seen', 'op': 'month is', 'values': [1, 2]} => l
      {'field': 'At', 'op': 'month is', 'values': [1, 2]} => l
      {'field': 'Seen', 'op': 'weekday is', 'values': ['friday']} => b7 d0 g7 l
      {'field': 'At', 'op': 'weekday is', 'values': ['friday']} => b7 d0 g7 l
      {'field': 'Seen', 'op': 'weekday is', 'values': ['saturday', 'thursday']} => a8 c1 f1 h8
      {'field': 'At', 'op': 'weekday is', 'values': ['saturday', 'thursday']} => a8 c1 f1 h8
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'day', 'ago': 0} => d0
      {'field': 'At', 'op': 'in the whole', 'unit': 'day', 'ago': 0} => d0
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'day', 'ago': 1} => c1
      {'field': 'At', 'op': 'in the whole', 'unit': 'day', 'ago': 1} => c1
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'week', 'ago': 0} => c1 d0 f1
      {'field': 'At', 'op': 'in the whole', 'unit': 'week', 'ago': 0} => c1 d0 f1
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'week', 'ago': 1} => a8 b7
      {'field': 'At', 'op': 'in the whole', 'unit': 'week', 'ago': 1} => a8 b7
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'week', 'ago': -1} => g7 h8
      {'field': 'At', 'op': 'in the whole', 'unit': 'week', 'ago': -1} => g7 h8
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'month', 'ago': 0} => a8 b7 c1 d0 f1 g7 h8
      {'field': 'At', 'op': 'in the whole', 'unit': 'month', 'ago': 0} => a8 b7 c1 d0 f1 g7 h8
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'quarter', 'ago': 15} => l
      {'field': 'At', 'op': 'in the whole', 'unit': 'quarter', 'ago': 15} => l
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'year', 'ago': 3} => l
      {'field': 'At', 'op': 'in the whole', 'unit': 'year', 'ago': 3} => l
      {'field': 'Seen', 'op': 'in the whole', 'unit': 'year', 'ago': 3, 'missing': 'include'} => e i l
      {'field': 'At', 'op': 'in the whole', 'unit': 'year', 'ago': 3, 'missing': 'include'} => e i l
      {'field': 'Seen', 'op': 'kind of day is', 'kind': 'working day', 'country': 'FR'} => a8 b7 c1 d0 g7 l
      {'field': 'At', 'op': 'kind of day is', 'kind': 'working day', 'country': 'FR'} => a8 b7 c1 d0 g7 l
      {'field': 'Seen', 'op': 'kind of day is', 'kind': 'weekend', 'country': 'FR'} => f1 h8
      {'field': 'At', 'op': 'kind of day is', 'kind': 'weekend', 'country': 'FR'} => f1 h8
      {'field': 'Seen', 'op': 'kind of day is', 'kind': 'public holiday', 'country': 'FR'} => -
      {'field': 'At', 'op': 'kind of day is', 'kind': 'public holiday', 'country': 'FR'} => -
      """)
  void holdsForDatesAndTimesAlike(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/1", small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'Seen', 'op': 'before', 'other': 'Due'} => a8 f1 l
      {'field': 'At', 'op': 'before', 'other': 'Due'} => a8 f1 l
      {'field': 'Seen', 'op': 'on', 'other': 'Due'} => b7 g7 h8
      {'field': 'At', 'op': 'on', 'other': 'Due'} => b7 g7 h8
      {'field': 'Seen', 'op': 'after', 'other': 'Due'} => d0
      {'field': 'At', 'op': 'after', 'other': 'Due'} => d0
      {'field': 'Seen', 'op': 'after', 'other': 'Due', 'missing': 'include'} => c1 d0 e i
      {'field': 'At', 'op': 'after', 'other': 'Due', 'missing': 'include'} => c1 d0 e i
      {'field': 'Seen', 'op': 'days from', 'other': 'Due', 'compare': '=', 'value': -1} => a8
      {'field': 'At', 'op': 'days from', 'other': 'Due', 'compare': '=', 'value': -1} => a8
      {'field': 'Seen', 'op': 'days from', 'other': 'Due', 'compare': '>=', 'value': 0} => b7 d0 g7 h8
      {'field': 'At', 'op': 'days from', 'other': 'Due', 'compare': '>=', 'value': 0} => b7 d0 g7 h8
      {'field': 'Seen', 'op': 'days from', 'other': 'Due', 'compare': 'between', 'from': -3, 'to': -1} => a8 f1
      {'field': 'At', 'op': 'days from', 'other': 'Due', 'compare': 'between', 'from': -3, 'to': -1} => a8 f1
      {'field': 'Seen', 'op': 'days from', 'other': 'Due', 'compare': '!=', 'value': 0} => a8 d0 f1 l
      {'field': 'At', 'op': 'days from', 'other': 'Due', 'compare': '!=', 'value': 0} => a8 d0 f1 l
      {'field': 'Seen', 'op': 'days from', 'other': 'Due', 'compare': '!=', 'value': 0, 'missing': 'include'} => a8 c1 d0 e f1 i l
      {'field': 'At', 'op': 'days from', 'other': 'Due', 'compare': '!=', 'value': 0, 'missing': 'include'} => a8 c1 d0 e f1 i l
      """)
  void comparesWithAnotherDate(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("3/1", small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'At', 'op': 'hour is', 'from': 22, 'to': 23} => d0
      {'field': 'At', 'op': 'hour is', 'from': 22, 'to': 6} => a8 b7 c1 d0 f1 g7 h8 l
      {'field': 'At', 'op': 'hour is', 'from': 0, 'to': 1} => b7 f1 h8
      {'field': 'At', 'op': 'hour is', 'from': 3, 'to': 4} => l
      {'field': 'At', 'op': 'hour is', 'from': 4, 'to': 22} => -
      {'field': 'At', 'op': 'hour is', 'from': 5, 'to': 5} => a8 b7 c1 d0 f1 g7 h8 l
      {'field': 'Seen', 'op': 'hour is', 'from': 0, 'to': 1} => a8 b7 c1 d0 f1 g7 h8 l
      {'field': 'Seen', 'op': 'hour is', 'from': 1, 'to': 0} => -
      {'field': 'Seen', 'op': 'hour is', 'from': 1, 'to': 0, 'missing': 'include'} => e i
      """)
  void looksAtTheLocalHour(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/1", small.missing(condition));
  }
}
