package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** e and f have none. */
class ListOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key,Tags:list=;,Labels:list=[]
            a,vip,"[""vip""]"
            b,VIP; élan,"[""VIP"", ""élan""]"
            c,elan;élan;ELAN,"[""elan"", ""élan"", ""ELAN""]"
            d,First (1);vip,"[""First (1)"",""vip""]"
            e,,
            f,"   ","   "
            g,;vip;;,"[""vip"", \"\"\"\"]"
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'list': 'Tags', 'op': 'any of', 'values': ['Vip']} => a b d g
      {'list': 'Labels', 'op': 'any of', 'values': ['Vip']} => a b d g
      {'list': 'Tags', 'op': 'any of', 'values': ['vip', 'élan']} => a b c d g
      {'list': 'Labels', 'op': 'any of', 'values': ['vip', 'élan']} => a b c d g
      {'list': 'Tags', 'op': 'any of', 'values': ['First']} => -
      {'list': 'Labels', 'op': 'any of', 'values': ['First']} => -
      {'list': 'Tags', 'op': 'any of', 'values': ['First (1)']} => d
      {'list': 'Labels', 'op': 'any of', 'values': ['First (1)']} => d
      {'list': 'Tags', 'op': 'any of', 'values': ['elan'], 'exact': true} => c
      {'list': 'Labels', 'op': 'any of', 'values': ['elan'], 'exact': true} => c
      {'list': 'Tags', 'op': 'any of', 'values': ['vip'], 'missing': 'include'} => a b d e f g
      {'list': 'Labels', 'op': 'any of', 'values': ['vip'], 'missing': 'include'} => a b d e f g
      {'list': 'Tags', 'op': 'all of', 'values': ['vip', 'elan']} => b
      {'list': 'Labels', 'op': 'all of', 'values': ['vip', 'elan']} => b
      {'list': 'Tags', 'op': 'all of', 'values': ['vip', 'vip']} => a b d g
      {'list': 'Labels', 'op': 'all of', 'values': ['vip', 'vip']} => a b d g
      {'list': 'Tags', 'op': 'all of', 'values': ['élan', 'ELAN'], 'exact': true} => c
      {'list': 'Labels', 'op': 'all of', 'values': ['élan', 'ELAN'], 'exact': true} => c
      {'list': 'Tags', 'op': 'none of', 'values': ['vip']} => c e f
      {'list': 'Labels', 'op': 'none of', 'values': ['vip']} => c e f
      {'list': 'Tags', 'op': 'none of', 'values': ['vip'], 'missing': 'exclude'} => c
      {'list': 'Labels', 'op': 'none of', 'values': ['vip'], 'missing': 'exclude'} => c
      {'list': 'Tags', 'op': 'none of', 'values': ['vip'], 'exact': true} => b c e f
      {'list': 'Labels', 'op': 'none of', 'values': ['vip'], 'exact': true} => b c e f
      {'list': 'Tags', 'op': 'not all of', 'values': ['vip', 'elan']} => a c d e f g
      {'list': 'Labels', 'op': 'not all of', 'values': ['vip', 'elan']} => a c d e f g
      {'list': 'Tags', 'op': 'not all of', 'values': ['vip', 'elan'], 'missing': 'exclude'} => a c d g
      {'list': 'Labels', 'op': 'not all of', 'values': ['vip', 'elan'], 'missing': 'exclude'} => a c d g
      {'size': 'Tags', 'op': '=', 'value': 0} => e f
      {'size': 'Labels', 'op': '=', 'value': 0} => e f
      {'size': 'Tags', 'op': '<=', 'value': 1} => a c e f g
      {'size': 'Labels', 'op': '<=', 'value': 1} => a c e f g
      {'size': 'Tags', 'op': '=', 'value': 1} => a c g
      {'size': 'Labels', 'op': '=', 'value': 1} => a c g
      {'size': 'Tags', 'op': 'between', 'from': 2, 'to': 3} => b d
      {'size': 'Labels', 'op': 'between', 'from': 2, 'to': 3} => b d
      {'size': 'Tags', 'op': '!=', 'value': 2} => a c e f g
      {'size': 'Labels', 'op': '!=', 'value': 2} => a c e f g
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/0", small.missing(condition));
  }
}
