package app.parcelle.engine.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dictionary;

/** The list of customers: one row a customer, in the order of their numbers, over as many sheets as it needs. */
final class ListSheets {
  /** Rows of customers that a sheet takes below its header. */
  static final int ROWS = 1_048_575;
  /** Two lines of text. */
  private static final int HEADER_POINTS = 34;
  private static final int EVERY = 4_096;
  private static final double DAY = 86_400_000;
  /** The serial number that Excel gives 1970-01-01. */
  private static final double EPOCH = 25_569;

  private final WorkbookContent content;
  private final String segmentsHeading;
  private final CellStyles styles;
  private final int rowsPerSheet;
  private final List<CellStyle> columnStyles = new ArrayList<>();
  private final double[] units;
  private final ZoneId zone;

  ListSheets(WorkbookContent content, String segmentsHeading, CellStyles styles, int rowsPerSheet) {
    this.content = content;
    this.segmentsHeading = segmentsHeading;
    this.styles = styles;
    this.rowsPerSheet = rowsPerSheet;
    this.zone = content.zone();
    this.units = new double[content.columns().size()];
    for (WorkbookContent.ListColumn column : content.columns()) {
      units[columnStyles.size()] = Math.pow(10, column.values().field().scale());
      columnStyles.add(styles.format(styles.formatOf(column.values())));
    }
  }

  /** How many sheets that many customers need; one for none. */
  static int count(int rows, int rowsPerSheet) {
    return Math.max(1, Math.ceilDiv(rows, rowsPerSheet));
  }

  /** Lays out the sheet at index: all but its rows. */
  void prepare(XSSFSheet sheet, int index) {
    int rows = Math.min(rowsPerSheet, content.list().count() - index * rowsPerSheet);
    int columns = content.columns().size() + (content.namesSegments() ? 1 : 0);
    ColumnWidths widths = new ColumnWidths(content, segmentsHeading);
    for (int i = 0; i < columns; i++) {
      sheet.setColumnWidth(i, widths.of(i));
    }
    CellRangeAddress all = new CellRangeAddress(0, rows, 0, columns - 1);
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(all);
    sheet.addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    Pages.landscape(sheet);
  }

  /** Writes all rows, from sheet to sheet. */
  void write(List<SXSSFSheet> sheets, JobContext job) {
    for (SXSSFSheet sheet : sheets) {
      writeHeader(sheet.createRow(0));
    }
    BitSet members = BitSet.valueOf(content.list().members());
    int total = content.list().count();
    int done = 0;
    for (int customer = members.nextSetBit(0); customer >= 0; customer = members.nextSetBit(customer + 1)) {
      if (done % EVERY == 0) {
        job.throwIfCancelled();
        job.progress(done, total, Message.of("export.job.rows"));
      }
      SXSSFSheet sheet = sheets.get(done / rowsPerSheet);
      writeRow(sheet.createRow(1 + done % rowsPerSheet), customer);
      done++;
    }
  }

  private void writeHeader(Row row) {
    row.setHeightInPoints(HEADER_POINTS);
    int i = 0;
    for (WorkbookContent.ListColumn column : content.columns()) {
      Cell cell = row.createCell(i++);
      cell.setCellValue(CellText.written(column.heading()));
      cell.setCellStyle(isFigure(column.values()) ? styles.figureHeader() : styles.header());
    }
    if (content.namesSegments()) {
      Cell cell = row.createCell(i);
      cell.setCellValue(segmentsHeading);
      cell.setCellStyle(styles.header());
    }
  }

  private static boolean isFigure(FieldColumn column) {
    return column.field().type().isNumber();
  }

  private void writeRow(Row row, int customer) {
    List<WorkbookContent.ListColumn> columns = content.columns();
    for (int i = 0; i < columns.size(); i++) {
      FieldColumn column = columns.get(i).values();
      CellKind kind = CellKind.of(column, customer);
      if (kind != CellKind.BLANK) {
        write(row.createCell(i), kind, i, column.values()[customer]);
      }
    }
    if (content.namesSegments()) {
      Cell cell = row.createCell(columns.size());
      cell.setCellStyle(styles.format("General"));
      writeText(cell, content.segmentsOf(customer));
    }
  }

  private void write(Cell cell, CellKind kind, int index, long value) {
    FieldColumn column = content.columns().get(index).values();
    cell.setCellStyle(columnStyles.get(index));
    switch (kind) {
      case BLANK -> throw new IllegalArgumentException("blank");
      case TEXT -> {
        Dictionary dictionary = column.dictionary();
        if (dictionary != null) {
          writeText(cell, dictionary.text(value));
        }
      }
      case NUMBER -> cell.setCellValue(value / units[index]);
      case LONG_NUMBER -> cell
          .setCellValue(BigDecimal.valueOf(value, column.field().scale()).toPlainString());
      case YES_NO -> cell.setCellValue(value != 0);
      case DATE -> cell.setCellValue(value + EPOCH);
      case DATE_TIME -> cell.setCellValue(local(value) / DAY + EPOCH);
      case UNKNOWN_DATE -> cell.setCellValue(iso(column.field().type(), value));
    }
  }

  private void writeText(Cell cell, String text) {
    cell.setCellValue(CellText.written(text));
    if (CellText.looksLikeFormula(text)) {
      cell.setCellStyle(styles.quoted());
    }
  }

  /** Spreadsheets know no zones: the local time is what they are given. */
  private double local(long millis) {
    return millis + zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds() * 1_000.0;
  }

  private String iso(ColumnType type, long value) {
    return type == ColumnType.DATE
        ? LocalDate.ofEpochDay(value).toString()
        : LocalDateTime.ofInstant(Instant.ofEpochMilli(value), zone).toString();
  }
}
