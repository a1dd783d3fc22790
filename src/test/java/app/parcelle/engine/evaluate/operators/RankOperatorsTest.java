package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of points 10, 10, 8, 7, 5 and 3; e has none, those of i are invalid, f has no shop. */
class RankOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris")
        .with("Customers", """
            who:key,Points:decimal,Shop:text,Born:date
            a,10,Lyon,1980-01-01
            b,10.00,LYON,1981-01-01
            c,8,Lyon,1982-01-01
            d,7,Nantes,1983-01-01
            e,,Nantes,1984-01-01
            f,3,,
            g,5,Nantes,1985-01-01
            i,many,Lyon,soon
            """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'rank': 'Points', 'end': 'top', 'n': 1, 'unit': 'customers'} => a b
      {'rank': 'Points', 'end': 'top', 'n': 2, 'unit': 'customers'} => a b
      {'rank': 'Points', 'end': 'top', 'n': 3, 'unit': 'customers'} => a b c
      {'rank': 'Points', 'end': 'top', 'n': 100, 'unit': 'customers'} => a b c d f g
      {'rank': 'Points', 'end': 'bottom', 'n': 1, 'unit': 'customers'} => f
      {'rank': 'Points', 'end': 'bottom', 'n': 5, 'unit': 'customers'} => a b c d f g
      {'rank': 'Points', 'end': 'top', 'n': 10, 'unit': 'percent'} => a b
      {'rank': 'Points', 'end': 'top', 'n': 33.3, 'unit': 'percent'} => a b
      {'rank': 'Points', 'end': 'top', 'n': 33.4, 'unit': 'percent'} => a b c
      {'rank': 'Points', 'end': 'bottom', 'n': 50, 'unit': 'percent'} => d f g
      {'rank': 'Points', 'end': 'top', 'n': 100, 'unit': 'percent'} => a b c d f g
      {'band': 'Points', 'of': 2, 'in': [1]} => d f g
      {'band': 'Points', 'of': 2, 'in': [2]} => a b c
      {'band': 'Points', 'of': 10, 'in': [1]} => f
      {'band': 'Points', 'of': 10, 'in': [7]} => a b
      {'band': 'Points', 'of': 10, 'in': [8, 9, 10]} => -
      {'band': 'Points', 'of': 3, 'in': [1, 3]} => a b f g
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/1", small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'rank': 'Points', 'end': 'top', 'n': 1, 'unit': 'customers', 'within': 'Shop'} => a b d
      {'rank': 'Points', 'end': 'bottom', 'n': 1, 'unit': 'customers', 'within': 'Shop'} => c g
      {'rank': 'Points', 'end': 'top', 'n': 50, 'unit': 'percent', 'within': 'Shop'} => a b d
      {'rank': 'Points', 'end': 'bottom', 'n': 34, 'unit': 'percent', 'within': 'Shop'} => a b c g
      {'band': 'Points', 'of': 2, 'in': [1], 'within': 'Shop'} => a b c g
      {'band': 'Points', 'of': 2, 'in': [2], 'within': 'Shop'} => d
      """)
  void ranksWithinAGroup(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("3/1", small.missing(condition));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'rank': 'Born', 'end': 'bottom', 'n': 1, 'unit': 'customers', 'within': 'Shop'} => a d
      {'rank': 'Born', 'end': 'top', 'n': 1, 'unit': 'customers'}                      => g
      {'band': 'Born', 'of': 6, 'in': [6]}                                             => g
      """)
  void ranksDates(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/1", small.missing(condition));
  }
}
