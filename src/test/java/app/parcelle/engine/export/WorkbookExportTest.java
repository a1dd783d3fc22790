package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

class WorkbookExportTest {
  @TempDir
  Path folder;

  @Test
  void valuesKeepTheirTypesAndFormats() throws Exception {
    Path file = folder.resolve("types.xlsx");
    Sheets.write(new Shop(1).keys("key", List.of("00123"))
        .values("visits", ColumnType.WHOLE, 0, Role.NONE, 12_345L)
        .values("year", ColumnType.WHOLE, 0, Role.NONE, 1985L)
        .values("spent", ColumnType.DECIMAL, 3, Role.AMOUNT, 1_234_567L)
        .values("score", ColumnType.DECIMAL, 3, Role.NONE, 1_500L)
        .values("news", ColumnType.YES_NO, 0, Role.CONSENT, 1L)
        .values("born", ColumnType.DATE, 0, Role.NONE, LocalDate.of(1985, 3, 7).toEpochDay())
        .values("seen", ColumnType.DATE_TIME, 0, Role.NONE,
            Instant.parse("2011-07-01T10:15:30.250Z").toEpochMilli())
        .everyone("all")
        .content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      XSSFRow row = book.getSheet("List").getRow(1);
      assertEquals("00123", row.getCell(0).getStringCellValue());
      assertEquals("@", row.getCell(0).getCellStyle().getDataFormatString());
      assertNumber(12_345, "#,##0", row.getCell(1));
      assertNumber(1985, "0", row.getCell(2));
      assertNumber(1_234.567, "#,##0.00", row.getCell(3));
      assertNumber(1.5, "#,##0.000", row.getCell(4));
      assertEquals(CellType.BOOLEAN, row.getCell(5).getCellType());
      assertTrue(row.getCell(5).getBooleanCellValue());
      assertEquals(LocalDate.of(1985, 3, 7), row.getCell(6).getLocalDateTimeCellValue().toLocalDate());
      assertEquals("yyyy-mm-dd", row.getCell(6).getCellStyle().getDataFormatString());
      // summer time in Paris
      assertEquals(LocalDateTime.of(2011, 7, 1, 12, 15, 30, 250_000_000),
          row.getCell(7).getLocalDateTimeCellValue());
      assertFalse(book.isDate1904());
    }
  }

