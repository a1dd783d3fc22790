package app.parcelle.engine.evaluate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;

/**
 * Values within a range. The ends are moved into the chunk's own frame first, so that the loop compares narrow integers with
 * constants; a chunk all in or all out is not looked at.
 */
record RangeTest(ValueRange range) implements ChunkTest {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class,
      ByteOrder.LITTLE_ENDIAN);
  private static final long SIGNS = 0x8080_8080_8080_8080L;
  private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;
  private static final long EACH = 0x0001_0001_0001_0001L;
  private static final long CARRY = 0x8000_8000_8000_8000L;
  private static final int STRETCH = 1024;

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

  /**
   * Eight values at a time within a 64-bit word: each on 16 bits, so that the ninth bit of a difference says which of two is greater
   * (Lamport, "Multiple Byte Processing with Full-Word Instructions", 1975).
   *
   * @param low the least value of the data that is in
   * @param span how far above it the last one is; nothing is in where it is negative
   */
  static void bytes(byte[] data, int rows, int low, int span, long[] bits, int firstWord) {
    if (span < 0) {
      Arrays.fill(bits, firstWord, firstWord + Bits.words(rows), 0);
      return;
    }
    // data is signed around the middle: 0x80 more is the distance from the chunk's least value
    long lows = (low + 0x80) * EACH;
    long highs = (low + 0x80 + span) * EACH | CARRY;
    int words = rows >> 6;
    for (int w = 0; w < words; w++) {
      long word = 0;
      for (int k = 0; k < 64; k += 8) {
        long values = (long) EIGHT.get(data, (w << 6) + k) ^ SIGNS;
        long even = values & LOW_BYTES;
        long odd = (values >>> 8) & LOW_BYTES;
        long evenIn = ((even | CARRY) - lows) & (highs - even) & CARRY;
        long oddIn = ((odd | CARRY) - lows) & (highs - odd) & CARRY;
        long in = evenIn >>> 15 | oddIn >>> 14;
        in |= in >>> 14;
        in |= in >>> 28;
        word |= (in & 0xFF) << k;
      }
      bits[firstWord + w] = word;
    }
    if ((rows & 63) != 0) {
      long word = 0;
      for (int i = words << 6; i < rows; i++) {
        word |= (long) inside(data[i] - low, span) << i;
      }
      bits[firstWord + words] = word;
    }
  }

  /** In three plain loops over a stretch that stays in the nearest cache, each of which the compiler makes vector code of. */
  private static void shorts(short[] data, int rows, int low, int span, long[] bits, int firstWord) {
    int[] wide = new int[STRETCH];
    byte[] in = new byte[STRETCH];
    for (int from = 0; from < rows; from += STRETCH) {
      int size = Math.min(STRETCH, rows - from);
      for (int i = 0; i < size; i++) {
        wide[i] = data[from + i];
      }
      for (int i = 0; i < size; i++) {
        int distance = wide[i] - low;
        wide[i] = ((distance | (span - distance)) >>> 31) ^ 1;
      }
      for (int i = 0; i < size; i++) {
        in[i] = (byte) wide[i];
      }
      Arrays.fill(in, size, STRETCH, (byte) 0);
      gather(in, Bits.words(size), bits, firstWord + (from >> 6));
    }
  }

  /** Bytes of 0 or 1 as bits: a product moves the lowest bit of eight bytes beside each other. */
  private static void gather(byte[] in, int words, long[] bits, int firstWord) {
    for (int w = 0; w < words; w++) {
      long word = 0;
      for (int k = 0; k < 64; k += 8) {
        word |= (((long) EIGHT.get(in, (w << 6) + k) * 0x0102_0408_1020_4080L) >>> 56) << k;
      }
      bits[firstWord + w] = word;
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
