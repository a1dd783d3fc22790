package app.parcelle.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Where a {@link RecordStream} writes its records: cell after cell, then the end of the record. */
public final class RecordBuffer {
  private byte[] bytes = new byte[1 << 16];
  private int from;
  private int to;
  private int cells;
  private boolean written;

  /** A cell with a text; white space and words such as {@code null} stay what they are. */
  public void text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    text(utf8, 0, utf8.length);
  }

  /** A cell with a text in UTF-8. */
  public void text(byte[] utf8, int start, int end) {
    separate();
    written = true;
    ensure(2 * (end - start) + 2);
    bytes[to++] = '"';
    for (int i = start; i < end; i++) {
      if (utf8[i] == '"') {
        bytes[to++] = '"';
      }
      bytes[to++] = utf8[i];
    }
    bytes[to++] = '"';
  }

  /** A cell with a value in ASCII that has no comma, quote or line end, such as a number or a day. */
  public void plain(CharSequence value) {
    separate();
    written = true;
    ensure(value.length());
    for (int i = 0; i < value.length(); i++) {
      bytes[to++] = (byte) value.charAt(i);
    }
  }

  /** A cell without value. */
  public void empty() {
    separate();
  }

  /** How many cells the record has so far. */
  public int cells() {
    return cells;
  }

  /** Ends a record. */
  public void end() {
    if (!written) {
      // a line with nothing on it would be no record
      ensure(2);
      bytes[to++] = '"';
      bytes[to++] = '"';
    }
    skip();
  }

  /** A record that the source has, and that is no row of the table: a title above it, an empty line. */
  public void skip() {
    ensure(1);
    bytes[to++] = '\n';
    cells = 0;
    written = false;
  }

  boolean isEmpty() {
    return from == to;
  }

  int drain(byte[] into, int offset, int length) {
    int n = Math.min(length, to - from);
    System.arraycopy(bytes, from, into, offset, n);
    from += n;
    if (from == to) {
      from = 0;
      to = 0;
    }
    return n;
  }

  private void separate() {
    if (cells++ > 0) {
      ensure(1);
      bytes[to++] = ',';
    }
  }

  private void ensure(int more) {
    if (to + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(to + more, 2 * bytes.length));
    }
  }
}
