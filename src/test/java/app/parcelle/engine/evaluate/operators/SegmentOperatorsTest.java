package app.parcelle.engine.evaluate.operators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentOperatorsTest {
  @TempDir
  private static Path folder;

  private static SmallProject small;

  /** Recent was seen from any day; Fixed always from 1 December. */
  @BeforeAll
  static void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris").with("Customers", """
        who:key,Points:whole
        a,1
        b,2
        c,
        """).with("Orders", """
        who:key,When:time
        a,2011-12-08 10:00:00
        b,2011-11-30 10:00:00
        d,2011-12-08 10:00:00
        """);
    String recent = "{'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, "
        + "'window': {'last': 1, 'unit': 'days'}}";
    small.project().save(SmallProject.named("Recent", recent, "project"));
    small.project().save(SmallProject.named("Fixed", recent, "2011-12-01"));
    small.project()
        .save(SmallProject.named("Both", "{'any': [{'segment': 'Recent', 'op': 'in'}, "
            + "{'segment': 'Fixed', 'op': 'in'}]}", "project"));
    small.project()
        .save(SmallProject.named("Diamond", "{'all': [{'segment': 'Both', 'op': 'in'}, "
            + "{'segment': 'Recent', 'op': 'not in'}]}", "project"));
  }

  @AfterAll
  static void close() {
    small.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'segment': 'Recent', 'op': 'in'}                          => a d
      {'segment': 'RÉCENT', 'op': 'in'}                          => a d
      {'segment': 'Recent', 'op': 'not in'}                      => b c
      {'segment': 'Recent', 'op': 'in', 'on': '2011-12-01'}      => b
      {'segment': 'Recent', 'op': 'not in', 'on': '2011-12-01'}  => a c d
      {'segment': 'Recent', 'op': 'in', 'on': '2011-12-08'}      => -
      {'segment': 'Fixed', 'op': 'in'}                           => b
      {'segment': 'Fixed', 'op': 'in', 'on': '2011-12-09'}       => a d
      {'segment': 'Both', 'op': 'in'}                            => a b d
      {'segment': 'Both', 'op': 'not in'}                        => c
      {'segment': 'Both', 'op': 'in', 'on': '2011-12-02'}        => b
      {'segment': 'Diamond', 'op': 'in'}                         => b
      {'segment': 'Diamond', 'op': 'not in'}                     => a c d
      {'all': [{'segment': 'Recent', 'op': 'in'}, {'segment': 'Both', 'op': 'in'}, {'not': {'segment': 'Diamond', 'op': 'in'}}]} => a d
      """)
  void holds(String condition, String expected) {
    assertEquals(expected, small.who(condition));
  }
}
