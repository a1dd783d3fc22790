package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** a orders a week after the click, b at its moment and a second more than a week after, c before, d twice; e clicked at no time, f orders tomorrow. */
class SequenceOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key
            a
            b
            c
            d
            e
            f
            """)
        .with("Mails", """
            who:key,At:time,Kind:text,Product:text
            a,2011-12-01 10:00:00,click,Thé
            b,2011-12-01 10:00:00,click,milk
            c,2011-12-01 10:00:00,click,tea
            d,2011-12-01 10:00:00,click,
            e,,click,tea
            f,2011-12-01 10:00:00,sent,tea
            """)
        .with("Orders", """
            who:key,When:time,Product:text,Amount:amount
            a,2011-12-08 10:00:00,the,5
            b,2011-12-01 10:00:00,milk,5
            b,2011-12-08 10:00:01,milk,7
            c,2011-11-30 10:00:00,tea,5
            d,2011-12-01 10:00:01,,5
            d,2011-12-02 10:00:00,,9
            e,2011-12-02 10:00:00,tea,5
            f,2011-12-10 00:00:00,tea,5
            """)
        .with("Returns", """
            who:key,Day:day
            a,2011-12-09
            d,2011-12-02
            d,2011-12-03
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}]} => a b d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'within': {'n': 7, 'unit': 'days'}}]} => a d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'within': {'n': 1, 'unit': 'weeks'}}]} => a d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'within': {'n': 1, 'unit': 'minutes'}}]} => d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'after': {'n': 7, 'unit': 'days'}}]} => a b
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'after': {'n': 24, 'unit': 'hours'}, 'within': {'n': 24, 'unit': 'hours'}}]} => d
      {'sequence': [{'events': 'Mails'}, {'events': 'Orders'}]} => a b d
      {'sequence': [{'events': 'Orders'}, {'events': 'Orders'}]} => b d
      {'sequence': [{'events': 'Orders'}, {'events': 'Mails'}]} => c
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}, {'events': 'Orders'}]} => d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'where': {'column': 'Product', 'op': '=', 'step': 1, 'of': 'Product'}}]} => a b
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'where': {'column': 'Product', 'op': '!=', 'step': 1, 'of': 'Product'}}]} => -
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders', 'where': {'not': {'column': 'Product', 'op': '=', 'step': 1, 'of': 'Product'}}}]} => d
      {'sequence': [{'events': 'Orders'}, {'events': 'Orders', 'where': {'column': 'Amount', 'op': '>', 'step': 1, 'of': 'Amount'}}]} => b d
      {'sequence': [{'events': 'Orders'}, {'events': 'Orders', 'where': {'column': 'Amount', 'op': '<=', 'step': 1, 'of': 'Amount'}}]} => -
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}, {'events': 'Returns'}]} => a d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}, {'events': 'Returns', 'within': {'n': 14, 'unit': 'hours'}}]} => a d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}, {'events': 'Returns', 'within': {'n': 13, 'unit': 'hours'}}]} => -
      {'sequence': [{'events': 'Returns'}, {'events': 'Returns', 'after': {'n': 1, 'unit': 'days'}, 'within': {'n': 1, 'unit': 'days'}}]} => d
      {'sequence': [{'events': 'Returns'}, {'events': 'Returns', 'within': {'n': 23, 'unit': 'hours'}}]} => -
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'no': 'Orders'}]} => c
      {'sequence': [{'events': 'Mails'}, {'no': 'Orders'}]} => c f
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'no': 'Orders', 'within': {'n': 7, 'unit': 'days'}}]} => b c
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'no': 'Orders', 'after': {'n': 7, 'unit': 'days'}}]} => c d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}, {'no': 'Returns'}]} => b
      {'sequence': [{'events': 'Orders'}, {'no': 'Orders'}]} => a b c d e
      {'sequence': [{'events': 'Orders'}, {'no': 'Returns'}]} => b c e
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'no': 'Orders', 'where': {'column': 'Product', 'op': '=', 'step': 1, 'of': 'Product'}}]} => c d
      """)
  void saysWhatDidNotFollow(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}], 'window': {'from': '2011-12-01', 'to': '2011-12-01'}} => a b d
      {'sequence': [{'events': 'Mails', 'where': {'field': 'Kind', 'op': 'equals', 'value': 'click'}}, {'events': 'Orders'}], 'window': {'since': '2011-12-02'}} => -
      {'sequence': [{'events': 'Orders'}, {'events': 'Orders'}], 'window': {'latest': 1}} => -
      {'sequence': [{'events': 'Orders'}, {'events': 'Orders'}], 'window': {'latest': 2}} => b d
      """)
  void beginsInItsWindow(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }
}
