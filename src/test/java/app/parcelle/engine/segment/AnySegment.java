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
import app.parcelle.engine.segment.Condition.Consent;
import app.parcelle.engine.segment.Condition.ConsentState;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.End;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.InBand;
import app.parcelle.engine.segment.Condition.InCluster;
import app.parcelle.engine.segment.Condition.InSegment;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.Membership;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.RandomSample;
import app.parcelle.engine.segment.Condition.Ranked;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion.KindOfDay;
import app.parcelle.engine.segment.DateCriterion.LeapDay;

/** Segments of any form, sensible or not. */
final class AnySegment {
  static final Arbitrary<LocalDate> DAYS = Arbitraries.integers()
      .between(-40_000, 40_000)
      .map(LocalDate::ofEpochDay);
  private static final Arbitrary<MonthDay> MONTH_DAYS = DAYS.map(MonthDay::from);
  static final Arbitrary<BigDecimal> NUMBERS = Arbitraries.oneOf(
      Arbitraries.longs().between(-1_000_000, 1_000_000).map(n -> BigDecimal.valueOf(n, 3)),
      Arbitraries.integers().map(BigDecimal::valueOf), Arbitraries.of(new BigDecimal("1E+3"),
          new BigDecimal("2.50"), new BigDecimal("1E-7"), new BigDecimal("12345678901234567890.123")));
  static final Arbitrary<Boolean> FLAGS = Arbitraries.of(true, false);
  static final Arbitrary<String> NAMES = Arbitraries.strings().ofMaxLength(8);
  static final Arbitrary<FieldRef> FIELDS = Combinators.combine(NAMES, NAMES.injectNull(0.5))
      .as(FieldRef::new);
  static final Arbitrary<Period> PERIODS = Combinators
      .combine(Arbitraries.integers().between(1, 999), Arbitraries.of(Period.Unit.class))
      .as(Period::new);

  private AnySegment() {}

  static Arbitrary<Segment> segments() {
    Arbitrary<Segment.Reference> references = Arbitraries.oneOf(
        Arbitraries.of(new Segment.Reference.Project(), new Segment.Reference.Now()),
        DAYS.map(Segment.Reference.Fixed::new));
    Arbitrary<ZoneId> zones = Arbitraries.of("Europe/Paris", "UTC", "America/New_York", "+02:00")
        .map(ZoneId::of);
    return Combinators
        .combine(NAMES, rules().injectNull(0.05), references, zones.injectNull(0.5),
            limits().injectNull(0.7))
        .as(Segment::new);
  }

  private static Arbitrary<Limit> limits() {
    return Combinators.combine(NUMBERS, FLAGS, FIELDS.injectNull(0.5), FLAGS, FIELDS.injectNull(0.5), NAMES)
        .as(Limit::new);
  }

  static Arbitrary<Condition> rules() {
    Arbitrary<Condition> leaves = leaves();
    return Arbitraries.lazyOf(() -> leaves, () -> leaves, () -> leaves,
        () -> rules().list().ofMaxSize(3).map(AllOf::new),
        () -> rules().list().ofMaxSize(3).map(AnyOf::new), () -> rules().map(Not::new));
  }

  private static Arbitrary<Condition> leaves() {
    return Arbitraries
        .oneOf(List.of(ofFields(), AnyEvents.conditions(), AnyPlace.conditions(), ofCustomers()));
  }

  private static Arbitrary<Condition> ofFields() {
    return Arbitraries.oneOf(List.of(
        Combinators.combine(FIELDS, Arbitraries.of(Knowledge.class)).as(Known::new),
        Arbitraries.of(TextOperator.class).flatMap(AnySegment::texts),
        numbers((op, value, second) -> Combinators.combine(FIELDS, FLAGS)
            .as((field, missing) -> new NumberTest(field, op, value, second, missing))),
        Combinators.combine(FIELDS, Arbitraries.of(YesNoOperator.class), FLAGS).as(YesNoTest::new),
        Combinators.combine(FIELDS, criteria(), FLAGS).as(DateTest::new),
        Combinators
            .combine(FIELDS, Arbitraries.of(ListOperator.class), NAMES.list().ofMaxSize(4), FLAGS, FLAGS)
            .as(ListTest::new),
        numbers((op, value, second) -> FIELDS.map(field -> new ListSize(field, op, value, second)))));
  }

  private static Arbitrary<Condition> ofCustomers() {
    Arbitrary<Integer> whole = Arbitraries.integers().between(1, 9);
    Arbitrary<FieldRef> within = FIELDS.injectNull(0.5);
    Arbitrary<Membership> memberships = Arbitraries.oneOf(Arbitraries.of(new Membership.Live()),
        DAYS.map(Membership.On::new), NAMES.map(Membership.Frozen::new));
    return Arbitraries.oneOf(List.of(Arbitraries.just(new Everyone()),
        Combinators.combine(NAMES, whole.set().ofMaxSize(4)).as(InCluster::new),
        Combinators.combine(FIELDS, Arbitraries.of(End.class), NUMBERS, FLAGS, within).as(Ranked::new),
        Combinators.combine(FIELDS, whole, whole.set().ofMaxSize(4), within).as(InBand::new),
        Combinators
            .combine(NAMES, Arbitraries.of(ConsentState.class), NAMES.injectNull(0.5), NAMES.injectNull(0.5),
                DAYS.injectNull(0.5))
            .as(Consent::new),
        Combinators.combine(FIELDS, FLAGS, memberships).as(InSegment::new),
        Combinators.combine(NUMBERS, NUMBERS, NAMES).as(RandomSample::new)));
  }

  static Arbitrary<TextTest> texts(TextOperator operator) {
    boolean many = operator.positive() == TextOperator.IS_ONE_OF;
    Arbitrary<List<String>> values = many
        ? NAMES.list().ofMaxSize(4)
        : NAMES.list().ofSize(1);
    return Combinators.combine(FIELDS, values, FLAGS, FLAGS)
        .as((field, texts, exact, missing) -> new TextTest(field, operator, texts, exact, missing));
  }

  /** A comparison with one number or two, as its operator needs. */
  interface Compared {
    Arbitrary<? extends Condition> with(NumberOperator operator, BigDecimal value,
        @Nullable BigDecimal second);
  }

  static Arbitrary<Condition> numbers(Compared compared) {
    return Arbitraries.of(NumberOperator.class)
        .flatMap(op -> Combinators.combine(NUMBERS, second(op))
            .flatAs((value, second) -> compared.with(op, value, second).map(c -> c)));
  }

  private static Arbitrary<@Nullable BigDecimal> second(NumberOperator operator) {
    return NUMBERS.injectNull(operator.needsTwo() ? 0 : 1);
  }

  static Arbitrary<DateCriterion> criteria() {
    Arbitrary<Integer> days = Arbitraries.integers().between(-1000, 1000);
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
        Arbitraries.of(DayOfWeek.class).set().ofMaxSize(4).map(DateCriterion.OnWeekday::new),
        Combinators.combine(Arbitraries.of(CalendarUnit.class), days).as(DateCriterion.InWhole::new),
        Arbitraries.of(NumberOperator.class)
            .flatMap(op -> Combinators.combine(FIELDS, days, days.injectNull(op.needsTwo() ? 0 : 1))
                .as((other, first, second) -> new DateCriterion.DaysFrom(other, op, first, second))),
        Combinators.combine(Arbitraries.integers().between(0, 23), Arbitraries.integers().between(0, 24))
            .as(DateCriterion.AtHour::new),
        Combinators.combine(Arbitraries.of(KindOfDay.class), NAMES).as(DateCriterion.OnKindOfDay::new)));
  }
}
