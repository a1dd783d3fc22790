package app.parcelle.engine.store;

import java.util.Arrays;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/** A stable sort of the rows of one customer after the other by time; rows without time come first. */
final class TimeSort {
  private static final int FEW = 16;

  private final int[] order;
  private final Arrangement.Column times;
  private final Arrangement arrangement;
  private final long[] block = new long[Chunk.ROWS];

  /** The times of {@code loaded} rows from position {@code first} on. */
  private long[] time = new long[2 * Chunk.ROWS];
  private int first;
  private int loaded;
  private int chunk;

  private long[] spareTimes = new long[0];
  private int[] spareRows = new int[0];

  /**
   * @param order position by customer to row of the source; to be sorted
   * @param times in that order
   */
  TimeSort(int[] order, Arrangement arrangement, Arrangement.Column times) {
    this.order = order;
    this.arrangement = arrangement;
    this.times = times;
  }

  /** @param offsets where each customer's rows begin */
  void sort(int[] offsets) {
    for (int c = 0; c < offsets.length - 1; c++) {
      if (offsets[c + 1] > first + loaded) {
        load(offsets[c], offsets[c + 1]);
      }
      sort(offsets[c] - first, offsets[c + 1] - first);
    }
  }

  /** Goes on to position {@code from}, and takes chunks until the times before {@code to} are there. */
  private void load(int from, int to) {
    loaded -= from - first;
    System.arraycopy(time, from - first, time, 0, loaded);
    first = from;
    while (first + loaded < to) {
      int rows = arrangement.rows(chunk);
      if (loaded + rows > time.length) {
        time = Arrays.copyOf(time, Math.max(2 * time.length, loaded + rows));
      }
      times.values(chunk, block);
      System.arraycopy(block, 0, time, loaded, rows);
      long[] missing = times.missing(chunk);
      for (int i = 0; missing != null && i < rows; i++) {
        if (Bits.get(missing, i)) {
          time[loaded + i] = Long.MIN_VALUE;
        }
      }
      loaded += rows;
      chunk++;
    }
  }

  /** Merge sort of the positions behind first. */
  private void sort(int from, int to) {
    if (to - from <= FEW) {
      insert(from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle);
    sort(middle, to);
    if (time[middle - 1] > time[middle]) {
      merge(from, middle, to);
    }
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = time[i];
      int row = order[first + i];
      int j = i;
      while (j > from && time[j - 1] > key) {
        time[j] = time[j - 1];
        order[first + j] = order[first + j - 1];
        j--;
      }
      time[j] = key;
      order[first + j] = row;
    }
  }

  private void merge(int from, int middle, int to) {
    int left = middle - from;
    if (spareRows.length < left) {
      spareRows = new int[left];
      spareTimes = new long[left];
    }
    System.arraycopy(order, first + from, spareRows, 0, left);
    System.arraycopy(time, from, spareTimes, 0, left);
    int i = 0;
    int j = middle;
    for (int k = from; i < left; k++) {
      boolean right = j < to && time[j] < spareTimes[i];
      order[first + k] = right ? order[first + j] : spareRows[i];
      time[k] = right ? time[j++] : spareTimes[i++];
    }
  }
}
