package app.parcelle.engine.store;

import java.util.Arrays;

/** Numbers of codes: an array where codes lie close to each other, a hash table where they do not. */
final class CodeNumbers {
  static final int UNKNOWN = -1;

  /** An array of this length costs little, however few of the codes there are. */
  private static final long SMALL = 1 << 20;
  /** A code takes about as much room in the table as so many places of the array. */
  private static final long SPARSE = 8;
  private static final long LONGEST = 1 << 28;

  private int[] direct = new int[0];
  private long first;
  private long[] keys = new long[1024];
  private int[] values = unknown(1024);
  private int scattered;
  private int size;

  private static int[] unknown(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, UNKNOWN);
    return empty;
  }

  int get(long code) {
    long place = code - first;
    if (place >= 0 && place < direct.length) {
      return direct[(int) place];
    }
    return scattered == 0 ? UNKNOWN : values[slot(keys, values, code)];
  }

  /** Gives a number to a code that has none. */
  void put(long code, int number) {
    size++;
    long place = code - first;
    if (place >= 0 && place < direct.length) {
      direct[(int) place] = number;
      return;
    }
    if (2 * ++scattered > keys.length) {
      widenTable();
    }
    int slot = slot(keys, values, code);
    keys[slot] = code;
    values[slot] = number;
  }

  /** Widens the array to hold codes from {@code low} to {@code high}, unless they are too far apart for how many there are. */
  void expect(long low, long high) {
    long from = direct.length == 0 ? low : Math.min(first, low);
    long to = direct.length == 0 ? high : Math.max(first + direct.length - 1, high);
    long length = to - from + 1;
    if (length <= direct.length || length > Math.min(LONGEST, Math.max(SMALL, SPARSE * size))) {
      return;
    }
    int[] wider = unknown((int) Math.min(LONGEST, Math.max(length, 2L * direct.length)));
    System.arraycopy(direct, 0, wider, direct.length == 0 ? 0 : (int) (first - from), direct.length);
    direct = wider;
    first = from;
    if (scattered > 0) {
      gather();
    }
  }

  /** Takes the codes of the table that the array has room for now. */
  private void gather() {
    long[] formerKeys = keys;
    int[] former = values;
    values = unknown(keys.length);
    keys = new long[keys.length];
    size -= scattered;
    scattered = 0;
    for (int i = 0; i < former.length; i++) {
      if (former[i] != UNKNOWN) {
        put(formerKeys[i], former[i]);
      }
    }
  }

  private void widenTable() {
    long[] moreKeys = new long[2 * keys.length];
    int[] moreValues = unknown(moreKeys.length);
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != UNKNOWN) {
        int slot = slot(moreKeys, moreValues, keys[i]);
        moreKeys[slot] = keys[i];
        moreValues[slot] = values[i];
      }
    }
    keys = moreKeys;
    values = moreValues;
  }

  /** Where a key is or belongs, by linear probing. */
  private static int slot(long[] keys, int[] values, long key) {
    // Fibonacci hashing: the high bits of the product are well mixed
    int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> (64 - Integer.numberOfTrailingZeros(keys.length)));
    while (values[slot] != UNKNOWN && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
