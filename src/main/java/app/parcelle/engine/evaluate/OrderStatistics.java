package app.parcelle.engine.evaluate;

import java.util.Arrays;

/**
 * Puts the values that would stand at some places of a sorted array there, without sorting it all: quickselect (Hoare 1961) with the
 * median of three, going into those parts only that hold a wanted place. A part that does not get smaller quickly is sorted.
 */
final class OrderStatistics {
  private static final int SMALL = 48;

  private OrderStatistics() {}

  /**
   * @param from first position (inclusive)
   * @param to last position (exclusive)
   * @param places ascending positions from {@code from} to {@code to}
   */
  static void place(long[] values, int from, int to, int[] places) {
    int depth = 2 * (64 - Long.numberOfLeadingZeros(to - from));
    place(values, from, to, places, 0, places.length, depth);
  }

  private static void place(long[] values, int from, int to, int[] places, int firstPlace, int endPlace,
      int depth) {
    int low = from;
    int high = to;
    int first = firstPlace;
    int end = endPlace;
    for (int left = depth; first < end; left--) {
      if (high - low <= SMALL || left == 0) {
        Arrays.sort(values, low, high);
        return;
      }
      long pivot = median(values[low], values[(low + high) >>> 1], values[high - 1]);
      int less = low;
      int greater = high - 1;
      for (int i = low; i <= greater;) {
        long value = values[i];
        if (value < pivot) {
          values[i++] = values[less];
          values[less++] = value;
        } else if (value > pivot) {
          values[i] = values[greater];
          values[greater--] = value;
        } else {
          i++;
        }
      }
      // values[less .. greater] are the pivot, and stand where they belong
      int split = first;
      while (split < end && places[split] < less) {
        split++;
      }
      int after = split;
      while (after < end && places[after] <= greater) {
        after++;
      }
      place(values, low, less, places, first, split, left - 1);
      low = greater + 1;
      first = after;
    }
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
