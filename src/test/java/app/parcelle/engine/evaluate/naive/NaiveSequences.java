package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.NumberOperator;

/** Whether a customer's events come one after the other: every choice of rows is tried. */
final class NaiveSequences {
  private final NaiveWorld world;
  private final NaiveValues values;
  private final NaiveRows rows;
  private final NaiveEvents events;
  private final StepRowTest rowTest;

  /** Whether a row meets the where of a step, given the rows chosen for the steps before. */
  interface StepRowTest {
    boolean meets(Condition where, NaiveTable table, String customer, Map<String, Object> row,
        List<Map<String, Object>> before);
  }

  NaiveSequences(NaiveWorld world, NaiveValues values, NaiveRows rows, NaiveEvents events,
      StepRowTest rowTest) {
    this.world = world;
    this.values = values;
    this.rows = rows;
    this.events = events;
    this.rowTest = rowTest;
  }

  boolean holds(Sequence sequence, String customer) {
    return new Attempt(sequence, customer).continues(List.of());
  }

  /** The step and the row before it from which nothing goes on; only where no step looks further back. */
  private record Tried(int step, NaiveRows.@Nullable Alone row) {}

  private final class Attempt {
    private final Sequence sequence;
    private final String customer;
    private final boolean looksBack;
    private final Set<Tried> failed = new HashSet<>();

    Attempt(Sequence sequence, String customer) {
      this.sequence = sequence;
      this.customer = customer;
      this.looksBack = sequence.steps().stream().anyMatch(step -> looksBack(step.where()));
    }

    /** Whether the rows chosen so far can be completed. */
    boolean continues(List<Map<String, Object>> before) {
      if (before.size() == sequence.steps().size()) {
        return true;
      }
      Tried tried = new Tried(before.size(), before.isEmpty() ? null : new NaiveRows.Alone(before.getLast()));
      if (failed.contains(tried)) {
        return false;
      }
      Step step = sequence.steps().get(before.size());
      boolean found = false;
      for (Map<String, Object> row : candidates(step, before)) {
        if (step.not()) {
          return false;
        }
        List<Map<String, Object>> chosen = new ArrayList<>(before);
        chosen.add(row);
        if (continues(chosen)) {
          found = true;
          break;
        }
      }
      boolean completed = found || step.not();
      if (!completed && !looksBack) {
        failed.add(tried);
      }
      return completed;
    }

    private List<Map<String, Object>> candidates(Step step, List<Map<String, Object>> before) {
      NaiveTable table = world.table(step.table());
      List<Map<String, Object>> all = before.isEmpty()
          ? events.chosen(step.table(), sequence.window(), null, customer)
          : rows.seen(table, customer);
      return all.stream()
          .filter(row -> NaiveRows.time(table, row).isPresent())
          .filter(row -> before.isEmpty() || follows(step, row, before))
          .filter(row -> step.where() == null
              || rowTest.meets(step.where(), table, customer, row, before))
          .toList();
    }

    private boolean follows(Step step, Map<String, Object> row, List<Map<String, Object>> before) {
      Object later = NaiveRows.time(world.table(step.table()), row).orElseThrow();
      Object earlier = NaiveRows
          .time(world.table(sequence.steps().get(before.size() - 1).table()), before.getLast())
          .orElseThrow();
      Duration between = between(earlier, later);
      Gap gap = step.gap();
      return between.isPositive() && (gap == null
          || ((gap.atLeast() == null || between.compareTo(gap.atLeast().duration()) >= 0)
              && (gap.atMost() == null || between.compareTo(gap.atMost().duration()) <= 0)));
    }
  }

  /** Days between two dates are of 24 hours, whatever the clocks did. */
  private Duration between(Object earlier, Object later) {
    return earlier instanceof LocalDate from && later instanceof LocalDate to
        ? Duration.ofDays(to.toEpochDay() - from.toEpochDay())
        : Duration.between(values.moment(earlier), values.moment(later));
  }

  private static boolean looksBack(@Nullable Condition where) {
    return switch (where) {
      case StepTest _ -> true;
      case Condition.AllOf(var children) -> children.stream().anyMatch(NaiveSequences::looksBack);
      case Condition.AnyOf(var children) -> children.stream().anyMatch(NaiveSequences::looksBack);
      case Condition.Not(var child) -> looksBack(child);
      case null, default -> false;
    };
  }

  boolean meets(StepTest test, Map<String, Object> row, List<Map<String, Object>> before) {
    Object own = NaiveRows.valid(row, test.column().name());
    Object other = NaiveRows.valid(before.get(test.step() - 1), test.other().name());
    if (own == null || other == null) {
      return false;
    }
    return switch (own) {
      case String text -> Objects.equals(NaiveValues.folded(text),
          NaiveValues.folded((String) other)) == (test.operator() == NumberOperator.EQUAL);
      case BigDecimal number -> NaiveValues.number(test.operator(), number, (BigDecimal) other, null);
      default -> NaiveValues.number(test.operator(), order(own), order(other), null);
    };
  }

  private BigDecimal order(Object time) {
    return switch (time) {
      case LocalDate day -> BigDecimal.valueOf(day.toEpochDay());
      case Instant at -> BigDecimal.valueOf(at.toEpochMilli());
      default -> throw new IllegalArgumentException(time.toString());
    };
  }
}
