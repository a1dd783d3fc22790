package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.NumberOperator;

/**
 * Values from {@code low} to {@code high}, both included, or all others when {@code outside}. Empty when low is above high.
 */
record ValueRange(long low, long high, boolean outside) {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  static ValueRange of(long low, long high) {
    return new ValueRange(low, high, false);
  }

  /** The unscaled numbers of a scale that pass a comparison, exactly. */
  static ValueRange of(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second, int scale) {
    return switch (operator) {
      case EQUAL -> between(value, value, scale, false);
      case NOT_EQUAL -> between(value, value, scale, true);
      case BETWEEN -> between(value, upper(second), scale, false);
      case NOT_BETWEEN -> between(value, upper(second), scale, true);
      case LESS -> clamp(MIN, ceiling(value, scale).subtract(BigInteger.ONE), false);
      case AT_MOST -> clamp(MIN, floor(value, scale), false);
      case AT_LEAST -> clamp(ceiling(value, scale), MAX, false);
      case GREATER -> clamp(floor(value, scale).add(BigInteger.ONE), MAX, false);
    };
  }

  private static BigDecimal upper(@Nullable BigDecimal second) {
    if (second == null) {
      throw new IllegalArgumentException("between needs two numbers");
    }
    return second;
  }

  private static ValueRange between(BigDecimal low, BigDecimal high, int scale, boolean outside) {
    return clamp(ceiling(low, scale), floor(high, scale), outside);
  }

  private static BigInteger ceiling(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.CEILING).unscaledValue();
  }

  private static BigInteger floor(BigDecimal value, int scale) {
    return value.setScale(scale, RoundingMode.FLOOR).unscaledValue();
  }

  private static ValueRange clamp(BigInteger low, BigInteger high, boolean outside) {
    if (low.compareTo(MAX) > 0 || high.compareTo(MIN) < 0) {
      return new ValueRange(1, 0, outside);
    }
    return new ValueRange(low.max(MIN).longValue(), high.min(MAX).longValue(), outside);
  }

  boolean holds(long value) {
    return (low <= value && value <= high) != outside;
  }
}
