package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Against;
import app.parcelle.engine.segment.Condition.Edge;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;

/** What is measured of a customer's events. */
final class NaiveEvents {
  private final NaiveWorld world;
  private final NaiveValues values;
  private final NaiveRows rows;
  private final RowTest rowTest;

  /** Whether a row of a customer meets a condition over the columns of its table. */
  interface RowTest {
    boolean meets(Condition where, NaiveTable table, String customer, Map<String, Object> row);
  }

  NaiveEvents(NaiveWorld world, NaiveValues values, NaiveRows rows, RowTest rowTest) {
    this.world = world;
    this.values = values;
    this.rows = rows;
    this.rowTest = rowTest;
  }

  List<Map<String, Object>> chosen(String name, Window window, @Nullable Condition where, String customer) {
    NaiveTable table = world.table(name);
    Condition among = window instanceof Window.Latest(int _, var events) ? events : null;
    return rows.chosen(table, customer, window, meets(table, among, customer), meets(table, where, customer));
  }

  private Predicate<Map<String, Object>> meets(NaiveTable table, @Nullable Condition where, String customer) {
    return row -> where == null || rowTest.meets(where, table, customer, row);
  }

  @Nullable
  Ratio measured(EventTest test, String customer) {
    return measured(test.table(), test.measure(), test.property(),
        chosen(test.table(), test.window(), test.where(), customer));
  }

  @Nullable
  Ratio measured(Measured test, String customer) {
    return measured(test.table(), test.measure(), test.property(),
        chosen(test.table(), test.window(), test.where(), customer));
  }

  /** Of chosen rows, by time; those that do not say when come first. */
  private @Nullable Ratio measured(String name, Measure measure, @Nullable FieldRef property,
      List<Map<String, Object>> chosen) {
    NaiveTable table = world.table(name);
    List<Object> there = measure.ofColumn() ? there(table, property, chosen) : List.of();
    List<BigDecimal> numbers = there.stream()
        .filter(BigDecimal.class::isInstance)
        .map(BigDecimal.class::cast)
        .toList();
    return switch (measure) {
      case COUNT -> Ratio.of(NaiveRows.orders(table, chosen));
      case LINES -> Ratio.of(chosen.size());
      case SUM -> Ratio.of(sum(numbers));
      case AVERAGE -> numbers.isEmpty() ? null : new Ratio(sum(numbers), BigDecimal.valueOf(numbers.size()));
      case MINIMUM -> ratio(numbers.stream().min(Comparator.naturalOrder()));
      case MAXIMUM -> ratio(numbers.stream().max(Comparator.naturalOrder()));
      case DISTINCT -> Ratio.of(there.stream().map(NaiveEvents::same).distinct().count());
      case FIRST -> ratio(numbers.stream().findFirst());
      case LAST -> ratio(numbers.reversed().stream().findFirst());
      case DAYS_SINCE_LAST ->
        days(table, chosen).max(Comparator.naturalOrder()).map(this::untilToday).orElse(null);
      case DAYS_SINCE_FIRST ->
        days(table, chosen).min(Comparator.naturalOrder()).map(this::untilToday).orElse(null);
      case DAYS_BETWEEN -> {
        List<LocalDate> days = days(table, chosen).sorted().toList();
        yield days.isEmpty() ? null : Ratio.of(days.getLast().toEpochDay() - days.getFirst().toEpochDay());
      }
    };
  }

  /** The values of a column that are there; of the amount where there is no column. */
  private static List<Object> there(NaiveTable table, @Nullable FieldRef property,
      List<Map<String, Object>> chosen) {
    return chosen.stream()
        .map(row -> property == null
            ? NaiveRows.amount(table, row)
            : NaiveRows.valid(row, table.column(property.name()).orElseThrow().name()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Object same(Object value) {
    return switch (value) {
      case String text -> NaiveValues.folded(text);
      case BigDecimal number -> number.stripTrailingZeros();
      default -> value;
    };
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable Ratio ratio(Optional<BigDecimal> number) {
    return number.map(Ratio::of).orElse(null);
  }

  private Stream<LocalDate> days(NaiveTable table, List<Map<String, Object>> chosen) {
    return chosen.stream().flatMap(row -> NaiveRows.time(table, row).stream()).map(values::day);
  }

  private Ratio untilToday(LocalDate day) {
    return Ratio.of(values.today().toEpochDay() - day.toEpochDay());
  }

  /** When the first or last event was: a day or an instant. */
  @Nullable
  Object date(EventDateTest test, String customer) {
    NaiveTable table = world.table(test.table());
    List<Object> times = chosen(test.table(), test.window(), test.where(), customer).stream()
        .flatMap(row -> NaiveRows.time(table, row).stream())
        .toList();
    return times.isEmpty() ? null : test.edge() == Edge.FIRST ? times.getFirst() : times.getLast();
  }

  /** In percent; null without rows. */
  @Nullable
  Ratio share(EventShare test, String customer) {
    NaiveTable table = world.table(test.table());
    List<Map<String, Object>> chosen = chosen(test.table(), test.window(), test.where(), customer);
    long met = chosen.stream().filter(meets(table, test.meeting(), customer)).count();
    return chosen.isEmpty()
        ? null
        : new Ratio(BigDecimal.valueOf(100 * met), BigDecimal.valueOf(chosen.size()));
  }

  /** In percent; null where there is nothing to compare. */
  @Nullable
  Ratio change(EventTrend test, String customer) {
    LocalDate today = values.today();
    LocalDate from = NaiveValues.later(today, test.period(), -1);
    Ratio now = between(test, customer, from, today);
    Ratio before = test.against() == Against.PERIOD_BEFORE
        ? between(test, customer, NaiveValues.later(today, twice(test.period()), -1), from)
        : between(test, customer, from.minusYears(1), today.minusYears(1));
    return now == null || before == null || before.signum() <= 0 ? null : now.percentsAbove(before);
  }

  private static Period twice(Period period) {
    return new Period(2 * period.n(), period.unit());
  }

  /** @param end the day after the last */
  private @Nullable Ratio between(EventTrend test, String customer, LocalDate first, LocalDate end) {
    NaiveTable table = world.table(test.table());
    List<Map<String, Object>> chosen = new ArrayList<>();
    for (Map<String, Object> row : chosen(test.table(), new Window.Ever(), test.where(), customer)) {
      LocalDate day = NaiveRows.time(table, row).map(values::day).orElse(LocalDate.MIN);
      if (!day.isBefore(first) && day.isBefore(end)) {
        chosen.add(row);
      }
    }
    return measured(test.table(), test.measure(), test.property(), chosen);
  }
}
