package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** n has no events, y only tomorrow's: that customer is not there yet. A1 has two lines, one order of b has no key, one of c no time. */
class EventOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key,Born:date
            a,1980-12-09
            b,1981-11-01
            c,
            n,1990-01-01
            """)
        .with("Orders", """
            who:key,No:order,When:time,Quantity:whole,Price:amount,Product:text
            a,A1,2011-12-08 10:00:00,1,10.00,tea
            a,A1,2011-12-08 10:00:00,2,5.50,Tea
            a,A2,2011-12-09 09:00:00,,,"Thé"
            a,A3,2011-11-01 08:00:00,3,1.00,coffee
            b,B1,2011-11-01 08:00:00,many,free,coffee
            b,B2,2011-12-10 00:00:00,4,99.00,tea
            b,,2010-12-08 12:00:00,5,20.00,
            c,C1,,7,70.00,tea
            c,C2,2011-12-01 00:00:00,0,0.00,tea
            c,C3,2011-11-30 23:59:59,1,-5.00,milk
            x,X1,2011-12-02 00:00:00,1,100.00,tea
            y,Y1,2011-12-10 00:00:00,1,100.00,tea
            """)
        .with("Mails", """
            who:key,Day:day,Kind:text
            a,2011-12-01,open
            a,2011-12-02,Open
            a,2011-12-03,click
            b,2011-12-01,sent
            b,,open
            x,2011-12-05,sent
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 0} => n => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 3} => a c => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 2} => b => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '<=', 'value': 1} => n x => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '!=', 'value': 3} => b n x => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': 'not between', 'from': 1, 'to': 2} => a c n => 0/0
      {'events': 'Orders', 'measure': 'lines', 'op': '=', 'value': 4} => a => 0/0
      {'events': 'Orders', 'measure': 'sum', 'op': '=', 'value': 16.5} => a => 0/0
      {'events': 'Orders', 'measure': 'sum', 'op': '=', 'value': 0} => n => 0/0
      {'events': 'Orders', 'measure': 'sum', 'of': 'Quantity', 'op': '>=', 'value': 6} => a c => 0/0
      {'events': 'Orders', 'measure': 'sum', 'of': 'Quantity', 'op': '=', 'value': 5} => b => 0/0
      {'events': 'Orders', 'measure': 'average', 'op': '=', 'value': 5.5} => a => 1/0
      {'events': 'Orders', 'measure': 'average', 'op': 'between', 'from': 21.66, 'to': 21.67} => c => 1/0
      {'events': 'Orders', 'measure': 'average', 'op': '!=', 'value': 5.5} => b c x => 1/0
      {'events': 'Orders', 'measure': 'average', 'of': 'Quantity', 'op': '=', 'value': 2} => a => 1/0
      {'events': 'Orders', 'measure': 'minimum', 'op': '<', 'value': 0} => c => 1/0
      {'events': 'Orders', 'measure': 'minimum', 'op': '>=', 'value': 1} => a b x => 1/0
      {'events': 'Orders', 'measure': 'maximum', 'op': '=', 'value': 20} => b => 1/0
      {'events': 'Orders', 'measure': 'maximum', 'op': '>=', 'value': 70} => c x => 1/0
      {'events': 'Orders', 'measure': 'distinct', 'of': 'Product', 'op': '=', 'value': 0} => n => 0/0
      {'events': 'Orders', 'measure': 'distinct', 'of': 'Product', 'op': '=', 'value': 1} => b x => 0/0
      {'events': 'Orders', 'measure': 'distinct', 'of': 'Product', 'op': '=', 'value': 2} => c => 0/0
      {'events': 'Orders', 'measure': 'distinct', 'of': 'Product', 'op': '=', 'value': 3} => a => 0/0
      {'events': 'Orders', 'measure': 'first', 'op': '=', 'value': 1} => a => 1/0
      {'events': 'Orders', 'measure': 'first', 'op': '=', 'value': 70} => c => 1/0
      {'events': 'Orders', 'measure': 'last', 'op': '=', 'value': 5.5} => a => 1/0
      {'events': 'Orders', 'measure': 'last', 'op': '=', 'value': 0} => c => 1/0
      {'events': 'Orders', 'measure': 'last', 'op': '=', 'value': 20} => b => 1/0
      {'events': 'Orders', 'measure': 'daysSinceLast', 'op': '=', 'value': 0} => a => 1/0
      {'events': 'Orders', 'measure': 'daysSinceLast', 'op': '<=', 'value': 8} => a c x => 1/0
      {'events': 'Orders', 'measure': 'daysSinceFirst', 'op': '=', 'value': 38} => a => 1/0
      {'events': 'Orders', 'measure': 'daysSinceFirst', 'op': '=', 'value': 366} => b => 1/0
      {'events': 'Orders', 'measure': 'daysSinceFirst', 'op': '=', 'value': 9} => c => 1/0
      {'events': 'Orders', 'measure': 'daysBetween', 'op': '=', 'value': 0} => x => 1/0
      {'events': 'Orders', 'measure': 'daysBetween', 'op': '=', 'value': 1} => c => 1/0
      {'events': 'Orders', 'measure': 'daysBetween', 'op': '>', 'value': 30} => a b => 1/0
      """)
  void measures(String condition, String expected, String missing) {
    assertEquals(expected, small.who(condition));
    assertEquals(missing, small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'last': 7, 'unit': 'days'}} => a x
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 2, 'window': {'last': 7, 'unit': 'days'}} => -
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 2, 'window': {'last': 7, 'unit': 'days', 'includingToday': true}} => a
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'from': '2011-11-30', 'to': '2011-12-01'}} => c
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'from': '2011-12-10', 'to': '2011-12-31'}} => -
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'since': '2011-12-01'}} => a c x
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'whole': 'month', 'ago': 0}} => a c x
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'whole': 'month', 'ago': 1}} => a b c
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'whole': 'year', 'ago': 1}} => b
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'ago': {'from': {'n': 8, 'unit': 'days'}, 'to': {'n': 7, 'unit': 'days'}}}} => c
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'ago': {'from': {'n': 1, 'unit': 'years'}, 'to': {'n': 9, 'unit': 'days'}}}} => a b
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'ago': {'from': {'n': 12, 'unit': 'months'}, 'to': {'n': 8, 'unit': 'days'}}}} => a b c
      {'events': 'Orders', 'measure': 'lines', 'op': '=', 'value': 3, 'window': {'latest': 2}} => a
      {'events': 'Orders', 'measure': 'sum', 'op': '=', 'value': 0, 'window': {'latest': 1}} => a b c n
      {'events': 'Orders', 'measure': 'sum', 'op': '=', 'value': 15.5, 'window': {'latest': 1, 'among': {'field': 'Price', 'op': 'is known'}}} => a
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 3, 'window': {'latest': 5}} => a c
      {'events': 'Orders', 'measure': 'maximum', 'op': '=', 'value': 70, 'window': {'latest': 2}} => -
      {'events': 'Orders', 'measure': 'maximum', 'op': '=', 'value': 70, 'window': {'latest': 3}} => c
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 1, 'window': {'latest': 2}, 'where': {'field': 'Product', 'op': 'equals', 'value': 'TEA'}} => a c x
      """)
  void looksIntoWindows(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'where': {'field': 'Product', 'op': 'equals', 'value': 'tea'}} => a c x
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'where': {'field': 'Product', 'op': 'not equals', 'value': 'tea'}} => a b c
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'where': {'field': 'Product', 'op': 'not equals', 'value': 'coffee', 'missing': 'exclude'}} => a c x
      {'events': 'Orders', 'measure': 'lines', 'op': '=', 'value': 1, 'where': {'occurrence': 'first'}} => a b c x
      {'events': 'Orders', 'measure': 'lines', 'op': '=', 'value': 3, 'where': {'occurrence': 'repeated'}} => a
      {'events': 'Orders', 'measure': 'lines', 'op': '=', 'value': 1, 'where': {'occurrence': 'repeated'}} => b c
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 1, 'where': {'all': [{'occurrence': 'first'}, {'field': 'Product', 'op': 'equals', 'value': 'coffee'}]}} => a
      {'never': 'Orders'} => n
      {'never': 'Orders', 'window': {'last': 7, 'unit': 'days'}} => b c n
      {'never': 'Orders', 'where': {'field': 'Product', 'op': 'equals', 'value': 'tea'}} => b n
      """)
  void choosesRows(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Orders', 'date': 'last', 'op': 'on', 'value': '2011-12-09'} => a => 1/0
      {'events': 'Orders', 'date': 'first', 'op': 'on', 'value': '2011-11-01'} => a => 1/0
      {'events': 'Orders', 'date': 'first', 'op': 'before', 'value': '2011-12-01'} => a b c => 1/0
      {'events': 'Orders', 'date': 'last', 'op': 'in the last', 'n': 8, 'unit': 'days'} => c x => 1/0
      {'events': 'Orders', 'date': 'first', 'op': 'in the last', 'n': 8, 'unit': 'days', 'where': {'field': 'Product', 'op': 'equals', 'value': 'tea'}} => a c x => 2/0
      {'events': 'Orders', 'date': 'last', 'op': 'older than', 'n': 1, 'unit': 'months'} => b => 1/0
      {'events': 'Orders', 'date': 'last', 'op': 'days from', 'other': 'Born', 'compare': '>', 'value': 11200} => a => 3/0
      """)
  void looksAtTheFirstAndLastDate(String condition, String expected, String missing) {
    assertEquals(expected, small.who(condition));
    assertEquals(missing, small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Orders', 'measure': 'count', 'op': '>', 'than': {'events': 'Mails', 'measure': 'count'}} => c => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '=', 'than': {'events': 'Mails', 'measure': 'count'}} => a b n x => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'times': 2, 'than': {'events': 'Mails', 'measure': 'count', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'open'}}} => b c n x => 0/0
      {'events': 'Orders', 'measure': 'count', 'op': '>', 'times': 1.5, 'than': {'events': 'Mails', 'measure': 'count', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'open'}}} => b c x => 0/0
      {'events': 'Orders', 'measure': 'average', 'op': '>', 'than': {'events': 'Orders', 'measure': 'minimum'}} => a c => 1/0
      {'events': 'Orders', 'measure': 'daysSinceLast', 'op': '<', 'than': {'events': 'Mails', 'measure': 'daysSinceLast'}} => a => 2/0
      {'events': 'Orders', 'measure': 'daysSinceLast', 'op': '!=', 'than': {'events': 'Mails', 'measure': 'daysSinceLast'}} => a b x => 2/0
      """)
  void compares(String condition, String expected, String missing) {
    assertEquals(expected, small.who(condition));
    assertEquals(missing, small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Orders', 'measure': 'count', 'change': {'n': 8, 'unit': 'days'}, 'against': 'before', 'op': '=', 'value': 0} => c
      {'events': 'Orders', 'measure': 'count', 'change': {'n': 8, 'unit': 'days'}, 'against': 'before', 'op': '>=', 'value': -100} => c
      {'events': 'Orders', 'measure': 'lines', 'change': {'n': 1, 'unit': 'months'}, 'against': 'before', 'op': '=', 'value': 100} => a
      {'events': 'Orders', 'measure': 'lines', 'change': {'n': 1, 'unit': 'months'}, 'against': 'before', 'op': '<', 'value': 0} => b
      {'events': 'Orders', 'measure': 'sum', 'change': {'n': 1, 'unit': 'months'}, 'against': 'before', 'op': '=', 'value': 1450} => a
      {'events': 'Orders', 'measure': 'count', 'change': {'n': 1, 'unit': 'months'}, 'against': 'last year', 'op': '=', 'value': -100} => b
      {'events': 'Orders', 'measure': 'sum', 'change': {'n': 1, 'unit': 'months'}, 'against': 'last year', 'op': 'between', 'from': -100, 'to': 0} => b
      """)
  void comparesPeriods(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '>=', 'value': 50} => a b => 2/0
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '>', 'value': 66.6} => a => 2/0
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '>', 'value': 66.7} => - => 2/0
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '=', 'value': 0} => x => 2/0
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '!=', 'value': 50} => a x => 2/0
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '=', 'value': 100, 'window': {'latest': 2, 'among': {'field': 'Kind', 'op': 'not equals', 'value': 'click'}}} => a => 2/0
      {'events': 'Mails', 'share': {'field': 'Kind', 'op': 'equals', 'value': 'open'}, 'op': '=', 'value': 100, 'where': {'field': 'Kind', 'op': 'contains', 'value': 'o'}} => a b => 3/0
      """)
  void takesShares(String condition, String expected, String missing) {
    assertEquals(expected, small.who(condition));
    assertEquals(missing, small.missing(condition));
  }
}
