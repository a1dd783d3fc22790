package app.parcelle.engine.sample;

import java.math.BigDecimal;
import java.util.List;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventTest;
import app.parcelle.engine.segment.Condition.Never;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion.AnniversaryInNext;
import app.parcelle.engine.segment.DateCriterion.LeapDay;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Period;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Trait;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.TableVersion;

/** The planted segments as rules over the tables of a sample project. */
final class PlantedRules {
  private final ShopWords words;
  private final TableVersion orders;
  private final TableVersion emails;

  PlantedRules(ShopWords words, TableVersion orders, TableVersion emails) {
    this.words = words;
    this.orders = orders;
    this.emails = emails;
  }

  Segment segment(PlantedSegment planted, String name) {
    Condition rule = switch (planted) {
      case WIN_BACK -> new AllOf(List.of(
          new EventTest(orders.name(), Measure.COUNT, null, NumberOperator.AT_LEAST, BigDecimal.TWO, null,
              lastDays(365), null),
          basketBetween(20, 180),
          new AnyOf(List.of(noOrderIn(60), new Never(emails.name(), lastDays(30), opened()))),
          refused()));
      case BEST -> new AllOf(
          List.of(trait(Trait.FREQUENCY, NumberOperator.AT_LEAST, 5), basketFrom(60),
              trait(Trait.RECENCY, NumberOperator.AT_MOST, 45)));
      case SECOND_PURCHASE -> new AllOf(List.of(trait(Trait.FREQUENCY, NumberOperator.EQUAL, 1),
          trait(Trait.RECENCY, NumberOperator.AT_MOST, 60), refused()));
      case DORMANT_BIG_BASKETS -> new AllOf(List.of(basketFrom(120), noOrderIn(120)));
      case BIRTHDAYS -> new AllOf(List.of(
          new DateTest(FieldRef.named(header(5)), new AnniversaryInNext(30, LeapDay.FEBRUARY_28), false),
          new YesNoTest(FieldRef.named(header(10)), YesNoOperator.IS_YES, false)));
    };
    return new Segment(name, rule, new Segment.Reference.Project(), null);
  }

  private Condition noOrderIn(int days) {
    return new Never(orders.name(), lastDays(days), null);
  }

  private Condition refused() {
    return new Not(new YesNoTest(FieldRef.named(header(11)), YesNoOperator.IS_NO, false));
  }

  private Condition opened() {
    return new YesNoTest(FieldRef.named(words.sheets().emails().headers().get(3)), YesNoOperator.IS_YES,
        false);
  }

  private Condition basketFrom(int amount) {
    return trait(Trait.AVERAGE_BASKET, NumberOperator.AT_LEAST, amount);
  }

  private Condition basketBetween(int low, int high) {
    return new NumberTest(ref(Trait.AVERAGE_BASKET), NumberOperator.BETWEEN, BigDecimal.valueOf(low),
        BigDecimal.valueOf(high), false);
  }

  private Condition trait(Trait trait, NumberOperator operator, int value) {
    return new NumberTest(ref(trait), operator, BigDecimal.valueOf(value), null, false);
  }

  private FieldRef ref(Trait trait) {
    return new FieldRef(trait.id(), orders.tableId() + ":" + trait.id());
  }

  private String header(int column) {
    return words.sheets().customers().headers().get(column);
  }

  private static Window lastDays(int n) {
    return new Window.Last(days(n), false);
  }

  private static Period days(int n) {
    return new Period(n, Period.Unit.DAYS);
  }
}
