package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.evaluate.MemoryEvents.Row;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Folding;

class SequenceSearchTest {
  private static final FieldRef PRODUCT = FieldRef.named(MemoryEvents.PRODUCT);
  private static final FieldRef PRICE = FieldRef.named(MemoryEvents.PRICE);

  @Property(tries = 1500)
  void aSequenceIsFoundWhereSomeChoiceOfRowsMeetsIt(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int runs,
      @ForAll @IntRange(min = 2, max = 4) int steps, @ForAll boolean not, @ForAll boolean links) {
    Random random = new Random(seed);
    MemoryEvents events = MemoryEvents.random(random, runs, 24, 4, false);
    List<Step> all = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      all.add(new Step(MemoryEvents.TABLE, where(random, links ? step : 0),
          step == 0 || random.nextInt(3) == 0 ? null : gap(random), not && step == steps - 1));
    }
    Sequence sequence = new Sequence(all, new Window.Ever());
    assertEquals(expected(events, sequence), events.meeting(sequence), sequence::toString);
  }

  private static @Nullable Condition where(Random random, int earlier) {
    Condition product = new TextTest(PRODUCT, TextOperator.EQUALS, List.of("cake"), false, false);
    if (earlier == 0) {
      return random.nextBoolean() ? null : product;
    }
    return switch (random.nextInt(7)) {
      case 0 -> null;
      case 1 -> product;
      case 2 -> link(random, earlier);
      case 3 -> new AllOf(List.of(link(random, earlier), link(random, earlier)));
      case 4 ->
        new AllOf(List.of(new StepTest(PRODUCT, NumberOperator.EQUAL, 1, PRODUCT), link(random, earlier)));
      case 5 -> new AnyOf(List.of(product, link(random, earlier)));
      default -> new AllOf(List.of(new Not(link(random, earlier)), new Not(product)));
    };
  }

  private static Condition link(Random random, int earlier) {
    int step = 1 + random.nextInt(earlier);
    if (random.nextBoolean()) {
      return new StepTest(PRODUCT, random.nextInt(3) > 0 ? NumberOperator.EQUAL : NumberOperator.NOT_EQUAL,
          step,
          PRODUCT);
    }
    return new StepTest(PRICE, List.of(NumberOperator.EQUAL, NumberOperator.LESS, NumberOperator.AT_MOST,
        NumberOperator.AT_LEAST, NumberOperator.GREATER, NumberOperator.NOT_EQUAL).get(random.nextInt(6)),
        step, PRICE);
  }

  private static Gap gap(Random random) {
    return new Gap(random.nextBoolean() ? null : new Gap.Elapsed(1 + random.nextInt(30), Gap.Unit.HOURS),
        random.nextBoolean() ? null : new Gap.Elapsed(1 + random.nextInt(4), Gap.Unit.DAYS));
  }

  private static Set<Integer> expected(MemoryEvents events, Sequence sequence) {
    Set<Integer> found = new TreeSet<>();
    for (int c = 0; c < events.size(); c++) {
      List<Row> rows = events.of(c).stream().filter(row -> row.time() != null).toList();
      if (continues(rows, sequence.steps(), new ArrayList<>())) {
        found.add(c);
      }
    }
    return found;
  }

  private static boolean continues(List<Row> rows, List<Step> steps, List<Row> picked) {
    if (picked.size() == steps.size()) {
      return true;
    }
    Step step = steps.get(picked.size());
    for (Row row : rows) {
      if (follows(row, step, picked) && (step.where() == null || meets(step.where(), row, picked))) {
        if (step.not()) {
          return false;
        }
        picked.add(row);
        boolean found = continues(rows, steps, picked);
        picked.removeLast();
        if (found) {
          return true;
        }
      }
    }
    return step.not();
  }

  private static boolean follows(Row row, Step step, List<Row> picked) {
    if (picked.isEmpty()) {
      return true;
    }
    long apart = row.at() - picked.getLast().at();
    Gap gap = step.gap();
    return apart > 0
        && (gap == null || gap.atLeast() == null || apart >= gap.atLeast().duration().toMillis())
        && (gap == null || gap.atMost() == null || apart <= gap.atMost().duration().toMillis());
  }

  private static boolean meets(Condition where, Row row, List<Row> picked) {
    return switch (where) {
      case AllOf(var children) -> children.stream().allMatch(c -> meets(c, row, picked));
      case AnyOf(var children) -> children.stream().anyMatch(c -> meets(c, row, picked));
      case Not(var child) -> !meets(child, row, picked);
      case TextTest test ->
        row.product() != null && Folding.fold(row.product()).equals(test.values().getFirst());
      case StepTest test -> linked(test, row, picked.get(test.step() - 1));
      default -> throw new IllegalArgumentException();
    };
  }

  private static boolean linked(StepTest test, Row row, Row earlier) {
    if (test.column().equals(PRODUCT)) {
      return row.product() != null && earlier.product() != null
          && Folding.fold(row.product()).equals(Folding.fold(earlier.product())) == (test
              .operator() == NumberOperator.EQUAL);
    }
    if (row.price() == null || earlier.price() == null) {
      return false;
    }
    int sign = Long.compare(row.price(), earlier.price());
    return switch (test.operator()) {
      case EQUAL -> sign == 0;
      case NOT_EQUAL -> sign != 0;
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case AT_LEAST -> sign >= 0;
      default -> sign > 0;
    };
  }

  /** Prices only fall, so that nothing is ever dearer than before, whichever of 100,000 rows one starts from. */
  @Test
  void aCustomerWithAHundredThousandEventsIsDecided() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      rows.add(new Row(0, 1_000_000L * i, "same", 1_000_000L - i, null));
    }
    MemoryEvents events = new MemoryEvents(List.of(rows), 1, false);
    StepTest same = new StepTest(PRODUCT, NumberOperator.EQUAL, 1, PRODUCT);
    StepTest dearer = new StepTest(PRICE, NumberOperator.GREATER, 2, PRICE);
    StepTest cheaper = new StepTest(PRICE, NumberOperator.LESS, 2, PRICE);
    assertEquals(Set.of(), events.meeting(sequence(same, dearer)));
    assertEquals(Set.of(), events.meeting(sequence(same, new AllOf(List.of(same, dearer)))));
    assertEquals(Set.of(0), events.meeting(sequence(same, new AllOf(List.of(same, cheaper)))));
    assertEquals(Set.of(0), events.meeting(sequence(null, null)));
  }

  private static Sequence sequence(@Nullable Condition second, @Nullable Condition third) {
    return new Sequence(List.of(new Step(MemoryEvents.TABLE, null, null, false),
        new Step(MemoryEvents.TABLE, second, null, false),
        new Step(MemoryEvents.TABLE, third, new Gap(null, new Gap.Elapsed(30, Gap.Unit.DAYS)), false)),
        new Window.Ever());
  }

  @Test
  void aSearchStopsWhenItIsCancelled() {
    MemoryEvents events = MemoryEvents.random(new Random(3), 2, 2_000, 40_000, false);
    CancelledLater job = new CancelledLater(3);
    assertThrows(JobContext.Cancelled.class, () -> events.meeting(sequence(null, null), job));
  }

  @Test
  void aSequenceThatCannotBeIsRefused() {
    MemoryEvents events = MemoryEvents.random(new Random(3), 1, 10, 2, false);
    Step step = new Step(MemoryEvents.TABLE, null, null, false);
    Step not = new Step(MemoryEvents.TABLE, null, null, true);
    Step ahead = new Step(MemoryEvents.TABLE, new StepTest(PRODUCT, NumberOperator.EQUAL, 2, PRODUCT), null,
        false);
    for (List<Step> steps : List.of(List.of(step), List.of(not, step), List.of(step, ahead))) {
      Problem problem = assertThrows(Problem.class,
          () -> events.meeting(new Sequence(steps, new Window.Ever())));
      assertEquals("evaluate.bad-sequence", problem.message().key());
    }
  }
}
