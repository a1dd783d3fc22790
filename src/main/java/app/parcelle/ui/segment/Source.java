package app.parcelle.ui.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Blank;

/** What a criterion can be made of. */
sealed interface Source {
  /** A field of customers. */
  record OfField(Field field) implements Source {}

  /** The events of a table. */
  record OfEvents(TableVersion table) implements Source {}

  /** The criterion as it first stands in the rule; what a person has to give is blank. */
  default Condition start() {
    return switch (this) {
      case OfEvents events -> new Condition.EventTest(events.table().name(), Measure.COUNT, null,
          NumberOperator.AT_LEAST, BigDecimal.ONE, null,
          new Window.Last(new Period(365, Period.Unit.DAYS), false), null);
      case OfField(Field.Cluster cluster) -> new Condition.InCluster(cluster.name(), Set.of());
      case OfField(Field field) -> start(field);
    };
  }

  /** The values that {@link #start} leaves blank. */
  default Set<Blank> blanks() {
    return start() instanceof Condition.NumberTest ? Set.of(Blank.FIRST) : Set.of();
  }

  private static Condition start(Field field) {
    FieldRef ref = new FieldRef(field.name(), field.id());
    return switch (field.type()) {
      case TEXT, IDENTIFIER ->
        new Condition.TextTest(ref, TextOperator.IS_ONE_OF, List.of(), false, false);
      case WHOLE, DECIMAL ->
        new Condition.NumberTest(ref, NumberOperator.AT_LEAST, BigDecimal.ZERO, null, false);
      case YES_NO -> new Condition.YesNoTest(ref, YesNoOperator.IS_YES, false);
      case DATE, DATE_TIME -> new Condition.DateTest(ref,
          new DateCriterion.InLast(new Period(30, Period.Unit.DAYS), false), false);
    };
  }
}
