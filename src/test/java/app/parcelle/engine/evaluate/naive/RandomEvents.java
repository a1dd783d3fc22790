package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.CalendarUnit;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Against;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Edge;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Window;

/**
 * Seeded conditions over events.
 *
 * @param steps the most that a sequence has
 */
record RandomEvents(Draw draw, RandomTests tests, int steps) {
  private static final List<String> TABLES = List.of("Orders", "Orders", "Visits", "Mails");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<Measure> CHANGING = List.of(Measure.COUNT, Measure.LINES, Measure.SUM,
      Measure.AVERAGE);

  Condition condition() {
    return switch (draw.below(16)) {
      case 0, 1 -> never();
      case 2, 3 -> date();
      case 4, 5 -> new EventRelation(measured(), draw.comparison(),
          draw.coin() ? BigDecimal.ONE : BigDecimal.valueOf(1 + draw.below(40), 1), measured());
      case 6 -> trend();
      case 7 -> share();
      case 8, 9, 10, 11 -> sequence();
      default -> measure();
    };
  }

  private Condition measure() {
    Measured of = measured();
    BigDecimal first = switch (of.measure()) {
      case COUNT, LINES, DISTINCT -> BigDecimal.valueOf(draw.below(4));
      case DAYS_SINCE_LAST, DAYS_SINCE_FIRST, DAYS_BETWEEN ->
        BigDecimal.valueOf(draw.below(draw.coin() ? 4 : 400));
      case SUM, AVERAGE, MINIMUM, MAXIMUM, FIRST, LAST -> draw.number();
    };
    NumberOperator operator = draw.notBelow(BigDecimal.ZERO, first);
    BigDecimal second = operator.needsTwo() ? first.add(draw.number().abs()) : null;
    return new EventTest(of.table(), of.measure(), of.property(), operator, first, second, of.window(),
        of.where());
  }

  private Measured measured() {
    String table = draw.one(TABLES);
    Measure measure = draw.one(Measure.values());
    return new Measured(table, measure, property(table, measure), window(table),
        where(table, List.of()));
  }

  private @Nullable FieldRef property(String table, Measure measure) {
    if (!measure.ofColumn() || (table.equals("Orders") && draw.coin())) {
      return null;
    }
    Subjects columns = Subjects.of(table);
    return draw.field(measure == Measure.DISTINCT ? columns.any() : columns.numbers());
  }

  private Condition never() {
    String table = draw.one(TABLES);
    return new Never(table, window(table), where(table, List.of()));
  }

  private Condition date() {
    String table = draw.one(TABLES);
    return new EventDateTest(table, draw.one(Edge.values()),
        tests.criterion("", Subjects.CUSTOMERS.dates()), window(table), where(table, List.of()));
  }

  private Condition trend() {
    String table = draw.one(TABLES);
    Measure measure = draw.one(CHANGING);
    BigDecimal percent = draw.one(List.of(BigDecimal.ZERO, BigDecimal.valueOf(-50), HUNDRED,
        BigDecimal.valueOf(-100), new BigDecimal("33.3")));
    NumberOperator operator = draw.notBelow(HUNDRED.negate(), percent);
    return new EventTrend(table, measure, property(table, measure), period(),
        draw.once(3) ? Against.SAME_PERIOD_LAST_YEAR : Against.PERIOD_BEFORE, operator, percent,
        operator.needsTwo() ? percent.add(BigDecimal.valueOf(draw.below(150))) : null,
        draw.once(4) ? where(table, List.of()) : null);
  }

  /** Long enough for something to have happened before. */
  private Period period() {
    return draw.once(4) ? draw.period() : new Period(2 + draw.below(9), Period.Unit.MONTHS);
  }

