package app.parcelle.engine.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
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
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Whether a segment can be computed on a project: that all it names is there, and that each test fits its field. Nothing is
 * left out silently: what cannot be computed is a {@link Fault} with the condition's place.
 */
public final class SegmentCheck {
  private final Scope.Customers customers;
  private final List<Fault> faults = new ArrayList<>();

  private SegmentCheck(FieldCatalog catalog) {
    this.customers = new Scope.Customers(catalog);
  }

  /** What keeps the segment from being computed, in document order; one without rule has no fault and holds nobody. */
  public static List<Fault> check(Segment segment, FieldCatalog catalog) {
    SegmentCheck check = new SegmentCheck(catalog);
    if (segment.rule() != null) {
      check.condition(SegmentPaths.ROOT, segment.rule(), check.customers);
    }
    return List.copyOf(check.faults);
  }

  /** What keeps the segment from being saved: as {@link #check}, and it needs a name and a rule. */
  public static List<Fault> checkForSaving(Segment segment, FieldCatalog catalog) {
    List<Fault> faults = new ArrayList<>();
    if (segment.name().isBlank()) {
      faults.add(new Fault("/name", Message.of("segment.fault.noName")));
    }
    if (segment.rule() == null) {
      faults.add(new Fault(SegmentPaths.ROOT, Message.of("segment.fault.noRule")));
    }
    faults.addAll(check(segment, catalog));
    return List.copyOf(faults);
  }

  /**
   * The segment with the id and the present name of all fields, tables and clusterings it names; what is not found stays as
   * it is, and {@link #check} tells of it.
   */
  public static Segment resolve(Segment segment, FieldCatalog catalog) {
    return segment.rule() == null
        ? segment
        : new Segment(segment.name(), Resolution.of(segment.rule(), catalog), segment.reference(),
            segment.zone());
  }

  private void condition(String path, Condition condition, Scope scope) {
    switch (condition) {
      case AllOf(List<Condition> children) -> {
        group(path, children);
        for (int i = 0; i < children.size(); i++) {
          condition(SegmentPaths.all(path, i), children.get(i), scope);
        }
      }
      case AnyOf(List<Condition> children) -> {
        group(path, children);
        for (int i = 0; i < children.size(); i++) {
          condition(SegmentPaths.any(path, i), children.get(i), scope);
        }
      }
      case Not(Condition child) -> condition(SegmentPaths.not(path), child, scope);
      case Everyone() -> {
        // nothing to name
      }
      case Known test -> found(path, test.field(), scope);
      case TextTest test -> {
        fits(path, test.field(), scope, Spelling.TEXT.of(test.operator()), ColumnType::isText);
        values(path, test);
      }
      case NumberTest test -> {
        fits(path, test.field(), scope, Spelling.NUMBER.of(test.operator()), ColumnType::isNumber);
        range(path, test.operator(), test.value(), test.second());
      }
      case YesNoTest test -> fits(path, test.field(), scope, Spelling.YES_NO.of(test.operator()),
          type -> type == ColumnType.YES_NO);
      case DateTest test -> date(path, test, scope);
      case EventTest test -> {
        rowsOnlyIn(path, scope);
        range(path, test.operator(), test.value(), test.second());
        customers.catalog().events(test.table()).ifPresent(table -> property(path, test, table));
        events(path, test.table(), test.window(), test.where());
      }
      case Never test -> {
        rowsOnlyIn(path, scope);
        events(path, test.table(), test.window(), test.where());
      }
      case InCluster test -> {
        rowsOnlyIn(path, scope);
        cluster(path, test);
      }
      default -> throw new UnsupportedOperationException("later");
    }
  }

  private void group(String path, List<Condition> children) {
    if (children.isEmpty()) {
      fault(path, Message.of("segment.fault.emptyGroup"));
    }
  }

  private void values(String path, TextTest test) {
    boolean many = test.operator().positive() == TextOperator.IS_ONE_OF;
    if (test.values().isEmpty() || test.values().stream().anyMatch(String::isBlank)) {
      fault(path, Message.of("segment.fault.noValue"));
    } else if (!many && test.values().size() > 1) {
      fault(path, Message.of("segment.fault.oneValue"));
    } else if (test.operator().positive() == TextOperator.MATCHES) {
      try {
        var _ = Pattern.compile(test.values().getFirst());
      } catch (PatternSyntaxException e) {
        fault(path, Message.of("segment.fault.regex", test.values().getFirst(), e.getDescription()));
      }
    }
  }

