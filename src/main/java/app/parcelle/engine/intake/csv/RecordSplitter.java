package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;

/**
 * Cuts the text of a file into records, from the first to the last, looking only at line ends and quotes, eight bytes at a
 * time; what is inside a record is left to others. LF, CR and CRLF end a line. A quote opens at the beginning of a field
 * only. Blank lines are skipped.
 *
 * <p>A quote that nothing closes rejects its first line, and reading goes on at the next one, so that one slip does not
 * swallow the rest of the file.
 */
final class RecordSplitter {
  /** No field is longer, in bytes. */
  static final int LONGEST_FIELD = 1 << 20;
  private static final int LONGEST_RECORD = 1 << 25;
  private static final int LARGEST_BLOCK = 1 << 25;
  private static final int RAW = 1_000;
  private static final int NOTHING = -1;

  private final InputStream text;
  private final byte delimiter;
  private final byte quote;
  private final long quotes;
  private final int linesInQuotes;
  private final int step;

  private byte[] rest = new byte[0];
  private long line = 1;
  private boolean ended;

  // the block being filled: its bytes up to limit are there, those up to scanned have been looked at
  private RecordBlock block = new RecordBlock(0, 0);
  private int limit;
  private int scanned;
  private int start;
  private int opened;
  private long startLine;
  private boolean quoteHoldsLines;

  /** @param step bytes to read at once */
  RecordSplitter(InputStream text, Dialect dialect, int step) {
    this.text = text;
    this.delimiter = (byte) dialect.delimiter();
    this.quote = (byte) dialect.quote();
    this.quotes = Words.repeat(quote);
    this.linesInQuotes = dialect.records() ? 0 : 1;
    this.step = step;
  }

  /**
   * Fills a block with the next records, at most {@code most}.
   *
   * @return false at the end of the file, when the block holds neither record nor reject
   */
  boolean next(RecordBlock into, int most) throws IOException {
    into.reset(line);
    block = into;
    ensure(rest.length);
    System.arraycopy(rest, 0, block.bytes, 0, rest.length);
    limit = rest.length;
    scanned = 0;
    begin(0);
    while (block.count < most && record()) {
      // records are added as they are found
    }
    line = startLine;
    rest = Arrays.copyOfRange(block.bytes, start, limit);
    return block.count > 0 || !block.rejects.isEmpty();
  }

  private void begin(int position) {
    start = position;
    scanned = position;
    opened = NOTHING;
    startLine = line;
    quoteHoldsLines = false;
  }

  /** Finds the end of the record that begins at start. False when the file or the block is at its end. */
  private boolean record() throws IOException {
    while (true) {
      int hit = seek();
      if (opened != NOTHING && (hit == NOTHING ? scanned : hit) - opened > LONGEST_FIELD) {
        rejectFirstLine(quoteHoldsLines ? Reason.UNCLOSED_QUOTE : Reason.FIELD_TOO_LONG);
        return true;
      }
      if (hit == NOTHING) {
        if (!more()) {
          return ended && last();
        }
      } else if (block.bytes[hit] == quote) {
        quote(hit);
      } else if (opened != NOTHING) {
        scanned = afterLineEnd(hit);
        line += linesInQuotes;
        quoteHoldsLines = true;
      } else {
        finish(hit);
        line++;
        begin(afterLineEnd(hit));
        return true;
      }
    }
  }

  /** The next line end or quote whose meaning the bytes that are there decide, or nothing. */
  private int seek() {
    int hit = find();
    scanned = hit;
    boolean needsNext = hit + 1 == limit && !ended
        && (block.bytes[hit] == '\r' || (block.bytes[hit] == quote && opened != NOTHING));
    return hit == limit || needsNext ? NOTHING : hit;
  }

