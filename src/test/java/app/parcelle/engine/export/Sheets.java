package app.parcelle.engine.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Texts;

/** Writes contents and reads them again. */
final class Sheets {
  static final Texts ENGLISH = new Texts(Locale.ENGLISH);
  static final Texts FRENCH = new Texts(Locale.FRENCH);

  private Sheets() {}

  static ExportReport write(WorkbookContent content, Path out) {
    return WorkbookExport.write(content, ENGLISH, ListSheets.ROWS, out, JobContext.silent());
  }

  static XSSFWorkbook read(Path file) throws Exception {
    return new XSSFWorkbook(OPCPackage.open(file.toFile(), PackageAccess.READ));
  }

  /** The texts of a column, below the header. */
  static List<String> texts(XSSFWorkbook book, String sheet, int column) {
    List<String> texts = new ArrayList<>();
    for (int row = 1; row <= book.getSheet(sheet).getLastRowNum(); row++) {
      texts.add(book.getSheet(sheet).getRow(row).getCell(column).getStringCellValue());
    }
    return texts;
  }
}
