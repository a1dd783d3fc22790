package app.parcelle.engine.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The keys of the customers in the list of a workbook: the first column of its first sheet. */
public final class WorkbookKeys {
  private WorkbookKeys() {}

  /** As POI reads them. */
  public static Set<String> byPoi(Path workbook) throws Exception {
    Set<String> keys = new TreeSet<>();
    try (XSSFWorkbook book = new XSSFWorkbook(OPCPackage.open(workbook.toFile(), PackageAccess.READ))) {
      for (Row row : book.getSheetAt(0)) {
        if (row.getRowNum() > 0) {
          keys.add(row.getCell(0).getStringCellValue());
        }
      }
    }
    return keys;
  }

  /**
   * As LibreOffice reads them.
   *
   * @param work an empty folder
   */
  public static Set<String> byLibreOffice(Path workbook, Path work) throws Exception {
    List<CsvRecord> rows;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(LibreOffice.csv(workbook, work))) {
      rows = reader.stream().skip(1).toList();
    }
    return new TreeSet<>(rows.stream().map(row -> row.getField(0)).toList());
  }
}