  private Condition share() {
    String table = draw.one(TABLES);
    BigDecimal percent = draw
        .one(List.of(BigDecimal.ZERO, BigDecimal.valueOf(50), new BigDecimal("33.4"), HUNDRED));
    NumberOperator operator = percent.compareTo(HUNDRED) == 0
        ? draw.one(List.of(NumberOperator.AT_LEAST, NumberOperator.LESS, NumberOperator.EQUAL,
            NumberOperator.NOT_EQUAL))
        : draw.notBelow(BigDecimal.ZERO, percent);
    return new EventShare(table, window(table), where(table, List.of()), tests.test(Subjects.of(table)),
        operator, percent, operator.needsTwo() ? percent.add(BigDecimal.valueOf(draw.below(50))) : null);
  }

  private Condition sequence() {
    int n = 2 + Math.min(draw.below(steps - 1), draw.below(steps - 1));
    List<Step> chosen = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String table = draw.one(TABLES);
      chosen.add(
          new Step(table, draw.coin() ? null : where(table, before), i == 0 || draw.coin() ? null : gap(),
              i == n - 1 && draw.once(3)));
      before.add(table);
    }
    return new Sequence(chosen, draw.coin() ? new Window.Ever() : window(before.getFirst()));
  }

  private Gap gap() {
    Gap.Elapsed atLeast = draw.once(3)
        ? new Gap.Elapsed(1 + draw.below(24), draw.one(List.of(Gap.Unit.MINUTES, Gap.Unit.HOURS)))
        : null;
    Gap.Elapsed atMost = atLeast != null && draw.once(3)
        ? null
        : new Gap.Elapsed(1 + draw.below(60), draw.one(List.of(Gap.Unit.DAYS, Gap.Unit.WEEKS)));
    return new Gap(atLeast, atMost);
  }

  /** @param before the tables of the earlier steps, where it is that of a step */
  private @Nullable Condition where(String table, List<String> before) {
    Subjects columns = Subjects.of(table);
    if (!before.isEmpty() && draw.once(4)) {
      Condition step = stepTest(columns, before);
      return draw.once(3) ? new AllOf(List.of(tests.test(columns), new Not(step))) : step;
    }
    return switch (draw.below(9)) {
      case 0, 1 -> tests.test(columns);
      case 2 -> draw.coin()
          ? new AnyOf(draw.several(() -> tests.test(columns)))
          : new AllOf(draw.several(() -> new Not(tests.test(columns))));
      case 3 -> draw.coin()
          ? new Occurrence(draw.coin())
          : new AnyOf(List.of(new Occurrence(draw.coin()), tests.test(columns)));
      default -> null;
    };
  }

  private Condition stepTest(Subjects columns, List<String> before) {
    int step = 1 + draw.below(before.size());
    Subjects others = Subjects.of(before.get(step - 1));
    if (draw.once(3)) {
      return new StepTest(draw.field(columns.numbers()), draw.comparison(), step,
          draw.field(others.numbers()));
    }
    if (draw.coin() && columns.dates().equals(others.dates())) {
      FieldRef date = draw.field(columns.dates());
      return new StepTest(date, draw.comparison(), step, date);
    }
    return new StepTest(draw.field(columns.texts()),
        draw.coin() ? NumberOperator.EQUAL : NumberOperator.NOT_EQUAL, step, draw.field(others.texts()));
  }

  private Window window(String table) {
    return switch (draw.below(12)) {
      case 0, 1, 2 -> new Window.Ever();
      case 3 -> {
        LocalDate last = draw.coin() ? draw.one(RandomRows.SPECIAL) : draw.day();
        yield new Window.Between(last.minusDays(draw.below(60)), last);
      }
      case 4, 5 -> new Window.Since(draw.day());
      case 6 -> new Window.Whole(draw.one(CalendarUnit.values()), draw.below(4));
      case 7 -> new Window.Ago(new Period(2 + draw.below(9), Period.Unit.MONTHS),
          new Period(1 + draw.below(60), Period.Unit.DAYS));
      case 8, 9 -> new Window.Latest(1 + draw.below(4), draw.coin() ? null : tests.test(Subjects.of(table)));
      default -> new Window.Last(draw.period(), draw.coin());
    };
  }
}
