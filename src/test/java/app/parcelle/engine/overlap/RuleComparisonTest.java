package app.parcelle.engine.overlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.FieldRef;

class RuleComparisonTest {
  private static final Condition A = known("a");
  private static final Condition B = known("b");
  private static final Condition C = known("c");

  @Test
  void whatBothSayStandsSideBySideAndTheRestAlone() {
    List<String> rows = rows(new AllOf(List.of(A, B, new Not(C))), new AllOf(List.of(B, new Not(A))));
    assertEquals(List.of("0 AllOf | 0 AllOf", "1 a | -", "1 b | 1 b", "1 Not | 1 Not", "2 c | 2 a"), rows);
  }

  @Test
  void equalRulesDifferNowhere() {
    Condition rule = new AnyOf(List.of(A, new AllOf(List.of(B, C))));
    assertTrue(RuleComparison.of(rule, rule).rows().stream().allMatch(RuleComparison.Row::same));
  }

  @Test
  void aConditionAtAnotherDepthSaysSomethingElse() {
    assertEquals(List.of("0 a | 0 AnyOf", "- | 1 a"), rows(A, new AnyOf(List.of(A))));
  }

  @Test
  void aSegmentWithoutRuleHasNoLines() {
    assertEquals(List.of("- | 0 a"), rows(null, A));
    assertEquals(List.of(), rows(null, null));
  }

  private static List<String> rows(@Nullable Condition left, @Nullable Condition right) {
    return RuleComparison.of(left, right)
        .rows()
        .stream()
        .map(row -> said(row.left()) + " | " + said(row.right()))
        .toList();
  }

  private static String said(RuleComparison.@Nullable Line line) {
    if (line == null) {
      return "-";
    }
    return line.depth() + " " + (line.condition() instanceof Condition.Known(FieldRef field, _)
        ? field.name()
        : line.condition().getClass().getSimpleName());
  }

  private static Condition known(String field) {
    return new Condition.Known(FieldRef.named(field), Condition.Knowledge.KNOWN);
  }
}
