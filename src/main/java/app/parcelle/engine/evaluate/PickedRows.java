package app.parcelle.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Which of a customer's chosen rows gives the value of a column. A position is run and row packed; -1 where there is none. */
final class PickedRows {
  private final Dataset data;
  private final TableVersion table;
  private final Column column;
  private final List<long[]> chosen;

  PickedRows(Dataset data, TableVersion table, Column column, List<long[]> chosen) {
    this.data = data;
    this.table = table;
    this.column = column;
    this.chosen = chosen;
  }

  /** The latest row that has a value; of those at one time, the last in the source. */
  long[] last() {
    int customers = data.customers().size();
    long[] positions = new long[customers];
    long[] times = new long[customers];
    java.util.Arrays.fill(positions, -1);
    java.util.Arrays.fill(times, Long.MIN_VALUE);
    Column time = table.withRole(Role.EVENT_TIME).orElse(null);
    eachRow((customer, run, row, chunk) -> {
      long at = time == null ? 0 : timeOf(data.chunk(table, time, run, row >> 16), row & 0xFFFF);
      if (positions[customer] < 0 || at >= times[customer]) {
        positions[customer] = position(run, row);
        times[customer] = at;
      }
    });
    return positions;
  }

  private static long timeOf(Chunk times, int row) {
    return times.isMissing(row) ? Long.MIN_VALUE : times.at(row);
  }

  /** A row with the value that most rows have; of equally frequent ones, the value met first. */
  long[] mostFrequent() {
    int customers = data.customers().size();
    long[] positions = new long[customers];
    java.util.Arrays.fill(positions, -1);
    Map<Object, int[]> counts = new HashMap<>();
    Map<Object, Long> firsts = new HashMap<>();
    for (int c = 0; c < customers; c++) {
      counts.clear();
      firsts.clear();
      eachRowOf(c, (customer, run, row, chunk) -> {
        Object value = chunk.dictionary() == null
            ? (Object) chunk.at(row & 0xFFFF)
            : chunk.dictionary().text(chunk.at(row & 0xFFFF));
        counts.computeIfAbsent(value, v -> new int[1])[0]++;
        firsts.putIfAbsent(value, position(run, row));
      });
      int most = 0;
      for (Map.Entry<Object, int[]> entry : counts.entrySet()) {
        Long first = firsts.get(entry.getKey());
        int count = entry.getValue()[0];
        if (first != null && (count > most || (count == most && first < positions[c]))) {
          most = count;
          positions[c] = first;
        }
      }
    }
    return positions;
  }

  private static long position(TableVersion.Run run, int row) {
    return (long) run.index() << 32 | row;
  }

  private interface Row {
    void on(int customer, TableVersion.Run run, int row, Chunk chunk);
  }

  private void eachRow(Row body) {
    for (int c = 0; c < data.customers().size(); c++) {
      eachRowOf(c, body);
    }
  }

  private void eachRowOf(int customer, Row body) {
    for (TableVersion.Run run : table.runs()) {
      if (customer < run.customers()) {
        int[] offsets = data.offsets(table, run);
        int end = offsets[customer + 1];
        @Nullable
        Chunk chunk = null;
        int loaded = -1;
        for (int row = CustomerEvents.next(chosen.get(run.index()), offsets[customer],
            end); row < end; row = CustomerEvents.next(chosen.get(run.index()), row + 1, end)) {
          if (chunk == null || row >> 16 != loaded) {
            loaded = row >> 16;
            chunk = data.chunk(table, column, run, loaded);
          }
          if (!chunk.isMissing(row & 0xFFFF)) {
            body.on(customer, run, row, chunk);
          }
        }
      }
    }
  }
}
