package app.parcelle.engine.profile;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the most frequent of any number of values with 65,536 counters (Misra and Gries 1982; a full table is purged by about the
 * median of its counters, after Anderson et al. 2017). While all values fit, every count is exact; afterwards a counter is too
 * low by {@link #forgotten} at most, and a value without one came no more often than that.
 */
final class FrequentValues {
  private static final int MOST = 1 << 16;
  private static final int SLOTS = 2 * MOST;
  private static final int SAMPLE = 1001;

  private long[] values = new long[1 << 10];
  private long[] counts = new long[1 << 10];
  private int size;
  private long forgotten;

  void add(long value, long times) {
    int slot = slot(value);
    if (counts[slot] == 0) {
      if (size >= MOST) {
        purge();
        slot = slot(value);
      }
      values[slot] = value;
      size++;
    }
    counts[slot] += times;
    if (size > counts.length / 2 && counts.length < SLOTS) {
      keep(2 * counts.length, 0);
    }
  }

  /** By how much counters are too low at most; 0 while all are exact. */
  long forgotten() {
    return forgotten;
  }

  /** All values that may be among the {@code most} most frequent, in ascending order, each with its counter. */
  SortedMap<Long, Long> likely(int most) {
    long[] sorted = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    long least = sorted.length == 0 ? 1 : sorted[Math.max(0, sorted.length - most)];
    SortedMap<Long, Long> likely = new TreeMap<>();
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0 && counts[slot] + forgotten >= least) {
        likely.put(values[slot], counts[slot]);
      }
    }
    return likely;
  }

  /** Where a value is, or would be. */
  private int slot(long value) {
    int mask = counts.length - 1;
    int slot = (int) DistinctCount.hash(value) & mask;
    while (counts[slot] != 0 && values[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void purge() {
    long[] some = Arrays.stream(counts).filter(count -> count > 0).limit(SAMPLE).sorted().toArray();
    long less = some[some.length / 2];
    forgotten += less;
    keep(SLOTS, less);
  }

  /** Makes the table anew, with every counter lower by {@code less}, and without those that come to nothing. */
  private void keep(int slots, long less) {
    long[] oldValues = values;
    long[] oldCounts = counts;
    values = new long[slots];
    counts = new long[slots];
    size = 0;
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] > less) {
        int slot = slot(oldValues[i]);
        values[slot] = oldValues[i];
        counts[slot] = oldCounts[i] - less;
        size++;
      }
    }
  }
}
