package app.parcelle.engine.evaluate;

import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Field;

/**
 * How the members of a segment differ from everyone in one field. Numbers and dates are compared by their means, categories by the
 * share that has the value for which that differs most. Both differences are on one scale: for a mean
 * {@code (mean - mean of everyone) / standard deviation of everyone}; a share is the mean of a variable that is 0 or 1, whose
 * standard deviation is {@code sqrt(p (1 - p))}. Customers without a value are left out.
 *
 * @param value the category; null where means are compared
 * @param members the mean of the members (dates: days since 1970-01-01), or their share, 0 to 1
 * @param everyone the same of everyone
 * @param difference in standard deviations of everyone; negative where members have less
 */
public record Distinction(Field field, @Nullable Value value, double members, double everyone,
    double difference) {
  /** A category smaller than that, or than a hundredth of everyone, is chance. */
  private static final int LEAST = 10;

  private static final double DAY = 86_400_000;

  /** One pass over the column. Empty where nothing is to be compared, or the members are as everyone. */
  public static Optional<Distinction> of(FieldColumn column, long[] members, long[] base) {
    if (column.field() instanceof Field.Key) {
      return Optional.empty();
    }
    return Categories.of(column, members, base)
        .map(categories -> ofShares(column.field(), categories))
        .orElseGet(() -> column.field().type().isText() ? Optional.empty() : ofMeans(column, members, base));
  }

  private static Optional<Distinction> ofShares(Field field, Categories categories) {
    Distinction best = null;
    for (Categories.Category one : categories.all()) {
      double everyone = (double) one.everyone() / categories.everyone();
      if (one.everyone() >= Math.max(LEAST, categories.everyone() / 100) && everyone < 1
          && categories.members() > 0) {
        double members = (double) one.members() / categories.members();
        double difference = (members - everyone) / Math.sqrt(everyone * (1 - everyone));
        if (difference != 0 && (best == null || isStronger(difference, best.difference))) {
          best = new Distinction(field, one.value(), members, everyone, difference);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Of two categories one is as much above as the other below: what members have more of is said. */
  private static boolean isStronger(double one, double other) {
    double more = Math.abs(one) - Math.abs(other);
    return Math.abs(more) < 1e-9 ? one > other : more > 0;
  }

  private static Optional<Distinction> ofMeans(FieldColumn column, long[] members, long[] base) {
    long[] values = column.values();
    // sums are of distances from a value of the column, so that squares of large numbers lose nothing
    double origin = Double.NaN;
    double sum = 0;
    double squares = 0;
    double sumIn = 0;
    int n = 0;
    int in = 0;
    for (int word = 0; word < base.length; word++) {
      for (long left = base[word] & ~column.missing()[word]; left != 0; left &= left - 1) {
        int bit = Long.numberOfTrailingZeros(left);
        double value = values[(word << 6) + bit];
        origin = n == 0 ? value : origin;
        double distance = value - origin;
        sum += distance;
        squares += distance * distance;
        n++;
        if ((members[word] >> bit & 1) == 1) {
          sumIn += distance;
          in++;
        }
      }
    }
    if (in == 0) {
      return Optional.empty();
    }
    double variance = squares / n - (sum / n) * (sum / n);
    double difference = sumIn / in - sum / n;
    if (variance <= 0 || difference == 0) {
      return Optional.empty();
    }
    double unit = unit(column.field());
    return Optional.of(new Distinction(column.field(), null, (origin + sumIn / in) / unit,
        (origin + sum / n) / unit, difference / Math.sqrt(variance)));
  }

  private static double unit(Field field) {
    return switch (field.type()) {
      case DATE_TIME -> DAY;
      default -> Math.pow(10, field.scale());
    };
  }

  /** The members' mean or share as a percentage of everyone's, 100 = average; empty for dates and means below zero. */
  public OptionalInt index() {
    return field.type().isDate() || members < 0 || everyone <= 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Math.round(100 * members / everyone)));
  }
}
