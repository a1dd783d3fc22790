package app.parcelle.engine.cluster.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Knowledge;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.YesNoOperator;

/** A rule in the language of the builder. */
final class RuleWriter {
  private RuleWriter() {}

  static Condition condition(Boxes rule, List<Feature> features) {
    List<Condition> any = rule.boxes().stream().map(box -> box(box, features)).toList();
    return any.size() == 1 ? any.getFirst() : new Condition.AnyOf(any);
  }

  private static Condition box(List<Literal> box, List<Feature> features) {
    List<Condition> all = box.stream().map(literal -> literal(literal, features)).toList();
    return all.size() == 1 ? all.getFirst() : new Condition.AllOf(all);
  }

  private static Condition literal(Literal literal, List<Feature> features) {
    Feature feature = features.get(literal.feature());
    return switch (literal) {
      case Literal.Range range -> ((Feature.Measured) feature).days()
          ? new Condition.DateTest(feature.field(), days(range), false)
          : number(feature.field(), range);
      case Literal.Among among -> among(among, (Feature.Grouped) feature);
      case Literal.Known known -> new Condition.Known(feature.field(),
          known.known() ? Knowledge.KNOWN : Knowledge.UNKNOWN);
    };
  }

  private static Condition number(FieldRef field, Literal.Range range) {
    boolean below = range.high() == Double.POSITIVE_INFINITY;
    if (below || range.low() == Double.NEGATIVE_INFINITY) {
      return new Condition.NumberTest(field, below ? NumberOperator.AT_LEAST : NumberOperator.AT_MOST,
          plain(below ? range.low() : range.high()), null, false);
    }
    return range.low() == range.high()
        ? new Condition.NumberTest(field, NumberOperator.EQUAL, plain(range.low()), null, false)
        : new Condition.NumberTest(field, NumberOperator.BETWEEN, plain(range.low()), plain(range.high()),
            false);
  }

  private static BigDecimal plain(double value) {
    BigDecimal stripped = BigDecimal.valueOf(value).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static DateCriterion days(Literal.Range range) {
    if (range.high() == Double.POSITIVE_INFINITY) {
      return new DateCriterion.After(day(range.low() - 1));
    }
    if (range.low() == Double.NEGATIVE_INFINITY) {
      return new DateCriterion.Before(day(range.high() + 1));
    }
    return range.low() == range.high()
        ? new DateCriterion.On(day(range.low()))
        : new DateCriterion.Between(day(range.low()), day(range.high()));
  }

  private static LocalDate day(double day) {
    return LocalDate.ofEpochDay((long) day);
  }

  private static Condition among(Literal.Among among, Feature.Grouped feature) {
    if (feature.yesNo()) {
      boolean yes = among.groups().get(1) == among.in();
      return new Condition.YesNoTest(feature.field(), yes ? YesNoOperator.IS_YES : YesNoOperator.IS_NO,
          false);
    }
    List<String> values = among.groups().stream().mapToObj(feature.groups()::get).toList();
    TextOperator operator = values.size() == 1
        ? among.in() ? TextOperator.EQUALS : TextOperator.NOT_EQUALS
        : among.in() ? TextOperator.IS_ONE_OF : TextOperator.IS_NONE_OF;
    return new Condition.TextTest(feature.field(), operator, values, false, false);
  }
}
