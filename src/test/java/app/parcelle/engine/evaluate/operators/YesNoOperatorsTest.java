package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YesNoOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  @BeforeAll
  static void importCustomers() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris").with("Customers", """
        who:key,Member:yes-no
        empty,
        invalid,perhaps
        no,no
        yes,yes
        """);
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'Member', 'op': 'is yes'}                          => yes
      {'field': 'Member', 'op': 'is no'}                           => no
      {'field': 'Member', 'op': 'is yes', 'missing': 'include'}    => empty invalid yes
      {'field': 'Member', 'op': 'is not yes'}                      => empty invalid no
      {'field': 'Member', 'op': 'is not no'}                       => empty invalid yes
      {'field': 'Member', 'op': 'is not yes', 'missing': 'exclude'} => no
      {'field': 'Member', 'op': 'is not no', 'missing': 'exclude'} => yes
      {'field': 'Member', 'op': 'is known'}                        => no yes
      {'field': 'Member', 'op': 'is unknown'}                      => empty invalid
      {'field': 'Member', 'op': 'is invalid'}                      => invalid
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
    assertEquals("2/1", small.missing(condition));
  }
}
