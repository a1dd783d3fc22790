package app.parcelle.engine.store;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * The order of a run: by customer, then time, ties as in the source; rows without time first. A counting sort by customer, then a
 * stable sort of each customer's few rows, unless the source is in the order of time already.
 *
 * @param order position in the run to row of the source
 * @param offsets where each customer's rows begin, customers + 1 positions; rows after the last have no customer
 */
record RunOrder(int[] order, int[] offsets) {

  /**
   * @param customer one a row: the number, or {@code customers} where there is none
   * @param customers how many customers there are
   * @param times those of all rows, all chunks full but the last; empty when rows have no time
   */
  static RunOrder of(int[] customer, int customers, List<Chunk> times) {
    int[] offsets = new int[customers + 2];
    for (int number : customer) {
      offsets[number + 1]++;
    }
    for (int c = 0; c <= customers; c++) {
      offsets[c + 1] += offsets[c];
    }
    int[] next = Arrays.copyOf(offsets, customers + 1);
    int[] order = new int[customer.length];
    for (int row = 0; row < customer.length; row++) {
      order[next[customer[row]]++] = row;
    }
    if (!isAscending(times)) {
      new Times(order, times).sort(offsets, customers);
    }
    return new RunOrder(order, Arrays.copyOf(offsets, customers + 1));
  }

  private static boolean isAscending(List<Chunk> times) {
    long[] block = new long[Chunk.ROWS];
    long before = Long.MIN_VALUE;
    for (Chunk chunk : times) {
      chunk.copyTo(block, 0);
      for (int i = 0; i < chunk.rows(); i++) {
        long time = chunk.isMissing(i) ? Long.MIN_VALUE : block[i];
        if (time < before) {
          return false;
        }
        before = time;
      }
    }
    return true;
  }

  /** Sorts the rows of one customer after the other. */
  private static final class Times {
    private static final int FEW = 16;

    private final int[] order;
    private final RowValues values;
    private long[] time = new long[1 << 12];
    private long[] spareTimes = new long[0];
    private int[] spareRows = new int[0];

    Times(int[] order, List<Chunk> times) {
      this.order = order;
      this.values = new RowValues(times);
    }

    void sort(int[] offsets, int customers) {
      int c = 0;
      while (c < customers) {
        int from = offsets[c];
        int last = c + 1;
        while (last < customers && offsets[last + 1] - from <= time.length) {
          last++;
        }
        load(from, offsets[last]);
        for (; c < last; c++) {
          sort(from, offsets[c] - from, offsets[c + 1] - from);
        }
      }
    }

    /** Takes the times of the rows at some positions. */
    private void load(int from, int to) {
      time = time.length < to - from ? new long[to - from] : time;
      values.pick(order, from, to, time);
      long[] missing = values.pickMissing(order, from, to);
      for (int i = 0; missing != null && i < to - from; i++) {
        time[i] = Bits.get(missing, i) ? Long.MIN_VALUE : time[i];
      }
    }

    /** Sorts the positions {@code first + from .. first + to}; {@code time[from]} is the time of the first of them. */
    private void sort(int first, int from, int to) {
      if (to - from <= FEW) {
        insert(first, from, to);
        return;
      }
      int middle = (from + to) >>> 1;
      sort(first, from, middle);
      sort(first, middle, to);
      if (time[middle - 1] > time[middle]) {
        merge(first, from, middle, to);
      }
    }

    private void insert(int first, int from, int to) {
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

    private void merge(int first, int from, int middle, int to) {
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
}
