package app.parcelle.engine.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.table.ColumnType;

/**
 * Where the bars of a histogram begin: at round numbers, or where days of the project's zone begin. What lies beyond the first
 * and the last hundredth of the rows shares the outer bars, so that one enormous order does not press all others into one.
 */
final class NiceEdges {
  private static final int BARS = 24;
  private static final long DAY = 24 * 3_600_000L;
  private static final long[] DAYS = {1, 2, 7, 14, 28, 56, 91, 182, 364};

  private NiceEdges() {}

  /**
   * @param low so that one in a hundred lies below
   * @param high so that one in a hundred lies above
   * @return ascending, the first is {@code min}, none is beyond {@code max}
   */
  static long[] of(ColumnType type, ZoneId zone, long low, long high, long min, long max) {
    long width = Math.max(0, high - low);
    long least = Math.max(1, width / BARS);
    List<Long> edges = new ArrayList<>();
    edges.add(min);
    if (type == ColumnType.DATE_TIME && least > DAY / 4) {
      localDays(zone, days(least / DAY), low, high, max, edges);
    } else {
      equal(type == ColumnType.DATE ? days(least) : round(least), low, high, max, edges);
    }
    return edges.stream().mapToLong(Long::longValue).toArray();
  }

  private static void equal(long step, long low, long high, long max, List<Long> edges) {
    long edge = Math.floorDiv(low, step) * step + step;
    while (edge > low && edge <= max && edge - step <= high) {
      edges.add(edge);
      edge += step;
    }
  }

  private static void localDays(ZoneId zone, long days, long low, long high, long max, List<Long> edges) {
    LocalDate day = Instant.ofEpochMilli(low).atZone(zone).toLocalDate();
    long before = low;
    while (true) {
      day = day.plusDays(days);
      long edge = day.atStartOfDay(zone).toInstant().toEpochMilli();
      if (edge > max || before > high) {
        return;
      }
      edges.add(edge);
      before = edge;
    }
  }

  private static long days(long least) {
    for (long days : DAYS) {
      if (least <= days) {
        return days;
      }
    }
    return 364 * (least / 364 + 1);
  }

  /** The least of 1, 2, 5, 10, 20, 50 ... that is no less. */
  private static long round(long least) {
    long power = 1;
    while (power <= least / 10) {
      power *= 10;
    }
    for (long factor : new long[]{1, 2, 5}) {
      if (power * factor >= least) {
        return power * factor;
      }
    }
    return power > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : power * 10;
  }
}
