package app.parcelle.engine.table;

import org.jspecify.annotations.Nullable;

/** Finds the narrowest frame (base, step, width) of 64-bit values: frame of reference with a common divisor. */
final class ChunkPacker {
  private ChunkPacker() {}

  static Chunk pack(long[] values, int rows, long @Nullable [] missing, long @Nullable [] invalid,
      @Nullable Dictionary dictionary) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < rows; i++) {
      if (missing == null || !Bits.get(missing, i)) {
        min = Math.min(min, values[i]);
        max = Math.max(max, values[i]);
      }
    }
    if (min >= max) {
      return new Chunk(rows, min > max ? 0 : min, 1, null, min, max, missing, invalid, dictionary);
    }
    long range = max - min;
    if (range < 0) {
      // wider than 63 bits: no frame fits
      return new Chunk(rows, 0, 1, java.util.Arrays.copyOf(values, rows), min, max, missing, invalid,
          dictionary);
    }
    long step = range <= 0xFF ? 1 : divisor(values, rows, missing, min, range);
    long steps = range / step;
    if (steps <= 0xFF && hasRoom(min, step, 0x80)) {
      // the base may wrap around 64 bits; what is computed back from it wraps the same way
      long base = min + step * 0x80;
      byte[] narrow = new byte[rows];
      for (int i = 0; i < rows; i++) {
        if (missing == null || !Bits.get(missing, i)) {
          narrow[i] = (byte) ((step == 1 ? values[i] - min : (values[i] - min) / step) - 0x80);
        }
      }
      return new Chunk(rows, base, step, narrow, min, max, missing, invalid, dictionary);
    }
    if (steps <= 0xFFFF && hasRoom(min, step, 0x8000)) {
      long base = min + step * 0x8000;
      short[] narrow = new short[rows];
      for (int i = 0; i < rows; i++) {
        if (missing == null || !Bits.get(missing, i)) {
          narrow[i] = (short) ((step == 1 ? values[i] - min : (values[i] - min) / step) - 0x8000);
        }
      }
      return new Chunk(rows, base, step, narrow, min, max, missing, invalid, dictionary);
    }
    if (steps <= 0xFFFF_FFFFL && hasRoom(min, step, 0x8000_0000L)) {
      long base = min + step * 0x8000_0000L;
      int[] narrow = new int[rows];
      for (int i = 0; i < rows; i++) {
        if (missing == null || !Bits.get(missing, i)) {
          narrow[i] = (int) ((step == 1 ? values[i] - min : (values[i] - min) / step) - 0x8000_0000L);
        }
      }
      return new Chunk(rows, base, step, narrow, min, max, missing, invalid, dictionary);
    }
    return new Chunk(rows, 0, 1, java.util.Arrays.copyOf(values, rows), min, max, missing, invalid,
        dictionary);
  }

  /** Whether the middle of the frame is a number of 64 bits, which may lie beyond all values. */
  private static boolean hasRoom(long min, long step, long half) {
    long shift = step * half;
    return Math.multiplyHigh(step, half) == shift >> 63 && (min < 0 || shift <= Long.MAX_VALUE - min);
  }

  /** The greatest common divisor of all distances from the least value; stops as soon as it is 1. */
  private static long divisor(long[] values, int rows, long @Nullable [] missing, long min, long range) {
    long divisor = range;
    for (int i = 0; i < rows && divisor > 1; i++) {
      if (missing == null || !Bits.get(missing, i)) {
        long distance = values[i] - min;
        if (distance % divisor != 0) {
          divisor = gcd(divisor, distance);
        }
      }
    }
    return divisor;
  }

  private static long gcd(long a, long b) {
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }
}
