package app.parcelle.engine.table;

import java.util.Arrays;

/**
 * Texts, as UTF-8 bytes, and their codes: 0, 1, 2 ... in the order in which they were added. Texts are compared by their length
 * and their first and last eight bytes; only of those beyond sixteen bytes more has to be looked at.
 *
 * <p>One thread adds. Others may look texts up in a {@link #view()} taken under the same lock as the additions: nothing that
 * a view can see ever changes.
 */
public final class TextIndex {
  private static final int NONE = -1;
  private static final int SPARE = TextDictionary.SPARE;
  private static final int BOTH_ENDS = 16;

  /** Code and length of a text, where its hash or the ones behind it say; 0 where there is none. */
  private long[] slots = new long[64];
  /** The head and the tail of each text. */
  private long[] edges = new long[64];
  private int[] offsets = new int[33];
  private byte[] utf8 = new byte[256];
  private int size;

  /** What an index held at a moment. */
  public record View(long[] slots, long[] edges, int[] offsets, byte[] utf8, int size) {
    /** The code of a text, or -1. Eight bytes behind its end must exist. */
    public int find(byte[] b, int from, int to) {
      int length = to - from;
      long head = head(b, from, length);
      long tail = tail(b, from, length, head);
      int mask = slots.length - 1;
      int slot = hash(b, from, length, head, tail) & mask;
      while (slots[slot] != 0) {
        int code = code(slots[slot]);
        if (length(slots[slot]) == length && code < size && edges[2 * code] == head
            && edges[2 * code + 1] == tail
            && (length <= BOTH_ENDS || middlesEqual(b, from, length, utf8, offsets[code]))) {
          return code;
        }
        slot = (slot + 1) & mask;
      }
      return NONE;
    }
  }

  public View view() {
    return new View(slots, edges, offsets, utf8, size);
  }

  public int size() {
    return size;
  }

  public long bytes() {
    return offsets[size] + 44L * size;
  }

  /** The code of a text, which is added where it is new. Eight bytes behind its end must exist. */
  public int add(byte[] b, int from, int to) {
    int length = to - from;
    long head = head(b, from, length);
    long tail = tail(b, from, length, head);
    int mask = slots.length - 1;
    int slot = hash(b, from, length, head, tail) & mask;
    while (slots[slot] != 0) {
      int code = code(slots[slot]);
      if (length(slots[slot]) == length && edges[2 * code] == head && edges[2 * code + 1] == tail
          && (length <= BOTH_ENDS || middlesEqual(b, from, length, utf8, offsets[code]))) {
        return code;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = slot(size, length);
    append(b, from, to, head, tail);
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

  private void append(byte[] b, int from, int to, long head, long tail) {
    if (size + 1 == offsets.length) {
      edges = Arrays.copyOf(edges, size * 4);
      offsets = Arrays.copyOf(offsets, size * 2 + 1);
    }
    int at = offsets[size];
    int end = Math.addExact(at, to - from);
    if (end > utf8.length - SPARE) {
      utf8 = Arrays.copyOf(utf8,
          (int) Math.min(Integer.MAX_VALUE - 16L, Math.max((long) end + SPARE, 2L * utf8.length)));
    }
    System.arraycopy(b, from, utf8, at, to - from);
    edges[2 * size] = head;
    edges[2 * size + 1] = tail;
    size++;
    offsets[size] = end;
  }

  private void widen() {
    long[] wider = new long[slots.length * 2];
    int mask = wider.length - 1;
    for (int code = 0; code < size; code++) {
      int length = offsets[code + 1] - offsets[code];
      int slot = hash(utf8, offsets[code], length, edges[2 * code], edges[2 * code + 1]) & mask;
      while (wider[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      wider[slot] = slot(code, length);
    }
    slots = wider;
  }

  private static long slot(int code, int length) {
    return (long) length << 32 | (code + 1L);
  }

  private static int code(long slot) {
    return (int) slot - 1;
  }

  private static int length(long slot) {
    return (int) (slot >>> 32);
  }

  /** The first eight bytes; zeros where the text is shorter. */
  private static long head(byte[] b, int from, int length) {
    return Words.head(Words.at(b, from), length);
  }

  /** The last eight bytes; all where the text is shorter. */
  private static long tail(byte[] b, int from, int length, long head) {
    return length < 8 ? head : Words.at(b, from + length - 8);
  }

  /** Whether two texts that begin and end alike are the same between. */
  private static boolean middlesEqual(byte[] b, int from, int length, byte[] utf8, int at) {
    return Arrays.equals(b, from + 8, from + length - 8, utf8, at + 8, at + length - 8);
  }

  private static int hash(byte[] b, int from, int length, long head, long tail) {
    long h = (head ^ length) * 0x9E37_79B9_7F4A_7C15L;
    for (int p = from + 8; p < from + length - 8; p += 8) {
      h = (h ^ (h >>> 29) ^ Words.at(b, p)) * 0x9E37_79B9_7F4A_7C15L;
    }
    h = (h ^ (h >>> 29) ^ tail) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (h >>> 32);
  }
}
