package app.parcelle.engine.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Finds the last event that counts: a chunk whose latest instant is earlier is not looked at. */
final class LastEvent {
  private final Dataset data;
  private final EventRows rows;

  LastEvent(Dataset data, EventRows rows) {
    this.data = data;
    this.rows = rows;
  }

  /** The local day in that zone of the last event that counts. */
  Optional<LocalDate> day(ZoneId zone) {
    return data.tables()
        .stream()
        .filter(table -> table.kind() == TableKind.EVENTS)
        .flatMap(table -> day(table, zone).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> day(TableVersion table, ZoneId zone) {
    Column time = table.withRole(Role.EVENT_TIME).orElse(null);
    if (time == null) {
      return Optional.empty();
    }
    long last = Long.MIN_VALUE;
    List<long[]> counting = rows.counting(table);
    for (TableVersion.Run run : table.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        last = Math.max(last, last(data.chunk(table, time, run, index), counting.get(run.index()),
            index * Chunk.ROWS, last));
      }
    }
    if (last == Long.MIN_VALUE) {
      return Optional.empty();
    }
    return Optional.of(time.type() == ColumnType.DATE
        ? LocalDate.ofEpochDay(last)
        : Instant.ofEpochMilli(last).atZone(zone).toLocalDate());
  }

  private static long last(Chunk times, long[] counting, int from, long known) {
    long last = known;
    if (times.min() <= times.max() && times.max() > known) {
      int end = from + times.rows();
      for (int row = RowSpans.next(counting, from, end); row < end; row = RowSpans.next(counting,
          row + 1, end)) {
        if (!times.isMissing(row - from)) {
          last = Math.max(last, times.at(row - from));
        }
      }
    }
    return last;
  }
}
