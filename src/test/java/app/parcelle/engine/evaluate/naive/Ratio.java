package app.parcelle.engine.evaluate.naive;

import java.math.BigDecimal;

/** A number as a fraction, so that averages, shares and changes are compared exactly. */
record Ratio(BigDecimal over, BigDecimal under) implements Comparable<Ratio> {
  Ratio {
    if (under.signum() <= 0) {
      throw new IllegalArgumentException("under");
    }
  }

  static Ratio of(BigDecimal number) {
    return new Ratio(number, BigDecimal.ONE);
  }

  static Ratio of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  Ratio times(BigDecimal factor) {
    return new Ratio(over.multiply(factor), under);
  }

  /** By how many percent this is more than another, which is above 0. */
  Ratio percentsAbove(Ratio other) {
    BigDecimal more = over.multiply(other.under).subtract(other.over.multiply(under));
    return new Ratio(more.multiply(BigDecimal.valueOf(100)), under.multiply(other.over));
  }

  int signum() {
    return over.signum();
  }

  @Override
  public int compareTo(Ratio other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
