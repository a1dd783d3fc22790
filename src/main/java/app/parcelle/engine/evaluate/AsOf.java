package app.parcelle.engine.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day a segment is seen from, and where its days begin.
 *
 * @param today the reference day
 * @param zone where days begin
 */
record AsOf(LocalDate today, ZoneId zone) {
  /** The first millisecond that is not seen any more: tomorrow, 00:00 local. */
  long cut() {
    return start(today.plusDays(1));
  }

  Instant cutInstant() {
    return Instant.ofEpochMilli(cut());
  }

  /** The first millisecond of a local day. */
  long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
