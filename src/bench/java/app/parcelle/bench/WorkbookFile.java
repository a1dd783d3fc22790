package app.parcelle.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Random;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A workbook of orders in 12 columns, the same for the same number of rows: five texts (of which two seldom repeat), two
 * days, four numbers, one yes or no. Its texts are shared, as Excel writes them.
 */
final class WorkbookFile {
  static final int COLUMNS = 12;
  private static final String[] NAMES = {"order", "customer", "ordered at", "delivered on", "product",
      "quantity",
      "unit price", "amount", "discount", "channel", "country", "paid"};
  private static final String[] CHANNELS = {"web", "shop", "mobile", "phone"};
  private static final String[] COUNTRIES = {"France", "Belgique", "Deutschland", "España", "Italia",
      "United Kingdom", "Suisse", "Portugal", "Österreich", "Luxembourg"};

  private WorkbookFile() {}

  /** The file in the folder for temporary files, written when it is not there yet. */
  static Path of(int rows) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "parcelle-bench", "orders-" + rows + ".xlsx");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
          OutputStream out = Files.newOutputStream(part)) {
        write(workbook, rows);
        workbook.write(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static void write(SXSSFWorkbook workbook, int rows) {
    CellStyle day = style(workbook, "dd/mm/yyyy");
    CellStyle time = style(workbook, "dd/mm/yyyy hh:mm");
    CellStyle percent = style(workbook, "0.0%");
    SXSSFSheet sheet = workbook.createSheet("Orders");
    Row header = sheet.createRow(0);
    for (int c = 0; c < COLUMNS; c++) {
      header.createCell(c).setCellValue(NAMES[c]);
    }
    Random random = new Random(42);
    LocalDateTime first = LocalDateTime.of(2022, 1, 1, 0, 0);
    for (int r = 1; r <= rows; r++) {
      Row row = sheet.createRow(r);
      int customer = random.nextInt(Math.max(1, rows / 10));
      LocalDateTime at = first.plusMinutes((long) (r * (3 * 365.0 * 1440 / rows)));
      int quantity = 1 + random.nextInt(9);
      int cents = 99 + random.nextInt(20_000);
      row.createCell(0).setCellValue("O" + (10_000_000 + r));
      row.createCell(1).setCellValue("C" + (1_000_000 + customer));
      date(row.createCell(2), at, time);
      date(row.createCell(3), at.plusDays(1 + random.nextInt(10)).toLocalDate().atStartOfDay(), day);
      row.createCell(4).setCellValue("Product <" + random.nextInt(5_000) + "> & co");
      row.createCell(5).setCellValue(quantity);
      row.createCell(6).setCellValue(cents / 100.0);
      row.createCell(7).setCellValue(quantity * cents / 100.0);
      Cell discount = row.createCell(8);
      discount.setCellValue(random.nextInt(40) / 200.0);
      discount.setCellStyle(percent);
      row.createCell(9).setCellValue(CHANNELS[random.nextInt(CHANNELS.length)]);
      row.createCell(10).setCellValue(COUNTRIES[customer % COUNTRIES.length]);
      row.createCell(11).setCellValue(random.nextInt(20) > 0);
    }
  }

  private static CellStyle style(SXSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static void date(Cell cell, LocalDateTime value, CellStyle style) {
    cell.setCellValue(value);
    cell.setCellStyle(style);
  }
}
