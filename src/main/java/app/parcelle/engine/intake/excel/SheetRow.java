package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

import app.parcelle.engine.intake.RecordBuffer;

/** The cells of one row that hold something, in the order of their columns. Filled again and again. */
final class SheetRow {
  /** What a cell holds. */
  enum Kind {
    TEXT, NUMBER, TIME, YES_NO, ERROR
  }

  /** A longer text is cut to a byte more than the longest that an import takes, which refuses it. */
  static final int LONGEST_TEXT = (1 << 20) + 1;
  private static final int LONGEST_ROW = 1 << 25;

  /** As the sheet numbers it, from 1. */
  int number;
  int cells;
  private int[] columns = new int[32];
  private Kind[] kinds = new Kind[32];
  private byte[][] sources = new byte[32][];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private final Bytes own = new Bytes();
  private static final byte[] OWN = new byte[0];
  private long length;

  void begin(int rowNumber) {
    number = rowNumber;
    cells = 0;
    length = 0;
    own.clear();
  }

  /** Where the next cell's value is written; {@link #add(int, Kind, int)} takes it. */
  Bytes own() {
    own.limit(LONGEST_TEXT);
    return own;
  }

  /** Adds a cell whose value was written to {@link #own} behind a position. */
  void add(int column, Kind kind, int from) throws BadWorkbook {
    add(column, kind, OWN, from, own.length);
  }

  /** Adds a cell whose value stands elsewhere, and stays there. */
  void add(int column, Kind kind, byte[] source, int from, int to) throws BadWorkbook {
    length += to - from;
    if (length > LONGEST_ROW) {
      throw BadWorkbook.bomb();
    }
    int at = place(column);
    columns[at] = column;
    kinds[at] = kind;
    sources[at] = source;
    starts[at] = from;
    ends[at] = to;
  }

  void number(int column, double number, CellFormat format, boolean from1904) throws BadWorkbook {
    int from = own().length;
    if (CellText.date(number, format, from1904, own)) {
      add(column, Kind.TIME, from);
    } else if (CellText.number(number, own)) {
      add(column, Kind.NUMBER, from);
    } else {
      error(column, "#NUM!");
    }
  }

  void error(int column, String error) throws BadWorkbook {
    int from = own().length;
    own.addAscii(error);
    add(column, Kind.ERROR, from);
  }

  void yesNo(int column, boolean yes) throws BadWorkbook {
    int from = own().length;
    own.addAscii(yes ? "TRUE" : "FALSE");
    add(column, Kind.YES_NO, from);
  }

  /** Makes room for a cell; rare files have their cells in no order, or one twice, of which the last counts. */
  private int place(int column) {
    int at = cells;
    while (at > 0 && columns[at - 1] >= column) {
      at--;
    }
    if (at < cells && columns[at] == column) {
      return at;
    }
    if (cells == columns.length) {
      columns = Arrays.copyOf(columns, 2 * cells);
      kinds = Arrays.copyOf(kinds, 2 * cells);
      sources = Arrays.copyOf(sources, 2 * cells);
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
    }
    int behind = cells++ - at;
    if (behind > 0) {
      System.arraycopy(columns, at, columns, at + 1, behind);
      System.arraycopy(kinds, at, kinds, at + 1, behind);
      System.arraycopy(sources, at, sources, at + 1, behind);
      System.arraycopy(starts, at, starts, at + 1, behind);
      System.arraycopy(ends, at, ends, at + 1, behind);
    }
    return at;
  }

  /** The column of a cell, from 0. */
  int column(int cell) {
    return columns[cell];
  }

  Kind kind(int cell) {
    return kinds[cell];
  }

  /** Whether a cell holds nothing but white space. */
  boolean isBlank(int cell) {
    byte[] b = bytes(cell);
    for (int p = starts[cell]; p < ends[cell]; p++) {
      if (b[p] < 0 || b[p] > ' ') {
        return false;
      }
    }
    return true;
  }

  String text(int cell) {
    return new String(bytes(cell), starts[cell], ends[cell] - starts[cell], UTF_8);
  }

  void write(int cell, RecordBuffer into) {
    switch (kinds[cell]) {
      case TEXT, ERROR -> into.text(bytes(cell), starts[cell], ends[cell]);
      case NUMBER, TIME, YES_NO -> into.plain(bytes(cell), starts[cell], ends[cell]);
    }
  }

  private byte[] bytes(int cell) {
    return sources[cell] == OWN ? own.bytes : sources[cell];
  }
}
