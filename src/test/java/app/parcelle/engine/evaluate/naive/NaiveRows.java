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

  List<Map<String, Object>> chosen(NaiveTable table, String customer, Window window,
      Predicate<Map<String, Object>> where) {
    return seen(table, customer).stream()
        .filter(row -> window instanceof Window.Ever
            || time(table, row).filter(at -> values.inWindow(window, values.day(at))).isPresent())
        .filter(where)
        .toList();
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
    String quantity = table.named(Role.QUANTITY).orElseThrow();
    String price = table.named(Role.UNIT_PRICE).orElseThrow();
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      if (row.get(quantity) instanceof BigDecimal q && row.get(price) instanceof BigDecimal p) {
        sum = sum.add(q.multiply(p));
      }
    }
    return sum;
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
