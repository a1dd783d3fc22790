package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;

/**
 * Rows that are equal in every dimension taken as one.
 *
 * @param points different ones, in the order in which they first come
 * @param ofRow which of them each row is
 * @param counts rows of each
 */
record Distinct(Points points, int[] ofRow, int[] counts) {
  static Distinct of(Points points, JobContext job) {
    int rows = points.rows();
    int mask = Integer.highestOneBit(Math.max(2, rows)) * 4 - 1;
    int[] slots = new int[mask + 1];
    Arrays.fill(slots, -1);
    int[] ofRow = new int[rows];
    int[] first = new int[rows];
    int[] counts = new int[rows];
    int found = 0;
    for (int row = 0; row < rows; row++) {
      if (row % 8_192 == 0) {
        job.throwIfCancelled();
      }
      int slot = hash(points, row) & mask;
      while (slots[slot] >= 0 && !equal(points, first[slots[slot]], row)) {
        slot = (slot + 1) & mask;
      }
      if (slots[slot] < 0) {
        slots[slot] = found;
        first[found++] = row;
      }
      ofRow[row] = slots[slot];
      counts[slots[slot]]++;
    }
    return found == rows
        ? new Distinct(points, ofRow, counts)
        : new Distinct(points.pick(Arrays.copyOf(first, found)), ofRow, Arrays.copyOf(counts, found));
  }

  private static int hash(Points points, int row) {
    long hash = 0;
    int from = row * points.dims();
    for (int d = 0; d < points.dims(); d++) {
      // so that the two zeros are one
      hash = (hash ^ Double.doubleToLongBits(points.values()[from + d] + 0.0)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  static boolean equal(Points points, int a, int b) {
    int dims = points.dims();
    for (int d = 0; d < dims; d++) {
      if (points.values()[a * dims + d] != points.values()[b * dims + d]) {
        return false;
      }
    }
    return true;
  }
}
