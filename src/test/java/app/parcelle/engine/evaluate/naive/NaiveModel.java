package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Role;

/** Who meets a condition, found one customer and one row at a time. */
public final class NaiveModel {
  private final NaiveWorld world;
  private final NaiveValues values;

  public NaiveModel(NaiveWorld world, Segment segment) {
    this.world = world;
    ZoneId zone = segment.zone() == null ? world.zone() : segment.zone();
    this.values = new NaiveValues(today(segment.reference(), zone), zone);
  }

  /** The value of one field or column: what it is, or why it is not. */
  private record Cell(@Nullable Object value, boolean invalid) {
    boolean missing() {
      return value == null;
    }
  }

  /** What a field name means for one customer, or for one row. */
  private interface Subject {
    Cell cell(FieldRef ref);
  }

  public LocalDate today() {
    return values.today();
  }

  private LocalDate today(Segment.Reference reference, ZoneId zone) {
    if (reference instanceof Segment.Reference.Fixed(var day)) {
      return day;
    }
    NaiveValues days = new NaiveValues(LocalDate.EPOCH, zone);
    return world.tables()
        .stream()
        .filter(NaiveTable::events)
        .flatMap(t -> t.counting().stream().flatMap(row -> time(t, row).stream()))
        .map(days::day)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Customers of the customer table, and those with at least one row that counts and has been seen. */
  public Set<String> base() {
    Set<String> base = new TreeSet<>();
    for (NaiveTable table : world.tables()) {
      String key = table.named(Role.CUSTOMER_KEY).orElseThrow();
      for (Map<String, Object> row : table.events() ? seen(table).toList() : table.rows()) {
        if (row.get(key) instanceof String customer) {
          base.add(customer);
        }
      }
    }
    return base;
  }

  public Set<String> meeting(@Nullable Condition condition) {
    Set<String> meeting = new TreeSet<>();
    for (String customer : base()) {
      if (condition != null && meets(condition, customer)) {
        meeting.add(customer);
      }
    }
    return meeting;
  }

  /** Customers of the base without the value that a test asks for; empty for conditions that ask for none. */
  public Optional<Integer> missing(Condition condition) {
    List<FieldRef> asked = asked(condition);
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of((int) base().stream()
            .filter(c -> asked.stream().anyMatch(field -> customer(c).cell(field).missing()))
            .count());
  }

  /** Those of them whose value could not be understood. */
  public Optional<Integer> invalid(Condition condition) {
    List<FieldRef> asked = asked(condition);
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of((int) base().stream()
            .filter(c -> asked.stream().anyMatch(field -> customer(c).cell(field).invalid()))
            .count());
  }

  private static List<FieldRef> asked(Condition condition) {
    return switch (condition) {
      case Known test -> List.of(test.field());
      case TextTest test -> List.of(test.field());
      case NumberTest test -> List.of(test.field());
      case YesNoTest test -> List.of(test.field());
      case DateTest(var field, DateCriterion.ComparedWith(var _, var other), var _) -> List.of(field, other);
      case DateTest test -> List.of(test.field());
      default -> List.of();
    };
  }

  public boolean meets(Condition condition, String customer) {
    return switch (condition) {
      case AllOf(var children) -> children.stream().allMatch(child -> meets(child, customer));
      case AnyOf(var children) -> children.stream().anyMatch(child -> meets(child, customer));
      case Not(var child) -> !meets(child, customer);
      case EventTest test -> events(test, customer);
      case Never test -> !chosen(world.table(test.table()), customer, test.window(), test.where()).findAny()
          .isPresent();
      case InCluster _ -> throw new IllegalArgumentException("no clusters here");
      default -> test(condition, customer(customer));
    };
  }

  private boolean meetsRow(Condition condition, Map<String, Object> row) {
    return switch (condition) {
      case AllOf(var children) -> children.stream().allMatch(child -> meetsRow(child, row));
      case AnyOf(var children) -> children.stream().anyMatch(child -> meetsRow(child, row));
      case Not(var child) -> !meetsRow(child, row);
      default -> test(condition, ref -> cell(row, ref.name()));
    };
  }

  private boolean test(Condition condition, Subject subject) {
    return switch (condition) {
      case Everyone() -> true;
      case Known(var field, var knowledge) -> switch (knowledge) {
        case KNOWN -> !subject.cell(field).missing();
        case UNKNOWN -> subject.cell(field).missing();
        case INVALID -> subject.cell(field).invalid();
      };
      case TextTest test -> subject.cell(test.field()).value() instanceof String text
          ? NaiveValues.text(test, text)
          : test.includeMissing();
      case NumberTest test -> subject.cell(test.field()).value() instanceof BigDecimal number
          ? NaiveValues.number(test.operator(), number, test.value(), test.second())
          : test.includeMissing();
      case YesNoTest test -> subject.cell(test.field()).value() instanceof Boolean yes
          ? yes.equals(test.operator() == YesNoOperator.IS_YES || test.operator() == YesNoOperator.IS_NOT_NO)
          : test.includeMissing();
      case DateTest test -> date(test, subject);
      default -> throw new IllegalArgumentException(condition.toString());
    };
  }

  private boolean date(DateTest test, Subject subject) {
    Object value = subject.cell(test.field()).value();
    Object other = test.criterion() instanceof DateCriterion.ComparedWith(var _, var field)
        ? subject.cell(field).value()
        : value;
    if (value == null || other == null) {
      return test.includeMissing();
    }
    return values.date(test.criterion(), values.day(value), values.day(other));
  }

  private boolean events(EventTest test, String customer) {
    NaiveTable table = world.table(test.table());
    List<Map<String, Object>> rows = chosen(table, customer, test.window(), test.where()).toList();
    BigDecimal measured = switch (test.measure()) {
      case COUNT -> orders(table, rows);
      case LINES -> BigDecimal.valueOf(rows.size());
      case SUM -> test.property() == null ? amount(table, rows) : sum(rows, test.property().name());
      case DAYS_SINCE_LAST -> days(table, rows).max(Comparator.naturalOrder())
          .map(last -> BigDecimal.valueOf(ChronoUnit.DAYS.between(last, today())))
          .orElse(null);
    };
    return measured != null && NaiveValues.number(test.operator(), measured, test.value(), test.second());
  }

  private Stream<Map<String, Object>> chosen(NaiveTable table, String customer,
      app.parcelle.engine.segment.Window window, @Nullable Condition where) {
    return seen(table, customer)
        .filter(row -> window instanceof app.parcelle.engine.segment.Window.Ever
            || time(table, row).filter(at -> values.inWindow(window, values.day(at))).isPresent())
        .filter(row -> where == null || meetsRow(where, row));
  }

  private Stream<Map<String, Object>> seen(NaiveTable table, String customer) {
    String key = table.named(Role.CUSTOMER_KEY).orElseThrow();
    return seen(table).filter(row -> customer.equals(row.get(key)));
  }

  /** Rows that count and did not happen after today; a row without time has always been. */
  private Stream<Map<String, Object>> seen(NaiveTable table) {
    return table.counting()
        .stream()
        .filter(row -> time(table, row).filter(at -> values.day(at).isAfter(today())).isEmpty());
  }

  private static Optional<Object> time(NaiveTable table, Map<String, Object> row) {
    return Optional.ofNullable(cell(row, table.named(Role.EVENT_TIME).orElseThrow()).value());
  }

  private Stream<LocalDate> days(NaiveTable table, List<Map<String, Object>> rows) {
    return rows.stream().flatMap(row -> time(table, row).stream()).map(values::day);
  }

  private static BigDecimal orders(NaiveTable table, List<Map<String, Object>> rows) {
    Optional<String> key = table.named(Role.ORDER_KEY);
    if (key.isEmpty()) {
      return BigDecimal.valueOf(rows.size());
    }
    Set<Object> orders = new HashSet<>();
    // a line without order key is an order by itself
    rows.forEach(row -> orders.add(row.getOrDefault(key.get(), new Object())));
    return BigDecimal.valueOf(orders.size());
  }

  private static BigDecimal amount(NaiveTable table, List<Map<String, Object>> rows) {
    Optional<String> column = table.named(Role.AMOUNT);
    if (column.isPresent()) {
      return sum(rows, column.get());
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      Object quantity = row.get(table.named(Role.QUANTITY).orElseThrow());
      Object price = row.get(table.named(Role.UNIT_PRICE).orElseThrow());
      if (quantity instanceof BigDecimal q && price instanceof BigDecimal p) {
        sum = sum.add(q.multiply(p));
      }
    }
    return sum;
  }

  private static BigDecimal sum(List<Map<String, Object>> rows, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map<String, Object> row : rows) {
      if (row.get(column) instanceof BigDecimal number) {
        sum = sum.add(number);
      }
    }
    return sum;
  }