  private int find() {
    byte[] bytes = block.bytes;
    int p = scanned;
    long lf = Words.repeat('\n');
    long cr = Words.repeat('\r');
    while (p + 8 <= limit) {
      long word = Words.at(bytes, p);
      long hit = Words.match(word, lf) | Words.match(word, cr) | Words.match(word, quotes);
      if (hit != 0) {
        return p + Words.first(hit);
      }
      p += 8;
    }
    while (p < limit && bytes[p] != '\n' && bytes[p] != '\r' && bytes[p] != quote) {
      p++;
    }
    return p;
  }

  private void quote(int hit) {
    byte[] bytes = block.bytes;
    scanned = hit + 1;
    if (opened == NOTHING) {
      if (hit == start || bytes[hit - 1] == delimiter) {
        opened = hit;
      }
    } else if (hit + 1 < limit && bytes[hit + 1] == quote) {
      scanned = hit + 2;
    } else {
      opened = NOTHING;
    }
  }

  private int afterLineEnd(int hit) {
    boolean crlf = hit + 1 < limit && block.bytes[hit] == '\r' && block.bytes[hit + 1] == '\n';
    return hit + (crlf ? 2 : 1);
  }

  private void finish(int end) {
    if (!isBlank(start, end)) {
      block.add(start, end, startLine);
    }
  }

  private boolean isBlank(int from, int to) {
    int p = from;
    while (p < to && block.bytes[p] == ' ') {
      p++;
    }
    return p == to && delimiter != ' ';
  }

  /** What stands after the last line end. False when that was all. */
  private boolean last() throws IOException {
    if (start == limit) {
      return false;
    }
    if (opened != NOTHING) {
      rejectFirstLine(Reason.UNCLOSED_QUOTE);
      return true;
    }
    finish(limit);
    begin(limit);
    return true;
  }

  /** Reads more bytes behind those there are; false when none are left or the block is full. */
  private boolean more() throws IOException {
    boolean full = limit + step > LARGEST_BLOCK && (block.count > 0 || !block.rejects.isEmpty());
    if (ended || full) {
      return false;
    }
    if (limit - start > LONGEST_RECORD) {
      skipRecord(Reason.FIELD_TOO_LONG);
      return true;
    }
    ensure(limit + step);
    int n = text.read(block.bytes, limit, step);
    ended = n < 0;
    limit += Math.max(n, 0);
    return !ended;
  }

  private void ensure(int size) {
    if (size > block.capacity()) {
      int larger = Math.max(size, Math.min(2 * block.capacity(), LARGEST_BLOCK));
      block.bytes = Arrays.copyOf(block.bytes, larger + RecordBlock.PADDING);
    }
  }

  /** Rejects the line at which the record begins, and goes on behind it. */
  private void rejectFirstLine(Reason reason) throws IOException {
    int p = start;
    while (p < limit && block.bytes[p] != '\n' && block.bytes[p] != '\r') {
      p++;
    }
    if (p == limit) {
      skipRecord(reason);
    } else {
      reject(startLine, start, p, reason);
      line = startLine;
      begin(p);
    }
  }

  /** Drops the line that begins at start and goes on beyond the bytes that are there. */
  private void skipRecord(Reason reason) throws IOException {
    reject(startLine, start, limit, reason);
    while (true) {
      limit = start;
      int n = text.read(block.bytes, start, Math.min(step, block.capacity() - start));
      if (n < 0) {
        ended = true;
        begin(limit);
        return;
      }
      limit = start + n;
      for (int p = start; p < limit; p++) {
        if (block.bytes[p] == '\n' || block.bytes[p] == '\r') {
          line = startLine;
          begin(p);
          return;
        }
      }
    }
  }

  private void reject(long at, int from, int to, Reason reason) {
    block.rejects.add(new Reject(at, raw(block.bytes, from, to), reason));
  }

  /** A record as it stands, cut at 1,000 characters. */
  static String raw(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, Math.min(to - from, 4 * RAW), UTF_8);
    return text.length() <= RAW ? text : text.substring(0, RAW);
  }
}
