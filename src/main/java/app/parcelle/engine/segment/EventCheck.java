package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * That each condition on events finds its table and columns, and can be met.
 *
 * @param within checks a condition on rows
 */
record EventCheck(FieldCatalog catalog, Faults faults, FieldCheck fields, Within within) {
  private static final int LEAST_STEPS = 2;
  private static final int MOST_STEPS = 5;

  interface Within {
    void condition(String path, Condition condition, Scope scope);
  }

  void test(String path, EventTest test) {
    measured(path, new Measured(test.table(), test.measure(), test.property(), test.window(), test.where()));
    faults.range(path, test.operator(), test.value(), test.second(), possible(test.measure()));
  }

  private static Possible possible(Measure measure) {
    return switch (measure) {
      case COUNT, LINES, DISTINCT, DAYS_SINCE_LAST, DAYS_SINCE_FIRST, DAYS_BETWEEN -> Possible.COUNT;
      case SUM, AVERAGE, MINIMUM, MAXIMUM, FIRST, LAST -> Possible.ANY;
    };
  }

  private void measured(String path, Measured measured) {
    Optional<TableVersion> table = table(path, measured.table(), measured.window(), measured.where());
    table.ifPresent(found -> measure(path, measured.measure(), measured.property(), found));
  }

  private void measure(String path, Measure measure, @Nullable FieldRef property, TableVersion table) {
    switch (measure) {
      case FIRST, LAST, DAYS_SINCE_FIRST, DAYS_SINCE_LAST, DAYS_BETWEEN -> timed(path, table);
      case COUNT, LINES, SUM, AVERAGE, MINIMUM, MAXIMUM, DISTINCT -> {
        // without regard to time
      }
    }
    if (property == null) {
      if (measure.ofColumn() && table.withRole(Role.AMOUNT).isEmpty()) {
        faults.add(path, Message.of("segment.fault.noAmount", table.name()));
      }
    } else if (!measure.ofColumn()) {
      faults.add(path, Message.of("segment.fault.noColumn", property.name()));
    } else {
      Optional<Scope.Found> found = fields.found(path, property, new Scope.Rows(table));
      if (found.isPresent() && measure != Measure.DISTINCT && !found.get().type().isNumber()) {
        faults.add(path, Message.of("segment.fault.notNumber", property.name()));
      }
    }
  }

  void date(String path, EventDateTest test, Scope.Customers customers) {
    table(path, test.table(), test.window(), test.where()).ifPresent(table -> timed(path, table));
    fields.criterion(path, test.criterion(), customers);
  }

  void relation(String path, EventRelation test) {
    measured(path, test.left());
    measured(SegmentPaths.than(path), test.right());
    oneNumber(path, test.operator());
    if (test.times().signum() <= 0) {
      faults.add(path, Message.of("segment.fault.times"));
    }
  }

  private void oneNumber(String path, NumberOperator operator) {
    if (operator.needsTwo()) {
      faults.add(path, Message.of("segment.fault.oneNumber", Spelling.NUMBER.of(operator)));
    }
  }

  void trend(String path, EventTrend test) {
    boolean changes = switch (test.measure()) {
      case COUNT, LINES, SUM, AVERAGE -> true;
      case MINIMUM, MAXIMUM, DISTINCT, FIRST, LAST, DAYS_SINCE_LAST, DAYS_SINCE_FIRST, DAYS_BETWEEN -> false;
    };
    if (!changes) {
      faults.add(path, Message.of("segment.fault.trend"));
    }
    Optional<TableVersion> table = table(path, test.table(), new Window.Ever(), test.where());
    table.ifPresent(found -> {
      timed(path, found);
      measure(path, test.measure(), test.property(), found);
    });
    boolean counted = test.measure() == Measure.COUNT || test.measure() == Measure.LINES;
    faults.range(path, test.operator(), test.percent(), test.second(),
        counted ? Possible.CHANGE : Possible.ANY);
  }

  void share(String path, EventShare test) {
    Optional<TableVersion> table = table(path, test.table(), test.window(), test.where());
    table.ifPresent(
        found -> within.condition(SegmentPaths.share(path), test.meeting(), new Scope.Rows(found)));
    BigDecimal second = test.second();
    if (!Possible.PERCENT.holds(test.percent())
        || (test.operator().needsTwo() && second != null && !Possible.PERCENT.holds(second))) {
      faults.add(path, Message.of("segment.fault.share"));
    } else {
      faults.range(path, test.operator(), test.percent(), second, Possible.PERCENT);
    }
  }

  void never(String path, Never test) {
    table(path, test.table(), test.window(), test.where());
  }

