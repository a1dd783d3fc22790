package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion.LeapDay;

/** Segments of any form, sensible or not. */
final class AnySegment {
  private static final Arbitrary<LocalDate> DAYS = Arbitraries.integers()
      .between(-40_000, 40_000)
      .map(LocalDate::ofEpochDay);
  private static final Arbitrary<MonthDay> MONTH_DAYS = DAYS.map(MonthDay::from);
  private static final Arbitrary<BigDecimal> NUMBERS = Arbitraries.oneOf(
      Arbitraries.longs().between(-1_000_000, 1_000_000).map(n -> BigDecimal.valueOf(n, 3)),
      Arbitraries.integers().map(BigDecimal::valueOf), Arbitraries.of(new BigDecimal("1E+3"),
          new BigDecimal("2.50"), new BigDecimal("1E-7"), new BigDecimal("12345678901234567890.123")));
  private static final Arbitrary<Boolean> FLAGS = Arbitraries.of(true, false);
  private static final Arbitrary<String> NAMES = Arbitraries.strings().ofMaxLength(8);
  private static final Arbitrary<FieldRef> FIELDS = Combinators.combine(NAMES, NAMES.injectNull(0.5))
      .as(FieldRef::new);
  private static final Arbitrary<Period> PERIODS = Combinators
      .combine(Arbitraries.integers().between(1, 999), Arbitraries.of(Period.Unit.class))
      .as(Period::new);

  private AnySegment() {}

  static Arbitrary<Segment> segments() {
    Arbitrary<Segment.Reference> references = Arbitraries.oneOf(
        Arbitraries.of(new Segment.Reference.Project(), new Segment.Reference.Now()),
        DAYS.map(Segment.Reference.Fixed::new));
    Arbitrary<ZoneId> zones = Arbitraries.of("Europe/Paris", "UTC", "America/New_York", "+02:00")
        .map(ZoneId::of);
    return Combinators.combine(NAMES, rules().injectNull(0.05), references, zones.injectNull(0.5))
        .as(Segment::new);
  }

  static Arbitrary<Condition> rules() {
    Arbitrary<Condition> leaves = leaves();
    return Arbitraries.lazyOf(() -> leaves, () -> leaves, () -> leaves,
        () -> rules().list().ofMaxSize(3).map(AllOf::new),
        () -> rules().list().ofMaxSize(3).map(AnyOf::new), () -> rules().map(Not::new));
  }

  private static Arbitrary<Condition> leaves() {
    return Arbitraries.oneOf(List.of(Arbitraries.just(new Everyone()),
        Combinators.combine(FIELDS, Arbitraries.of(Knowledge.class)).as(Known::new),
        Arbitraries.of(TextOperator.class).flatMap(AnySegment::texts),
        Arbitraries.of(NumberOperator.class)
            .flatMap(op -> Combinators.combine(FIELDS, NUMBERS, second(op), FLAGS)
                .as((field, value, second, missing) -> new NumberTest(field, op, value, second, missing))),
        Combinators.combine(FIELDS, Arbitraries.of(YesNoOperator.class), FLAGS).as(YesNoTest::new),
        Combinators.combine(FIELDS, criteria(), FLAGS).as(DateTest::new), events(),
        Combinators.combine(NAMES, windows(), wheres()).as(Never::new),
        Combinators.combine(NAMES, Arbitraries.integers().between(1, 9).set().ofMaxSize(4))
            .as(InCluster::new)));
  }

  private static Arbitrary<TextTest> texts(TextOperator operator) {
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    Arbitrary<List<String>> values = many
        ? NAMES.list().ofMaxSize(4)
        : NAMES.list().ofSize(1);
    return Combinators.combine(FIELDS, values, FLAGS, FLAGS)
        .as((field, texts, exact, missing) -> new TextTest(field, operator, texts, exact, missing));
  }

  private static Arbitrary<EventTest> events() {
    return Combinators
        .combine(Arbitraries.of(NumberOperator.class), Arbitraries.of(Measure.class), FIELDS.injectNull(0.5))
        .flatAs((op, measure, of) -> Combinators.combine(NAMES, NUMBERS, second(op), windows(), wheres())
            .as((table, value, second, window, where) -> new EventTest(table, measure,
                measure == Measure.SUM ? of : null, op, value, second, window, where)));
  }

  private static Arbitrary<@Nullable BigDecimal> second(NumberOperator operator) {
    return NUMBERS.injectNull(operator.needsTwo() ? 0 : 1);
  }

  private static Arbitrary<Window> windows() {
    return Arbitraries.oneOf(Arbitraries.just(new Window.Ever()),
        Combinators.combine(PERIODS, FLAGS).as(Window.Last::new),
        Combinators.combine(DAYS, DAYS).as(Window.Between::new), DAYS.map(Window.Since::new));
  }

  private static Arbitrary<Condition> wheres() {
    return Arbitraries.lazyOf(() -> Arbitraries.<Condition>just(new Everyone()).injectNull(1),
        () -> Arbitraries.of(TextOperator.class).flatMap(AnySegment::texts), AnySegment::rules);
  }

  private static Arbitrary<DateCriterion> criteria() {
    Arbitrary<LeapDay> leapDays = Arbitraries.of(LeapDay.class);
    return Arbitraries.oneOf(List.of(DAYS.map(DateCriterion.On::new), DAYS.map(DateCriterion.Before::new),
        DAYS.map(DateCriterion.After::new), Combinators.combine(DAYS, DAYS).as(DateCriterion.Between::new),
        Combinators.combine(PERIODS, FLAGS).as(DateCriterion.InLast::new),
        Combinators.combine(PERIODS, FLAGS).as(DateCriterion.InNext::new),
        PERIODS.map(DateCriterion.OlderThan::new),
        Combinators.combine(Arbitraries.of(DateCriterion.Order.class), FIELDS)
            .as(DateCriterion.ComparedWith::new),
        Combinators.combine(MONTH_DAYS, MONTH_DAYS, leapDays).as(DateCriterion.Anniversary::new),
        Combinators.combine(Arbitraries.integers().between(1, 365), leapDays)
            .as(DateCriterion.AnniversaryInNext::new),
        Arbitraries.of(Month.class).set().ofMaxSize(4).map(DateCriterion.InMonth::new),
        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(4).map(DateCriterion.OnWeekday::new)));
  }
}
