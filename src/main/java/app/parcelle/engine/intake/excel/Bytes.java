package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that grow, up to a limit; what is added beyond it is dropped. */
final class Bytes {
  byte[] bytes = new byte[256];
  int length;
  private int limit = Integer.MAX_VALUE - 16;

  void clear() {
    length = 0;
  }

  /** Drops what is added beyond so many bytes from here. */
  void limit(int more) {
    limit = (int) Math.min(Integer.MAX_VALUE - 16L, length + (long) more);
  }

  void add(int one) {
    if (length < limit) {
      ensure(1);
      bytes[length++] = (byte) one;
    }
  }

  void add(byte[] from, int start, int end) {
    int n = Math.min(end - start, limit - length);
    if (n > 0) {
      ensure(n);
      System.arraycopy(from, start, bytes, length, n);
      length += n;
    }
  }

  /** Adds a text of ASCII. */
  void addAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  /** Adds a character as UTF-8. A lone half of a pair becomes the sign for what cannot be decoded. */
  void addCharacter(int codePoint) {
    int c = codePoint >= 0xD800 && codePoint <= 0xDFFF ? 0xFFFD : codePoint;
    if (c < 0x80) {
      add(c);
    } else if (c < 0x800) {
      add(0xC0 | c >> 6);
      add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      add(0xE0 | c >> 12);
      add(0x80 | (c >> 6 & 0x3F));
      add(0x80 | (c & 0x3F));
    } else {
      add(0xF0 | c >> 18);
      add(0x80 | (c >> 12 & 0x3F));
      add(0x80 | (c >> 6 & 0x3F));
      add(0x80 | (c & 0x3F));
    }
  }

  String text(int from) {
    return new String(bytes, from, length - from, UTF_8);
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes,
          (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(length + more, 2L * bytes.length)));
    }
  }
}
