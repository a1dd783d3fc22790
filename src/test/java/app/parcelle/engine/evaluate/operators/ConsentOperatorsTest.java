package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** a agreed to news by e-mail and refused offers by post; b took the consent back on the same day; what c said last is neither yes nor no; d agrees tomorrow; e never said anything. */
class ConsentOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key,Letter:yes-no
            a,yes
            b,no
            c,
            d,perhaps
            e,yes
            """)
        .with("Consents", """
            who:key,Said:day,Agreed:consent,Purpose:text,Channel:text
            a,2011-01-01,no,News,E-mail
            a,2011-02-01,yes,news,e-mail
            a,2011-03-01,no,offers,post
            b,2011-02-01,yes,news,e-mail
            b,2011-02-01,no,NEWS,E-MAIL
            c,2011-02-01,yes,news,e-mail
            c,2011-02-02,perhaps,news,e-mail
            d,2011-12-10,yes,news,e-mail
            d,2011-12-09,no,news,post
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'consent': 'granted', 'of': 'Consents'} => -
      {'consent': 'refused', 'of': 'Consents'} => a b d
      {'consent': 'unknown', 'of': 'Consents'} => c e
      {'consent': 'granted', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail'} => a
      {'consent': 'refused', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail'} => b
      {'consent': 'unknown', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail'} => c d e
      {'consent': 'granted', 'of': 'Consents', 'purpose': 'News'} => a
      {'consent': 'refused', 'of': 'Consents', 'purpose': 'News'} => b d
      {'consent': 'unknown', 'of': 'Consents', 'purpose': 'News'} => c e
      {'consent': 'granted', 'of': 'Consents', 'channel': 'post'} => -
      {'consent': 'refused', 'of': 'Consents', 'channel': 'post'} => a d
      {'consent': 'unknown', 'of': 'Consents', 'channel': 'post'} => b c e
      {'consent': 'granted', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail', 'asOf': '2011-01-31'} => -
      {'consent': 'refused', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail', 'asOf': '2011-01-31'} => a
      {'consent': 'unknown', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail', 'asOf': '2011-01-31'} => b c d e
      {'consent': 'granted', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail', 'asOf': '2011-02-01'} => a c
      {'consent': 'refused', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail', 'asOf': '2011-02-01'} => b
      {'consent': 'unknown', 'of': 'Consents', 'purpose': 'news', 'channel': 'e-mail', 'asOf': '2011-02-01'} => d e
      {'consent': 'granted', 'of': 'Consents', 'asOf': '2010-12-31'} => -
      {'consent': 'refused', 'of': 'Consents', 'asOf': '2010-12-31'} => -
      {'consent': 'unknown', 'of': 'Consents', 'asOf': '2010-12-31'} => a b c d e
      {'consent': 'granted', 'of': 'Consents', 'purpose': 'other'} => -
      {'consent': 'refused', 'of': 'Consents', 'purpose': 'other'} => -
      {'consent': 'unknown', 'of': 'Consents', 'purpose': 'other'} => a b c d e
      {'consent': 'granted', 'of': 'Letter'} => a e
      {'consent': 'refused', 'of': 'Letter'} => b
      {'consent': 'unknown', 'of': 'Letter'} => c d
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }
}
