package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;

/** What the name of a field means for one customer. */
final class NaiveFields {
  private static final String MOST_FREQUENT = " (most frequent)";
  private static final List<String> TRAITS = List.of("recency", "frequency", "monetary", "average_basket",
      "tenure");

  private final NaiveWorld world;
  private final NaiveRows rows;
  private final Map<String, Map<String, Object>> attributes = new HashMap<>();
  private final Map<String, Map<String, Cell>> cells = new HashMap<>();

  NaiveFields(NaiveWorld world, NaiveRows rows) {
    this.world = world;
    this.rows = rows;
    NaiveTable customers = world.table("Customers");
    for (Map<String, Object> row : customers.rows()) {
      String customer = customers.customer(row);
      if (customer != null) {
        // of a customer who is there twice, the first row speaks
        attributes.putIfAbsent(customer, row);
      }
    }
  }

  /** The value of a field or column: what it is, or why it is not. */
  record Cell(@Nullable Object value, boolean invalid) {
    static Cell of(Map<String, Object> row, String column) {
      return new Cell(NaiveRows.valid(row, column), row.get(column) == NaiveTable.INVALID);
    }

    boolean missing() {
      return value == null;
    }
  }

  Cell cell(String field, String customer) {
    return cells.computeIfAbsent(field, f -> new HashMap<>())
        .computeIfAbsent(customer, c -> found(field, customer));
  }

  private Cell found(String field, String customer) {
    NaiveTable customers = world.table("Customers");
    if (customers.named(Role.CUSTOMER_KEY).orElseThrow().equals(field)) {
      return new Cell(customer, false);
    }
    if (field.equals(NaiveWorld.CLUSTERING)) {
      Integer cluster = world.clusters().get(customer);
      return new Cell(cluster == null ? null : BigDecimal.valueOf(cluster), false);
    }
    // traits of the table with amounts have plain names, those of others say whose they are
    int of = field.indexOf(" (");
    String trait = of < 0 ? field : field.substring(0, of);
    if (TRAITS.contains(trait)) {
      String table = of < 0 ? "Orders" : field.substring(of + 2, field.length() - 1);
      return new Cell(trait(world.table(table), trait, customer), false);
    }
    if (customers.has(field)) {
      return Cell.of(attributes.getOrDefault(customer, Map.of()), field);
    }
    String column = field.replace(MOST_FREQUENT, "");
    NaiveTable table = eventsWith(column);
    return new Cell(
        column.equals(field) ? last(table, column, customer) : mostFrequent(table, column, customer),
        false);
  }

  private NaiveTable eventsWith(String column) {
    return world.tables()
        .stream()
        .filter(t -> t.events() && t.has(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(column));
  }

  /** What the values of a field stand for. */
  Meaning meaning(String field) {
    NaiveTable customers = world.table("Customers");
    return (customers.has(field) ? customers : eventsWith(field)).column(field).orElseThrow().meaning();
  }

  private @Nullable Object trait(NaiveTable table, String trait, String customer) {
    List<Map<String, Object>> seen = rows.seen(table, customer);
    return switch (trait) {
      case "recency" -> rows.daysSinceLast(table, seen);
      case "tenure" -> rows.daysSinceFirst(table, seen);
      case "frequency" -> NaiveRows.orders(table, seen);
      case "monetary" -> NaiveRows.amount(table, seen);
      case "average_basket" -> seen.isEmpty()
          ? null
          : NaiveRows.amount(table, seen)
              .divide(NaiveRows.orders(table, seen), RandomWorld.AMOUNT_SCALE, RoundingMode.HALF_UP);
      default -> throw new IllegalArgumentException(trait);
    };
  }

  /** The latest value; of several at one time, the last in the file. */
  private @Nullable Object last(NaiveTable table, String column, String customer) {
    return values(table, column, customer).reduce((earlier, later) -> later).orElse(null);
  }

  /** The value of most rows; of several, the one that came first. */
  private @Nullable Object mostFrequent(NaiveTable table, String column, String customer) {
    Map<Object, Integer> counts = new LinkedHashMap<>();
    values(table, column, customer).forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
  }

  /** The values that are there, by time. */
  private Stream<Object> values(NaiveTable table, String column, String customer) {
    return rows.seen(table, customer)
        .stream()
        .flatMap(row -> Stream.ofNullable(NaiveRows.valid(row, column)));
  }
}
