package app.parcelle.engine.evaluate;

import java.util.Arrays;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * Values within a range. The ends are moved into the chunk's own frame first, so that the loop compares narrow integers with
 * constants; a chunk all in or all out is not looked at.
 */
record RangeTest(ValueRange range) implements ChunkTest {
  @Override
  public void mark(Chunk chunk, long[] bits, int firstWord) {
    int words = Bits.words(chunk.rows());
    long low = Math.max(range.low(), chunk.min());
    long high = Math.min(range.high(), chunk.max());
    if (low > high) {
      Arrays.fill(bits, firstWord, firstWord + words, range.outside() ? -1L : 0);
    } else if (low == chunk.min() && high == chunk.max()) {
      Arrays.fill(bits, firstWord, firstWord + words, range.outside() ? 0 : -1L);
    } else {
      scan(chunk, low, high, bits, firstWord);
      if (range.outside()) {
        for (int w = firstWord; w < firstWord + words; w++) {
          bits[w] = ~bits[w];
        }
      }
    }
    clearBeyond(chunk.rows(), bits, firstWord + words - 1);
  }

  private static void clearBeyond(int rows, long[] bits, int lastWord) {
    if ((rows & 63) != 0) {
      bits[lastWord] &= (1L << rows) - 1;
    }
  }

  private static void scan(Chunk chunk, long low, long high, long[] bits, int firstWord) {
    // a range between two steps of the chunk has its last before its first, by one, and nothing is inside
    long first = Math.ceilDiv(low - chunk.min(), chunk.step());
    long last = Math.floorDiv(high - chunk.min(), chunk.step());
    switch (chunk.data()) {
      case byte[] data ->
        bytes(data, chunk.rows(), (int) first - 0x80, (int) (last - first), bits, firstWord);
      case short[] data ->
        shorts(data, chunk.rows(), (int) first - 0x8000, (int) (last - first), bits, firstWord);
      case int[] data ->
        ints(data, chunk.rows(), (int) (first - 0x8000_0000L), last - first, bits, firstWord);
      case long[] data -> longs(data, chunk.rows(), low, high, bits, firstWord);
      case null, default -> throw new IllegalStateException();
    }
  }

  /** {@code low <= x <= low + span} is one unsigned comparison, and its carry one bit: no branch in the loops. */
  private static void bytes(byte[] data, int rows, int low, int span, long[] bits, int firstWord) {
    for (int from = 0, w = firstWord; from < rows; from += 64, w++) {
      int to = Math.min(rows, from + 64);
      long word = 0;
      for (int i = from; i < to; i++) {
        word |= (long) inside(data[i] - low, span) << i;
      }
      bits[w] = word;
    }
  }

  private static void shorts(short[] data, int rows, int low, int span, long[] bits, int firstWord) {
    for (int from = 0, w = firstWord; from < rows; from += 64, w++) {
      int to = Math.min(rows, from + 64);
      long word = 0;
      for (int i = from; i < to; i++) {
        word |= (long) inside(data[i] - low, span) << i;
      }
      bits[w] = word;
    }
  }

  private static void ints(int[] data, int rows, int low, long span, long[] bits, int firstWord) {
    for (int from = 0, w = firstWord; from < rows; from += 64, w++) {
      int to = Math.min(rows, from + 64);
      long word = 0;
      for (int i = from; i < to; i++) {
        // the distance from the low end as an unsigned 32-bit number
        word |= (((span - ((data[i] - low) & 0xFFFF_FFFFL)) >>> 63) ^ 1) << i;
      }
      bits[w] = word;
    }
  }

  private static void longs(long[] data, int rows, long low, long high, long[] bits, int firstWord) {
    for (int from = 0, w = firstWord; from < rows; from += 64, w++) {
      int to = Math.min(rows, from + 64);
      long word = 0;
      for (int i = from; i < to; i++) {
        word |= (data[i] >= low && data[i] <= high ? 1L : 0) << i;
      }
      bits[w] = word;
    }
  }

  /** 1 when 0 <= distance <= span; both are small, so that the sign of span - distance tells, and of distance itself. */
  private static int inside(int distance, int span) {
    return ((distance | (span - distance)) >>> 31) ^ 1;
  }
}
