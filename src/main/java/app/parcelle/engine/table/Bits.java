package app.parcelle.engine.table;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Plain operations on bit sets held as {@code long[]}: bit i is bit {@code i & 63} of word {@code i >> 6}. */
public final class Bits {
  private Bits() {}

  public static long[] of(int size) {
    return new long[words(size)];
  }

  public static int words(int size) {
    return (size + 63) >> 6;
  }

  public static boolean get(long[] bits, int i) {
    return (bits[i >> 6] & 1L << i) != 0;
  }

  public static void set(long[] bits, int i) {
    bits[i >> 6] |= 1L << i;
  }

  /** Those of {@code size} bits set of which that is true. */
  public static long[] where(int size, IntPredicate which) {
    long[] bits = of(size);
    for (int i = 0; i < size; i++) {
      if (which.test(i)) {
        set(bits, i);
      }
    }
    return bits;
  }

  /** The first {@code size} bits set, and none beyond. */
  public static long[] full(int size) {
    long[] bits = of(size);
    Arrays.fill(bits, -1L);
    if ((size & 63) != 0) {
      bits[bits.length - 1] = (1L << size) - 1;
    }
    return bits;
  }

  public static int count(long[] bits) {
    int n = 0;
    for (long word : bits) {
      n += Long.bitCount(word);
    }
    return n;
  }

  /** How many bits are set from {@code from} (inclusive) to {@code to} (exclusive). */
  public static int count(long[] bits, int from, int to) {
    if (from >= to) {
      return 0;
    }
    int first = from >> 6;
    int last = (to - 1) >> 6;
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      return Long.bitCount(bits[first] & head & tail);
    }
    int n = Long.bitCount(bits[first] & head) + Long.bitCount(bits[last] & tail);
    for (int w = first + 1; w < last; w++) {
      n += Long.bitCount(bits[w]);
    }
    return n;
  }

  /** How many bits are set in both. */
  public static int countBoth(long[] a, long[] b) {
    int n = 0;
    for (int w = 0; w < a.length; w++) {
      n += Long.bitCount(a[w] & b[w]);
    }
    return n;
  }

  /** {@code a & b}. */
  public static long[] both(long[] a, long[] b) {
    long[] both = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      both[w] = a[w] & b[w];
    }
    return both;
  }

  /** {@code a | b}. */
  public static long[] either(long[] a, long[] b) {
    long[] either = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      either[w] = a[w] | b[w];
    }
    return either;
  }

  /** {@code a & ~b}. */
  public static long[] without(long[] a, long[] b) {
    long[] without = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      without[w] = a[w] & ~b[w];
    }
    return without;
  }

  /** {@code a} where {@code where} is set, {@code b} elsewhere. */
  public static long[] choose(long[] where, long[] a, long[] b) {
    long[] chosen = new long[where.length];
    for (int w = 0; w < where.length; w++) {
      chosen[w] = (where[w] & a[w]) | (~where[w] & b[w]);
    }
    return chosen;
  }

  /** {@code target &= other}. */
  public static void and(long[] target, long[] other) {
    for (int w = 0; w < target.length; w++) {
      target[w] &= other[w];
    }
  }

  /** {@code target |= other}. */
  public static void or(long[] target, long[] other) {
    for (int w = 0; w < target.length; w++) {
      target[w] |= other[w];
    }
  }

  /** {@code target &= ~other}. */
  public static void andNot(long[] target, long[] other) {
    for (int w = 0; w < target.length; w++) {
      target[w] &= ~other[w];
    }
  }
}
