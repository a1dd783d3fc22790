package app.parcelle.engine.project;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A sum of 64-bit numbers that widens when it has to. */
final class ExactSum {
  private BigInteger large = BigInteger.ZERO;
  private long small;

  void add(long value) {
    long next = small + value;
    if (((small ^ next) & (value ^ next)) < 0) {
      large = large.add(BigInteger.valueOf(small));
      next = value;
    }
    small = next;
  }

  /** @param scale of the numbers */
  BigDecimal total(int scale) {
    return new BigDecimal(large.add(BigInteger.valueOf(small)), scale);
  }
}
