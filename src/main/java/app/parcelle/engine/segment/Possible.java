package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Which numbers something can be.
 *
 * @param least null for any
 * @param most null for any
 * @param whole whether it is never a fraction
 */
record Possible(@Nullable BigDecimal least, @Nullable BigDecimal most, boolean whole) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static final Possible ANY = new Possible(null, null, false);
  /** Of what is counted: events, elements, days. */
  static final Possible COUNT = new Possible(BigDecimal.ZERO, null, true);
  /** A share in percent. */
  static final Possible PERCENT = new Possible(BigDecimal.ZERO, HUNDRED, false);
  /** A change in percent of what is never below 0. */
  static final Possible CHANGE = new Possible(HUNDRED.negate(), null, false);

  boolean holds(BigDecimal number) {
    return (least == null || number.compareTo(least) >= 0) && (most == null || number.compareTo(most) <= 0);
  }

  /** Whether any such number passes the comparison. */
  boolean meets(NumberOperator operator, BigDecimal value, @Nullable BigDecimal second) {
    return switch (operator) {
      case EQUAL -> holds(value) && (!whole || isWhole(value));
      case NOT_EQUAL -> true;
      case LESS -> least == null || least.compareTo(value) < 0;
      case AT_MOST -> least == null || least.compareTo(value) <= 0;
      case AT_LEAST -> most == null || most.compareTo(value) >= 0;
      case GREATER -> most == null || most.compareTo(value) > 0;
      case BETWEEN -> between(value, Objects.requireNonNull(second));
      case NOT_BETWEEN -> meets(NumberOperator.LESS, value, null)
          || meets(NumberOperator.GREATER, Objects.requireNonNull(second), null);
    };
  }

  private boolean between(BigDecimal first, BigDecimal last) {
    BigDecimal low = whole ? first.setScale(0, RoundingMode.CEILING) : first;
    BigDecimal high = whole ? last.setScale(0, RoundingMode.FLOOR) : last;
    return (least == null ? low : low.max(least)).compareTo(most == null ? high : high.min(most)) <= 0;
  }

  static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