  void sequence(String path, Sequence test) {
    List<Step> steps = test.steps();
    if (steps.size() < LEAST_STEPS || steps.size() > MOST_STEPS) {
      faults.add(path, Message.of("segment.fault.steps", LEAST_STEPS, MOST_STEPS));
    }
    List<String> before = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      step(SegmentPaths.step(path, i), steps.get(i), i, steps.size(), List.copyOf(before));
      before.add(steps.get(i).table());
    }
    if (!steps.isEmpty()) {
      catalog.events(steps.getFirst().table()).ifPresent(table -> window(path, test.window(), table));
    }
  }

  private void step(String path, Step step, int index, int steps, List<String> before) {
    if (step.not() && (index == 0 || index < steps - 1)) {
      faults.add(path, Message.of("segment.fault.notLast"));
    }
    gap(path, step.gap(), index);
    Optional<TableVersion> table = catalog.events(step.table());
    if (table.isEmpty()) {
      unknown(path, step.table());
      return;
    }
    timed(path, table.get());
    if (step.where() != null) {
      within.condition(SegmentPaths.where(path), step.where(), new Scope.Rows(table.get(), before));
    }
  }

  private void gap(String path, @Nullable Gap gap, int index) {
    if (gap == null) {
      return;
    }
    if (index == 0) {
      faults.add(path, Message.of("segment.fault.firstGap"));
    }
    if (gap.atLeast() != null && gap.atMost() != null) {
      faults.ordered(path, gap.atLeast().duration(), gap.atMost().duration());
    }
  }

  void stepTest(String path, StepTest test, Scope.Rows rows) {
    oneNumber(path, test.operator());
    if (test.step() < 1 || test.step() > rows.before().size()) {
      faults.add(path, Message.of("segment.fault.noStep", test.step()));
      return;
    }
    Optional<Scope.Found> column = fields.found(path, test.column(), rows);
    Optional<TableVersion> earlier = catalog.events(rows.before().get(test.step() - 1));
    if (earlier.isPresent()) {
      Optional<Scope.Found> other = fields.found(path, test.other(), new Scope.Rows(earlier.get()));
      if (column.isPresent() && other.isPresent()
          && !comparable(column.get().type(), other.get().type(), test.operator())) {
        faults.add(path, Message.of("segment.fault.compared", test.column().name(), test.other().name(),
            Spelling.NUMBER.of(test.operator())));
      }
    }
  }

  private static boolean comparable(ColumnType one, ColumnType other, NumberOperator operator) {
    boolean equality = operator == NumberOperator.EQUAL || operator == NumberOperator.NOT_EQUAL;
    return (one.isText() && other.isText() && equality) || (one.isNumber() && other.isNumber())
        || (one.isDate() && other.isDate());
  }

  void occurrence(String path, Scope.Rows rows) {
    timed(path, rows.table());
  }

  /** The table, once it, the window and the where have been looked at. */
  private Optional<TableVersion> table(String path, String name, Window window, @Nullable Condition where) {
    Optional<TableVersion> table = catalog.events(name);
    if (table.isEmpty()) {
      unknown(path, name);
      return table;
    }
    window(path, window, table.get());
    if (where != null) {
      within.condition(SegmentPaths.where(path), where, new Scope.Rows(table.get()));
    }
    return table;
  }

  private void window(String path, Window window, TableVersion table) {
    switch (window) {
      case Window.Ever() -> {
        return;
      }
      case Window.Latest(int n, var among) -> {
        if (n < 1) {
          faults.noValue(path);
        }
        if (among != null) {
          within.condition(SegmentPaths.among(path), among, new Scope.Rows(table));
        }
      }
      case Window.Between(var first, var last) -> faults.ordered(path, first, last);
      case Window.Ago(var from, var to) -> {
        if (!longer(from, to)) {
          faults.add(path, Message.of("segment.fault.nothingBetween"));
        }
      }
      case Window.Whole(_, int ago) -> {
        if (ago < 0) {
          faults.add(path, Message.of("segment.fault.future"));
        }
      }
      case Window.Last _,Window.Since _ -> {
        // any value will do
      }
    }
    timed(path, table);
  }

  /** Whether one period can be longer than another, however long the months are. */
  private static boolean longer(Period one, Period other) {
    return (months(one) > 0 && months(other) > 0)
        ? months(one) > months(other)
        : days(one, 31, 366) > days(other, 28, 365);
  }

  private static long months(Period period) {
    return switch (period.unit()) {
      case DAYS, WEEKS -> 0;
      case MONTHS -> period.n();
      case YEARS -> 12L * period.n();
    };
  }

  private static long days(Period period, long month, long year) {
    return period.n() * switch (period.unit()) {
      case DAYS -> 1L;
      case WEEKS -> 7L;
      case MONTHS -> month;
      case YEARS -> year;
    };
  }

  private void timed(String path, TableVersion table) {
    if (table.withRole(Role.EVENT_TIME).isEmpty()) {
      faults.add(path, Message.of("segment.fault.noTime", table.name()));
    }
  }

  private void unknown(String path, String table) {
    faults.add(path, new Scope.Customers(catalog).unknownTable(table));
  }
}
