package app.parcelle.engine.intake.excel;

/** Reads where a cell is, such as {@code BC23}. */
final class CellPlace {
  private CellPlace() {}

  /** The column, from 0; -1 when there are no letters. */
  static int column(byte[] b, int from, int to) throws BadWorkbook {
    int column = 0;
    int p = from;
    while (p < to && b[p] == '$') {
      p++;
    }
    for (; p < to; p++) {
      int letter = b[p] & ~0x20;
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
      if (column > Workbook.MOST_COLUMNS) {
        throw BadWorkbook.damaged();
      }
    }
    return column - 1;
  }

  /** The row, from 1; 0 when there are no digits. */
  static int row(byte[] b, int from, int to) throws BadWorkbook {
    int row = 0;
    for (int p = from; p < to; p++) {
      if (b[p] >= '0' && b[p] <= '9') {
        row = row * 10 + b[p] - '0';
        if (row > Workbook.MOST_ROWS) {
          throw BadWorkbook.damaged();
        }
      }
    }
    return row;
  }
}
