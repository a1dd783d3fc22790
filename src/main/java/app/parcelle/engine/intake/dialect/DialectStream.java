package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.RecordBuffer;
import app.parcelle.engine.intake.RecordStream;
import app.parcelle.engine.table.TableDraft.Reason;
import app.parcelle.engine.table.TableDraft.Reject;

/**
 * A text of any dialect as records that need no guessing, all of one width. The records of the header are left out. Records
 * keep the numbers of their lines. What is no row is a reject; see {@link #takeRejects}.
 */
public final class DialectStream extends RecordStream {
  private static final int RAW = 1_000;
  private static final int MOST_BLANK = 1 << 14;

  private final RecordReader reader;
  private final Writing writing;
  private final long firstLine;
  private final int width;
  private final int named;
  private final List<Reject> rejects = new ArrayList<>();
  private int headerLeft;
  private boolean waiting;
  private long lines;
  private int widest;
  private long repaired;

  /**
   * @param text UTF-8, without the lines above the table
   * @param firstLine the number of the text's first line
   * @param shape cells of every record to write, and how many of them a record must have
   */
  public DialectStream(InputStream text, Writing writing, long firstLine, Shape shape) {
    this(text, writing, firstLine, shape, writing.headerRows(), true);
  }

  private DialectStream(InputStream text, Writing writing, long firstLine, Shape shape, int headerRows,
      boolean complete) {
    // where every record is kept, what is longer than the table makes room for itself, and is not what others should be
    int tableWidth = writing.allText() ? shape.named() : shape.width();
    this.reader = new RecordReader(text, writing, firstLine, tableWidth, complete);
    this.writing = writing;
    this.firstLine = firstLine;
    this.width = shape.width();
    this.named = shape.named();
    this.headerLeft = headerRows;
  }

  /**
   * Some of a text.
   *
   * @param fromTop whether it begins with the header
   * @param complete whether it goes on to the end of the text; otherwise a record that its end cuts off is left out
   */
  public static DialectStream of(InputStream part, Writing writing, Shape shape, boolean fromTop,
      boolean complete) {
    return new DialectStream(part, writing, 1, shape, fromTop ? writing.headerRows() : 0, complete);
  }

  /** The rejects since the last call. */
  public List<Reject> takeRejects() {
    List<Reject> taken = List.copyOf(rejects);
    rejects.clear();
    return taken;
  }

  /** How many cells the longest record had so far. */
  public int widest() {
    return widest;
  }

  /** How many records were written so far that did not have the table's width as they stood. */
  public long repaired() {
    return repaired;
  }

  @Override
  protected boolean next(RecordBuffer into) throws IOException {
    if (!waiting && !skip()) {
      return false;
    }
    waiting = true;
    if (!blankLines(into)) {
      return true;
    }
    waiting = false;
    CutRecord record = reader.record();
    Reason wrong = wrong(record);
    if (wrong != null) {
      rejects.add(new Reject(reader.line(), raw(), wrong));
      into.skip();
    } else {
      write(record, into);
    }
    lines++;
    return true;
  }

  /** Goes to the next record that is no header, nor above the table; false at the end. */
  private boolean skip() throws IOException {
    int above = writing.records() ? writing.skipLines() : 0;
    while (reader.next()) {
      if (reader.line() > above && headerLeft-- <= 0) {
        return true;
      }
    }
    return false;
  }

  /** Writes blank lines up to the record; false when there are more to come. */
  private boolean blankLines(RecordBuffer into) {
    long missing = reader.line() - firstLine - lines;
    for (int i = 0; i < Math.min(missing, MOST_BLANK); i++) {
      into.skip();
      lines++;
    }
    return missing <= MOST_BLANK;
  }

  private @Nullable Reason wrong(CutRecord record) {
    if (reader.tooLong()) {
      return Reason.FIELD_TOO_LONG;
    }
    if (writing.allText()) {
      return null;
    }
    if (reader.unclosed()) {
      return Reason.UNCLOSED_QUOTE;
    }
    if (record.count < named) {
      return Reason.TOO_FEW_FIELDS;
    }
    for (int c = width; c < record.count; c++) {
      if (!record.isEmpty(c)) {
        return Reason.TOO_MANY_FIELDS;
      }
    }
    return null;
  }

  private void write(CutRecord record, RecordBuffer into) {
    widest = Math.max(widest, record.count);
    repaired += reader.repaired() || record.count < named || record.count > width ? 1 : 0;
    for (int c = 0; c < width; c++) {
      if (c >= record.count || record.isEmpty(c)) {
        into.empty();
      } else if (writing.allText() || record.quoted(c) || !isPlain(record, c)) {
        into.text(record.bytes, record.start(c), record.end(c));
      } else {
        into.plain(record.bytes, record.start(c), record.end(c));
      }
    }
    into.end();
  }

  /** Whether a cell can stand without quotes, as it did in the text. */
  private static boolean isPlain(CutRecord record, int cell) {
    for (int p = record.start(cell); p < record.end(cell); p++) {
      byte c = record.bytes[p];
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }

  private String raw() {
    int length = Math.min(reader.rawEnd() - reader.rawStart(), 4 * RAW);
    String text = new String(reader.raw(), reader.rawStart(), length, UTF_8);
    return text.length() <= RAW ? text : text.substring(0, RAW);
  }
}
