package app.parcelle.engine.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: reading them as one number, finding a byte among them, reading digits. The first byte is the lowest;
 * arrays need eight bytes to spare behind what is looked at.
 */
public final class Words {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class,
      ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long LOWS = 0x7F7F_7F7F_7F7F_7F7FL;
  private static final long ZEROS = 0x3030_3030_3030_3030L;
  public static final long HIGHS = 0x8080_8080_8080_8080L;

  private Words() {}

  public static long at(byte[] bytes, int position) {
    return (long) LONGS.get(bytes, position);
  }

  public static void put(byte[] bytes, int position, long word) {
    LONGS.set(bytes, position, word);
  }

  public static long repeat(int value) {
    return (value & 0xFF) * ONES;
  }

  /** The lowest bit set stands in the first byte of {@code word} that equals the repeated one; 0 where none does. */
  public static long match(long word, long repeated) {
    long difference = word ^ repeated;
    return (difference - ONES) & ~difference & HIGHS;
  }

  /** The highest bit of every byte of {@code word} that equals the repeated one. */
  public static long matches(long word, long repeated) {
    long difference = word ^ repeated;
    return ~(((difference & LOWS) + LOWS) | difference | LOWS);
  }

  /** Which byte of a word the lowest bit of a match stands in. */
  public static int first(long match) {
    return Long.numberOfTrailingZeros(match) >>> 3;
  }

  /** The first {@code length} bytes of a word, 0 to 8; zeros behind them. */
  public static long head(long word, int length) {
    return length >= 8 ? word : word & ((1L << (8 * length)) - 1);
  }

  /** The number that 1 to 18 digits write; -1 where there is anything else. */
  public static long number(byte[] b, int from, int digits) {
    if (digits <= 8) {
      return upToEight(at(b, from), digits);
    }
    int before = digits - 8;
    long high = before <= 8
        ? upToEight(at(b, from), before)
        : number(b, from, before);
    long low = upToEight(at(b, from + before), 8);
    return high < 0 || low < 0 ? -1 : high * 100_000_000 + low;
  }

  /**
   * The number that the first 1 to 8 bytes of a word write; -1 where they are not all digits. Neighbours are joined: digits to
   * pairs, pairs to fours, fours to eight.
   */
  public static long upToEight(long word, int digits) {
    long v = ((word << (64 - 8 * digits)) | (ZEROS >>> 1 >>> (8 * digits - 1))) ^ ZEROS;
    if ((((v + 0x7676_7676_7676_7676L) | v) & HIGHS) != 0) {
      return -1;
    }
    v = (v * (1 + (10L << 8))) >>> 8 & 0x00FF_00FF_00FF_00FFL;
    v = (v * (1 + (100L << 16))) >>> 16 & 0x0000_FFFF_0000_FFFFL;
    return (v * (1 + (10_000L << 32))) >>> 32;
  }
}
