package app.parcelle.engine.store;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.NumberedCodes;
import app.parcelle.engine.table.NumberedDictionary;
import app.parcelle.engine.table.TextDictionary;

/** Maps the codes of a key column to customer numbers; each distinct code is looked up once. */
final class KeyNumbers {
  private static final int UNKNOWN = -1;
  /** Codes in a range of this size are looked up in an array, others in a hash table. */
  private static final long WIDEST = 1 << 26;

  private final CustomerDirectory.Growing customers;
  private final Keys rows;
  private final long[] codes = new long[Chunk.ROWS];
  private @Nullable Dictionary dictionary;
  private Keys keys = code -> UNKNOWN;
  private int[] direct = new int[0];
  private long first;
  private LongIntTable scattered = new LongIntTable();

  /** Looks up the customer whose key is the text of a code. */
  private interface Keys {
    int number(long code);
  }

  KeyNumbers(CustomerDirectory.Growing customers) {
    this.customers = customers;
    this.rows = keysOf(new NumberedDictionary("#", 0));
  }

  /** Writes the number of each row's customer to {@code to}, from {@code at} on; -1 where the key is missing. */
  void of(Chunk chunk, int[] to, int at) {
    Dictionary texts = chunk.dictionary();
    if (texts == null) {
      throw new IllegalArgumentException("a key column needs texts");
    }
    if (texts != dictionary) {
      dictionary = texts;
      keys = keysOf(texts);
      direct = new int[0];
      scattered = new LongIntTable();
    }
    boolean dense = makeRoom(chunk);
    chunk.copyTo(codes, 0);
    for (int i = 0; i < chunk.rows(); i++) {
      to[at + i] = chunk.isMissing(i) ? UNKNOWN : dense ? directNumber(codes[i]) : scatteredNumber(codes[i]);
    }
  }

  /** The customer that a row without key is: {@code #1} for row 1. */
  int ofRow(long row) {
    return rows.number(row);
  }

  private Keys keysOf(Dictionary texts) {
    return switch (texts) {
      case TextDictionary kept -> {
        byte[] utf8 = kept.utf8();
        int[] offsets = kept.offsets();
        yield code -> customers.numberOf(utf8, offsets[(int) code], offsets[(int) code + 1]);
      }
      case NumberedDictionary computed -> {
        NumberedCodes pattern = new NumberedCodes(computed);
        int end = pattern.longest();
        byte[] utf8 = new byte[end + 8];
        yield code -> customers.numberOf(utf8, pattern.write(code, utf8, end), end);
      }
      default -> throw new IllegalArgumentException(texts.getClass().getName());
    };
  }

  /** Widens the array to hold the codes of a chunk; false where they are too far apart. */
  private boolean makeRoom(Chunk chunk) {
    if (chunk.min() > chunk.max()) {
      return true;
    }
    long low = direct.length == 0 ? chunk.min() : Math.min(first, chunk.min());
    long high = direct.length == 0 ? chunk.max() : Math.max(first + direct.length - 1, chunk.max());
    if (high - low < 0 || high - low >= WIDEST) {
      return false;
    }
    if (direct.length == 0 || low < first || high >= first + direct.length) {
      long room = Math.min(WIDEST, Math.max(high - low + 1, 2L * direct.length));
      int[] wider = new int[(int) room];
      Arrays.fill(wider, UNKNOWN);
      if (direct.length > 0) {
        System.arraycopy(direct, 0, wider, (int) (first - low), direct.length);
      }
      direct = wider;
      first = low;
    }
    return true;
  }

  private int directNumber(long code) {
    int slot = (int) (code - first);
    int number = direct[slot];
    if (number == UNKNOWN) {
      number = keys.number(code);
      direct[slot] = number;
    }
    return number;
  }

  private int scatteredNumber(long code) {
    int number = scattered.get(code);
    if (number == UNKNOWN) {
      number = keys.number(code);
      scattered.put(code, number);
    }
    return number;
  }

  /** Open addressing with linear probing; -1 where there is none. */
  private static final class LongIntTable {
    private long[] keys = new long[1024];
    private int[] values = filled(1024);
    private int size;

    private static int[] filled(int length) {
      int[] empty = new int[length];
      Arrays.fill(empty, UNKNOWN);
      return empty;
    }

    int get(long key) {
      return values[slot(keys, values, key)];
    }

    void put(long key, int value) {
      if (2 * ++size > keys.length) {
        grow();
      }
      int slot = slot(keys, values, key);
      keys[slot] = key;
      values[slot] = value;
    }

    private void grow() {
      long[] moreKeys = new long[2 * keys.length];
      int[] moreValues = filled(moreKeys.length);
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

    private static int slot(long[] keys, int[] values, long key) {
      // Fibonacci hashing: the high bits of the product are well mixed
      int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> (64 - Integer.numberOfTrailingZeros(keys.length)));
      while (values[slot] != UNKNOWN && keys[slot] != key) {
        slot = (slot + 1) & (keys.length - 1);
      }
      return slot;
    }
  }
}
