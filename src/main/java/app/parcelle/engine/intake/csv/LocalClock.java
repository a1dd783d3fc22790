package app.parcelle.engine.intake.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Local times of one zone as UTC milliseconds. A time in a gap moves forward by its length, one in an overlap is the first of
 * the two. Days without a change of offset are remembered. Used by one thread.
 */
final class LocalClock {
  private static final int REMEMBERED = 1 << 12;
  private static final long DAY = 86_400_000;
  private static final int CHANGES = Integer.MIN_VALUE;

  private final ZoneId zone;
  private final long[] days = new long[REMEMBERED];
  private final int[] offsets = new int[REMEMBERED];

  LocalClock(ZoneId zone) {
    this.zone = zone;
    Arrays.fill(days, Long.MIN_VALUE);
  }

  long utcMillis(long day, int millisOfDay) {
    int slot = (int) day & (REMEMBERED - 1);
    if (days[slot] != day) {
      days[slot] = day;
      offsets[slot] = offsetOf(day);
    }
    int offset = offsets[slot];
    return offset == CHANGES ? slowly(day, millisOfDay) : day * DAY + millisOfDay - offset;
  }

  /** The offset of a whole day in milliseconds. */
  private int offsetOf(long day) {
    ZoneRules rules = zone.getRules();
    LocalDateTime midnight = LocalDate.ofEpochDay(day).atStartOfDay();
    if (rules.getValidOffsets(midnight).size() != 1) {
      return CHANGES;
    }
    ZoneOffset offset = rules.getOffset(midnight);
    Instant begin = midnight.toInstant(offset);
    ZoneOffsetTransition next = rules.nextTransition(begin.minusMillis(1));
    // a day's margin: an overlap repeats local times that lie before the change
    boolean steady = next == null || next.getInstant().isAfter(begin.plusMillis(2 * DAY));
    return steady ? offset.getTotalSeconds() * 1000 : CHANGES;
  }

  private long slowly(long day, int millisOfDay) {
    LocalDateTime local = LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(millisOfDay * 1_000_000L));
    return ZonedDateTime.ofLocal(local, zone, null).toInstant().toEpochMilli();
  }
}
