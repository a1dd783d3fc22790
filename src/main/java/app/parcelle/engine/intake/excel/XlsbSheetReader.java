package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.util.List;

import app.parcelle.engine.intake.excel.SheetRow.Kind;

/** Reads the cells of a sheet of an xlsb file ([MS-XLSB] 2.1.7.62). */
final class XlsbSheetReader implements Workbook.SheetReader {
  private static final int ROW = 0;
  private static final int PACKED = 2;
  private static final int ERROR = 3;
  private static final int YES_NO = 4;
  private static final int NUMBER = 5;
  private static final int TEXT = 6;
  private static final int SHARED_TEXT = 7;
  private static final int FORMULA_TEXT = 8;
  private static final int FORMULA_NUMBER = 9;
  private static final int FORMULA_YES_NO = 10;
  private static final int FORMULA_ERROR = 11;
  private static final int RICH_TEXT = 62;
  private static final int END = 146;
  /** Where the value of a cell stands, behind its column and its style. */
  private static final int VALUE = 8;

  private final Parts.Unpacked bytes;
  private final long size;
  private final XlsbRecords records;
  private final SharedTexts texts;
  private final List<CellFormat> styles;
  private final boolean from1904;
  private int nextRow = -1;
  private boolean ended;

  XlsbSheetReader(Parts.Unpacked bytes, long size, SharedTexts texts, List<CellFormat> styles,
      boolean from1904) {
    this.bytes = bytes;
    this.size = size;
    this.records = new XlsbRecords(bytes);
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
  }

  @Override
  public double done() {
    return Math.min(1, (double) bytes.taken() / size);
  }

  @Override
  public long uncalculated() {
    return 0;
  }

  @Override
  public boolean next(SheetRow row) throws IOException {
    row.begin(nextRow);
    while (!ended) {
      if (!records.next()) {
        throw BadWorkbook.damaged();
      }
      if (records.type() == ROW || records.type() == END) {
        ended = records.type() == END;
        nextRow = ended ? 0 : number(records.i32(0), Workbook.MOST_ROWS) + 1;
        if (row.cells > 0) {
          return true;
        }
        row.begin(nextRow);
      } else if (nextRow > 0) {
        cell(row);
      }
    }
    return false;
  }

  private static int number(int said, int below) throws BadWorkbook {
    if (said < 0 || said >= below) {
      throw BadWorkbook.damaged();
    }
    return said;
  }

  private void cell(SheetRow row) throws IOException {
    switch (records.type()) {
      case PACKED -> number(row, BiffRecords.rk(records.i32(VALUE)));
      case NUMBER, FORMULA_NUMBER -> number(row, records.f64(VALUE));
      case ERROR, FORMULA_ERROR -> row.error(column(), BiffRecords.error(records.u8(VALUE)));
      case YES_NO, FORMULA_YES_NO -> row.yesNo(column(), records.u8(VALUE) != 0);
      case SHARED_TEXT -> texts.put(records.i32(VALUE), column(), row);
      case TEXT, FORMULA_TEXT -> text(row, VALUE);
      case RICH_TEXT -> text(row, VALUE + 1);
      default -> {
        // no cell
      }
    }
  }

  private int column() throws BadWorkbook {
    return number(records.i32(0), Workbook.MOST_COLUMNS);
  }

  private void number(SheetRow row, double number) throws IOException {
    int style = records.i32(4) & 0xFFFFFF;
    row.number(column(), number, style < styles.size() ? styles.get(style) : CellFormat.NUMBER, from1904);
  }

  private void text(SheetRow row, int at) throws IOException {
    Bytes own = row.own();
    int from = own.length;
    records.text(at, own);
    if (own.length > from) {
      row.add(column(), Kind.TEXT, from);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
