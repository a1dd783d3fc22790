package app.parcelle.engine.intake.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a text: by its byte order mark; by the zeros that UTF-16 leaves in Western text; UTF-8 where all bytes
 * obey it, or enough of those beyond ASCII; for what is left see {@link LegacyEncodings}.
 */
final class EncodingFinder {
  static final Charset WINDOWS_1252 = LegacyEncodings.WINDOWS_1252;
  /** Of the signs beyond ASCII in windows-1252, fewer than this look like UTF-8 by chance. */
  private static final double BY_CHANCE = 0.1;
  /** A broken byte among so many good characters is damage, and no other encoding. */
  static final int DAMAGE = 1000;

  /**
   * @param bom bytes of the mark to skip
   * @param mixed whether windows-1252 stands among UTF-8, as where files were put one behind the other
   */
  record Found(Charset encoding, int bom, boolean mixed) {
    Found(Charset encoding, int bom) {
      this(encoding, bom, false);
    }
  }

  private EncodingFinder() {}

  static Found find(Sample sample, @Nullable Charset stated) {
    byte[] b = sample.head();
    Found marked = marked(b);
    if (stated != null) {
      Charset exact = stated.equals(StandardCharsets.UTF_16) && marked.bom == 0
          ? StandardCharsets.UTF_16BE
          : stated;
      boolean same = marked.bom > 0
          && (marked.encoding.equals(exact) || exact.equals(StandardCharsets.UTF_16));
      return same ? marked : new Found(exact, 0);
    }
    if (marked.bom > 0) {
      return marked;
    }
    Charset wide = wide(b);
    if (wide != null) {
      return new Found(wide, 0);
    }
    Utf8Signs signs = new Utf8Signs();
    signs.count(b, 0, wholeCharacters(b, b.length, sample.whole()));
    for (byte[] stretch : sample.further()) {
      int from = 0;
      while (from < Math.min(3, stretch.length) && (stretch[from] & 0xC0) == 0x80) {
        from++;
      }
      signs.count(stretch, from, wholeCharacters(stretch, stretch.length, false));
    }
    if (signs.broken == 0) {
      return new Found(StandardCharsets.UTF_8, 0);
    }
    if (signs.good >= BY_CHANCE * (signs.good + signs.broken)) {
      return new Found(StandardCharsets.UTF_8, 0, signs.broken * DAMAGE > signs.good);
    }
    return new Found(LegacyEncodings.find(textWithSigns(sample)), 0);
  }

  /** The characters beyond ASCII of a text, and the bytes that are none. */
  private static final class Utf8Signs {
    private long good;
    private long broken;

    void count(byte[] b, int from, int to) {
      int p = from;
      while (p < to) {
        if (b[p] >= 0) {
          p++;
          continue;
        }
        int end = p + 1;
        while (end < to && end < p + 4 && (b[end] & 0xC0) == 0x80) {
          end++;
        }
        boolean isOne = end > p + 1 && Utf8.isCorrect(b, p, end);
        good += isOne ? 1 : 0;
        broken += isOne ? 0 : 1;
        p = isOne ? end : p + 1;
      }
    }
  }

  /** The part of a sample that has most signs beyond ASCII: its beginning, or the first stretch that has any. */
  private static byte[] textWithSigns(Sample sample) {
    for (byte[] stretch : sample.further()) {
      if (isAscii(sample.head()) && !isAscii(stretch)) {
        return stretch;
      }
    }
    return sample.head();
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bytes are no text: zeros or other control characters that no text has. */
  static boolean isBinary(byte[] utf8, int to) {
    int strange = 0;
    for (int i = 0; i < to; i++) {
      int c = utf8[i];
      if (c == 0) {
        return true;
      }
      if (c > 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B
          && !isSeparator(c)) {
        strange++;
      }
    }
    return strange * 100L > to;
  }

  /** Signs that databases and warehouses put between fields. */
  private static boolean isSeparator(int c) {
    return c == 1 || c == 2 || (c >= 0x1C && c <= 0x1F);
  }

  private static Found marked(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Found(StandardCharsets.UTF_8, 3);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Found(StandardCharsets.UTF_16LE, 2);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Found(StandardCharsets.UTF_16BE, 2);
    }
    return new Found(StandardCharsets.UTF_8, 0);
  }

  /** UTF-16 without a mark: nearly every other byte is zero. */
  private static @Nullable Charset wide(byte[] b) {
    int even = 0;
    int odd = 0;
    int length = Math.min(b.length, 4096) & ~1;
    for (int i = 0; i < length; i += 2) {
      even += b[i] == 0 ? 1 : 0;
      odd += b[i + 1] == 0 ? 1 : 0;
    }
    int pairs = length / 2;
    if (pairs < 2) {
      return null;
    }
    if (odd > pairs * 0.7 && even < pairs * 0.05) {
      return StandardCharsets.UTF_16LE;
    }
    return even > pairs * 0.7 && odd < pairs * 0.05 ? StandardCharsets.UTF_16BE : null;
  }

  /** Where the last character that is there as a whole ends. */
  private static int wholeCharacters(byte[] b, int to, boolean whole) {
    if (whole) {
      return to;
    }
    int p = to;
    for (int back = 1; back <= 3 && back <= to; back++) {
      if ((b[to - back] & 0xC0) == 0xC0) {
        p = to - back;
        break;
      }
      if (b[to - back] >= 0) {
        break;
      }
    }
    return p;
  }
}
