package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import app.parcelle.engine.segment.NumberOperator;

class RatiosTest {
  @Property
  void productsCompareAsTheyAreHoweverLarge(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    assertEquals(product(a, b).compareTo(product(c, d)), Ratios.compare(a, b, c, d));
    assertEquals(0, Ratios.compare(a, b, b, a));
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  /** Small ones, so that many fractions are just the number they are compared with. */
  @Property(tries = 3000)
  void aFractionPassesAsTheExactOneDoes(@ForAll @LongRange(min = -30, max = 30) long numerator,
      @ForAll @LongRange(min = 1, max = 12) long denominator,
      @ForAll @IntRange(min = -25, max = 25) int value,
      @ForAll @IntRange(min = 0, max = 3) int digits, @ForAll @IntRange(max = 3) int scale,
      @ForAll @IntRange(max = 20) int more, @ForAll NumberOperator operator) {
    BigDecimal first = BigDecimal.valueOf(value, digits);
    BigDecimal second = first.add(BigDecimal.valueOf(more, 1));
    // numerator / 10^scale / denominator against a bound, both times the denominator
    BigDecimal exact = BigDecimal.valueOf(numerator, scale);
    int low = exact.compareTo(first.multiply(BigDecimal.valueOf(denominator)));
    int high = exact.compareTo(second.multiply(BigDecimal.valueOf(denominator)));
    boolean expected = switch (operator) {
      case EQUAL -> low == 0;
      case NOT_EQUAL -> low != 0;
      case LESS -> low < 0;
      case AT_MOST -> low <= 0;
      case AT_LEAST -> low >= 0;
      case GREATER -> low > 0;
      case BETWEEN -> low >= 0 && high <= 0;
      case NOT_BETWEEN -> low < 0 || high > 0;
    };
    Ratios.Test test = new Ratios.Test(operator, first, second, scale);
    assertEquals(expected, test.passes(numerator, denominator));
    assertEquals(expected, test.passes(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
  }
}
