package app.parcelle.engine.intake.csv;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;
import app.parcelle.engine.table.Words;

/**
 * Where the fields of some records stand: rows x columns of positions in a block's bytes. Quotes are taken off, doubled ones
 * undone in place. Records of another shape than the header's become rejects.
 */
final class FieldBatch {
  private final int columns;
  private final int named;
  private final byte delimiter;
  private final long delimiters;
  private final byte quote;
  private final int[] starts;
  private final int[] ends;
  private final long[] lines;
  private final int[] openings;
  private byte[] bytes = new byte[0];
  private int rows;
  private long beyondAscii;
  private int found;
  private boolean tooLong;
  private int quotesToUndo;

  /**
   * @param named columns that have a name in the header; a record may leave out those behind them
   * @param most rows it can hold
   */
  FieldBatch(Dialect dialect, int columns, int named, int most) {
    this.columns = columns;
    this.named = named;
    this.delimiter = (byte) dialect.delimiter();
    this.delimiters = Words.repeat(delimiter);
    this.quote = (byte) dialect.quote();
    this.starts = new int[most * columns];
    this.ends = new int[most * columns];
    this.lines = new long[most];
    this.openings = new int[columns];
  }

  int rows() {
    return rows;
  }

  /** How many records so far hold characters beyond ASCII, all correct. */
  long beyondAscii() {
    return beyondAscii;
  }

  /** How many fields the last record had. */
  int found() {
    return found;
  }

  byte[] bytes() {
    return bytes;
  }

  int columns() {
    return columns;
  }

  int start(int row, int column) {
    return starts[row * columns + column];
  }

  int end(int row, int column) {
    return ends[row * columns + column];
  }

  int[] starts() {
    return starts;
  }

  int[] ends() {
    return ends;
  }

  long line(int row) {
    return lines[row];
  }

  /** Whether the field beginning there stands in quotes. */
  boolean quoted(int start) {
    return start > 0 && bytes[start - 1] == quote;
  }

  /** Takes the records from {@code from} (inclusive) to {@code to} (exclusive). */
  void split(RecordBlock block, int from, int to, List<Reject> rejects) {
    bytes = block.bytes;
    rows = 0;
    for (int record = from; record < to; record++) {
      int start = block.starts[record];
      int end = block.ends[record];
      if (!block.ascii && !isAscii(bytes, start, end)) {
        if (!Utf8.isCorrect(bytes, start, end)) {
          rejects.add(reject(block, record, Reason.UNDECODABLE));
          continue;
        }
        beyondAscii++;
      }
      if (!block.quoted && plainFields(start, end)) {
        lines[rows++] = block.line(record);
        continue;
      }
      fields(start, end);
      if (tooLong || (found != columns && !repaired(end))) {
        rejects.add(reject(block, record, reason()));
        continue;
      }
      if (quotesToUndo > 0) {
        undoQuotes();
      }
      lines[rows++] = block.line(record);
    }
  }

  private static boolean isAscii(byte[] b, int from, int to) {
    long high = 0;
    int p = from;
    for (; p + 8 <= to; p += 8) {
      high |= Words.at(b, p);
    }
    for (; p < to; p++) {
      high |= b[p];
    }
    return (high & Words.HIGHS) == 0;
  }

  /** Finds the fields of a record without quotes; false where their number or their length asks for a closer look. */
  private boolean plainFields(int from, int end) {
    if (end - from > RecordSplitter.LONGEST_FIELD) {
      return false;
    }
    byte[] b = bytes;
    int field = rows * columns;
    int last = field + columns - 1;
    int start = from;
    for (int p = from; p < end; p += 8) {
      long hits = Words.head(Words.matches(Words.at(b, p), delimiters), end - p);
      while (hits != 0) {
        if (field == last) {
          return false;
        }
        int at = p + Words.first(hits);
        starts[field] = start;
        ends[field] = at;
        field++;
        start = at + 1;
        hits &= hits - 1;
      }
    }
    starts[field] = start;
    ends[field] = end;
    found = columns;
    return field == last;
  }

  /** Finds the fields of a record; those beyond the last column are counted, and have to be empty to be forgiven. */
  private void fields(int from, int end) {
    byte[] b = bytes;
    int base = rows * columns;
    int p = from;
    found = 0;
    tooLong = false;
    quotesToUndo = 0;
    boolean surplus = false;
    while (true) {
      int start = p;
      if (p < end && b[p] == quote) {
        p = quoted(p, end);
      } else {
        while (p < end && b[p] != delimiter) {
          p++;
        }
        fieldStart = start;
        fieldEnd = p;
      }
      if (found < columns) {
        starts[base + found] = fieldStart;
        ends[base + found] = fieldEnd;
        tooLong |= fieldEnd - fieldStart > RecordSplitter.LONGEST_FIELD;
      } else {
        surplus |= fieldEnd > fieldStart;
      }
      found++;
      if (p >= end) {
        break;
      }
      p++;
    }
    if (found > columns && !surplus) {
      found = columns;
    }
  }

  private int fieldStart;
  private int fieldEnd;

  /** A field in quotes; returns where the delimiter behind it stands. */
  private int quoted(int opening, int end) {
    byte[] b = bytes;
    int p = opening + 1;
    boolean doubled = false;
    while (p < end) {
      if (b[p] == quote) {
        if (p + 1 >= end || b[p + 1] != quote) {
          break;
        }
        doubled = true;
        p++;
      }
      p++;
    }
    fieldStart = opening + 1;
    fieldEnd = Math.min(p, end);
    p = Math.min(p + 1, end);
    if (p < end && b[p] != delimiter) {
      while (p < end && b[p] != delimiter) {
        p++;
      }
      fieldEnd = p;
      doubled = true;
    }
    if (doubled && found < columns) {
      openings[quotesToUndo++] = found;
    }
    return p;
  }

  /** Undoes doubled quotes, and joins what stands behind a closing quote to what stands before it. */
  private void undoQuotes() {
    byte[] b = bytes;
    for (int i = 0; i < quotesToUndo; i++) {
      int field = rows * columns + openings[i];
      int to = starts[field];
      int p = to;
      boolean inside = true;
      while (p < ends[field]) {
        if (inside && b[p] == quote) {
          if (p + 1 < ends[field] && b[p + 1] == quote) {
            p++;
          } else {
            inside = false;
            p++;
            continue;
          }
        }
        b[to++] = b[p++];
      }
      ends[field] = to;
    }
  }

  /** A record that leaves out only columns without a name is whole. */
  private boolean repaired(int end) {
    if (found > columns || found < named) {
      return false;
    }
    Arrays.fill(starts, rows * columns + found, (rows + 1) * columns, end);
    Arrays.fill(ends, rows * columns + found, (rows + 1) * columns, end);
    return true;
  }

  private Reason reason() {
    if (tooLong) {
      return Reason.FIELD_TOO_LONG;
    }
    return found > columns ? Reason.TOO_MANY_FIELDS : Reason.TOO_FEW_FIELDS;
  }

  private Reject reject(RecordBlock block, int record, Reason reason) {
    return new Reject(block.line(record),
        RecordSplitter.raw(block.bytes, block.starts[record], block.ends[record]), reason);
  }
}
