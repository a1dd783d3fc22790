package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.evaluate.MemoryEvents.Row;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Folding;

/** A customer's events are in the order of time and, at one time, of the source, however they are divided into runs. */
class EventsAcrossRunsTest {
  @Property(tries = 300)
  void firstAndLastValuesAreThoseOfTheMergedRows(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int runs) {
    MemoryEvents events = MemoryEvents.random(new Random(seed), runs, 30, 5, false);
    same(events, Measure.FIRST, null, rows -> prices(rows).stream().findFirst().orElse(null));
    same(events, Measure.LAST, null, rows -> prices(rows).reversed().stream().findFirst().orElse(null));
    same(events, Measure.MINIMUM, null, rows -> prices(rows).stream().min(Long::compare).orElse(null));
    same(events, Measure.DISTINCT, FieldRef.named(MemoryEvents.PRODUCT), rows -> 100L * rows.stream()
        .map(Row::product)
        .filter(Objects::nonNull)
        .map(Folding::fold)
        .distinct()
        .count());
  }

  private static List<Long> prices(List<Row> rows) {
    return rows.stream().map(Row::price).filter(Objects::nonNull).toList();
  }

  /** @param expected in hundredths, as prices are */
  private static void same(MemoryEvents events, Measure measure, @Nullable FieldRef property,
      Function<List<Row>, @Nullable Long> expected) {
    for (int value = 0; value < 6; value++) {
      long hundredths = 100L * value;
      Set<Integer> met = new TreeSet<>();
      for (int c = 0; c < events.size(); c++) {
        if (Objects.equals(expected.apply(events.of(c)), hundredths)) {
          met.add(c);
        }
      }
      assertEquals(met, events.meeting(new EventTest(MemoryEvents.TABLE, measure, property,
          NumberOperator.EQUAL, BigDecimal.valueOf(value), null, new Window.Ever(), null)), measure.name());
    }
  }

  @Property(tries = 300)
  void theLatestEventsAreOrdersWithAllTheirLines(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int runs, @ForAll @IntRange(min = 1, max = 4) int n,
      @ForAll boolean orders) {
    MemoryEvents events = MemoryEvents.random(new Random(seed), runs, 30, 5, orders);
    lines(events, new Window.Latest(n, null), null, rows -> {
      Set<Object> latest = new HashSet<>();
      for (Row row : rows.reversed()) {
        if (latest.size() < n) {
          latest.add(event(rows, row));
        }
      }
      return rows.stream().filter(row -> latest.contains(event(rows, row))).count();
    });
  }

  @Property(tries = 300)
  void theFirstEventIsTheEarliestThatSaysWhen(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int runs, @ForAll boolean orders) {
    MemoryEvents events = MemoryEvents.random(new Random(seed), runs, 12, 5, orders);
    lines(events, new Window.Ever(), new Occurrence(true), rows -> ofFirst(rows, true));
    lines(events, new Window.Ever(), new Occurrence(false), rows -> ofFirst(rows, false));
  }

  private static long ofFirst(List<Row> rows, boolean first) {
    List<Row> timed = rows.stream().filter(row -> row.time() != null).toList();
    return timed.stream()
        .filter(row -> Objects.equals(event(timed, row), event(timed, timed.getFirst())) == first)
        .count();
  }

  /** The order, or the place of the row where it has none: equal rows are two. */
  @SuppressWarnings("ReferenceEquality")
  private static Object event(List<Row> rows, Row row) {
    if (row.order() != null) {
      return row.order();
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) == row) {
        return i;
      }
    }
    throw new IllegalArgumentException();
  }

  private static void lines(MemoryEvents events, Window window, @Nullable Condition where,
      Function<List<Row>, Long> expected) {
    for (int value = 0; value < 8; value++) {
      Set<Integer> met = new TreeSet<>();
      for (int c = 0; c < events.size(); c++) {
        if (expected.apply(events.of(c)) == value) {
          met.add(c);
        }
      }
      assertEquals(met, events.meeting(new EventTest(MemoryEvents.TABLE, Measure.LINES, null,
          NumberOperator.EQUAL, BigDecimal.valueOf(value), null, window, where)));
    }
  }

  /** Some customers have a few rows, some hundreds, and one more than a chunk holds. */
  @Test
  void aWindowIsTheSameSpanOfAnyNumberOfRows() {
    Random random = new Random(11);
    long now = MemoryEvents.AS_OF.start(MemoryEvents.TODAY);
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < 400; c++) {
      int size = c == 200 ? 90_000 : c % 20 == 0 ? 600 : random.nextInt(12);
      for (int i = 0; i < size; i++) {
        Long time = c % 7 == 0 && random.nextInt(5) == 0 ? null : now - 3_600_000L * random.nextInt(24 * 60);
        rows.add(new Row(c, time, null, null, null));
      }
    }
    MemoryEvents events = new MemoryEvents(List.of(rows), 400, false);
    long from = MemoryEvents.AS_OF.start(MemoryEvents.TODAY.minusDays(30));
    long to = MemoryEvents.AS_OF.start(MemoryEvents.TODAY.minusDays(10));
    for (int c : List.of(0, 1, 20, 200, 201, 399)) {
      long inside = events.of(c).stream().filter(row -> row.at() >= from && row.at() < to).count();
      assertTrue(events.meeting(new EventTest(MemoryEvents.TABLE, Measure.LINES, null,
          NumberOperator.EQUAL, BigDecimal.valueOf(inside), null,
          new Window.Ago(new Period(30, Period.Unit.DAYS), new Period(10, Period.Unit.DAYS)), null))
          .contains(c),
          "customer " + c);
    }
  }
}
