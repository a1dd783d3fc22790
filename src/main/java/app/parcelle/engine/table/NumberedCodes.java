package app.parcelle.engine.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Identifiers of one {@link NumberedDictionary} as UTF-8 bytes: from text to code and back. */
public final class NumberedCodes {
  /** So many digits always fit into 64 bits. */
  public static final int MOST_DIGITS = 18;

  private static final byte ZERO = '0';

  private final byte[] prefix;
  private final long prefixHead;
  private final int digits;

  public NumberedCodes(NumberedDictionary dictionary) {
    byte[] text = dictionary.prefix().getBytes(UTF_8);
    prefix = text;
    prefixHead = Words.head(Words.at(Arrays.copyOf(text, text.length + 8), 0), text.length);
    digits = Math.max(1, dictionary.digits());
  }

  /** The code whose text these bytes are; -1 where there is none. Eight bytes behind {@code to} must exist. */
  public long code(byte[] b, int from, int to) {
    int p = from + prefix.length;
    int length = to - p;
    boolean written = length >= digits && length <= MOST_DIGITS && (length == digits || b[p] != ZERO);
    return written && startsWithPrefix(b, from) ? Words.number(b, p, length) : -1;
  }

  private boolean startsWithPrefix(byte[] b, int from) {
    return Words.head(Words.at(b, from), prefix.length) == prefixHead
        && (prefix.length <= 8 || Arrays.equals(b, from, from + prefix.length, prefix, 0, prefix.length));
  }

  /** How many bytes a text has at most. */
  public int longest() {
    return prefix.length + Math.max(digits, MOST_DIGITS + 1);
  }

  /** Writes the text of a code in front of {@code end}; returns where it begins. */
  public int write(long code, byte[] to, int end) {
    int p = end;
    for (long rest = code; rest > 0 || end - p < digits; rest /= 10) {
      to[--p] = (byte) (ZERO + rest % 10);
    }
    p -= prefix.length;
    System.arraycopy(prefix, 0, to, p, prefix.length);
    return p;
  }
}
