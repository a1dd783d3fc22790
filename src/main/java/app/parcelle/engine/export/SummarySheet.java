package app.parcelle.engine.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

import app.parcelle.engine.export.SummaryTable.Kind;
import app.parcelle.engine.export.WorkbookContent.Money;
import app.parcelle.engine.message.Texts;

/** The sheet of figures: how many customers each segment has, what they bought, and the chart of it. */
final class SummarySheet {
  private static final int HEADER = 3;
  private static final int NAMES = 34 * 256;
  private static final int FIGURES = 17 * 256;

  private final XSSFSheet sheet;
  private final SummaryTable table;
  private final CellStyles styles;
  private final Texts texts;

  SummarySheet(XSSFSheet sheet, SummaryTable table, CellStyles styles, Texts texts) {
    this.sheet = sheet;
    this.table = table;
    this.styles = styles;
    this.texts = texts;
  }

  void write(String title, String subtitle) {
    sheet.setDisplayGridlines(false);
    Pages.landscape(sheet);
    text(sheet.createRow(0), 0, title, styles.title());
    text(sheet.createRow(1), 0, subtitle, styles.muted());
    List<String> headings = headings();
    XSSFRow header = sheet.createRow(HEADER);
    header.setHeightInPoints(34);
    for (int i = 0; i < headings.size(); i++) {
      sheet.setColumnWidth(i, i == 0 ? NAMES : FIGURES);
      text(header, i, headings.get(i),
          i == 0 || i == headings.size() - 1 ? styles.header() : styles.figureHeader());
    }
    int at = HEADER + 1;
    for (SummaryTable.Row row : table.rows()) {
      write(sheet.createRow(at++), row);
    }
    int segments = (int) table.rows().stream().filter(row -> row.kind() == Kind.SEGMENT).count();
    // a single bar compares with nothing: everyone stands beside it
    int bars = segments == 1 ? 2 : segments;
    new SummaryChart(sheet, texts).draw(HEADER + 1, bars, at + 1, headings.size());
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>(List.of(texts.text("export.summary.segment"),
        texts.text("export.summary.customers"), texts.text("export.summary.share")));
    if (table.consent()) {
      headings.add(texts.text("export.summary.reachable"));
    }
    if (table.money()) {
      headings.addAll(List.of(texts.text("export.summary.revenue"), texts.text("export.summary.orders"),
          texts.text("export.summary.basket")));
    }
    headings.add(texts.text("export.summary.asOf"));
    return headings;
  }

  private void write(XSSFRow row, SummaryTable.Row values) {
    boolean total = values.kind() != Kind.SEGMENT;
    text(row, 0, name(values), style(total, "General"));
    number(row, 1, values.customers(), style(total, CellStyles.COUNT));
    number(row, 2, values.share(), style(total, CellStyles.SHARE));
    int next = 3;
    if (table.consent()) {
      number(row, next++, reachable(values), style(total, CellStyles.COUNT));
    }
    if (table.money()) {
      Money money = values.money();
      number(row, next++, money == null ? null : money.revenue(), style(total, CellStyles.MONEY));
      number(row, next++, money == null ? null : money.orders(), style(total, CellStyles.COUNT));
      number(row, next++, values.averageBasket(), style(total, CellStyles.MONEY));
    }
    date(row, next, values.asOf(), style(total, styles.date()));
  }

  private static @Nullable Integer reachable(SummaryTable.Row values) {
    return values.reachable().isPresent() ? values.reachable().getAsInt() : null;
  }

  private CellStyle style(boolean total, String format) {
    return total ? styles.total(format) : styles.format(format);
  }

  private String name(SummaryTable.Row row) {
    return switch (row.kind()) {
      case SEGMENT -> row.name();
      case LIST -> texts.text("export.summary.list");
      case BASE -> texts.text("export.summary.base");
    };
  }

  private static void text(XSSFRow row, int column, String text, CellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(CellText.written(text));
    cell.setCellStyle(style);
  }

  private static void number(XSSFRow row, int column, @Nullable Number value, CellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (value != null) {
      cell.setCellValue(value.doubleValue());
    }
  }

  private static void date(XSSFRow row, int column, @Nullable LocalDate day, CellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (day != null) {
      cell.setCellValue(day);
    }
  }
}
