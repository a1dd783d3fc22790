package app.parcelle.engine.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.Bits;

/**
 * A number a customer.
 *
 * @param values in units of the scale
 * @param divisors what each value is divided by, for averages: above 0 where there is one; null for 1
 * @param missing who has none; null when everyone has one
 * @param scale digits after the decimal point
 */
record Measured(long[] values, long @Nullable [] divisors, long @Nullable [] missing, int scale) {
  /** Numbers that everyone has. */
  static Measured of(long[] values, int scale) {
    return new Measured(values, null, null, scale);
  }

  /** Numbers that those have who have not {@link CustomerEvents#NONE}. */
  static Measured orNone(long[] values, int scale) {
    return new Measured(values, null, CustomerEvents.none(values), scale);
  }

  static Measured average(long[] sums, long[] counts, int scale) {
    long[] missing = Bits.of(counts.length);
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] == 0) {
        Bits.set(missing, c);
      }
    }
    return new Measured(sums, counts, missing, scale);
  }

  boolean isMissing(int customer) {
    return missing != null && Bits.get(missing, customer);
  }

  long divisor(int customer) {
    return divisors == null ? 1 : divisors[customer];
  }

  /** Whose number passes a test. */
  interface Passing {
    boolean test(int customer);
  }

  Passing passing(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second) {
    if (divisors != null) {
      return passing(values, divisors, new Ratios.Test(operator, value, second, scale));
    }
    ValueRange range = ValueRange.of(operator, value, second, scale);
    return c -> range.holds(values[c]);
  }

  private static Passing passing(long[] values, long[] divisors, Ratios.Test test) {
    return c -> divisors[c] > 0 && test.passes(values[c], divisors[c]);
  }

  /** The number to be looked at; an average has 34 digits at most. Null where it is missing. */
  @Nullable
  BigDecimal shown(int customer) {
    if (isMissing(customer)) {
      return null;
    }
    return divisors == null
        ? BigDecimal.valueOf(values[customer], scale)
        : Ratios.shown(BigInteger.valueOf(values[customer]), BigInteger.valueOf(divisors[customer]), scale);
  }
}
