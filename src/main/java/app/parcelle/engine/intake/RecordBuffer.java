package app.parcelle.engine.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Where a {@link RecordStream} writes its records: cell after cell, then the end of the record. */
public final class RecordBuffer {
  /** No cell is longer, in bytes; a record with a longer one is rejected. */
  public static final int LONGEST_CELL = 1 << 20;
  private static final int LONGEST_RECORD = 1 << 24;

  private byte[] bytes = new byte[1 << 16];
  private int from;
  private int to;
  private int record;
  private int cells;
  private boolean written;
  private boolean tooLong;

  /** A cell with a text; white space and words such as {@code null} stay what they are. */
  public void text(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    text(utf8, 0, utf8.length);
  }

  /** A cell with a text in UTF-8. */
  public void text(byte[] utf8, int start, int end) {
    if (separate(end - start)) {
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
  }

  /** A cell with a value in ASCII that has no comma, quote or line end, such as a number or a day. */
  public void plain(CharSequence value) {
    if (separate(value.length())) {
      ensure(value.length());
      for (int i = 0; i < value.length(); i++) {
        bytes[to++] = (byte) value.charAt(i);
      }
    }
  }

  /** A cell that stood without quotes, in UTF-8; it has no comma, quote or line end. */
  public void plain(byte[] utf8, int start, int end) {
    if (separate(end - start)) {
      ensure(end - start);
      System.arraycopy(utf8, start, bytes, to, end - start);
      to += end - start;
    }
  }

  /** A cell without value. */
  public void empty() {
    separate(0);
  }

  /** How many cells the record has so far. */
  public int cells() {
    return cells;
  }

  /** Ends a record. */
  public void end() {
    if (tooLong) {
      makeRejected();
    } else if (!written) {
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
    record = to;
    cells = 0;
    written = false;
    tooLong = false;
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
      record = 0;
    }
    return n;
  }

  /** Begins a cell; false where the record has become too long, and nothing more is kept of it. */
  private boolean separate(int length) {
    written |= length > 0;
    if (cells++ > 0 && !tooLong) {
      ensure(1);
      bytes[to++] = ',';
    }
    boolean begins = !tooLong;
    tooLong |= length > LONGEST_CELL || to - record > LONGEST_RECORD;
    return begins;
  }

  /**
   * Leaves one cell of the record that is longer than any may be, so that the record is rejected as such. Line ends in it
   * would be taken for ends of records, since a reader gives up a cell in quotes when it is too long.
   */
  private void makeRejected() {
    int end = record + LONGEST_CELL + 2;
    ensure(Math.max(0, end + 1 - to));
    Arrays.fill(bytes, Math.min(to, end), end, (byte) ' ');
    for (int i = record; i < end; i++) {
      boolean breaks = bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '"';
      bytes[i] = breaks ? (byte) ' ' : bytes[i];
    }
    bytes[record] = '"';
    bytes[end] = '"';
    to = end + 1;
  }

  private void ensure(int more) {
    if (to + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(to + more, 2 * bytes.length));
    }
  }
}
