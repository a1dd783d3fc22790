package app.parcelle.engine.segment;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import app.parcelle.engine.segment.Condition.Against;
import app.parcelle.engine.segment.Condition.Edge;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.Condition.EventRelation;
import app.parcelle.engine.segment.Condition.EventShare;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.EventTrend;
import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Condition.StepTest;

/** Conditions on events, and on rows, of any form. */
final class AnyEvents {
  private static final Arbitrary<NumberOperator> ONE_NUMBER = Arbitraries.of(NumberOperator.class)
      .filter(op -> !op.needsTwo());

  private AnyEvents() {}

  static Arbitrary<Condition> conditions() {
    return Arbitraries.oneOf(List.of(
        AnySegment.numbers((op, value, second) -> measured().map(m -> new EventTest(m.table(), m.measure(),
            m.property(), op, value, second, m.window(), m.where()))),
        Combinators
            .combine(AnySegment.NAMES, Arbitraries.of(Edge.class), AnySegment.criteria(), windows(), wheres())
            .as(EventDateTest::new),
        Combinators.combine(measured(), ONE_NUMBER, AnySegment.NUMBERS, measured()).as(EventRelation::new),
        AnySegment.numbers((op, value, second) -> Combinators
            .combine(measured(), AnySegment.PERIODS, Arbitraries.of(Against.class))
            .as((m, period, against) -> new EventTrend(m.table(), m.measure(), m.property(), period, against,
                op, value, second, m.where()))),
        AnySegment.numbers((op, value, second) -> Combinators
            .combine(AnySegment.NAMES, windows(), wheres(), Arbitraries.lazy(AnySegment::rules))
            .as((table, window, where, meeting) -> new EventShare(table, window, where, meeting, op, value,
                second))),
        Combinators.combine(AnySegment.NAMES, windows(), wheres()).as(Never::new),
        Combinators.combine(steps().list().ofMaxSize(3), windows()).as(Sequence::new),
        Combinators
            .combine(AnySegment.FIELDS, ONE_NUMBER, Arbitraries.integers().between(1, 5), AnySegment.FIELDS)
            .as(StepTest::new),
        AnySegment.FLAGS.map(Occurrence::new)));
  }

  private static Arbitrary<Measured> measured() {
    return Arbitraries.of(Measure.class)
        .flatMap(measure -> Combinators
            .combine(AnySegment.NAMES, AnySegment.FIELDS.injectNull(measure.ofColumn() ? 0.5 : 1), windows(),
                wheres())
            .as((table, of, window, where) -> new Measured(table, measure, of, window, where)));
  }

  private static Arbitrary<Step> steps() {
    return Combinators.combine(AnySegment.NAMES, wheres(), gaps().injectNull(0.5), AnySegment.FLAGS)
        .as(Step::new);
  }

  private static Arbitrary<Gap> gaps() {
    Arbitrary<Gap.Elapsed> elapsed = Combinators
        .combine(Arbitraries.integers().between(1, 999), Arbitraries.of(Gap.Unit.class))
        .as(Gap.Elapsed::new);
    return Combinators.combine(elapsed.injectNull(0.3), elapsed.injectNull(0.3))
        .as(Gap::new)
        .filter(gap -> gap.atLeast() != null || gap.atMost() != null);
  }

  private static Arbitrary<Window> windows() {
    return Arbitraries.oneOf(Arbitraries.just(new Window.Ever()),
        Combinators.combine(AnySegment.PERIODS, AnySegment.FLAGS).as(Window.Last::new),
        Combinators.combine(AnySegment.DAYS, AnySegment.DAYS).as(Window.Between::new),
        AnySegment.DAYS.map(Window.Since::new),
        Combinators.combine(Arbitraries.of(CalendarUnit.class), Arbitraries.integers().between(-9, 99))
            .as(Window.Whole::new),
        Combinators.combine(AnySegment.PERIODS, AnySegment.PERIODS).as(Window.Ago::new),
        Combinators.combine(Arbitraries.integers().between(1, 99), wheres()).as(Window.Latest::new));
  }

  private static Arbitrary<Condition> wheres() {
    return Arbitraries.lazyOf(() -> Arbitraries.<Condition>just(new Condition.Everyone()).injectNull(1),
        () -> Arbitraries.<Condition>just(new Condition.Everyone()).injectNull(1),
        () -> Arbitraries.of(TextOperator.class).flatMap(AnySegment::texts), AnySegment::rules);
  }
}
