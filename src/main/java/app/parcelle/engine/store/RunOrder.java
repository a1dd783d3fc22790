package app.parcelle.engine.store;

/**
 * The order of a run: by customer, then time, ties as in the source. A counting sort by customer, then a stable sort of each
 * customer's few rows.
 *
 * @param order position in the run to row of the source
 * @param offsets where each customer's rows begin, customers + 1 positions; rows after the last have no customer
 */
record RunOrder(int[] order, int[] offsets) {

  /**
   * @param customer one a row: the number, or {@code customers} where there is none
   * @param customers how many customers there are
   * @param times one a row, {@link Long#MIN_VALUE} where missing; null when rows have no time
   */
  static RunOrder of(int[] customer, int rows, int customers,
      long @org.jspecify.annotations.Nullable [] times) {
    int[] offsets = new int[customers + 2];
    for (int row = 0; row < rows; row++) {
      offsets[customer[row] + 1]++;
    }
    for (int c = 0; c <= customers; c++) {
      offsets[c + 1] += offsets[c];
    }
    int[] next = java.util.Arrays.copyOf(offsets, customers + 1);
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[next[customer[row]]++] = row;
    }
    if (times != null) {
      int[] spare = new int[64];
      for (int c = 0; c < customers; c++) {
        int from = offsets[c];
        int to = offsets[c + 1];
        if (!ascending(order, from, to, times)) {
          spare = spare.length < to - from ? new int[to - from] : spare;
          mergeSort(order, from, to, times, spare);
        }
      }
    }
    return new RunOrder(order, java.util.Arrays.copyOf(offsets, customers + 1));
  }

  private static boolean ascending(int[] order, int from, int to, long[] times) {
    for (int i = from + 1; i < to; i++) {
      if (times[order[i - 1]] > times[order[i]]) {
        return false;
      }
    }
    return true;
  }

  private static void mergeSort(int[] order, int from, int to, long[] times, int[] spare) {
    if (to - from <= 16) {
      insertionSort(order, from, to, times);
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(order, from, middle, times, spare);
    mergeSort(order, middle, to, times, spare);
    int left = middle - from;
    System.arraycopy(order, from, spare, 0, left);
    int i = 0;
    int j = middle;
    int k = from;
    while (i < left && j < to) {
      order[k++] = times[order[j]] < times[spare[i]] ? order[j++] : spare[i++];
    }
    System.arraycopy(spare, i, order, k, left - i);
  }

  private static void insertionSort(int[] order, int from, int to, long[] times) {
    for (int i = from + 1; i < to; i++) {
      int row = order[i];
      long time = times[row];
      int j = i;
      while (j > from && times[order[j - 1]] > time) {
        order[j] = order[j - 1];
        j--;
      }
      order[j] = row;
    }
  }
}
