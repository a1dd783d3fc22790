package app.parcelle.engine.cluster.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Which of the values that part customers in the same way reads best. */
sealed interface RoundNumbers {
  /** The value above {@code below} and at most {@code at} that reads best. */
  double low(double below, double at);

  /** The value from {@code at} to below {@code above} that reads best. */
  double high(double at, double above);

  /** How hard a value is to read; less is easier. */
  int effort(double value);

  /** Numbers: the fewest significant digits; among those of as many, a 5 at the end is easier. */
  record Numbers(int decimals) implements RoundNumbers {
    @Override
    public double low(double below, double at) {
      return best(exact(below), exact(at), false, true);
    }

    @Override
    public double high(double at, double above) {
      return best(exact(at), exact(above), true, false);
    }

    @Override
    public int effort(double value) {
      BigDecimal stripped = exact(value).stripTrailingZeros();
      if (stripped.signum() == 0) {
        return 0;
      }
      boolean five = stripped.unscaledValue().abs().longValue() % 10 == 5;
      return 2 * stripped.precision() - (five ? 1 : 0);
    }

    private double best(BigDecimal from, BigDecimal to, boolean withFrom, boolean withTo) {
      BigDecimal middle = from.add(to).divide(BigDecimal.TWO);
      int magnitude = Math.max(magnitude(from), magnitude(to));
      for (int exponent = magnitude + 1; exponent >= -decimals; exponent--) {
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        BigDecimal found = multiple(step, middle);
        if (!isWithin(found, from, to, withFrom, withTo) && exponent > -decimals) {
          found = multiple(step.divide(BigDecimal.TWO), middle);
        }
        if (isWithin(found, from, to, withFrom, withTo)) {
          return found.doubleValue();
        }
      }
      return (withTo ? to : from).doubleValue();
    }

    private static BigDecimal multiple(BigDecimal step, BigDecimal near) {
      return near.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    private static boolean isWithin(BigDecimal value, BigDecimal from, BigDecimal to, boolean withFrom,
        boolean withTo) {
      int low = value.compareTo(from);
      int high = value.compareTo(to);
      return (low > 0 || (withFrom && low == 0)) && (high < 0 || (withTo && high == 0));
    }

    private static int magnitude(BigDecimal value) {
      return value.precision() - value.scale();
    }

    private static BigDecimal exact(double value) {
      return BigDecimal.valueOf(value);
    }
  }

  /** Days since 1970: the first of a year, else of a quarter, of a month, else a Monday. A last day is that before such a one. */
  record Days() implements RoundNumbers {
    private static final int KINDS = 4;

    @Override
    public double low(double below, double at) {
      long first = (long) Math.floor(below) + 1;
      long last = (long) Math.floor(at);
      long middle = Math.floorDiv(first + last, 2);
      for (int kind = 0; kind < KINDS; kind++) {
        long before = before(kind, middle);
        long after = after(kind, middle);
        if (after <= last && (before < first || after - middle < middle - before)) {
          return after;
        }
        if (before >= first) {
          return before;
        }
      }
      return last;
    }

    @Override
    public double high(double at, double above) {
      return low(at, above) - 1;
    }

    @Override
    public int effort(double value) {
      // a bound is read from either side: the first day that is in, or the first that is out
      return Math.min(kind((long) value), kind((long) value + 1));
    }

    private static int kind(long day) {
      for (int kind = 0; kind < KINDS; kind++) {
        if (before(kind, day) == day) {
          return kind;
        }
      }
      return KINDS;
    }

    private static long before(int kind, long day) {
      return start(kind, day).toEpochDay();
    }

    private static long after(int kind, long day) {
      LocalDate start = start(kind, day);
      return (switch (kind) {
        case 0 -> start.plusYears(1);
        case 1 -> start.plusMonths(3);
        case 2 -> start.plusMonths(1);
        default -> start.plusWeeks(1);
      }).toEpochDay();
    }

    private static LocalDate start(int kind, long day) {
      LocalDate date = LocalDate.ofEpochDay(day);
      return switch (kind) {
        case 0 -> date.withDayOfYear(1);
        case 1 -> date.withDayOfMonth(1).minusMonths((date.getMonthValue() - 1) % 3);
        case 2 -> date.withDayOfMonth(1);
        default -> date.minusDays(date.getDayOfWeek().getValue() - 1);
      };
    }
  }
}
