package app.parcelle.engine.intake.excel;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file of sheets. */
interface Workbook extends Closeable {
  /** As many as a sheet has. */
  int MOST_ROWS = 1 << 20;
  int MOST_COLUMNS = 1 << 14;

  /** How many bytes what is held of a workbook may take: a quarter of the heap. */
  static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / 4;
  }

  /** A sheet of cells, the only kind there is here. */
  record Sheet(String name, boolean hidden) {}

  /** Cells that are shown as one, of which the first holds the value; rows and columns as in {@link SheetRow}, inclusive. */
  record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  /** In the order of the file. */
  List<Sheet> sheets();

  /** @throws BadWorkbook when it cannot be read */
  SheetReader open(int sheet) throws IOException;

  /** The merged cells that begin up to a row, those of a hundred thousand at most. */
  List<Merge> merges(int sheet, int lastRow) throws IOException;

  /** Reads the rows of one sheet, from the first to the last. Used by one thread. */
  interface SheetReader extends Closeable {
    /** Takes the next row that has a value, and returns false when there is none. */
    boolean next(SheetRow row) throws IOException;

    /** Which part of the sheet has been read so far, from 0 to 1. Any thread may ask. */
    double done();

    /** How many cells so far hold a formula that was never calculated. */
    long uncalculated();
  }
}
