package app.parcelle.engine.segment;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How much time lies between two steps of a sequence, elapsed: a day is 24 hours. Where both steps have dates without time, days
 * between them.
 *
 * @param atLeast null for any
 * @param atMost null for any; included
 */
public record Gap(@Nullable Elapsed atLeast, @Nullable Elapsed atMost) {
  /** So many units; {@code n} is at least 1. */
  public record Elapsed(int n, Unit unit) {
    public Elapsed {
      if (n < 1) {
        throw new IllegalArgumentException("n");
      }
    }

    public Duration duration() {
      return unit.length.multipliedBy(n);
    }
  }

  /** Units of fixed length. */
  public enum Unit {
    MINUTES(Duration.ofMinutes(1)), HOURS(Duration.ofHours(1)), DAYS(Duration.ofDays(1)), WEEKS(
        Duration.ofDays(7));

    private final Duration length;

    Unit(Duration length) {
      this.length = length;
    }
  }
}
