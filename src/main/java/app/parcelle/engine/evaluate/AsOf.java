package app.parcelle.engine.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import app.parcelle.engine.table.ColumnType;

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

  /** Where a local day begins in a column of dates or of date-times. */
  long at(LocalDate day, ColumnType type) {
    return type == ColumnType.DATE ? day.toEpochDay() : start(day);
  }

  /** The first millisecond of a local day. */
  long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
