package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.TextOperator;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.segment.YesNoOperator;

/** Finds what a value would have to be for a condition to become true, or false. */
final class Needs {
  private final AsOf asOf;
  private final ToIntFunction<FieldRef> scales;

  /** @param scales how many digits a number field has after the point */
  Needs(AsOf asOf, ToIntFunction<FieldRef> scales) {
    this.asOf = asOf;
    this.scales = scales;
  }

  /** @param value what the customer has; null where it is missing */
  Need of(Condition condition, boolean wanted, @Nullable Value value) {
    return switch (condition) {
      case Condition.NumberTest(var field, var operator, var first, var second, _) ->
        number(operator, first, second, wanted, scales.applyAsInt(field));
      case Condition.EventTest test ->
        number(test.operator(), test.value(), test.second(), wanted,
            scale(value, BigDecimal.ZERO));
      case Condition.EventShare test -> number(test.operator(), test.percent(), test.second(), wanted,
          scale(value, test.percent()));
      case Condition.EventTrend test -> number(test.operator(), test.percent(), test.second(), wanted,
          scale(value, test.percent()));
      case Condition.ListSize test -> number(test.operator(), test.value(), test.second(), wanted, 0);
      case Condition.EventDateTest test -> day(test.criterion(), wanted);
      case Condition.ListTest test -> switch (test.operator()) {
        case ANY_OF -> new Need.Among(test.values(), wanted);
        case NONE_OF -> new Need.Among(test.values(), !wanted);
        case ALL_OF, NOT_ALL_OF -> new Need.AsSaid();
      };
      case Condition.Never(_, Window _, _) -> wanted
          ? new Need.Within(number(0, 0), number(0, 0))
          : new Need.Within(number(1, 0), null);
      case Condition.TextTest test -> text(test, wanted);
      case Condition.YesNoTest(_, var operator, _) -> new Need.YesOrNo(
          (operator == YesNoOperator.IS_YES || operator == YesNoOperator.IS_NOT_NO) == wanted);
      case Condition.DateTest(_, var criterion, _) -> day(criterion, wanted);
      case Condition.Known(_, var knowledge) -> switch (knowledge) {
        case KNOWN -> new Need.Filled(wanted);
        case UNKNOWN -> new Need.Filled(!wanted);
        case INVALID -> new Need.AsSaid();
      };
      default -> new Need.AsSaid();
    };
  }

  /** Digits after the point of a value that is measured rather than stored. */
  private static int scale(@Nullable Value value, BigDecimal compared) {
    int own = value instanceof Value.OfNumber(BigDecimal number) ? number.scale() : 0;
    return Math.max(own, Math.max(0, compared.scale()));
  }

  private Need day(DateCriterion criterion, boolean wanted) {
    DayRange days = DayRange.of(criterion, asOf);
    return days == null ? new Need.AsSaid() : days.need(wanted);
  }

  private static Need text(Condition.TextTest test, boolean wanted) {
    TextOperator positive = test.operator().positive();
    return positive == TextOperator.EQUALS || positive == TextOperator.IS_ONE_OF
        ? new Need.Among(test.values(), wanted != test.operator().negative())
        : new Need.AsSaid();
  }

  private static Need number(NumberOperator operator, BigDecimal first, @Nullable BigDecimal second,
      boolean wanted, int scale) {
    ValueRange range = ValueRange.of(operator, first, second, scale);
    long low = range.low();
    long high = range.high();
    if (low > high) {
      return new Need.AsSaid();
    }
    if (wanted != range.outside()) {
      return new Need.Within(low == Long.MIN_VALUE ? null : number(low, scale),
          high == Long.MAX_VALUE ? null : number(high, scale));
    }
    return low == Long.MIN_VALUE
        ? new Need.Within(number(high + 1, scale), null)
        : high == Long.MAX_VALUE
            ? new Need.Within(null, number(low - 1, scale))
            : new Need.Outside(number(low, scale), number(high, scale));
  }

  private static Value number(long unscaled, int scale) {
    return new Value.OfNumber(BigDecimal.valueOf(unscaled, scale));
  }
}
