package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  /** e has none, b one of spaces only; n is the word. */
  @BeforeAll
  static void importCustomers() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris").with("Customers", """
        who:key,City
        e,
        b,"   "
        n,"null"
        p,Paris
        q,PARIS-SUD
        v,Évry
        w,evry
        x,x.y
        y,xay
        z,First (1)
        """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'City', 'op': 'is known'}                                        => n p q v w x y z
      {'field': 'City', 'op': 'is unknown'}                                      => b e
      {'field': 'City', 'op': 'is invalid'}                                      => -
      {'field': 'City', 'op': 'equals', 'value': 'EVRY'}                         => v w
      {'field': 'City', 'op': 'equals', 'value': ' évry '}                       => v w
      {'field': 'City', 'op': 'equals', 'value': 'évry', 'exact': true}          => -
      {'field': 'City', 'op': 'equals', 'value': 'Évry', 'exact': true}          => v
      {'field': 'City', 'op': 'equals', 'value': 'null'}                         => n
      {'field': 'City', 'op': 'equals', 'value': 'first (1)'}                    => z
      {'field': 'City', 'op': 'equals', 'value': 'Paris', 'missing': 'include'}  => b e p
      {'field': 'City', 'op': 'is one of', 'values': ['paris', 'evry']}          => p v w
      {'field': 'City', 'op': 'is one of', 'values': ['Paris'], 'exact': true}   => p
      {'field': 'City', 'op': 'contains', 'value': 'AR'}                         => p q
      {'field': 'City', 'op': 'contains', 'value': '.'}                          => x
      {'field': 'City', 'op': 'contains', 'value': '(1)'}                        => z
      {'field': 'City', 'op': 'contains', 'value': 'é', 'exact': true}           => -
      {'field': 'City', 'op': 'starts with', 'value': 'paris'}                   => p q
      {'field': 'City', 'op': 'ends with', 'value': 'SUD'}                       => q
      {'field': 'City', 'op': 'matches', 'value': 'x.y'}                         => x y
      {'field': 'City', 'op': 'matches', 'value': '^x[.]y$'}                     => x
      {'field': 'City', 'op': 'matches', 'value': 'É'}                           => v w
      {'field': 'City', 'op': 'matches', 'value': '^paris$'}                     => p
      {'field': 'City', 'op': 'matches', 'value': '^paris$', 'exact': true}      => -
      {'field': 'City', 'op': 'not equals', 'value': 'evry'}                     => b e n p q x y z
      {'field': 'City', 'op': 'not equals', 'value': 'evry', 'missing': 'exclude'} => n p q x y z
      {'field': 'City', 'op': 'is none of', 'values': ['paris', 'null', 'évry']} => b e q x y z
      {'field': 'City', 'op': 'is none of', 'values': ['paris', 'null', 'évry'], 'missing': 'exclude'} => q x y z
      {'field': 'City', 'op': 'does not contain', 'value': 'r'}                  => b e n x y
      {'field': 'City', 'op': 'does not contain', 'value': 'r', 'missing': 'exclude'} => n x y
      {'field': 'City', 'op': 'does not match', 'value': '[aeiouy]'}             => b e
      {'field': 'City', 'op': 'does not match', 'value': '[aeiouy]', 'missing': 'exclude'} => -
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/0", small.missing(condition));
  }
}
