package app.parcelle.engine.intake.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a text, one after the other. LF, CR and CRLF end a line. What has been read since {@link #release} stays in
 * memory, so that a record of several lines can be looked at again.
 */
final class Lines {
  /** No line is longer, in bytes; one that is counts as ended there, and what is left of it is dropped. */
  static final int LONGEST = 1 << 25;
  private static final int STEP = 1 << 16;

  private final InputStream text;
  private byte[] bytes = new byte[STEP];
  private int limit;
  private boolean ended;
  private int start;
  private int from;
  private int to;
  private int next;
  private boolean tooLong;

  Lines(InputStream text) {
    this.text = text;
  }

  /** Goes to the next line; false at the end of the text. Positions are those in {@link #bytes} until the next call. */
  boolean advance() throws IOException {
    if (tooLong) {
      dropRest();
    }
    from = next;
    int p = next;
    while (true) {
      while (p < limit && bytes[p] != '\n' && bytes[p] != '\r') {
        p++;
      }
      boolean needsNext = p < limit && bytes[p] == '\r' && p + 1 == limit && !ended;
      if (p < limit && !needsNext) {
        boolean crlf = bytes[p] == '\r' && p + 1 < limit && bytes[p + 1] == '\n';
        to = p;
        next = p + (crlf ? 2 : 1);
        return true;
      }
      if (p - from >= LONGEST) {
        tooLong = true;
      }
      if (tooLong || ended) {
        to = limit;
        next = limit;
        return to > from;
      }
      p -= read();
    }
  }

  /** Forgets everything before the next line. */
  void release() {
    start = next;
  }

  /** Goes back, so that the line beginning {@code offset} bytes behind the one released last is next. */
  void back(int offset) {
    next = start + offset;
    tooLong = false;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the first byte stands that has not been released. */
  int start() {
    return start;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int next() {
    return next;
  }

  /** Whether the line is longer than a line may be. */
  boolean tooLong() {
    return tooLong;
  }

  /** Whether nothing is left behind the line. */
  boolean ended() {
    return ended && next == limit;
  }

  /** Whether the text ends within the line. */
  boolean cutOff() {
    return ended && to == limit;
  }

  /** Reads more bytes; returns by how much those that are there have moved. */
  private int read() throws IOException {
    int moved = start;
    if (moved > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      limit -= moved;
      from -= moved;
      to -= moved;
      next -= moved;
      start = 0;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * limit);
    }
    int n = text.read(bytes, limit, Math.min(STEP, bytes.length - limit));
    ended = n < 0;
    limit += Math.max(n, 0);
    return moved;
  }

  private void dropRest() throws IOException {
    while (true) {
      start = 0;
      limit = text.read(bytes, 0, STEP);
      ended = limit < 0;
      limit = Math.max(limit, 0);
      int p = 0;
      while (p < limit && bytes[p] != '\n' && bytes[p] != '\r') {
        p++;
      }
      if (p < limit || ended) {
        // a CR without its LF leaves a blank line behind, which is no record
        next = Math.min(p + 1, limit);
        tooLong = false;
        return;
      }
    }
  }
}
