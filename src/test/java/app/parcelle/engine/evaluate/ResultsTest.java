package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TextDictionary;

class ResultsTest {
  private static final Condition AGE = new Condition.NumberTest(FieldRef.named("Age"),
      NumberOperator.AT_LEAST,
      BigDecimal.TEN, null, false);
  private static final Condition ORDERED = new Condition.Never("Orders", new Window.Ever(), null);
  private static final Condition OLDEST = new Condition.Ranked(FieldRef.named("Age"), Condition.End.TOP,
      BigDecimal.ONE, false, null);

  @TempDir
  private Path folder;

  private Questions shop() {
    Questions asked = new Questions(folder);
    asked.add("People", Map.of("Age", ColumnType.WHOLE), Map.of("Customer", Role.CUSTOMER_KEY), Map.of(),
        List.of("Customer|Age", "a|1", "b|20"));
    orders(asked, "Orders", "a|2024-01-01|5", "b|2024-01-02|6");
    return asked;
  }

  private static void orders(Questions asked, String name, String... lines) {
    asked.add(name, Map.of("Amount", ColumnType.WHOLE, "When", ColumnType.DATE),
        Map.of("Customer", Role.CUSTOMER_KEY, "When", Role.EVENT_TIME, "Amount", Role.AMOUNT), Map.of(),
        java.util.stream.Stream.concat(java.util.stream.Stream.of("Customer|When|Amount"),
            java.util.Arrays.stream(lines)).toList());
  }

  private static Evaluator.Leaf leaf(Questions asked, Condition condition) {
    return asked.evaluator().leaf(condition, asked.asOf(), List.of(), Questions.JOB);
  }

  @Test
  void whatDidNotChangeIsNotComputedAgain() {
    try (Questions asked = shop()) {
      var age = leaf(asked, AGE);
      var ordered = leaf(asked, ORDERED);
      var oldest = leaf(asked, OLDEST);
      assertSame(age, leaf(asked, AGE));
      String orders = asked.project.data().tables().getLast().tableId();
      asked.project.countWhen(orders, "Amount > 5");
      assertSame(age, leaf(asked, AGE));
      assertNotSame(ordered, leaf(asked, ORDERED));
      assertFalse(java.util.Arrays.equals(ordered.bits(), leaf(asked, ORDERED).bits()));
      // who there is may be another
      assertNotSame(oldest, leaf(asked, OLDEST));
      asked.project.undo();
      assertSame(ordered, leaf(asked, ORDERED));
      assertSame(oldest, leaf(asked, OLDEST));
    }
  }

  @Test
  void aCircleOfSegmentsIsAnErrorAndNoEndlessLoop() {
    try (Questions asked = shop()) {
      Condition toA = new Condition.InSegment(FieldRef.named("A"), true, new Condition.Membership.Live());
      Condition toB = new Condition.InSegment(FieldRef.named("B"), true, new Condition.Membership.Live());
      Evaluator evaluator = asked.evaluator(new Fields.Kept(
          List.of(saved("s1", "A", toB), saved("s2", "B", new Condition.AnyOf(List.of(AGE, toA)))),
          _ -> java.util.Optional.empty(), Map.of(), null), Holdings.NONE);
      org.junit.jupiter.api.Assertions.assertThrows(app.parcelle.engine.message.Problem.class,
          () -> evaluator.leaf(toA, asked.asOf(), List.of(), Questions.JOB));
    }
  }

  private static app.parcelle.engine.segment.FieldCatalog.Saved saved(String id, String name,
      Condition rule) {
    return new app.parcelle.engine.segment.FieldCatalog.Saved(id,
        new app.parcelle.engine.segment.Segment(name, rule,
            new app.parcelle.engine.segment.Segment.Reference.Project(), null));
  }

  @Test
  void otherCustomersAreAnotherMatter() {
    try (Questions asked = shop()) {
      var age = leaf(asked, AGE);
      orders(asked, "More", "c|2024-01-01|5");
      assertEquals(3, asked.base().size());
      assertNotSame(age, leaf(asked, AGE));
      asked.project.undo();
      orders(asked, "Others", "d|2024-01-01|5");
      assertTrue(asked.base().contains("d"));
    }
  }

  @Test
  void theOldestAreDroppedWhenTheBytesAreTooMany() {
    Results results = new Results(1_000);
    int[] computed = new int[1];
    for (int i = 0; i < 20; i++) {
      long[] kept = get(results, i, computed);
      assertSame(kept, get(results, i, computed));
      assertTrue(results.bytes() <= 1_000);
    }
    assertEquals(20, computed[0]);
    assertTrue(results.size() < 20);
    get(results, 0, computed);
    assertEquals(21, computed[0]);
    results.clear();
    assertEquals(0, results.bytes());
  }

  private static long[] get(Results results, int what, int[] computed) {
    return results.get(new Results.Key(what, null, 0, List.of()), long[].class, bits -> 8L * bits.length,
        () -> {
          computed[0]++;
          return new long[10];
        });
  }

  @Test
  void anotherDirectoryHasAnotherNumber() {
    Results results = new Results(1);
    TextDictionary one = TextDictionary.of(List.of("a"));
    assertEquals(results.directory(one), results.directory(one));
    assertFalse(results.directory(one) == results.directory(TextDictionary.of(List.of("a"))));
  }
}
