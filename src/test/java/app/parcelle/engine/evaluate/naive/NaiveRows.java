package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Role;

/**
 * What each customer did as of a day: the rows that count and did not happen later, by time. Those that do not say when come
 * first; those at one time are in the order of the file.
 */
final class NaiveRows {
  private final NaiveValues values;
  private final Map<String, Map<String, List<Map<String, Object>>>> seen = new HashMap<>();

  NaiveRows(NaiveWorld world, NaiveValues values) {
    this.values = values;
    world.tables()
        .stream()
        .filter(NaiveTable::events)
        .forEach(table -> seen.put(table.name(), byCustomer(table)));
  }

  private record Timed(Instant at, Map<String, Object> row) {}

  /** A row without time has always been. */
  private Map<String, List<Map<String, Object>>> byCustomer(NaiveTable table) {
    Map<String, List<Timed>> timed = new HashMap<>();
    for (Map<String, Object> row : table.rows()) {
      String customer = table.customer(row);
      Object time = time(table, row).orElse(null);
      if (customer != null && table.counts().test(row)
          && (time == null || !values.day(time).isAfter(values.today()))) {
        timed.computeIfAbsent(customer, c -> new ArrayList<>())
            .add(new Timed(time == null ? Instant.MIN : instant(time), row));
      }
    }
    Map<String, List<Map<String, Object>>> sorted = new HashMap<>();
    timed.forEach((customer, rows) -> sorted.put(customer,
        rows.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::row).toList()));
    return sorted;
  }

  private static Instant instant(Object time) {
    return time instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : (Instant) time;
  }

  Set<String> customers(NaiveTable table) {
    return seen.getOrDefault(table.name(), Map.of()).keySet();
  }

  List<Map<String, Object>> seen(NaiveTable table, String customer) {
    return seen.getOrDefault(table.name(), Map.of()).getOrDefault(customer, List.of());
  }

  /** @param among of {@link Window.Latest}: which rows are events at all */
  List<Map<String, Object>> chosen(NaiveTable table, String customer, Window window,
      Predicate<Map<String, Object>> among, Predicate<Map<String, Object>> where) {
    return (window instanceof Window.Latest(int n, var _)
        ? latest(table, seen(table, customer).stream().filter(among).toList(), n)
        : seen(table, customer).stream()
            .filter(row -> window instanceof Window.Ever
                || time(table, row).filter(at -> values.inWindow(window, values.day(at))).isPresent())
            .toList())
        .stream()
        .filter(where)
        .toList();
  }

  /** The rows of the last n events: an order is as late as the last of its lines. */
  private static List<Map<String, Object>> latest(NaiveTable table, List<Map<String, Object>> rows, int n) {
    Set<Object> events = new LinkedHashSet<>();
    for (Map<String, Object> row : rows.reversed()) {
      if (events.size() < n) {
        events.add(event(table, row));
      }
    }
    return rows.stream().filter(row -> events.contains(event(table, row))).toList();
  }

  /** What a row is part of: its order, or itself where it has none. */
  private static Object event(NaiveTable table, Map<String, Object> row) {
    Object order = table.named(Role.ORDER_KEY).map(row::get).orElse(null);
    return order == null ? new Alone(row) : order;
  }

  /** A row that is no other's, however alike. */
  record Alone(Map<String, Object> row) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Alone(var its) && its == row;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(row);
    }
  }

  /** Whether a row is part of the customer's first event (or of a later one); one without time is part of neither. */
  boolean occurs(NaiveTable table, String customer, Map<String, Object> row, boolean first) {
    if (time(table, row).isEmpty()) {
      return false;
    }
    Map<String, Object> earliest = seen(table, customer).stream()
        .filter(r -> time(table, r).isPresent())
        .findFirst()
        .orElseThrow();
    return event(table, earliest).equals(event(table, row)) == first;
  }

  /** From when on a row is there; a day begins at 00:00 local. Empty where it does not say when. */
  Optional<Instant> moment(NaiveTable table, Map<String, Object> row) {
    return time(table, row).map(values::moment);
  }

  static Optional<Object> time(NaiveTable table, Map<String, Object> row) {
    return Optional.ofNullable(valid(row, table.named(Role.EVENT_TIME).orElseThrow()));
  }

  static @Nullable Object valid(Map<String, Object> row, String column) {
    Object value = row.get(column);
    return value == NaiveTable.INVALID ? null : value;
  }

  /** Days from the last of these rows to today. */
  @Nullable
  BigDecimal daysSinceLast(NaiveTable table, List<Map<String, Object>> rows) {
    return days(table, rows).max(Comparator.naturalOrder()).map(this::daysSince).orElse(null);
  }

  @Nullable
  BigDecimal daysSinceFirst(NaiveTable table, List<Map<String, Object>> rows) {
    return days(table, rows).min(Comparator.naturalOrder()).map(this::daysSince).orElse(null);
  }

  private BigDecimal daysSince(LocalDate day) {
    return BigDecimal.valueOf(ChronoUnit.DAYS.between(day, values.today()));
  }

  private Stream<LocalDate> days(NaiveTable table, List<Map<String, Object>> rows) {
    return rows.stream().flatMap(row -> time(table, row).stream()).map(values::day);
  }

  static BigDecimal orders(NaiveTable table, List<Map<String, Object>> rows) {
    Optional<String> key = table.named(Role.ORDER_KEY);
    if (key.isEmpty()) {
      return BigDecimal.valueOf(rows.size());
    }
    Set<Object> orders = new HashSet<>();
    // a line without order key is an order by itself
    rows.forEach(row -> orders.add(row.getOrDefault(key.get(), new Object())));
    return BigDecimal.valueOf(orders.size());
  }

  static BigDecimal amount(NaiveTable table, List<Map<String, Object>> rows) {
    Optional<String> column = table.named(Role.AMOUNT);
    if (column.isPresent()) {
      return sum(rows, column.get());
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      if (amount(table, row) instanceof BigDecimal amount) {
        sum = sum.add(amount);
      }
    }
    return sum;
  }

  /** What a row is worth: its amount, or quantity times unit price. */
  static @Nullable Object amount(NaiveTable table, Map<String, Object> row) {
    Optional<String> column = table.named(Role.AMOUNT);
    if (column.isPresent()) {
      return valid(row, column.get());
    }
    return row.get(table.named(Role.QUANTITY).orElseThrow()) instanceof BigDecimal quantity
        && row.get(table.named(Role.UNIT_PRICE).orElseThrow()) instanceof BigDecimal price
            ? quantity.multiply(price)
            : null;
  }

  static BigDecimal sum(List<Map<String, Object>> rows, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      if (row.get(column) instanceof BigDecimal number) {
        sum = sum.add(number);
      }
    }
    return sum;
  }
}
