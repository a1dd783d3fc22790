package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.ListOperator;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Blank;

/** What a criterion can be made of. */
sealed interface Source {
  /**
   * A field of customers.
   *
   * @param list whether its texts hold several elements
   */
  record OfField(Field field, boolean list) implements Source {}

  /** The events of a table. */
  record OfEvents(TableVersion table) implements Source {}

  /** Events one after the other, beginning with those of a table. */
  record OfSequence(TableVersion table) implements Source {}

  /** Where customers are. */
  record OfPlaces(Condition.Coordinates coordinates, String name) implements Source {}

  /** Whether customers are inside an area. */
  record OfAreas(Condition.Coordinates coordinates, String name) implements Source {}

  /** What is said of consent in the entries of a table. */
  record OfConsent(TableVersion ledger) implements Source {}

  /** The members of a saved segment. */
  record OfSegment(FieldRef segment) implements Source {}

  /** A share of all customers, by chance. */
  record OfChance() implements Source {}

  /** All customers. */
  record OfEveryone() implements Source {}

  /** The criterion as it first stands in the rule; what a person has to give is blank. */
  default Condition start() {
    return switch (this) {
      case OfEvents(TableVersion table) -> new Condition.EventTest(table.name(), Measure.COUNT, null,
          NumberOperator.AT_LEAST, BigDecimal.ONE, null, lastYear(), null);
      case OfSequence(TableVersion table) -> new Condition.Sequence(
          List.of(new Condition.Step(table.name(), null, null, false),
              new Condition.Step(table.name(), null,
                  new Gap(null, new Gap.Elapsed(30, Gap.Unit.DAYS)), false)),
          new Window.Ever());
      case OfPlaces(var coordinates, _) -> new Condition.Near(coordinates,
          new Place.Point(BigDecimal.ZERO, BigDecimal.ZERO), BigDecimal.TEN);
      case OfAreas(var coordinates, _) -> new Condition.InArea(coordinates, new Area.Drawn(List.of()));
      case OfConsent(TableVersion ledger) ->
        new Condition.Consent(ledger.name(), Condition.ConsentState.GRANTED, null, null, null);
      case OfSegment(FieldRef segment) ->
        new Condition.InSegment(segment, true, new Condition.Membership.Live());
      case OfChance() -> new Condition.RandomSample(BigDecimal.ZERO, BigDecimal.TEN, "1");
      case OfEveryone() -> new Condition.Everyone();
      case OfField(Field.Cluster cluster, _) -> new Condition.InCluster(cluster.name(), Set.of());
      case OfField(Field field, boolean list) -> start(new FieldRef(field.name(), field.id()), field, list);
    };
  }

  /** The values that {@link #start} leaves blank. */
  default Set<Blank> blanks() {
    Condition start = start();
    return start instanceof Condition.NumberTest || start instanceof Condition.Near
        ? Set.of(Blank.FIRST)
        : Set.of();
  }

  private static Window lastYear() {
    return new Window.Last(new Period(365, Period.Unit.DAYS), false);
  }

  private static Condition start(FieldRef ref, Field field, boolean list) {
    return switch (field.type()) {
      case TEXT, IDENTIFIER -> list
          ? new Condition.ListTest(ref, ListOperator.ANY_OF, List.of(), false, false)
          : new Condition.TextTest(ref, TextOperator.IS_ONE_OF, List.of(), false, false);
      case WHOLE, DECIMAL ->
        new Condition.NumberTest(ref, NumberOperator.AT_LEAST, BigDecimal.ZERO, null, false);
      case YES_NO -> new Condition.YesNoTest(ref, YesNoOperator.IS_YES, false);
      case DATE, DATE_TIME -> new Condition.DateTest(ref,
          new DateCriterion.InLast(new Period(30, Period.Unit.DAYS), false), false);
    };
  }
}
