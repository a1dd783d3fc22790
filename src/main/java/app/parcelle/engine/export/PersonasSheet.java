package app.parcelle.engine.export;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

import app.parcelle.engine.message.Texts;

/** The sheet of personas: a row a cluster, what it is worth, what sets it apart and what to do next. */
final class PersonasSheet {
  private static final int HEADER = 3;
  private static final int UNIT = 256;
  private static final int NAMES = 26 * UNIT;
  private static final int FIGURES = 14 * UNIT;
  private static final int WORDS = 48;
  private static final int LINE = 15;
  /** A row can be no higher. */
  private static final int TALLEST = 409;

  private final XSSFSheet sheet;
  private final CellStyles styles;
  private final Texts texts;

  PersonasSheet(XSSFSheet sheet, CellStyles styles, Texts texts) {
    this.sheet = sheet;
    this.styles = styles;
    this.texts = texts;
  }

  void write(List<PersonaPage> personas, String project) {
    sheet.setDisplayGridlines(false);
    Pages.landscape(sheet);
    boolean money = personas.stream().anyMatch(page -> page.money() != null);
    text(sheet.createRow(0), 0, texts.text("export.personas.title"), styles.title());
    text(sheet.createRow(1), 0, texts.text("export.personas.subtitle", personas.size(), project),
        styles.muted());
    header(money);
    int at = HEADER + 1;
    for (PersonaPage page : personas) {
      write(sheet.createRow(at++), page, money);
    }
    sheet.createFreezePane(1, HEADER + 1);
  }

  private void header(boolean money) {
    XSSFRow header = sheet.createRow(HEADER);
    header.setHeightInPoints(34);
    int column = heading(header, 0, texts.text("export.personas.name"), NAMES, false);
    column = heading(header, column, texts.text("export.personas.customers"), FIGURES, true);
    column = heading(header, column, texts.text("export.personas.share"), FIGURES, true);
    if (money) {
      column = heading(header, column, texts.text("export.personas.revenue"), FIGURES, true);
      column = heading(header, column, texts.text("export.personas.revenueShare"), FIGURES, true);
      column = heading(header, column, texts.text("export.personas.basket"), FIGURES, true);
    }
    column = heading(header, column, texts.text("export.personas.sentence"), WORDS * UNIT, false);
    column = heading(header, column, texts.text("export.personas.apart"), WORDS * UNIT, false);
    heading(header, column, texts.text("export.personas.advice"), WORDS * UNIT, false);
  }

  private int heading(XSSFRow header, int column, String text, int width, boolean figure) {
    sheet.setColumnWidth(column, width);
    text(header, column, text, figure ? styles.figureHeader() : styles.header());
    return column + 1;
  }

  private void write(XSSFRow row, PersonaPage page, boolean money) {
    words(row, 0, page.name());
    number(row, 1, page.customers(), CellStyles.COUNT);
    number(row, 2, page.share(), CellStyles.SHARE);
    int next = 3;
    if (money) {
      PersonaPage.Money worth = page.money();
      number(row, next++, worth == null ? Double.NaN : worth.revenue(), CellStyles.MONEY);
      number(row, next++, worth == null ? Double.NaN : worth.share(), CellStyles.SHARE);
      number(row, next++, worth == null ? Double.NaN : worth.basket(), CellStyles.MONEY);
    }
    String apart = page.bars()
        .stream()
        .map(bar -> texts.text("export.personas.one", bar.what(), bar.own(), bar.overall()))
        .collect(Collectors.joining("\n"));
    words(row, next++, page.sentence());
    words(row, next++, apart);
    words(row, next, page.advice());
    int lines = Math.max(lines(apart), Math.max(lines(page.sentence()), lines(page.advice())));
    row.setHeightInPoints(Math.clamp((long) LINE * lines + 4, LINE, TALLEST));
  }

  private static int lines(String text) {
    return text.lines().mapToInt(line -> 1 + line.length() / WORDS).sum();
  }

  private void words(XSSFRow row, int column, String text) {
    text(row, column, text, CellText.looksLikeFormula(text) ? styles.quoted() : styles.wrapped());
  }

  private static void text(XSSFRow row, int column, String text, CellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(CellText.written(text));
    cell.setCellStyle(style);
  }

  private void number(XSSFRow row, int column, double value, String format) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(styles.format(format));
    if (!Double.isNaN(value)) {
      cell.setCellValue(value);
    }
  }
}