  private Subject customer(String customer) {
    return ref -> {
      for (NaiveTable table : world.tables()) {
        String prefix = ref.name().toLowerCase(Locale.ROOT);
        if (table.events() && RandomWorld.traitTable(prefix).equals(table.name())) {
          return new Cell(trait(table, prefix.split(" ")[0], customer), false);
        }
        if (!table.events() && table.columns().stream().anyMatch(c -> c.name().equals(ref.name()))) {
          return attribute(table, customer, ref.name());
        }
      }
      throw new IllegalArgumentException(ref.name());
    };
  }

  private static Cell attribute(NaiveTable table, String customer, String column) {
    String key = table.named(Role.CUSTOMER_KEY).orElseThrow();
    return table.rows()
        .stream()
        .filter(row -> customer.equals(row.get(key)))
        .findFirst()
        .map(row -> cell(row, column))
        .orElse(new Cell(null, false));
  }

  private static Cell cell(Map<String, Object> row, String column) {
    Object value = row.get(column);
    boolean invalid = value == NaiveTable.INVALID;
    return new Cell(invalid ? null : value, invalid);
  }

  private @Nullable Object trait(NaiveTable table, String trait, String customer) {
    List<Map<String, Object>> rows = seen(table, customer).toList();
    BigDecimal orders = orders(table, rows);
    return switch (trait) {
      case "recency" -> days(table, rows).max(Comparator.naturalOrder())
          .map(d -> BigDecimal.valueOf(ChronoUnit.DAYS.between(d, today())))
          .orElse(null);
      case "tenure" -> days(table, rows).min(Comparator.naturalOrder())
          .map(d -> BigDecimal.valueOf(ChronoUnit.DAYS.between(d, today())))
          .orElse(null);
      case "frequency" -> orders;
      case "monetary" -> amount(table, rows);
      case "average_basket" -> orders.signum() == 0
          ? null
          : amount(table, rows).divide(orders, RandomWorld.AMOUNT_SCALE, RoundingMode.HALF_UP);
      default -> throw new IllegalArgumentException(trait);
    };
  }
}
