package app.parcelle.engine.intake.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import app.parcelle.engine.intake.excel.SheetRow.Kind;
import app.parcelle.engine.intake.excel.Workbook.SheetReader;

/** The cells of a workbook as POI's own model has them, beside ours. */
final class PoiModel {
  /** A cell as we read it. */
  record Ours(Kind kind, String text) {}

  private PoiModel() {}

  /** Where both differ; null when POI cannot read the file. */
  static @org.jspecify.annotations.Nullable List<String> differences(Path file) throws IOException {
    try (org.apache.poi.ss.usermodel.Workbook theirs = WorkbookFactory.create(file.toFile(), null, true);
        Workbook ours = WorkbookFile.open(file)) {
      boolean from1904 = theirs instanceof XSSFWorkbook x
          ? x.isDate1904()
          : ((HSSFWorkbook) theirs).getInternalWorkbook().isUsing1904DateWindowing();
      List<String> differences = new ArrayList<>();
      for (int s = 0; s < ours.sheets().size(); s++) {
        org.apache.poi.ss.usermodel.Sheet sheet = theirs.getSheet(ours.sheets().get(s).name());
        if (sheet == null) {
          differences.add("no sheet " + ours.sheets().get(s).name());
          continue;
        }
        compare(cells(ours, s), sheet, from1904, differences);
      }
      return differences;
    } catch (BadWorkbook e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  static Map<String, Ours> cells(Workbook workbook, int sheet) throws IOException {
    Map<String, Ours> cells = new TreeMap<>();
    SheetRow row = new SheetRow();
    try (SheetReader reader = workbook.open(sheet)) {
      while (reader.next(row)) {
        for (int i = 0; i < row.cells; i++) {
          cells.put(place(row.number - 1, row.column(i)), new Ours(row.kind(i), row.text(i)));
        }
      }
    }
    return cells;
  }

  private static String place(int row, int column) {
    return new org.apache.poi.ss.util.CellReference(row, column).formatAsString();
  }

  private static void compare(Map<String, Ours> ours, org.apache.poi.ss.usermodel.Sheet sheet,
      boolean from1904,
      List<String> differences) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        String place = place(cell.getRowIndex(), cell.getColumnIndex());
        Ours mine = ours.remove(place);
        String what = difference(mine, cell, from1904);
        if (what != null) {
          differences.add(sheet.getSheetName() + "!" + place + " " + what + ", ours " + mine);
        }
      }
    }
    ours.forEach(
        (place, mine) -> differences.add(sheet.getSheetName() + "!" + place + " none, ours " + mine));
  }

  private static @org.jspecify.annotations.Nullable String difference(
      @org.jspecify.annotations.Nullable Ours mine, Cell cell, boolean from1904) {
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    return switch (type) {
      case STRING -> {
        String text = cell.getRichStringCellValue().getString();
        yield (text.isEmpty()
            ? mine == null
            : mine != null && mine.kind == Kind.TEXT && mine.text.equals(text)) ? null : "'" + text + "'";
      }
      case BOOLEAN -> same(mine, Kind.YES_NO, cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case ERROR -> same(mine, Kind.ERROR, FormulaError.forInt(cell.getErrorCellValue()).getString());
      case NUMERIC ->
        formula && mine == null && cell.getNumericCellValue() == 0 ? null : number(mine, cell, from1904);
      default -> mine == null ? null : type.toString();
    };
  }

  private static @org.jspecify.annotations.Nullable String same(@org.jspecify.annotations.Nullable Ours mine,
      Kind kind, String text) {
    return new Ours(kind, text).equals(mine) ? null : kind + " " + text;
  }

  private static @org.jspecify.annotations.Nullable String number(
      @org.jspecify.annotations.Nullable Ours mine, Cell cell, boolean from1904) {
    double number = cell.getNumericCellValue();
    boolean date = DateUtil.isCellDateFormatted(cell);
    String what = (date ? "date " : "number ") + number + " " + cell.getCellStyle().getDataFormatString();
    if (mine == null || (mine.kind != Kind.TIME && mine.kind != Kind.NUMBER)) {
      return what;
    }
    if (mine.kind == Kind.NUMBER) {
      return (!date || number < 0) && Double.parseDouble(mine.text) == number ? null : what;
    }
    return date && sameTime(mine.text, number, from1904) ? null : what;
  }

  private static boolean sameTime(String text, double number, boolean from1904) {
    if (!text.contains("-") || text.startsWith("-")) {
      // a time alone, or hours that go on beyond a day
      String[] parts = text.replace("-", "").split(":");
      double seconds = Integer.parseInt(parts[0]) * 3600.0 + Integer.parseInt(parts[1]) * 60
          + Double.parseDouble(parts[2]);
      return Math.abs(seconds - Math.abs(number) * 86_400) < 0.0006;
    }
    if (!from1904 && number < 61) {
      return text.startsWith("1900-");
    }
    LocalDateTime theirs = DateUtil.getLocalDateTime(number, from1904);
    LocalDateTime mine = text.length() == 10
        ? LocalDateTime.of(java.time.LocalDate.parse(text), LocalTime.MIDNIGHT)
        : LocalDateTime.parse(text.replace(' ', 'T'));
    return Math.abs(ChronoUnit.MILLIS.between(mine, theirs)) <= 1;
  }
}
