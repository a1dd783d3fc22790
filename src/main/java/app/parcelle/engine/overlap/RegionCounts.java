package app.parcelle.engine.overlap;

import java.util.List;

import app.parcelle.engine.job.JobContext;

/**
 * Counts customers by the set of segments that they are in, in one pass over the segments' bits. Eight customers are looked at
 * together: the bits of eight segments are a square that is turned by three swaps, so that each byte is the set of one customer.
 */
record RegionCounts(List<long[]> segments) {
  private static final int SIDE = 8;

  /** Words between two looks at whether to go on. */
  private static final int STRIDE = 1 << 16;

  /** One number a set of segments; that of the empty set counts all bits that no segment has, customers or not. */
  int[] all(JobContext job) {
    int[] counts = new int[1 << segments.size()];
    int words = segments.isEmpty() ? 0 : segments.getFirst().length;
    long[] word = new long[segments.size()];
    for (int w = 0; w < words; w++) {
      if (w % STRIDE == 0) {
        job.throwIfCancelled();
      }
      for (int i = 0; i < word.length; i++) {
        word[i] = segments.get(i)[w];
      }
      add(word, counts);
    }
    return counts;
  }

  private static void add(long[] word, int[] counts) {
    for (int shift = 0; shift < Long.SIZE; shift += SIDE) {
      long low = square(word, 0, shift);
      long high = square(word, SIDE, shift);
      if ((low | high) == 0) {
        counts[0] += SIDE;
        continue;
      }
      long lows = turned(low);
      long highs = high == 0 ? 0 : turned(high);
      for (int customer = 0; customer < Long.SIZE; customer += SIDE) {
        counts[(int) ((lows >>> customer & 0xFF) | (highs >>> customer & 0xFF) << SIDE)]++;
      }
    }
  }

  /** Eight bits of up to eight segments, one byte each. */
  private static long square(long[] word, int from, int shift) {
    long square = 0;
    for (int i = from; i < Math.min(word.length, from + SIDE); i++) {
      square |= (word[i] >>> shift & 0xFF) << ((i - from) * SIDE);
    }
    return square;
  }

  /** Bit j of byte i becomes bit i of byte j: Warren, Hacker's Delight, 7-3. */
  static long turned(long square) {
    long x = square;
    long swap = (x ^ x >>> 7) & 0x00AA00AA00AA00AAL;
    x ^= swap ^ swap << 7;
    swap = (x ^ x >>> 14) & 0x0000CCCC0000CCCCL;
    x ^= swap ^ swap << 14;
    swap = (x ^ x >>> 28) & 0x00000000F0F0F0F0L;
    return x ^ swap ^ swap << 28;
  }
}
