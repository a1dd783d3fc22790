package app.parcelle.engine.intake.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Random cells that POI writes are read back equal: with texts in the cells, with shared texts, and in an xls file. */
class RandomTablesTest {
  private static final String LETTERS = "aZ09 <>&\"'_x\t\n,;é€\u00A0中😀";
  private static final int COLUMNS = 9;

  @Property(tries = 60)
  void cellsAreReadAsTheyWereWritten(@ForAll long seed) throws IOException {
    for (int kind = 0; kind < 3; kind++) {
      Workbook workbook = switch (kind) {
        case 0 -> new SXSSFWorkbook(null, 10, false, false);
        case 1 -> new SXSSFWorkbook(null, 10, true, true);
        default -> new HSSFWorkbook();
      };
      Path file = Books.place("random");
      List<String> expected;
      try (workbook; OutputStream out = Files.newOutputStream(file)) {
        expected = fill(workbook, new Random(seed));
        workbook.write(out);
      }
      assertEquals(expected, read(file));
      Files.delete(file);
    }
  }

  private static List<String> read(Path file) throws IOException {
    List<String> cells = new ArrayList<>();
    try (app.parcelle.engine.intake.excel.Workbook workbook = WorkbookFile.open(file);
        app.parcelle.engine.intake.excel.Workbook.SheetReader reader = workbook.open(0)) {
      SheetRow row = new SheetRow();
      while (reader.next(row)) {
        for (int i = 0; i < row.cells; i++) {
          cells.add(row.number + ":" + row.column(i) + " " + row.kind(i) + " " + row.text(i));
        }
      }
    }
    return cells;
  }

  private static List<String> fill(Workbook workbook, Random random) {
    List<String> expected = new ArrayList<>();
    CellStyle day = style(workbook, "dd/mm/yyyy");
    CellStyle time = style(workbook, "yyyy-mm-dd hh:mm:ss");
    Sheet sheet = workbook.createSheet("S");
    for (int r = 0; r < 30; r += 1 + random.nextInt(2)) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < COLUMNS; c += 1 + random.nextInt(3)) {
        String value = put(row.createCell(c), random, day, time);
        if (!value.isEmpty()) {
          expected.add(r + 1 + ":" + c + " " + value);
        }
      }
    }
    return expected;
  }

  private static CellStyle style(Workbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static String put(Cell cell, Random random, CellStyle day, CellStyle time) {
    switch (random.nextInt(7)) {
      case 0 -> {
        String text = text(random);
        cell.setCellValue(text);
        return text.isEmpty() ? "" : "TEXT " + text;
      }
      case 1 -> {
        long number = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
        cell.setCellValue((double) number);
        return "NUMBER " + number;
      }
      case 2 -> {
        int cents = random.nextInt(-1_000_000, 1_000_000);
        cell.setCellValue(cents / 100.0);
        return "NUMBER "
            + new java.math.BigDecimal(cents).movePointLeft(2).stripTrailingZeros().toPlainString();
      }
      case 3 -> {
        boolean yes = random.nextBoolean();
        cell.setCellValue(yes);
        return "YES_NO " + (yes ? "TRUE" : "FALSE");
      }
      case 4 -> {
        LocalDate date = LocalDate.of(1901, 1, 1).plusDays(random.nextInt(100_000));
        cell.setCellValue(date);
        cell.setCellStyle(day);
        return "TIME " + date;
      }
      case 5 -> {
        LocalDateTime at = LocalDateTime.of(1990, 1, 1, 0, 0).plusSeconds(random.nextInt(1_500_000_000));
        cell.setCellValue(at);
        cell.setCellStyle(time);
        return "TIME " + at.toLocalDate()
            + String.format(" %02d:%02d:%02d", at.getHour(), at.getMinute(), at.getSecond());
      }
      default -> {
        return "";
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int[] letters = LETTERS.codePoints().toArray();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
