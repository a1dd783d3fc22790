package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  /** e has none, i one that is no number; the others are called by their number, m for minus. */
  @BeforeAll
  static void importCustomers() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris").with("Customers", """
        who:key,Score:decimal,Age:whole
        e,,
        i,many,old
        m2,-2.00,-2
        n0,0,0
        n9,9,9
        n95,9.50,9
        n951,9.51,9
        n10,10.00,10
        """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'Score', 'op': 'is known'}                            => m2 n0 n10 n9 n95 n951
      {'field': 'Score', 'op': 'is unknown'}                          => e i
      {'field': 'Score', 'op': 'is invalid'}                          => i
      {'field': 'Score', 'op': '=', 'value': 9.5}                     => n95
      {'field': 'Score', 'op': '=', 'value': 9.500}                   => n95
      {'field': 'Score', 'op': '=', 'value': 9.505}                   => -
      {'field': 'Score', 'op': '=', 'value': 0}                       => n0
      {'field': 'Score', 'op': '=', 'value': 0, 'missing': 'include'} => e i n0
      {'field': 'Score', 'op': '<', 'value': 9.5}                     => m2 n0 n9
      {'field': 'Score', 'op': '<', 'value': 9.505}                   => m2 n0 n9 n95
      {'field': 'Score', 'op': '<=', 'value': 9.5}                    => m2 n0 n9 n95
      {'field': 'Score', 'op': '<=', 'value': 9.509}                  => m2 n0 n9 n95
      {'field': 'Score', 'op': '>=', 'value': 9.5}                    => n10 n95 n951
      {'field': 'Score', 'op': '>=', 'value': 9.501}                  => n10 n951
      {'field': 'Score', 'op': '>', 'value': 9.5}                     => n10 n951
      {'field': 'Score', 'op': '>', 'value': -2.01}                   => m2 n0 n10 n9 n95 n951
      {'field': 'Score', 'op': 'between', 'from': 9, 'to': 9.5}       => n9 n95
      {'field': 'Score', 'op': 'between', 'from': 9.5, 'to': 9.5}     => n95
      {'field': 'Score', 'op': '!=', 'value': 9.5}                    => e i m2 n0 n10 n9 n951
      {'field': 'Score', 'op': '!=', 'value': 9.5, 'missing': 'exclude'} => m2 n0 n10 n9 n951
      {'field': 'Score', 'op': 'not between', 'from': 0, 'to': 9.5}   => e i m2 n10 n951
      {'field': 'Score', 'op': 'not between', 'from': 0, 'to': 9.5, 'missing': 'exclude'} => m2 n10 n951
      {'field': 'Age', 'op': '<', 'value': 10}                        => m2 n0 n9 n95 n951
      {'field': 'Age', 'op': '<', 'value': 9.5}                       => m2 n0 n9 n95 n951
      {'field': 'Age', 'op': '>', 'value': 9.5}                       => n10
      {'field': 'Age', 'op': '=', 'value': 9.5}                       => -
      {'field': 'Age', 'op': '!=', 'value': 9.5}                      => e i m2 n0 n10 n9 n95 n951
      {'field': 'Age', 'op': '<', 'value': 1e30}                      => m2 n0 n10 n9 n95 n951
      {'field': 'Age', 'op': '>', 'value': -1e30}                     => m2 n0 n10 n9 n95 n951
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/1", small.missing(condition));
  }
}
