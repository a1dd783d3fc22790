package app.parcelle.engine.evaluate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

import org.jspecify.annotations.Nullable;

/** Instants to local day numbers, quick where instants of one season follow each other. Not safe between threads. */
final class LocalDays {
  private static final long DAY = 86_400_000L;
  private static final long HOUR = 3_600_000L;

  private final ZoneRules rules;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;
  private long offset;

  LocalDays(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** The local day, counted from 1970-01-01, of UTC milliseconds. */
  long of(long millis) {
    return Math.floorDiv(local(millis), DAY);
  }

  /** The hour that a local clock shows, 0 to 23, at UTC milliseconds. */
  int hour(long millis) {
    return (int) (Math.floorMod(local(millis), DAY) / HOUR);
  }

  private long local(long millis) {
    if (millis < from || millis >= to) {
      load(millis);
    }
    return millis + offset;
  }

  private void load(long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
    // previousTransition is strictly before, so that one at this very instant is found a millisecond later
    @Nullable
    ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
    @Nullable
    ZoneOffsetTransition after = rules.nextTransition(instant);
    from = before == null ? Long.MIN_VALUE : before.toEpochSecond() * 1000;
    to = after == null ? Long.MAX_VALUE : after.toEpochSecond() * 1000;
  }
}
