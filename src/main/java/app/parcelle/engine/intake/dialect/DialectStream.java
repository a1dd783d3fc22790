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
  private static final int MOST_HELD = 1 << 14;

  /** A record that may stand below the table; nobody knows before the next row, or the end. */
  private record Held(CutRecord record, long line, String raw, @Nullable Reason wrong, boolean repaired) {
    Held asFooter() {
      return new Held(record, line, raw, Reason.FOOTER, repaired);
    }
  }

  private final RecordReader reader;
  private final Writing writing;
  private final long firstLine;
  private final int width;
  private final int named;
  private final @Nullable Frame frame;
  private final @Nullable FilledCells filled;
  private final boolean formulas;
  private final boolean complete;
  private final List<Reject> rejects = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  /** Whether the reader's record has been written, or held. */
  private boolean isTaken = true;
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
    this.frame = writing.allText() ? null : shape.frame();
    FillDown down = writing.allText() ? null : shape.fillDown();
    this.formulas = shape.formulas() && !writing.allText();
    this.filled = down == null ? null : new FilledCells(down);
    this.complete = complete;
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
    long line = held.isEmpty() ? reader.line() : held.getFirst().line();
    if (!blankLines(line, into)) {
      return true;
    }
    if (!held.isEmpty()) {
      Held first = held.removeFirst();
      waiting = !held.isEmpty() || !isTaken;
      put(first.record(), first.line(), first.raw(), first.wrong(), first.repaired(), into);
      return true;
    }
    waiting = false;
    isTaken = true;
    CutRecord record = reader.record();
    Reason wrong = wrong(record);
    put(record, reader.line(), wrong == null ? "" : raw(), wrong, reader.repaired(), into);
    return true;
  }

  /** Goes to the next record that is no header, nor above the table; false at the end. */
  private boolean skip() throws IOException {
    int above = writing.records() ? writing.skipLines() : 0;
    while (reader.next()) {
      if (reader.line() > above && headerLeft-- <= 0 && !holds()) {
        isTaken = false;
        return true;
      }
    }
    if (complete) {
      held.replaceAll(Held::asFooter);
    }
    return !held.isEmpty();
  }

  /** Keeps a record that is a total or a note if nothing but such comes behind it. */
  private boolean holds() {
    CutRecord record = reader.record();
    if (frame == null || reader.tooLong() || reader.unclosed() || held.size() == MOST_HELD
        || record.count > width || !frame.mayBeBelow(record)) {
      return false;
    }
    held.add(new Held(record.copy(), reader.line(), raw(), wrong(record), reader.repaired()));
    return true;
  }

  /** Writes blank lines up to a record; false when there are more to come. */
  private boolean blankLines(long line, RecordBuffer into) {
    long missing = line - firstLine - lines;
    for (int i = 0; i < Math.min(missing, MOST_BLANK); i++) {
      into.skip();
      lines++;
    }
    return missing <= MOST_BLANK;
  }

  private void put(CutRecord record, long line, String raw, @Nullable Reason wrong, boolean isRepaired,
      RecordBuffer into) {
    if (wrong != null) {
      rejects.add(new Reject(line, raw, wrong));
      into.skip();
    } else {
      repaired += isRepaired || record.count < named || record.count > width ? 1 : 0;
      write(record, into);
    }
    lines++;
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
    if (frame != null && frame.isHeader(record)) {
      return Reason.HEADER;
    }
    if (frame != null && frame.isSubtotal(record)) {
      return Reason.FOOTER;
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
    if (filled != null) {
      filled.see(record);
    }
    for (int c = 0; c < width; c++) {
      if (c >= record.count || record.isEmpty(c)) {
        String above = filled == null ? null : filled.at(c);
        if (above == null) {
          into.empty();
        } else {
          into.text(above);
        }
      } else if (formulas && TextFormula.is(record, c)) {
        into.text(record.bytes, record.start(c) + TextFormula.BEFORE, record.end(c) - TextFormula.BEHIND);
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
