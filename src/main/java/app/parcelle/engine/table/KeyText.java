package app.parcelle.engine.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Values of key columns as they are compared between tables: trimmed, e-mail addresses in small letters, without the {@code .0} that
 * spreadsheets leave behind numbers; leading zeros stay. One reader serves one thread; what it has read last stands in its
 * buffer.
 */
public final class KeyText {
  private static final int SPARE = 8;

  private byte[] buffer = new byte[64];
  private int from;
  private int to;
  private @Nullable NumberedDictionary pattern;
  private @Nullable NumberedCodes codes;

  /** The same for a text. */
  public static String of(String text) {
    String trimmed = text.strip();
    if (trimmed.indexOf('@') >= 0) {
      return trimmed.toLowerCase(Locale.ROOT);
    }
    return trimmed.endsWith(".0") && isNumber(trimmed, trimmed.length() - 2)
        ? trimmed.substring(0, trimmed.length() - 2)
        : trimmed;
  }

  private static boolean isNumber(String text, int length) {
    return length > 0 && text.chars().limit(length).allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether values of a type can be keys of other tables. */
  public static boolean isKey(ColumnType type) {
    return type.isText() || type == ColumnType.WHOLE;
  }

  /**
   * Reads a value that is present.
   *
   * @param dictionary of its chunk; null for whole numbers
   */
  public void read(@Nullable Dictionary dictionary, long value) {
    switch (dictionary) {
      case null -> take(Long.toString(value));
      case TextDictionary texts -> {
        int start = texts.offsets()[(int) value];
        int length = texts.offsets()[(int) value + 1] - start;
        room(length);
        System.arraycopy(texts.utf8(), start, buffer, 0, length);
        from = 0;
        to = length;
      }
      case NumberedDictionary numbered -> {
        NumberedCodes writer = codes(numbered);
        room(writer.longest());
        to = writer.longest();
        from = writer.write(value, buffer, to);
      }
      default -> take(dictionary.text(value));
    }
    fold();
  }

  /** Reads a text that stands in UTF-8. */
  public void read(byte[] utf8, int start, int end) {
    room(end - start);
    System.arraycopy(utf8, start, buffer, 0, end - start);
    from = 0;
    to = end - start;
    fold();
  }

  /** Puts something in front of what another has read. */
  public void read(byte[] prefix, KeyText other) {
    int length = other.to - other.from;
    room(prefix.length + length);
    System.arraycopy(prefix, 0, buffer, 0, prefix.length);
    System.arraycopy(other.buffer, other.from, buffer, prefix.length, length);
    from = 0;
    to = prefix.length + length;
  }

  private NumberedCodes codes(NumberedDictionary numbered) {
    NumberedCodes known = codes;
    if (known == null || !numbered.equals(pattern)) {
      known = new NumberedCodes(numbered);
      pattern = numbered;
      codes = known;
    }
    return known;
  }

  private void take(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, buffer, 0, utf8.length);
    from = 0;
    to = utf8.length;
  }

  private void room(int length) {
    if (buffer.length < length + SPARE) {
      buffer = Arrays.copyOf(buffer, 2 * (length + SPARE));
    }
  }

  private void fold() {
    boolean mail = false;
    for (int p = from; p < to; p++) {
      if (buffer[p] < 0) {
        take(of(text()));
        return;
      }
      mail |= buffer[p] == '@';
    }
    while (from < to && Character.isWhitespace(buffer[from])) {
      from++;
    }
    while (to > from && Character.isWhitespace(buffer[to - 1])) {
      to--;
    }
    if (mail) {
      for (int p = from; p < to; p++) {
        buffer[p] += buffer[p] >= 'A' && buffer[p] <= 'Z' ? (byte) ('a' - 'A') : 0;
      }
    } else if (to - from > 2 && buffer[to - 1] == '0' && buffer[to - 2] == '.' && isNumber()) {
      to -= 2;
    }
  }

  private boolean isNumber() {
    for (int p = from; p < to - 2; p++) {
      if (buffer[p] < '0' || buffer[p] > '9') {
        return false;
      }
    }
    return true;
  }

  public boolean isMail() {
    for (int p = from; p < to; p++) {
      if (buffer[p] == '@') {
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** Its code in an index, which takes it where it is new. */
  public int addTo(TextIndex index) {
    return index.add(buffer, from, to);
  }

  /** Its code in an index, or -1. */
  public int findIn(TextIndex.View index) {
    return index.find(buffer, from, to);
  }

  /** 64 bits that two different keys have in common about never: FNV-1a, mixed. */
  public long hash() {
    long hash = 0xcbf2_9ce4_8422_2325L;
    for (int p = from; p < to; p++) {
      hash = (hash ^ (buffer[p] & 0xff)) * 0x100_0000_01b3L;
    }
    long h = (hash ^ (hash >>> 33)) * 0xff51_afd7_ed55_8ccdL;
    return h ^ (h >>> 33);
  }

  public String text() {
    return new String(buffer, from, to - from, UTF_8);
  }
}
