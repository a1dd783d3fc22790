package app.parcelle.engine.intake.excel;

import static app.parcelle.engine.intake.excel.Books.lines;
import static app.parcelle.engine.intake.excel.Books.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.message.Message;

/** What cells of each kind are read as. */
class CellValuesTest {
  private static final List<Function<Consumer<Workbook>, Path>> KINDS = List.of(Books::xlsx, Books::xls);

  /** The second cell of the only row, in an xlsx and an xls file alike. */
  private static String value(BiConsumer<Workbook, Row> put) {
    List<String> values = new ArrayList<>();
    for (Function<Consumer<Workbook>, Path> kind : KINDS) {
      Path file = kind.apply(workbook -> {
        Sheet sheet = workbook.createSheet("S");
        row(sheet, 0, 0, "name", "value");
        put.accept(workbook, row(sheet, 1, 0, "it"));
      });
      values.add(lines(file).get(1).substring("\"it\",".length()));
    }
    assertEquals(values.get(0), values.get(1), "xlsx and xls");
    return values.getFirst();
  }

  private static String number(double number, String format) {
    return value((workbook, row) -> {
      CellStyle style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
      row.createCell(1).setCellValue(number);
      row.getCell(1).setCellStyle(style);
    });
  }

  @ParameterizedTest
  @CsvSource({"0.1,0.1", "17850,17850", "-3.5,-3.5", "0,0", "1e-3,0.001", "123456789012,123456789012",
      "1.1,1.1", "0.30000000000000004,0.30000000000000004", "1e20,100000000000000000000", "2.5e-7,0.00000025",
      "1e300,1E300"})
  void numbersHaveAllTheirDigitsAndNoMore(double number, String text) {
    assertEquals(text, number(number, "General"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "0.00%", "#,##0.00 \"€\"", "#,##0.00 [$€-40C]", "_-* #,##0.00\\ _€_-",
      "0.00E+00",
      "# ?/?", "[Red]-0.00", "00000", "\"jour\" 0", "@", "Standard"})
  void howANumberLooksDoesNotChangeIt(String format) {
    assertEquals("0.155", number(0.155, format));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"dd/mm/yyyy|2023-03-15", "jj/mm/aaaa|2023-03-15", "m/d/yy|2023-03-15",
      "d mmm yyyy|2023-03-15", "[$-40C]d mmmm yyyy;@|2023-03-15", "mmmm|2023-03-15", "dddd|2023-03-15",
      "yyyy\"年\"m\"月\"d\"日\"|2023-03-15", "dd/mm/yyyy hh:mm|2023-03-15 00:00:00",
      "yyyy-mm-dd\\ hh:mm:ss|2023-03-15 00:00:00", "jj/mm/aaaa hh:mm|2023-03-15 00:00:00"})
  void daysAreRecognisedByTheirFormat(String format, String text) {
    assertEquals(text, number(45_000, format));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"dd/mm/yyyy|45000.75|2023-03-15 18:00:00",
      "dd/mm/yyyy hh:mm|45000.310416666667|2023-03-15 07:27:00", "hh:mm|0.75|18:00:00",
      "h:mm AM/PM|0.25|06:00:00",
      "hh:mm:ss.000|0.5000000116|12:00:00.001", "hh:mm|45000.75|2023-03-15 18:00:00", "[h]:mm|1.5|36:00:00",
      "[h]:mm:ss|0.25|06:00:00", "[mm]:ss|0.0625|01:30:00", "mm:ss|0.0625|01:30:00", "[h]:mm|-0.5|-12:00:00",
      "dd/mm/yyyy|-3|-3", "dd/mm/yyyy|9999999|9999999"})
  void timesAreRecognisedByTheirFormat(String format, double number, String text) {
    assertEquals(text, number(number, format));
  }

  @ParameterizedTest
  @CsvSource({"0,1900-01-00", "1,1900-01-01", "59,1900-02-28", "60,1900-02-29", "61,1900-03-01",
      "2958465,9999-12-31",
      "2958466,2958466"})
  void calendarOf1900HasItsDayThatNeverWas(double number, String text) {
    assertEquals(text, number(number, "yyyy-mm-dd"));
  }

  @Test
  void calendarOf1904BeginsFourYearsLater() {
    Path file = Books.xlsx(workbook -> {
      ((XSSFWorkbook) workbook).getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat((short) 14);
      Row row = row(workbook.createSheet("S"), 0, 0, 0, 1, 43_538);
      row.forEach(cell -> cell.setCellStyle(day));
    });
    assertEquals(List.of("1904-01-01,1904-01-02,2023-03-15"), lines(file));
  }

  @Test
  void yesAndNoAreWords() {
    assertEquals("TRUE", value((_, row) -> put(row, true)));
    assertEquals("FALSE", value((_, row) -> put(row, false)));
  }

  private static void put(Row row, boolean yes) {
    row.createCell(1).setCellValue(yes);
  }

  @Test
  void errorsAreTheirTexts() {
    for (FormulaError error : List.of(FormulaError.NA, FormulaError.DIV0, FormulaError.REF, FormulaError.NAME,
        FormulaError.NUM, FormulaError.VALUE, FormulaError.NULL)) {
      assertEquals("\"" + error.getString() + "\"", value((_, row) -> {
        row.createCell(1).setCellErrorValue(error.getCode());
      }));
    }
  }

  @Test
  void formulasAreTheirResults() {
    assertEquals("6", value((workbook, row) -> calculated(workbook, row, "2*3")));
    assertEquals("\"ab\"", value((workbook, row) -> calculated(workbook, row, "\"a\"&\"b\"")));
    assertEquals("TRUE", value((workbook, row) -> calculated(workbook, row, "1<2")));
    assertEquals("\"#DIV/0!\"", value((workbook, row) -> calculated(workbook, row, "1/0")));
    assertEquals("", value((workbook, row) -> calculated(workbook, row, "\"\"")));
  }

  private static void calculated(Workbook workbook, Row row, String formula) {
    row.createCell(1).setCellFormula(formula);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
  }

  @Test
  void formulasNeverCalculatedAreEmptyAndCounted() {
    Path file = Books.xlsx(workbook -> {
      Sheet sheet = workbook.createSheet("S");
      row(sheet, 0, 0, "name", "value");
      row(sheet, 1, 0, "it").createCell(1).setCellFormula("1+1");
      row(sheet, 2, 0, "that", 3);
    });
    Books.Looked looked = Books.look(file, TextOptions.FOUND);
    assertEquals(List.of("\"name\",\"value\"", "\"it\",", "\"that\",3"), looked.lines());
    assertEquals(List.of(Message.of("intake.excel.uncalculated", 1L)), looked.notes());
  }

  @Test
  void textsAreKeptAsTheyAre() {
    assertEquals("\" a \"\"b\"\" <c> & é 😀 \"", value((_, row) -> {
      row.createCell(1).setCellValue(" a \"b\" <c> & é 😀 ");
    }));
    assertEquals("\"007\"", value((_, row) -> {
      row.createCell(1).setCellValue("007");
    }));
  }

  @Test
  void richTextIsItsText() {
    assertEquals("\"bold plain\"", value((workbook, row) -> {
      RichTextString text = workbook.getCreationHelper().createRichTextString("bold plain");
      text.applyFont(0, 4, workbook.createFont());
      row.createCell(1).setCellValue(text);
    }));
  }

  @Test
  void howATextIsPronouncedIsLeftOut() {
    Path file = Books.sheet(
        "<row><c t='inlineStr'><is><r><t>東</t></r><rPh sb='0' eb='1'><t>トウ</t></rPh><r><t>京</t></r></is></c>"
            + "</row><row><c><v>1</v></c></row></sheetData>");
    assertEquals("\"東京\"", lines(file).getFirst());
  }

  @Test
  void charactersThatXmlHasNoPlaceForAreUndone() {
    Path file = Books
        .sheet("<row><c t='inlineStr'><is><t>a_x0009_b_x005F_x0041_ _x00G1_ _xD83D__xDE00_</t></is></c></row>"
            + "<row><c t='str'><v>c_x0041_</v></c></row></sheetData>");
    assertEquals(List.of("\"a\tb_x0041_ _x00G1_ 😀\"", "\"cA\""), lines(file));
  }

  @Test
  void daysOfIso8601AreDays() {
    Path file = Books
        .sheet("<row><c t='d'><v>2012-01-15T00:00:00</v></c><c t='d'><v>2012-01-15T08:30:00Z</v></c>"
            + "<c t='d'><v>2012-01-15</v></c></row></sheetData>");
    assertEquals(List.of("\"2012-01-15\",\"2012-01-15 08:30:00\",\"2012-01-15\""), lines(file));
  }

  @Test
  void cellsWithoutPlaceFollowEachOtherAndThoseInNoOrderAreSorted() {
    Path file = Books.sheet("<row><c><v>1</v></c><c r='C1'><v>3</v></c><c><v>4</v></c></row>"
        + "<row r='3'><c r='C3'><v>9</v></c><c r='A3'><v>7</v></c><c r='A3'><v>8</v></c></row></sheetData>");
    assertEquals(List.of("1,3,4", "", "8,9,"), lines(file));
  }

  @Test
  void numbersAreReadInEveryWayTheyAreWritten() {
    Path file = Books
        .sheet("<row><c><v>1.0</v></c><c><v>1E3</v></c><c><v>-0</v></c><c><v>+5</v></c><c><v>.5</v></c>"
            + "<c><v>1.1000000000000001</v></c><c><v>007.50</v></c><c><v>12345678901234567</v></c><c><v>1,5</v></c>"
            + "<c><v>-0.0</v></c><c><v>1e999</v></c></row></sheetData>");
    assertEquals(List.of("1,1000,0,5,0.5,1.1,7.5,12345678901234567,\"1,5\",0,\"1e999\""), lines(file));
  }
}
