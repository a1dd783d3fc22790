package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;

import app.parcelle.engine.intake.excel.SheetRow.Kind;

/** Reads the cells of a sheet of an xls file. Their records stand in any order and are brought into that of the sheet. */
final class XlsSheetReader implements Workbook.SheetReader {
  private static final int NUMBER = 0x0203;
  private static final int PACKED = 0x027E;
  private static final int MANY_PACKED = 0x00BD;
  private static final int SHARED_TEXT = 0x00FD;
  private static final int LABEL = 0x0204;
  private static final int RICH_LABEL = 0x00D6;
  private static final int YES_NO_OR_ERROR = 0x0205;
  private static final int FORMULA = 0x0006;
  private static final int FORMULA_3 = 0x0206;
  private static final int FORMULA_4 = 0x0406;
  private static final int RESULT = 0x0207;
  private static final int INTEGER_2 = 0x0002;
  private static final int NUMBER_2 = 0x0003;
  private static final int LABEL_2 = 0x0004;
  private static final int YES_NO_OR_ERROR_2 = 0x0005;
  private static final int RESULT_2 = 0x0007;
  private static final int COLUMNS = Workbook.MOST_COLUMNS - 1;
  private static final int RECORDS_BETWEEN = 8;

  private final BiffRecords records;
  private final int version;
  private final Charset encoding;
  private final boolean from1904;
  private final SharedTexts texts;
  private final XlsStyles styles;
  /** Of each cell its row (16 bits), column (14) and record (32), sorted. */
  private long[] cells = new long[256];
  private int count;
  private volatile int read;

  /** @param records before the first of the sheet */
  XlsSheetReader(BiffRecords records, int version, Charset encoding, boolean from1904, SharedTexts texts,
      XlsStyles styles) {
    this.records = records;
    this.version = version;
    this.encoding = encoding;
    this.from1904 = from1904;
    this.texts = texts;
    this.styles = styles;
    collect();
    Arrays.sort(cells, 0, count);
  }

  private void collect() {
    int depth = 0;
    while (records.next()) {
      int sid = records.sid();
      if (sid == 0x0809 || sid == 0x0409 || sid == 0x0209 || sid == 0x0009) {
        depth++;
      } else if (sid == BiffRecords.EOF) {
        depth--;
        if (depth <= 0) {
          return;
        }
      } else if (depth == 1 && records.has(least(sid))) {
        int cellsHere = sid == MANY_PACKED ? (records.end() - records.from() - 6) / 6 : 1;
        for (int i = 0; i < cellsHere; i++) {
          add(records.u16(records.from()), records.u16(records.from() + 2) + i);
        }
      }
    }
  }

  /** How long the content of a cell's record is at least; more than any record where it is none. */
  private static int least(int sid) {
    return switch (sid) {
      case NUMBER -> 14;
      case PACKED, SHARED_TEXT -> 10;
      case MANY_PACKED -> 12;
      case LABEL, RICH_LABEL, YES_NO_OR_ERROR -> 8;
      case NUMBER_2, FORMULA, FORMULA_3, FORMULA_4 -> 15;
      case INTEGER_2, YES_NO_OR_ERROR_2 -> 9;
      case LABEL_2 -> 8;
      default -> Integer.MAX_VALUE;
    };
  }

  private void add(int row, int column) {
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, 2 * count);
    }
    cells[count++] = (long) row << 46 | (long) (column & COLUMNS) << 32 | records.at();
  }

  @Override
  public double done() {
    return count == 0 ? 1 : (double) read / count;
  }

  @Override
  public long uncalculated() {
    return 0;
  }

  @Override
  public boolean next(SheetRow row) throws IOException {
    int next = read;
    while (next < count) {
      int number = (int) (cells[next] >>> 46);
      row.begin(number + 1);
      while (next < count && (int) (cells[next] >>> 46) == number) {
        put((int) (cells[next] >>> 32) & COLUMNS, (int) cells[next], row);
        next++;
      }
      read = next;
      if (row.cells > 0) {
        return true;
      }
    }
    return false;
  }

  private void put(int column, int record, SheetRow row) throws IOException {
    records.goTo(record);
    records.next();
    int from = records.from();
    int sid = records.sid();
    int behind = from + (sid < FORMULA || (sid == FORMULA && version == 2) ? 7 : 6);
    switch (sid) {
      case NUMBER, NUMBER_2 -> number(column, records.f64(behind), row);
      case INTEGER_2 -> number(column, records.u16(behind), row);
      case PACKED -> number(column, BiffRecords.rk(records.i32(behind)), row);
      case MANY_PACKED -> {
        int at = from + 4 + 6 * (column - records.u16(from + 2));
        row.number(column, BiffRecords.rk(records.i32(at + 2)), styles.format(records.u16(at)), from1904);
      }
      case SHARED_TEXT -> texts.put(records.i32(behind), column, row);
      case LABEL, RICH_LABEL, LABEL_2 -> text(column, behind, row);
      case YES_NO_OR_ERROR, YES_NO_OR_ERROR_2 ->
        yesNoOrError(column, records.u8(behind), records.u8(behind + 1) != 0, row);
      default -> formula(column, behind, row);
    }
  }

  private void number(int column, double number, SheetRow row) throws IOException {
    int from = records.from();
    CellFormat format = version == 2
        ? styles.byNumber(records.u8(from + 5) & 0x3F)
        : styles.format(records.u16(from + 4));
    row.number(column, number, format, from1904);
  }

  /** A text at a position of the current record, with its length before it. */
  private void text(int column, int at, SheetRow row) throws IOException {
    Bytes own = row.own();
    int from = own.length;
    boolean shortLength = version == 2;
    int length = shortLength ? records.u8(at) : records.u16(at);
    BiffText text = new BiffText(records, at + (shortLength ? 1 : 2));
    if (version == 8) {
      text.unicode(length, own);
    } else {
      text.old(length, encoding, own);
    }
    if (own.length > from) {
      row.add(column, Kind.TEXT, from);
    }
  }

  private void yesNoOrError(int column, int value, boolean error, SheetRow row) throws IOException {
    if (error) {
      row.error(column, BiffRecords.error(value));
    } else {
      row.yesNo(column, value != 0);
    }
  }

  private void formula(int column, int result, SheetRow row) throws IOException {
    if (records.u16(result + 6) != 0xFFFF) {
      number(column, records.f64(result), row);
      return;
    }
    int value = records.u8(result + 2);
    switch (records.u8(result)) {
      case 0 -> textOfFormula(column, row);
      case 1 -> row.yesNo(column, value != 0);
      case 2 -> row.error(column, BiffRecords.error(value));
      default -> {
        // an empty text
      }
    }
  }

  /** The text that a formula has become stands in a record of its own, behind those of formulas that are shared. */
  private void textOfFormula(int column, SheetRow row) throws IOException {
    for (int i = 0; i < RECORDS_BETWEEN && records.next() && least(records.sid()) == Integer.MAX_VALUE; i++) {
      if (records.sid() == RESULT || records.sid() == RESULT_2) {
        text(column, records.from(), row);
        return;
      }
    }
  }

  @Override
  public void close() {
    // nothing is open
  }
}
