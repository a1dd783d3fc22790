package app.parcelle.engine.intake.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Reads a text record by record. Blank lines and comments are no records.
 *
 * <p>Where the table's width is known, a record of another one is looked at once more: a quote in it may be out of place, its
 * delimiter or quote another one than elsewhere. It is read so where that, and only that, gives it the table's width.
 */
final class RecordReader {
  /** No cell of several lines is longer, in bytes. */
  private static final int LONGEST = 1 << 20;
  /** Once so many bytes were looked at in vain for a closing quote, one is looked for in the next few lines only. */
  private static final int PATIENCE = 1 << 24;
  private static final int IMPATIENT = 1 << 14;
  /** A record of two cells is too little evidence for another delimiter. */
  private static final int LEAST_WIDTH = 3;
  private static final byte[] OTHER_QUOTES = {'"', '\''};
  private static final List<String> USUAL = List.of(",", ";", "\t", "|");

  private final Lines lines;
  private final Cutter cutter;
  private final Cutter literal;
  private final @Nullable QuoteRepair quotes;
  private final List<Cutter> otherQuotes;
  private final List<Cutter> otherDelimiters;
  private final byte[] comment;
  private final boolean blanksDelimit;
  private final boolean complete;
  private final int linesInCells;
  private final int width;
  private CutRecord record = new CutRecord();
  private CutRecord spare = new CutRecord();
  private long nextLine;
  private long line;
  private int length;
  private int firstEnd;
  private int firstNext;
  private int vain;
  private boolean repaired;
  private boolean unclosed;

  /**
   * @param firstLine the number of the text's first line
   * @param width how many cells records should have; 0 where nobody knows
   * @param complete whether the text is all there is; otherwise a record that its end cuts off is left out
   */
  RecordReader(InputStream text, Writing writing, long firstLine, int width, boolean complete) {
    boolean delimited = writing.widths().isEmpty();
    this.lines = new Lines(text);
    this.cutter = Cutter.of(writing);
    this.literal = new DelimitedCutter(writing.delimiter(), null, null);
    this.quotes = delimited ? misplaced(writing) : null;
    this.otherQuotes = delimited ? otherQuotes(writing) : List.of();
    this.otherDelimiters = delimited ? otherDelimiters(writing) : List.of();
    this.comment = String.valueOf(writing.comment() == null ? "" : writing.comment()).getBytes(UTF_8);
    this.blanksDelimit = delimited && writing.delimiter().startsWith(" ");
    this.nextLine = firstLine;
    this.width = width;
    this.complete = complete;
    this.linesInCells = writing.records() ? 0 : 1;
  }

  private static @Nullable QuoteRepair misplaced(Writing writing) {
    Character quote = writing.quote();
    return quote != null && quote < 128 && writing.escape() == null
        ? new QuoteRepair(writing.delimiter(), quote)
        : null;
  }

  private static List<Cutter> otherQuotes(Writing writing) {
    List<Cutter> others = new ArrayList<>();
    for (char quote : new char[]{'"', '\''}) {
      if (writing.quote() == null || writing.quote() != quote) {
        others.add(new DelimitedCutter(writing.delimiter(), quote, writing.escape()));
      }
    }
    return others;
  }

  private static List<Cutter> otherDelimiters(Writing writing) {
    List<Cutter> others = new ArrayList<>();
    for (String delimiter : USUAL) {
      if (!delimiter.equals(writing.delimiter())) {
        others.add(new DelimitedCutter(delimiter, writing.quote(), writing.escape()));
      }
    }
    return others;
  }

  /** Goes to the next record; false at the end of the text. */
  boolean next() throws IOException {
    do {
      lines.release();
      if (!lines.advance()) {
        return false;
      }
      line = nextLine++;
    } while (!lines.tooLong() && (isBlank() || isComment()));
    return cut() && (complete || !lines.cutOff());
  }

  /** The record's cells, until the next call. */
  CutRecord record() {
    return record;
  }

  /** The number of the line at which the record begins. */
  long line() {
    return line;
  }

  /** The number of the line behind it. */
  long nextLine() {
    return nextLine;
  }

  /** Whether the record is a line longer than any may be, and has no cells therefore. */
  boolean tooLong() {
    return lines.tooLong();
  }

  /** Whether the record was read in another way than the rest, to have the table's width. */
  boolean repaired() {
    return repaired;
  }

