package app.parcelle.engine.store;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.Chunk;

/**
 * The order of a run: by customer, then time, ties as in the source; rows without time first. A counting sort by customer, then a
 * stable sort of each customer's few rows, unless the source is in the order of time already.
 *
 * @param arrangement of the rows of the source
 * @param offsets where each customer's rows begin, customers + 1 positions; rows after the last have no customer
 */
record RunOrder(Arrangement arrangement, int[] offsets) {

  /**
   * @param customer one a row: the number, or {@code customers} where there is none; overwritten
   * @param customers how many customers there are
   * @param times those of all rows, all chunks full but the last; empty when rows have no time
   */
  static RunOrder of(int[] customer, int customers, List<Chunk> times) {
    int[] starts = group(customer, customers);
    return new RunOrder(new Arrangement(isAscending(times) ? customer : by(times, customer, starts)), starts);
  }

  /**
   * The same for rows that are not in the order of the source.
   *
   * @param lines of all rows
   */
  static RunOrder of(int[] customer, int customers, List<Chunk> times, List<Chunk> lines) {
    int[] starts = group(customer, customers);
    int[] andNobody = Arrays.copyOf(starts, starts.length + 1);
    andNobody[starts.length] = customer.length;
    int[] bySource = by(lines, customer, andNobody);
    return new RunOrder(new Arrangement(times.isEmpty() ? bySource : by(times, bySource, starts)), starts);
  }

  /** Makes the customers of rows the positions of these when they are sorted by customer; returns where each one's begin. */
  private static int[] group(int[] customer, int customers) {
    int[] offsets = new int[customers + 2];
    for (int number : customer) {
      offsets[number + 1]++;
    }
    for (int c = 0; c <= customers; c++) {
      offsets[c + 1] += offsets[c];
    }
    int[] next = Arrays.copyOf(offsets, customers + 1);
    for (int row = 0; row < customer.length; row++) {
      customer[row] = next[customer[row]]++;
    }
    return Arrays.copyOf(offsets, customers + 1);
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

  /** The positions of rows when those of each customer are sorted by a column, equal ones as they are. */
  private static int[] by(List<Chunk> column, int[] positions, int[] offsets) {
    int[] order = new int[positions.length];
    for (int row = 0; row < order.length; row++) {
      order[positions[row]] = row;
    }
    Arrangement byCustomer = new Arrangement(positions);
    new TimeSort(order, byCustomer, byCustomer.of(column)).sort(offsets);
    int[] sorted = new int[order.length];
    for (int position = 0; position < order.length; position++) {
      sorted[order[position]] = position;
    }
    return sorted;
  }
}
