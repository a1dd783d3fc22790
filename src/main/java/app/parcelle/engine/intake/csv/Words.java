package app.parcelle.engine.intake.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: reading them as one number, and finding a byte among them. */
final class Words {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class,
      ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  static final long HIGHS = 0x8080_8080_8080_8080L;

  private Words() {}

  static long at(byte[] bytes, int position) {
    return (long) LONGS.get(bytes, position);
  }

  static long repeat(int value) {
    return (value & 0xFF) * ONES;
  }

  /** The lowest bit set stands in the first byte of {@code word} that equals the repeated one; 0 where none does. */
  static long match(long word, long repeated) {
    long difference = word ^ repeated;
    return (difference - ONES) & ~difference & HIGHS;
  }

  /** Which byte of a word the lowest bit of a match stands in. */
  static int first(long match) {
    return Long.numberOfTrailingZeros(match) >>> 3;
  }

  /** Whether a stretch of bytes is correct UTF-8. */
  static boolean isUtf8(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      int lead = b[p];
      if (lead >= 0) {
        p++;
        continue;
      }
      int more = following(lead & 0xFF);
      if (more == 0 || p + more >= to) {
        return false;
      }
      int second = b[p + 1] & 0xFF;
      boolean fits = switch (lead & 0xFF) {
        case 0xE0 -> second >= 0xA0;
        case 0xED -> second < 0xA0;
        case 0xF0 -> second >= 0x90;
        case 0xF4 -> second < 0x90;
        default -> true;
      };
      if (!fits) {
        return false;
      }
      for (int i = 1; i <= more; i++) {
        if ((b[p + i] & 0xC0) != 0x80) {
          return false;
        }
      }
      p += more + 1;
    }
    return true;
  }

  /** How many bytes follow a lead byte; 0 where it is none. */
  private static int following(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
  }
}