  /** Whether a quote in its first line is closed nowhere; it was taken for a character. */
  boolean unclosed() {
    return unclosed;
  }

  /** The bytes in which {@link #rawStart} and {@link #rawEnd} stand. */
  byte[] raw() {
    return lines.bytes();
  }

  int rawStart() {
    return lines.start();
  }

  int rawEnd() {
    return lines.start() + length;
  }

  private boolean isBlank() {
    byte[] b = lines.bytes();
    int p = lines.from();
    while (p < lines.to() && b[p] == ' ') {
      p++;
    }
    return p == lines.to() && !(blanksDelimit && p > lines.from());
  }

  private boolean isComment() {
    if (comment.length == 0 || lines.to() - lines.from() < comment.length) {
      return false;
    }
    for (int i = 0; i < comment.length; i++) {
      if (lines.bytes()[lines.from() + i] != comment[i]) {
        return false;
      }
    }
    return true;
  }

  /** Cuts the record that begins at this line; false where the end of an incomplete text cuts it off. */
  private boolean cut() throws IOException {
    repaired = false;
    unclosed = false;
    record.clear();
    cutter.begin();
    firstEnd = lines.to() - lines.start();
    firstNext = lines.next() - lines.start();
    length = firstEnd;
    if (lines.tooLong()) {
      return true;
    }
    int longest = vain > PATIENCE ? IMPATIENT : LONGEST;
    boolean whole = take();
    boolean severalLines = !whole;
    while (!whole) {
      if (record.open() > longest || !lines.advance() || lines.tooLong()) {
        if (!complete && lines.ended()) {
          return false;
        }
        vain += record.length;
        readLiterally();
        severalLines = false;
        break;
      }
      nextLine += linesInCells;
      whole = take();
      length = lines.to() - lines.start();
    }
    boolean odd = severalLines ? record.unclean : unclosed || record.count != width || isInOtherQuotes();
    if (width > 1 && odd) {
      repair(severalLines);
    }
    return true;
  }

  private boolean take() {
    return cutter.take(lines.bytes(), lines.from(), lines.to(), lines.next(), record);
  }

  /** A quote that nothing closes is a character. */
  private void readLiterally() {
    record.clear();
    takeFirstLine(literal, record);
    unclosed = true;
    endAfterFirstLine();
  }

  private void endAfterFirstLine() {
    length = firstEnd;
    nextLine = line + 1;
    lines.back(firstNext);
  }

  private boolean takeFirstLine(Cutter with, CutRecord into) {
    with.begin();
    int start = lines.start();
    return with.take(lines.bytes(), start, start + firstEnd, start + firstNext, into);
  }

  private void repair(boolean severalLines) {
    int found = record.count;
    QuoteRepair misplaced = quotes;
    if (misplaced != null && (record.unclean || unclosed || misplaced.isIn(record))) {
      spare.clear();
      int start = lines.start();
      if (misplaced.cut(lines.bytes(), start, start + firstEnd, width, spare)) {
        accept(severalLines);
        return;
      }
    }
    if (found > 1 && isValues()) {
      return;
    }
    List<Cutter> others = found < width || severalLines ? otherDelimiters : otherQuotes;
    for (Cutter other : width >= LEAST_WIDTH ? others : List.<Cutter>of()) {
      spare.clear();
      if (takeFirstLine(other, spare) && spare.count == width) {
        accept(severalLines);
        return;
      }
    }
  }

  /** Whether each cell is a number, a date or the like, and nothing in it can be a delimiter therefore. */
  private boolean isValues() {
    for (int c = 0; c < record.count; c++) {
      if (!CellKind.of(record.text(c)).isValue()) {
        return false;
      }
    }
    return true;
  }

  /** Whether each cell of the record stands in quotes, and they are not the table's. */
  private boolean isInOtherQuotes() {
    for (byte other : OTHER_QUOTES) {
      int c = 0;
      while (c < record.count && stands(c, other)) {
        c++;
      }
      if (c == record.count) {
        return true;
      }
    }
    return false;
  }

  private boolean stands(int cell, byte sign) {
    int start = record.start(cell);
    int end = record.end(cell);
    return !record.quoted(cell) && end - start >= 2 && record.bytes[start] == sign
        && record.bytes[end - 1] == sign;
  }

  private void accept(boolean severalLines) {
    CutRecord read = spare;
    spare = record;
    record = read;
    repaired = true;
    if (severalLines) {
      endAfterFirstLine();
    }
  }
}
