package app.parcelle.engine.export;

import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

import app.parcelle.engine.export.DefinitionLines.Line;

/** The sheet that says how the list was made: labels left, what they name right. */
final class DefinitionSheet {
  private static final int LABELS = 30 * 256;
  private static final int VALUES = 110 * 256;
  /** What a line of the values holds in the widest of typefaces. */
  private static final int CHARACTERS = 90;
  private static final int LINE = 16;
  private static final int CODE_LINE = 12;
  /** A row can be no higher. */
  private static final int TALLEST = 409;

  private DefinitionSheet() {}

  static void write(XSSFSheet sheet, String title, List<Line> lines, CellStyles styles) {
    sheet.setDisplayGridlines(false);
    sheet.setColumnWidth(0, LABELS);
    sheet.setColumnWidth(1, VALUES);
    Pages.landscape(sheet);
    cell(sheet.createRow(0), 0, title, styles.title());
    int row = 1;
    for (Line line : lines) {
      switch (line.kind()) {
        case HEADING -> {
          XSSFRow heading = sheet.createRow(++row);
          cell(heading, 0, line.label(), styles.heading());
          cell(heading, 1, "", styles.heading());
        }
        case TEXT -> pair(sheet.createRow(row), line, styles, styles.wrapped(), LINE);
        case CODE -> pair(sheet.createRow(row), line, styles, styles.code(), CODE_LINE);
      }
      row++;
    }
  }

  private static void pair(XSSFRow row, Line line, CellStyles styles, CellStyle value, int points) {
    row.setHeightInPoints(Math.clamp((long) points * lines(line.value()) + 3, LINE, TALLEST));
    cell(row, 0, line.label(), styles.label());
    cell(row, 1, line.value(), value);
  }

  /** How many lines the text takes: programs do not all find it out when they open the file. */
  private static int lines(String text) {
    return text.lines().mapToInt(line -> 1 + line.length() / CHARACTERS).sum();
  }

  private static void cell(XSSFRow row, int column, String text, CellStyle style) {
    var cell = row.createCell(column);
    cell.setCellValue(CellText.written(text));
    cell.setCellStyle(style);
  }
}