  @Test
  void frenchDatesStartWithTheDay() throws Exception {
    Path file = folder.resolve("fr.xlsx");
    WorkbookContent content = new Shop(1)
        .values("né le", ColumnType.DATE, 0, Role.NONE, LocalDate.of(1985, 3, 7).toEpochDay())
        .everyone("tous")
        .content();
    WorkbookExport.write(content, Sheets.FRENCH, ListSheets.ROWS, file, JobContext.silent());

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(List.of("Liste", "Synthèse", "Définition"), names(book));
      assertEquals("dd/mm/yyyy",
          book.getSheetAt(0).getRow(1).getCell(0).getCellStyle().getDataFormatString());
    }
  }

  @Test
  void personasHaveASheetOfTheirOwn() throws Exception {
    Path file = folder.resolve("personas.xlsx");
    PersonaPage best = PersonaPdfTest.persona(1, "Meilleurs clients");
    PersonaPage hostile = new PersonaPage(2, "=HYPERLINK(1)", "+1", "@x", 10, 0.2, null, List.of());
    WorkbookContent content = new Shop(1).texts("nom", "Zoé")
        .everyone("tous")
        .content()
        .with(List.of(best, hostile));
    WorkbookExport.write(content, Sheets.FRENCH, ListSheets.ROWS, file, JobContext.silent());

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(List.of("Liste", "Synthèse", "Personas", "Définition"), names(book));
      XSSFRow row = book.getSheet("Personas").getRow(4);
      assertEquals("Meilleurs clients", row.getCell(0).getStringCellValue());
      assertNumber(1_234, "#,##0", row.getCell(1));
      assertNumber(0.18, "0.0%", row.getCell(2));
      assertNumber(456_789.12, "#,##0.00", row.getCell(3));
      assertNumber(0.61, "0.0%", row.getCell(4));
      assertNumber(48.2, "#,##0.00", row.getCell(5));
      assertEquals(best.sentence(), row.getCell(6).getStringCellValue());
      assertTrue(
          row.getCell(7).getStringCellValue().startsWith("Montant dépensé\u202f: 3\u202f120 (ensemble"));
      assertEquals(best.advice(), row.getCell(8).getStringCellValue());
      XSSFRow second = book.getSheet("Personas").getRow(5);
      for (int column : new int[]{0, 6, 8}) {
        assertEquals(CellType.STRING, second.getCell(column).getCellType());
        assertTrue(second.getCell(column).getCellStyle().getQuotePrefixed());
      }
      assertEquals(CellType.BLANK, second.getCell(3).getCellType());
    }
  }

  @Test
  void missingValuesAreEmptyCells() throws Exception {
    Path file = folder.resolve("missing.xlsx");
    Sheets.write(new Shop(2).values("age", ColumnType.WHOLE, 0, Role.NONE, null, 40L)
        .values("size", ColumnType.WHOLE, 0, Role.NONE, 1L, 2L)
        .invalid(1)
        .everyone("all")
        .content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertNull(book.getSheet("List").getRow(1).getCell(0));
      assertNull(book.getSheet("List").getRow(2).getCell(1));
    }
  }

  @Test
  void textsThatLookLikeFormulasStayTexts() throws Exception {
    String[] texts = {"=1+1", "+33 6 12", "-5", "@SUM(A1)", "\t=1", "\r=1", "plain = text"};
    Path file = folder.resolve("formulas.xlsx");
    ExportReport report = Sheets.write(new Shop(texts.length).texts("note", texts).everyone("all").content(),
        file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      for (int i = 0; i < texts.length; i++) {
        XSSFCell cell = book.getSheet("List").getRow(i + 1).getCell(0);
        assertEquals(CellType.STRING, cell.getCellType());
        assertEquals(texts[i], cell.getStringCellValue());
        assertEquals(i < 6, cell.getCellStyle().getQuotePrefixed(), texts[i]);
      }
    }
    assertEquals(List.of(Message.of("export.note.formulas", 6L)), report.notes());
  }

  @Test
  void everyCharacterComesBack() throws Exception {
    String[] texts = {"Zoë 🎄 日本語 عربي", "a\u0000b\u0001c\u001f", "line\nline\r\nend", " spaces ", "_x0041_",
        "_x0041\u0002",
        "<&>\"'", "\ufffe\uffff", "é" + "e\u0301"};
    Path file = folder.resolve("unicode.xlsx");
    Sheets.write(new Shop(texts.length).texts("note", texts).everyone("all").content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(List.of(texts), Sheets.texts(book, "List", 0));
    }
  }

  @Test
  void tooLongTextsAreCutAndReported() throws Exception {
    String longest = "x".repeat(32_767);
    String longer = "y".repeat(32_766) + "🎄";
    Path file = folder.resolve("long.xlsx");
    ExportReport report = Sheets
        .write(new Shop(2).texts("note", longest, longer).everyone("all").content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(List.of(longest, "y".repeat(32_766) + "…"), Sheets.texts(book, "List", 0));
      assertTrue(definition(book).contains("One text is longer than a cell holds"));
    }
    assertEquals(List.of(Message.of("export.note.cut", 1L)), report.notes());
  }

  @Test
  void whatSpreadsheetsCannotCountIsWrittenAsText() throws Exception {
    Path file = folder.resolve("beyond.xlsx");
    ExportReport report = Sheets.write(new Shop(2)
        .values("born", ColumnType.DATE, 0, Role.NONE, LocalDate.of(1900, 2, 28).toEpochDay(),
            LocalDate.of(1900, 3, 1).toEpochDay())
        .values("card", ColumnType.WHOLE, 0, Role.NONE, 4_970_101_234_567_890L, 999_999_999_999_999L)
        .everyone("all")
        .content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      XSSFSheet list = book.getSheet("List");
      assertEquals("1900-02-28", list.getRow(1).getCell(0).getStringCellValue());
      assertEquals(61, list.getRow(2).getCell(0).getNumericCellValue());
      assertEquals("4970101234567890", list.getRow(1).getCell(1).getStringCellValue());
      assertEquals(999_999_999_999_999.0, list.getRow(2).getCell(1).getNumericCellValue());
    }
    assertEquals(List.of(Message.of("export.note.dates", 1L), Message.of("export.note.numbers", 1L)),
        report.notes());
  }

  @Test
  void customersOfSeveralSegmentsStandOnceWithAllTheirNames() throws Exception {
    Path file = folder.resolve("several.xlsx");
    ExportReport report = Sheets.write(new Shop(5).keys("key", List.of("a", "b", "c", "d", "e"))
        .segment("Loyal", 0, 1, 2)
        .segment("Big", 2, 4)
        .content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(List.of("a", "b", "c", "e"), Sheets.texts(book, "List", 0));
      assertEquals(List.of("Loyal", "Loyal", "Loyal; Big", "Big"), Sheets.texts(book, "List", 1));
    }
    assertEquals(4, report.rows());
    assertEquals(List.of(3, 2), report.segments().stream().map(ExportReport.SegmentCount::count).toList());
  }

  @Test
  void anEmptySegmentGivesAHeaderAndNoRow() throws Exception {
    Path file = folder.resolve("empty.xlsx");
    ExportReport report = Sheets.write(new Shop(2).texts("note", "a", "b").segment("None").content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(0, book.getSheet("List").getLastRowNum());
      assertEquals("note", book.getSheet("List").getRow(0).getCell(0).getStringCellValue());
    }
    assertEquals(0, report.rows());
  }

  @Test
  void aLongListGoesOnOverFurtherSheets() throws Exception {
    List<String> keys = java.util.stream.IntStream.range(0, 7).mapToObj(i -> "k" + i).toList();
    WorkbookContent content = new Shop(7).keys("key", keys).everyone("all").content();
    Path file = folder.resolve("split.xlsx");
    ExportReport report = WorkbookExport.write(content, Sheets.ENGLISH, 3, file, JobContext.silent());

    try (XSSFWorkbook book = Sheets.read(file)) {
      assertEquals(List.of("List", "List 2", "List 3", "Summary", "Definition"), names(book));
      assertEquals(report.sheets(), names(book));
      assertEquals(keys.subList(0, 3), Sheets.texts(book, "List", 0));
      assertEquals(keys.subList(3, 6), Sheets.texts(book, "List 2", 0));
      assertEquals(keys.subList(6, 7), Sheets.texts(book, "List 3", 0));
      assertEquals("A1:A2", book.getSheet("List 3").getCTWorksheet().getAutoFilter().getRef());
    }
  }

  @Test
  void theHeaderStaysFiltersAndIsPrintedOnEveryPage() throws Exception {
    Path file = folder.resolve("header.xlsx");
    Sheets.write(new Shop(2).texts("first", "a", "b").texts("second", "c", "d").everyone("all").content(),
        file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      XSSFSheet list = book.getSheet("List");
      assertEquals(1, list.getPaneInformation().getHorizontalSplitPosition());
      assertEquals("A1:B3", list.getCTWorksheet().getAutoFilter().getRef());
      assertEquals(0, list.getRepeatingRows().getFirstRow());
      assertTrue(list.getPrintSetup().getLandscape());
    }
  }

  @Test
  void theSummaryComparesSegmentsWithTheBase() throws Exception {
    Path file = folder.resolve("summary.xlsx");
    Sheets.write(
        new Shop(4).texts("note", "a", "b", "c", "d").segment("Loyal", 0, 1).segment("Big", 1).content(),
        file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      XSSFSheet summary = book.getSheet("Summary");
      assertEquals(List.of("Loyal", "2.0", "0.5", "21.0", "4.0", "5.25"), cells(summary.getRow(4), 6));
      assertEquals(List.of("Big", "1.0", "0.25", "10.5", "2.0", "5.25"), cells(summary.getRow(5), 6));
      assertEquals("List, each customer once", summary.getRow(6).getCell(0).getStringCellValue());
      assertEquals(List.of("All customers", "4.0", "1.0", "42.0", "8.0", "5.25"),
          cells(summary.getRow(7), 6));
      assertEquals(1, summary.getDrawingPatriarch().getCharts().size());
      assertEquals("Customers by segment",
          summary.getDrawingPatriarch().getCharts().getFirst().getTitleText().toString());
    }
  }

  @Test
  void theDefinitionHoldsAllThatMakesTheListAgain() throws Exception {
    String json = "{\"rule\":\"" + "z".repeat(70_000) + "\"}";
    Path file = folder.resolve("definition.xlsx");
    Sheets.write(new Shop(1).texts("note", "a").segment("Loyal", json, 0).content(), file);

    try (XSSFWorkbook book = Sheets.read(file)) {
      String definition = definition(book);
      assertTrue(definition.contains("Everyone in Loyal"));
      assertTrue(definition.replace("\n", "").contains(json));
      assertTrue(definition.contains("December 9, 2011"));
      assertTrue(definition.contains("Europe/Paris"));
      assertTrue(definition.contains("ab".repeat(32)));
      assertTrue(definition.contains("1.2.3"));
    }
  }

  private static void assertNumber(double value, String format, Cell cell) {
    assertEquals(CellType.NUMERIC, cell.getCellType());
    assertEquals(value, cell.getNumericCellValue());
    assertEquals(format, cell.getCellStyle().getDataFormatString());
  }

  private static List<String> names(XSSFWorkbook book) {
    return java.util.stream.IntStream.range(0, book.getNumberOfSheets())
        .mapToObj(book::getSheetName)
        .toList();
  }

  private static List<String> cells(XSSFRow row, int columns) {
    return java.util.stream.IntStream.range(0, columns).mapToObj(i -> row.getCell(i).toString()).toList();
  }

  /** The values of the definition, a line each. */
  private static String definition(XSSFWorkbook book) {
    StringBuilder text = new StringBuilder();
    book.getSheet("Definition").forEach(row -> {
      Cell value = row.getCell(1);
      text.append(value == null ? "" : value.getStringCellValue()).append('\n');
    });
    return text.toString();
  }
}
