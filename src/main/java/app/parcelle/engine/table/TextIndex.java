package app.parcelle.engine.table;

import java.util.Arrays;

/**
 * Texts, as UTF-8 bytes, and their codes: 0, 1, 2 ... in the order in which they were added. Texts are compared by their
 * first eight bytes and their length before anything else is looked at.
 *
 * <p>One thread adds. Others may look texts up in a {@link #view()} taken under the same lock as the additions: nothing that
 * a view can see ever changes.
 */
public final class TextIndex {
  private static final int NONE = -1;
  private static final int SPARE = TextDictionary.SPARE;

  private int[] slots = new int[64];
  private long[] heads = new long[32];
  private int[] offsets = new int[33];
  private byte[] utf8 = new byte[256];
  private int size;

  /** What an index held at a moment. */
  public record View(int[] slots, long[] heads, int[] offsets, byte[] utf8, int size) {
    /** The code of a text, or -1. Eight bytes behind its end must exist. */
    public int find(byte[] b, int from, int to) {
      long head = head(b, from, to);
      int length = to - from;
      int mask = slots.length - 1;
      int slot = hash(b, from, to, head) & mask;
      while (true) {
        int code = slots[slot] - 1;
        if (code < 0) {
          return NONE;
        }
        if (code < size && heads[code] == head
            && equal(b, from, length, utf8, offsets[code], offsets[code + 1])) {
          return code;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  public View view() {
    return new View(slots, heads, offsets, utf8, size);
  }

  public int size() {
    return size;
  }

  public long bytes() {
    return offsets[size] + 20L * size;
  }

  /** The code of a text, which is added where it is new. Eight bytes behind its end must exist. */
  public int add(byte[] b, int from, int to) {
    long head = head(b, from, to);
    int length = to - from;
    int mask = slots.length - 1;
    int slot = hash(b, from, to, head) & mask;
    while (true) {
      int code = slots[slot] - 1;
      if (code < 0) {
        break;
      }
      if (heads[code] == head && equal(b, from, length, utf8, offsets[code], offsets[code + 1])) {
        return code;
      }
      slot = (slot + 1) & mask;
    }
    append(b, from, to, head);
    slots[slot] = size;
    if (size * 2 > slots.length) {
      widen();
    }
    return size - 1;
  }

  /** Adds all texts of another index in their order; returns the code of each here. */
  public int[] addAll(TextIndex other) {
    int[] codes = new int[other.size];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = add(other.utf8, other.offsets[i], other.offsets[i + 1]);
    }
    return codes;
  }

  public void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  public TextDictionary dictionary() {
    return dictionary(size);
  }

  /** The first {@code count} texts. */
  public TextDictionary dictionary(int count) {
    return new TextDictionary(Arrays.copyOf(utf8, offsets[count] + SPARE), Arrays.copyOf(offsets, count + 1));
  }

  private void append(byte[] b, int from, int to, long head) {
    if (size == heads.length) {
      heads = Arrays.copyOf(heads, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2 + 1);
    }
    int at = offsets[size];
    int end = Math.addExact(at, to - from);
    if (end > utf8.length - SPARE) {
      utf8 = Arrays.copyOf(utf8,
          (int) Math.min(Integer.MAX_VALUE - 16L, Math.max((long) end + SPARE, 2L * utf8.length)));
    }
    System.arraycopy(b, from, utf8, at, to - from);
    heads[size] = head;
    size++;
    offsets[size] = end;
  }

  private void widen() {
    int[] wider = new int[slots.length * 2];
    int mask = wider.length - 1;
    for (int code = 0; code < size; code++) {
      int slot = hash(utf8, offsets[code], offsets[code + 1], heads[code]) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = code + 1;
    }
    slots = wider;
  }

  /** Whether a text is the same as that of a dictionary, whose first eight bytes are. */
  private static boolean equal(byte[] b, int from, int length, byte[] utf8, int at, int end) {
    if (end - at != length) {
      return false;
    }
    return length <= 8 || (Words.at(b, from + length - 8) == Words.at(utf8, end - 8)
        && (length <= 16 || Arrays.equals(b, from + 8, from + length - 8, utf8, at + 8, end - 8)));
  }

  /** The first eight bytes; zeros where the text is shorter. */
  private static long head(byte[] b, int from, int to) {
    return Words.head(Words.at(b, from), to - from);
  }

  private static int hash(byte[] b, int from, int to, long head) {
    long h = (head ^ (to - from)) * 0x9E37_79B9_7F4A_7C15L;
    int p = from + 8;
    for (; p + 8 <= to; p += 8) {
      h = (h ^ Words.at(b, p)) * 0x9E37_79B9_7F4A_7C15L;
      h ^= h >>> 29;
    }
    if (p < to) {
      h = (h ^ Words.head(Words.at(b, p), to - p)) * 0x9E37_79B9_7F4A_7C15L;
    }
    return (int) ((h >>> 32) ^ (h >>> 17));
  }
}
