package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.naive.NaiveFields.Cell;
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

/** Who meets a condition, found one customer and one row at a time. */
public final class NaiveModel {
  private final NaiveWorld world;
  private final NaiveValues values;
  private final NaiveRows rows;
  private final NaiveFields fields;
  private final Set<String> base = new HashSet<>();
  private final IdentityHashMap<Condition, Set<String>> leaves = new IdentityHashMap<>();

  public NaiveModel(NaiveWorld world, Segment segment) {
    this.world = world;
    ZoneId zone = segment.zone() == null ? world.zone() : segment.zone();
    this.values = new NaiveValues(today(segment.reference(), zone), zone);
    this.rows = new NaiveRows(world, values);
    this.fields = new NaiveFields(world, rows);
    for (NaiveTable table : world.tables()) {
      if (table.events()) {
        base.addAll(rows.customers(table));
      } else {
        table.rows().stream().map(table::customer).filter(Objects::nonNull).forEach(base::add);
      }
    }
  }

  private LocalDate today(Segment.Reference reference, ZoneId zone) {
    if (reference instanceof Segment.Reference.Fixed(var day)) {
      return day;
    }
    NaiveValues days = new NaiveValues(LocalDate.EPOCH, zone);
    return world.tables()
        .stream()
        .filter(NaiveTable::events)
        .flatMap(t -> t.rows().stream().filter(t.counts()).flatMap(row -> NaiveRows.time(t, row).stream()))
        .map(days::day)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  public LocalDate today() {
    return values.today();
  }

  /** Customers of the customer table, and those with at least one row that counts and has been seen. */
  public Set<String> base() {
    return base;
  }

  public Set<String> meeting(Condition condition) {
    return among(base, customer -> meets(condition, customer));
  }

  private static Set<String> among(Set<String> customers, Predicate<String> test) {
    Set<String> found = new HashSet<>();
    for (String customer : customers) {
      if (test.test(customer)) {
        found.add(customer);
      }
    }
    return found;
  }

  /** Whether a customer of the base meets a condition. */
  public boolean meets(Condition condition, String customer) {
    return switch (condition) {
      case AllOf(var children) -> children.stream().allMatch(child -> meets(child, customer));
      case AnyOf(var children) -> children.stream().anyMatch(child -> meets(child, customer));
      case Not(var child) -> !meets(child, customer);
      default ->
        leaves.computeIfAbsent(condition, leaf -> among(base, c -> leaf(leaf, c))).contains(customer);
    };
  }

  private boolean leaf(Condition condition, String customer) {
    return switch (condition) {
      case EventTest test -> {
        BigDecimal number = measured(test, customer);
        yield number != null && NaiveValues.number(test.operator(), number, test.value(), test.second());
      }
      case Never test -> chosen(test, customer).isEmpty();
      case InCluster(var _, var clusters) -> clusters.contains(world.clusters().getOrDefault(customer, 0));
      default -> test(condition, field -> fields.cell(field, customer));
    };
  }

  private boolean meetsRow(Condition condition, Map<String, Object> row) {
    return switch (condition) {
      case AllOf(var children) -> children.stream().allMatch(child -> meetsRow(child, row));
      case AnyOf(var children) -> children.stream().anyMatch(child -> meetsRow(child, row));
      case Not(var child) -> !meetsRow(child, row);
      default -> test(condition, column -> Cell.of(row, column));
    };
  }

  /** @param cells the values of a customer's fields, or of a row's columns, by name */
  private boolean test(Condition condition, Function<String, Cell> cells) {
    return switch (condition) {
      case Everyone() -> true;
      case Known(var field, var knowledge) -> switch (knowledge) {
        case KNOWN -> !cells.apply(field.name()).missing();
        case UNKNOWN -> cells.apply(field.name()).missing();
        case INVALID -> cells.apply(field.name()).invalid();
      };
      case TextTest test -> cells.apply(test.field().name()).value() instanceof String text
          ? NaiveValues.text(test, text)
          : test.includeMissing();
      case NumberTest test -> cells.apply(test.field().name()).value() instanceof BigDecimal number
          ? NaiveValues.number(test.operator(), number, test.value(), test.second())
          : test.includeMissing();
      case YesNoTest test -> cells.apply(test.field().name()).value() instanceof Boolean yes
          ? yes.equals(test.operator() == YesNoOperator.IS_YES || test.operator() == YesNoOperator.IS_NOT_NO)
          : test.includeMissing();
      case DateTest test -> date(test, cells);
      default -> throw new IllegalArgumentException(condition.toString());
    };
  }

  private boolean date(DateTest test, Function<String, Cell> cells) {
    Object value = cells.apply(test.field().name()).value();
    Object other = test.criterion() instanceof DateCriterion.ComparedWith(var _, var field)
        ? cells.apply(field.name()).value()
        : value;
    if (value == null || other == null) {
      return test.includeMissing();
    }
    return values.date(test.criterion(), values.day(value), values.day(other));
  }

  private List<Map<String, Object>> chosen(Never test, String customer) {
    return rows.chosen(world.table(test.table()), customer, test.window(), where(test.where()));
  }

  private Predicate<Map<String, Object>> where(@Nullable Condition where) {
    return row -> where == null || meetsRow(where, row);
  }

  private @Nullable BigDecimal measured(EventTest test, String customer) {
    NaiveTable table = world.table(test.table());
    List<Map<String, Object>> chosen = rows.chosen(table, customer, test.window(), where(test.where()));
    return switch (test.measure()) {
      case COUNT -> NaiveRows.orders(table, chosen);
      case LINES -> BigDecimal.valueOf(chosen.size());
      case SUM -> test.property() == null
          ? NaiveRows.amount(table, chosen)
          : NaiveRows.sum(chosen, test.property().name());
      case DAYS_SINCE_LAST -> rows.daysSinceLast(table, chosen);
      default -> throw new UnsupportedOperationException("later");
    };
  }

  /** Customers of the base without a value that the condition asks for. */
  public int missing(Condition condition) {
    return among(base, customer -> switch (condition) {
      case EventTest test -> measured(test, customer) == null;
      case InCluster _ -> !world.clusters().containsKey(customer);
      default -> asked(condition).stream().anyMatch(field -> fields.cell(field.name(), customer).missing());
    }).size();
  }

  /** Those of them whose value could not be understood. */
  public int invalid(Condition condition) {
    return among(base, customer -> asked(condition).stream()
        .anyMatch(field -> fields.cell(field.name(), customer).invalid())).size();
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

  /** The value of a field; null where it is missing. */
  public @Nullable Object value(String field, String customer) {
    return fields.cell(field, customer).value();
  }

  public boolean invalid(String field, String customer) {
    return fields.cell(field, customer).invalid();
  }

  /** What a condition looks at in a customer, of the base or not; null for groups and for everyone. */
  public @Nullable Object value(Condition condition, String customer) {
    return switch (condition) {
      case EventTest test -> measured(test, customer);
      case Never test -> BigDecimal.valueOf(chosen(test, customer).size());
      case InCluster _ -> fields.cell(NaiveWorld.CLUSTERING, customer).value();
      default -> asked(condition).isEmpty()
          ? null
          : fields.cell(asked(condition).getFirst().name(), customer).value();
    };
  }

  /**
   * How many more would be in without the node at a place. A group that loses its last child goes with it; without any rule
   * everyone is in.
   */
  public int lost(Condition rule, String path) {
    Condition without = without(rule, "/rule", path);
    return (without == null ? base : meeting(without)).size() - meeting(rule).size();
  }

  private static @Nullable Condition without(Condition node, String at, String path) {
    if (at.equals(path)) {
      return null;
    }
    return switch (node) {
      case AllOf(var children) -> rest(children, at + "/all/", path, AllOf::new);
      case AnyOf(var children) -> rest(children, at + "/any/", path, AnyOf::new);
      case Not(var child) -> {
        Condition inner = without(child, at + "/not", path);
        yield inner == null ? null : new Not(inner);
      }
      default -> node;
    };
  }

  private static @Nullable Condition rest(List<Condition> children, String at, String path,
      Function<List<Condition>, Condition> group) {
    List<Condition> rest = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      Condition child = without(children.get(i), at + i, path);
      if (child != null) {
        rest.add(child);
      }
    }
    return rest.isEmpty() ? null : group.apply(rest);
  }
}
