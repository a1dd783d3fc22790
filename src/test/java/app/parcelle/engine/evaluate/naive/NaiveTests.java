package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.naive.NaiveFields.Cell;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.Known;
import app.parcelle.engine.segment.Condition.ListSize;
import app.parcelle.engine.segment.Condition.ListTest;
import app.parcelle.engine.segment.Condition.NumberTest;
import app.parcelle.engine.segment.Condition.TextTest;
import app.parcelle.engine.segment.Condition.YesNoTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.YesNoOperator;
import app.parcelle.engine.table.Meaning;

/** Tests of a single value, of a customer or of a row. */
record NaiveTests(NaiveValues values) {
  /**
   * @param cells the values of a customer's fields, or of a row's columns, by name
   * @param meanings what they stand for
   */
  boolean test(Condition condition, Function<String, Cell> cells, Function<String, Meaning> meanings) {
    return switch (condition) {
      case Everyone() -> true;
      case Known(var field, var knowledge) -> switch (knowledge) {
        case KNOWN -> !cells.apply(field.name()).missing();
        case UNKNOWN -> cells.apply(field.name()).missing();
        case INVALID -> cells.apply(field.name()).invalid();
      };
      case TextTest test -> cells.apply(test.field().name()).value() instanceof String text
          ? NaiveValues.text(test, text)
          : test.includeMissing();
      case NumberTest test -> cells.apply(test.field().name()).value() instanceof BigDecimal number
          ? NaiveValues.number(test.operator(), number, test.value(), test.second())
          : test.includeMissing();
      case YesNoTest test -> cells.apply(test.field().name()).value() instanceof Boolean yes
          ? yes.equals(test.operator() == YesNoOperator.IS_YES || test.operator() == YesNoOperator.IS_NOT_NO)
          : test.includeMissing();
      case DateTest test -> date(test, cells);
      case ListTest test -> NaiveLists.test(test, meanings.apply(test.field().name()),
          cells.apply(test.field().name()).value());
      case ListSize(var field, var operator, var value, var second) -> NaiveValues.number(operator,
          BigDecimal.valueOf(
              NaiveLists.elements(cells.apply(field.name()).value(), meanings.apply(field.name()), false)
                  .size()),
          value, second);
      default -> throw new IllegalArgumentException(condition.toString());
    };
  }

  private boolean date(DateTest test, Function<String, Cell> cells) {
    Object value = cells.apply(test.field().name()).value();
    Object other = other(test.criterion(), cells);
    return (value == null || (other == null && !other(test.criterion()).isEmpty()))
        ? test.includeMissing()
        : values.date(test.criterion(), value, other);
  }

  /** The other field that a criterion compares with, if it does. */
  static List<FieldRef> other(DateCriterion criterion) {
    return switch (criterion) {
      case DateCriterion.ComparedWith(var _, var field) -> List.of(field);
      case DateCriterion.DaysFrom(var field, var _, var _, var _) -> List.of(field);
      default -> List.of();
    };
  }

  static @Nullable Object other(DateCriterion criterion, Function<String, Cell> cells) {
    List<FieldRef> other = other(criterion);
    return other.isEmpty() ? null : cells.apply(other.getFirst().name()).value();
  }

  /** The fields that a test of values asks for. */
  static List<FieldRef> asked(Condition condition) {
    return switch (condition) {
      case Known test -> List.of(test.field());
      case TextTest test -> List.of(test.field());
      case NumberTest test -> List.of(test.field());
      case YesNoTest test -> List.of(test.field());
      case DateTest(var field, var criterion, var _) -> {
        List<FieldRef> other = other(criterion);
        yield other.isEmpty() ? List.of(field) : List.of(field, other.getFirst());
      }
      case ListTest test -> List.of(test.field());
      case ListSize test -> List.of(test.field());
      default -> List.of();
    };
  }
}
