package app.parcelle.engine.evaluate;

import java.util.Arrays;

/** The distinct ones among the codes of one customer: few, and mostly equal to the one before. */
final class DistinctCodes {
  private static final int FEW = 24;

  private long[] codes = new long[64];
  private int used;
  private boolean sorted = true;

  /** A code of its own for a row that has none: a line without order key is an order by itself. */
  static long own(int row) {
    return Long.MIN_VALUE + row;
  }

  void clear() {
    used = 0;
    sorted = true;
  }

  void add(long code) {
    if (used > 0 && codes[used - 1] == code) {
      return;
    }
    for (int i = Math.min(used, FEW) - 1; i >= 0; i--) {
      if (codes[i] == code) {
        return;
      }
    }
    if (used == codes.length) {
      codes = Arrays.copyOf(codes, 2 * used);
    }
    codes[used++] = code;
    sorted = used <= FEW;
  }

  int size() {
    if (!sorted) {
      Arrays.sort(codes, 0, used);
      int distinct = 1;
      for (int i = 1; i < used; i++) {
        if (codes[i] != codes[i - 1]) {
          codes[distinct++] = codes[i];
        }
      }
      used = distinct;
      sorted = true;
    }
    return used;
  }
}