  private void date(String path, DateTest test, Scope scope) {
    fits(path, test.field(), scope, Spelling.of(test.criterion()), ColumnType::isDate);
    switch (test.criterion()) {
      case DateCriterion.Between(var first, var last) -> ordered(path, first, last);
      case DateCriterion.ComparedWith(var order, var other) ->
        fits(path, other, scope, Spelling.ORDER.of(order), ColumnType::isDate);
      case DateCriterion.InMonth(var months) when months.isEmpty() -> noValue(path);
      case DateCriterion.OnWeekday(var days) when days.isEmpty() -> noValue(path);
      default -> {
        // any value will do
      }
    }
  }

  private void property(String path, EventTest test, TableVersion table) {
    if (test.measure() != Measure.SUM) {
      return;
    }
    FieldRef property = test.property();
    if (property != null) {
      Optional<Scope.Found> found = found(path, property, new Scope.Rows(table));
      if (found.isPresent() && !found.get().type().isNumber()) {
        fault(path, Message.of("segment.fault.notNumber", property.name()));
      }
    } else if (table.withRole(Role.AMOUNT).isEmpty()) {
      fault(path, Message.of("segment.fault.noAmount", table.name()));
    }
  }

  private void events(String path, String name, Window window, @Nullable Condition where) {
    Optional<TableVersion> table = customers.catalog().events(name);
    if (table.isEmpty()) {
      fault(path, customers.unknownTable(name));
    }
    if (window instanceof Window.Between(var first, var last)) {
      ordered(path, first, last);
    }
    if (where != null && table.isPresent()) {
      condition(SegmentPaths.where(path), where, new Scope.Rows(table.get()));
    }
  }

  private void cluster(String path, InCluster test) {
    if (customers.catalog().clustering(test.clustering()).isEmpty()) {
      fault(path, customers.unknownClustering(test.clustering()));
    }
    if (test.clusters().isEmpty()) {
      noValue(path);
    }
  }

  private void rowsOnlyIn(String path, Scope scope) {
    if (scope instanceof Scope.Rows) {
      fault(path, Message.of("segment.fault.customersOnly"));
    }
  }

  private Optional<Scope.Found> found(String path, FieldRef ref, Scope scope) {
    Optional<Scope.Found> found = scope.find(ref);
    if (found.isEmpty()) {
      fault(path, scope.unknown(ref));
    }
    return found;
  }

  private void fits(String path, FieldRef ref, Scope scope, String operator,
      java.util.function.Predicate<ColumnType> type) {
    Optional<Scope.Found> found = found(path, ref, scope);
    if (found.isPresent() && !type.test(found.get().type())) {
      fault(path, Message.of("segment.fault.operator", ref.name(), type(found.get().type()), operator));
    }
  }

  private static Message type(ColumnType type) {
    return switch (type) {
      case TEXT -> Message.of("segment.type.text");
      case IDENTIFIER -> Message.of("segment.type.identifier");
      case WHOLE, DECIMAL -> Message.of("segment.type.number");
      case YES_NO -> Message.of("segment.type.yesNo");
      case DATE, DATE_TIME -> Message.of("segment.type.date");
    };
  }

  private void range(String path, NumberOperator operator, java.math.BigDecimal value,
      java.math.@Nullable BigDecimal second) {
    if (!operator.needsTwo()) {
      return;
    }
    if (second == null) {
      noValue(path);
    } else {
      ordered(path, value, second);
    }
  }

  private <T extends Comparable<? super T>> void ordered(String path, T first, T last) {
    if (first.compareTo(last) > 0) {
      fault(path, Message.of("segment.fault.reversed"));
    }
  }

  private void noValue(String path) {
    fault(path, Message.of("segment.fault.noValue"));
  }

  private void fault(String path, Message message) {
    faults.add(new Fault(path, message));
  }
}
