package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.evaluate.operators.SmallProject;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Segment;

/** What cannot be computed says so at its own row, and is unknown there and in every group that needs it: never 0. */
class FaultyRulesTest {
  private static final String GOOD = "{'field': 'Score', 'op': '>=', 'value': 1}";

  @TempDir
  private Path folder;

  private SmallProject small;

  @BeforeEach
  void importTables() throws IOException {
    small = SmallProject.in(folder, "Europe/Paris").with("Customers", """
        who:key,Score:decimal,City:text,Seen:date,Tags:list=;
        a,1,Lyon,2011-12-08,vip
        b,2,%s,2011-12-08,
        """.formatted("a".repeat(20_000))).with("Orders", """
        who:key,When:time,Amount:amount,Product:text
        a,2011-12-08 10:00:00,1,tea
        """);
  }

  @AfterEach
  void close() {
    small.close();
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(delimiterString = "=>", quoteCharacter = '~', textBlock = """
      {'field': 'Town', 'op': 'equals', 'value': 'Lyon'}                       => segment.fault.unknownField
      {'field': 'Citi', 'op': 'equals', 'value': 'Lyon'}                       => segment.fault.unknownFieldNear
      {'field': {'name': 'City', 'id': 't9.c9'}, 'op': 'is known'}             => segment.fault.unknownFieldNear
      {'events': 'Sales', 'measure': 'count', 'op': '>=', 'value': 1}          => segment.fault.unknownTable
      {'events': 'Orders', 'measure': 'sum', 'of': 'Size', 'op': '>=', 'value': 1} => segment.fault.unknownColumn
      {'events': 'Orders', 'measure': 'average', 'of': 'Product', 'op': '>=', 'value': 1} => segment.fault.notNumber
      {'never': 'Orders', 'where': {'field': 'Size', 'op': 'is known'}}        => segment.fault.unknownColumn
      {'segment': 'VIP', 'op': 'in'}                                           => segment.fault.unknownSegment
      {'segment': {'name': 'VIP', 'id': 's9'}, 'op': 'not in'}                 => segment.fault.unknownSegment
      {'cluster': 'RFM', 'in': [1]}                                            => segment.fault.unknownClustering
      {'field': 'City', 'op': 'matches', 'value': '['}                         => segment.fault.regex
      {'field': 'City', 'op': 'does not match', 'value': '(a)\\\\1'}           => segment.fault.regex
      {'never': 'Orders', 'where': {'field': 'Product', 'op': 'matches', 'value': '*'}} => segment.fault.regex
      {'field': 'City', 'op': 'matches', 'value': '((a{1,100}){1,100}){1,100}'} => segment.fault.regexLarge
      {'field': 'Score', 'op': 'between', 'from': 5, 'to': 1}                  => segment.fault.reversed
      {'field': 'Score', 'op': 'not between', 'from': 5, 'to': 1}              => segment.fault.reversed
      {'field': 'Seen', 'op': 'between', 'from': '2011-12-31', 'to': '2011-01-01'} => segment.fault.reversed
      {'events': 'Orders', 'measure': 'count', 'op': 'between', 'from': 3, 'to': 2} => segment.fault.reversed
      {'events': 'Orders', 'measure': 'count', 'op': '>=', 'value': 1, 'window': {'from': '2011-12-31', 'to': '2011-01-01'}} => segment.fault.reversed
      {'never': 'Orders', 'window': {'from': '2011-12-31', 'to': '2011-01-01'}} => segment.fault.reversed
      {'never': 'Orders', 'window': {'ago': {'from': {'n': 10, 'unit': 'days'}, 'to': {'n': 20, 'unit': 'days'}}}} => segment.fault.nothingBetween
      {'sequence': [{'events': 'Orders'}, {'events': 'Orders', 'after': {'n': 2, 'unit': 'days'}, 'within': {'n': 1, 'unit': 'days'}}]} => segment.fault.reversed
      {'sequence': [{'events': 'Orders'}, {'events': 'Sales'}]}                => segment.fault.unknownTable
      {'sample': {'from': 20, 'to': 10, 'seed': 'A'}}                          => segment.fault.nothingBetween
      {'field': 'City', 'op': '>', 'value': 1}                                 => segment.fault.operator
      {'list': 'City', 'op': 'any of', 'values': ['a']}                        => segment.fault.notList
      {'rank': 'City', 'end': 'top', 'n': 1, 'unit': 'customers'}              => segment.fault.operator
      {'near': {'table': 'Places', 'column': 'Town', 'value': 'Évry'}, 'km': 1, 'at': {'coordinates': 'City'}} => segment.fault.notCoordinates
      {'consent': 'granted', 'of': 'Consents'}                                 => segment.fault.unknownConsent
      """)
  void theMessageIsAtTheRowAndItsGroupsAreUnknown(String condition, String key) {
    Evaluation evaluation = small
        .evaluate(SmallProject.segment("{'all': [%s, {'any': [%s, %s]}, {'not': %s}]}"
            .formatted(GOOD, GOOD, condition, GOOD)));
    assertNull(evaluation.members());
    assertEquals(-1, evaluation.count());
    assertTrue(evaluation.reachable().isEmpty());
    Map<String, Evaluation.Row> rows = new HashMap<>();
    evaluation.rows().forEach(row -> rows.put(row.path(), row));
    Message error = row(rows, "/rule/all/1/any/1").error();
    assertNotNull(error);
    assertEquals(key, error.key());
    for (String unknown : new String[]{"/rule", "/rule/all/1", "/rule/all/1/any/1"}) {
      assertEquals(-1, row(rows, unknown).alone(), unknown);
      assertEquals(-1, row(rows, unknown).cumulative(), unknown);
    }
    for (String known : new String[]{"/rule/all/0", "/rule/all/1/any/0", "/rule/all/2/not"}) {
      assertNull(row(rows, known).error(), known);
      assertEquals(2, row(rows, known).alone(), known);
    }
    assertEquals(0, row(rows, "/rule/all/2").alone());
  }

  private static Evaluation.Row row(Map<String, Evaluation.Row> rows, String path) {
    Evaluation.Row row = rows.get(path);
    assertNotNull(row, path + " in " + rows.keySet());
    return row;
  }

  @Test
  void aDeletedSegmentMakesWhatRefersToItUnknown() {
    String id = small.project().save(SmallProject.named("VIP", GOOD, "project"));
    Segment others = SmallProject.named("Others", "{'segment': 'VIP', 'op': 'not in'}", "project");
    small.project().save(others);
    Segment third = SmallProject.segment("{'segment': 'Others', 'op': 'not in'}");
    assertEquals("a b", small.who(third));
    small.project().removeSegment(id);
    Evaluation evaluation = small.evaluate(small.project().view().segments().getFirst().segment());
    assertEquals(-1, evaluation.count());
    Message error = evaluation.rows().getFirst().error();
    assertNotNull(error);
    assertEquals("segment.fault.unknownSegment", error.key());
    assertTrue(error.args().contains("VIP"), error.args()::toString);
    Evaluation farther = small.evaluate(third);
    assertEquals(-1, farther.count());
    assertNotNull(farther.rows().getFirst().error());
  }

  @Test
  void aRemovedTableMakesWhatRefersToItUnknown() {
    Segment buyers = SmallProject.named("Buyers",
        "{'events': 'Orders', 'measure': 'count', 'op': '=', 'value': 0}", "2011-12-09");
    small.project().save(buyers);
    small.project().removeTable(small.project().data().tables().getLast().tableId());
    Evaluation evaluation = small.evaluate(small.project().view().segments().getFirst().segment());
    assertEquals(-1, evaluation.count());
    assertNotNull(evaluation.rows().getFirst().error());
  }

  @Test
  void aCircleIsRefusedAndADiamondIsNot() {
    small.project().save(SmallProject.named("A", GOOD, "project"));
    small.project().save(SmallProject.named("B", "{'segment': 'A', 'op': 'in'}", "project"));
    small.project().save(SmallProject.named("C", "{'segment': 'A', 'op': 'in'}", "project"));
    small.project()
        .save(SmallProject.named("D",
            "{'all': [{'segment': 'B', 'op': 'in'}, {'segment': 'C', 'op': 'in'}, {'segment': 'A', 'op': 'in'}]}",
            "project"));
    assertEquals("a b", small.who("{'segment': 'D', 'op': 'in'}"));
    for (String onto : new String[]{"A", "B", "C", "D"}) {
      Problem refused = assertThrows(Problem.class, () -> small.project()
          .save(SmallProject.named("A", "{'segment': '%s', 'op': 'in'}".formatted(onto), "project")), onto);
      assertEquals("segment.fault.circle", refused.message().key());
    }
    assertEquals("a b", small.who("{'segment': 'D', 'op': 'in'}"));
  }

  /** An expression that tries every way to divide the letters would not end on 20,000 of them. */
  @ParameterizedTest
  @CsvSource({"(a*)*b, -", "(a+)+$, b", "(a|aa)*c, -", "^(a|a)*$, b"})
  void anExpressionThatExplodesElsewhereIsAnswered(String expression, String expected) {
    assertEquals(expected,
        small.who("{'field': 'City', 'op': 'matches', 'value': '%s'}".formatted(expression)));
  }
}
