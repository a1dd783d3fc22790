package app.parcelle.engine.store;

import java.util.List;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The order of rows when runs are merged: by customer, then time, ties in the order of the runs; rows without a customer last, as
 * they stand. It is found block by block: of each run, one chunk of counts and one of times are in memory.
 */
final class MergeOrder {
  private final List<Source> runs;
  private final IntConsumer counts;
  private final int customers;
  private final int[] left;
  private final long[] times;
  private int customer = -1;

  /**
   * One of the runs.
   *
   * @param customers how many customers it knows
   * @param counts its rows by customer, and then those without a customer
   * @param times of its rows; null where they have no time
   */
  record Source(int customers, ChunkCursor counts, @Nullable ChunkCursor times) {}

  /**
   * @param runs in the order of the source
   * @param counts is told how many rows each customer has in the end, and then how many have no customer
   */
  MergeOrder(List<Source> runs, IntConsumer counts) {
    this.runs = List.copyOf(runs);
    this.counts = counts;
    this.customers = runs.stream().mapToInt(Source::customers).max().orElse(0);
    this.left = new int[runs.size()];
    this.times = new long[runs.size()];
  }

  int customers() {
    return customers;
  }

  /** Writes which run each of the next rows comes from; each run gives its rows in its own order. Returns how many, 0 at the end. */
  int next(short[] from) {
    int rows = 0;
    while (rows < from.length) {
      int run = earliest();
      if (run >= 0) {
        from[rows++] = (short) run;
        left[run]--;
        lookAt(run);
      } else if (customer < customers) {
        customer++;
        begin();
      } else {
        break;
      }
    }
    return rows;
  }

  /** The run whose next row comes first among those of the present customer; -1 when there is none left. */
  private int earliest() {
    int first = -1;
    for (int run = 0; run < left.length; run++) {
      if (left[run] > 0 && (first < 0 || times[run] < times[first])) {
        first = run;
      }
    }
    return first;
  }

  private void begin() {
    int rows = 0;
    for (int run = 0; run < left.length; run++) {
      // behind the customers that a run knows stands the number of its rows without one
      if (customer < runs.get(run).customers() || customer == customers) {
        ChunkCursor own = runs.get(run).counts();
        own.next();
        left[run] = Math.toIntExact(own.value());
        rows = Math.addExact(rows, left[run]);
        lookAt(run);
      }
    }
    counts.accept(rows);
  }

  private void lookAt(int run) {
    ChunkCursor own = runs.get(run).times();
    if (own != null && left[run] > 0) {
      own.next();
      times[run] = customer == customers ? 0 : own.isMissing() ? Long.MIN_VALUE : own.value();
    }
  }
}
