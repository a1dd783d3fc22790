package app.parcelle.engine.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.raw;

import java.math.BigDecimal;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.NumberOperator;

/** Comparisons of numbers; null where one is missing. */
final class NumberSql {
  private NumberSql() {}

  /** An exact number: jOOQ might write one with an exponent, which is a double. */
  static Field<BigDecimal> exact(BigDecimal number) {
    return field(raw(number.toPlainString()), SQLDataType.NUMERIC);
  }

  static Condition passes(Field<BigDecimal> value, NumberOperator operator, BigDecimal first,
      @Nullable BigDecimal second) {
    return passes(value, operator, exact(first), second == null ? exact(first) : exact(second));
  }

  static Condition passes(Field<BigDecimal> value, NumberOperator operator, Field<BigDecimal> first,
      Field<BigDecimal> second) {
    return switch (operator) {
      case EQUAL -> value.eq(first);
      case NOT_EQUAL -> value.ne(first);
      case LESS -> value.lt(first);
      case AT_MOST -> value.le(first);
      case AT_LEAST -> value.ge(first);
      case GREATER -> value.gt(first);
      case BETWEEN -> value.between(first, second);
      case NOT_BETWEEN -> value.notBetween(first, second);
    };
  }
}
