package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.NumberOperator;

/** Exact comparisons of fractions: products of 64-bit numbers are compared in 128 bits, larger ones as large as they are. */
final class Ratios {
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private Ratios() {}

  /** The sign of {@code a × b - c × d}. */
  static int compare(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }

  /** Whether an order, the sign of a value less a bound, is what an operator of one number wants. */
  static boolean met(NumberOperator operator, int sign) {
    return switch (operator) {
      case EQUAL -> sign == 0;
      case NOT_EQUAL -> sign != 0;
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case AT_LEAST -> sign >= 0;
      case GREATER -> sign > 0;
      case BETWEEN, NOT_BETWEEN -> throw new IllegalArgumentException(operator.name());
    };
  }

  /** A test of fractions whose numerators are in units of a scale. */
  static final class Test {
    private final NumberOperator operator;
    private final Bound first;
    private final @Nullable Bound second;

    Test(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second, int scale) {
      this.operator = operator;
      this.first = new Bound(value, scale);
      this.second = second == null ? null : new Bound(second, scale);
      if (operator.needsTwo() && second == null) {
        throw new IllegalArgumentException("between needs two numbers");
      }
    }

    /** Whether {@code numerator / denominator} passes; the denominator is above 0. */
    boolean passes(long numerator, long denominator) {
      int sign = first.compare(numerator, denominator);
      return passes(sign, second == null ? 0 : second.compare(numerator, denominator));
    }

    boolean passes(BigInteger numerator, BigInteger denominator) {
      int sign = first.compare(numerator, denominator);
      return passes(sign, second == null ? 0 : second.compare(numerator, denominator));
    }

    private boolean passes(int sign, int secondSign) {
      return switch (operator) {
        case BETWEEN -> sign >= 0 && secondSign <= 0;
        case NOT_BETWEEN -> sign < 0 || secondSign > 0;
        default -> met(operator, sign);
      };
    }
  }

  /** A number that fractions are compared with: the numerator times {@code up} with the denominator times {@code unscaled}. */
  private static final class Bound {
    private final BigInteger up;
    private final BigInteger unscaled;
    private final boolean small;

    Bound(BigDecimal value, int scale) {
      BigDecimal stripped = value.stripTrailingZeros();
      int more = stripped.scale() - scale;
      up = BigInteger.TEN.pow(Math.max(0, more));
      unscaled = stripped.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -more)));
      small = fits(up) && fits(unscaled);
    }

    int compare(long numerator, long denominator) {
      return small
          ? Ratios.compare(numerator, up.longValue(), denominator, unscaled.longValue())
          : compare(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    int compare(BigInteger numerator, BigInteger denominator) {
      return numerator.multiply(up).compareTo(denominator.multiply(unscaled));
    }
  }

  static boolean fits(BigInteger number) {
    return number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
  }

  /** A fraction to be looked at, with 34 digits at most. */
  static BigDecimal shown(BigInteger numerator, BigInteger denominator, int scale) {
    return new BigDecimal(numerator, scale).divide(new BigDecimal(denominator), MathContext.DECIMAL128);
  }
}
