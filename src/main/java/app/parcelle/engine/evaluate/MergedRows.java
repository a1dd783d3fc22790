package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/**
 * The chosen rows of one customer after the other, of all runs: in the order of time, those without time first, of equal times in the
 * order of the source. Not safe between threads.
 */
final class MergedRows {
  private final List<RowSpans> spans = new ArrayList<>();
  private final @Nullable List<RowCursor> cursors;
  private long[] positions = new long[64];
  private long[] times = new long[64];
  private long[] before = new long[0];
  private long[] beforeTimes = new long[0];
  private int size;

  /**
   * Of customers {@code from .. to - 1}.
   *
   * @param offsets those of each run
   * @param timed whether {@link #time} will be asked for
   */
  MergedRows(Dataset data, ChosenRows chosen, List<int[]> offsets, int from, int to, boolean timed) {
    TableVersion table = chosen.table();
    Column time = chosen.time();
    for (TableVersion.Run run : table.runs()) {
      spans.add(chosen.spans(data, run, offsets.get(run.index()), from, to));
    }
    cursors = time == null || (!timed && spans.size() == 1)
        ? null
        : table.runs().stream().map(run -> new RowCursor(data, table, time, run)).toList();
  }

  /** Whether a customer has any; nothing is read for it. */
  boolean any(int customer) {
    for (RowSpans run : spans) {
      if (customer < run.to() && run.any(customer)) {
        return true;
      }
    }
    return false;
  }

  /** Reads the rows of a customer. */
  void load(int customer) {
    size = 0;
    for (int run = 0; run < spans.size(); run++) {
      RowSpans rows = spans.get(run);
      if (customer < rows.to()) {
        int known = size;
        int end = rows.end(customer);
        for (int row = rows.first(customer); row < end; row = rows.after(row, end)) {
          add((long) run << 32 | row, cursors == null ? Long.MIN_VALUE : time(cursors.get(run), row));
        }
        if (known > 0 && known < size && times[known - 1] > times[known]) {
          merge(known);
        }
      }
    }
  }

  private static long time(RowCursor times, int row) {
    return times.missing(row) ? Long.MIN_VALUE : times.at(row);
  }

  private void add(long position, long time) {
    if (size == positions.length) {
      positions = java.util.Arrays.copyOf(positions, 2 * size);
      times = java.util.Arrays.copyOf(times, 2 * size);
    }
    positions[size] = position;
    times[size++] = time;
  }

  /** Those before a place and those from it on are in order, each by themselves. */
  private void merge(int second) {
    if (before.length < second) {
      before = new long[positions.length];
      beforeTimes = new long[positions.length];
    }
    System.arraycopy(positions, 0, before, 0, second);
    System.arraycopy(times, 0, beforeTimes, 0, second);
    int a = 0;
    int b = second;
    for (int to = 0; a < second; to++) {
      boolean earlier = b == size || beforeTimes[a] <= times[b];
      positions[to] = earlier ? before[a] : positions[b];
      times[to] = earlier ? beforeTimes[a++] : times[b++];
    }
  }

  int size() {
    return size;
  }

  /** Run and row, packed as {@code run << 32 | row}. */
  long position(int i) {
    return positions[i];
  }

  /** As the column of times holds it; {@code Long.MIN_VALUE} where there is none. */
  long time(int i) {
    return times[i];
  }
}
