package app.parcelle.engine.intake.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Workbooks of a test, removed when the tests end, and what is read of them. */
final class Books {
  private Books() {}

  static Path xlsx(Consumer<Workbook> content) {
    return written(new XSSFWorkbook(), content, "test.xlsx");
  }

  static Path xls(Consumer<Workbook> content) {
    return written(new HSSFWorkbook(), content, "test.xls");
  }

  private static Path written(Workbook workbook, Consumer<Workbook> content, String name) {
    Path file = place(name);
    try (workbook; OutputStream out = Files.newOutputStream(file)) {
      content.accept(workbook);
      workbook.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of that name in a folder of its own. */
  static Path place(String name) {
    try {
      Path folder = Files.createTempDirectory("parcelle");
      Path file = folder.resolve(name);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A workbook of one sheet, as the XML of its {@code sheetData} and what stands behind. */
  static Path sheet(String xml) {
    return zip(Map.of("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + xml + "</worksheet>"));
  }

  /** A workbook made of given parts; those it needs and that are not given are the usual ones. */
  static Path zip(Map<String, String> parts) {
    Map<String, String> all = new java.util.TreeMap<>(Map.of("[Content_Types].xml", "<Types/>", "_rels/.rels",
        relations("officeDocument", "xl/workbook.xml"), "xl/workbook.xml",
        "<workbook><sheets><sheet name='S' r:id='r0'/></sheets></workbook>", "xl/_rels/workbook.xml.rels",
        relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml", "styles",
            "styles.xml")));
    all.putAll(parts);
    Path file = place("made.xlsx");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Pairs of type and target, whose references are {@code r0}, {@code r1} and so on. */
  private static String relations(String... pairs) {
    StringBuilder xml = new StringBuilder("<Relationships>");
    for (int i = 0; i < pairs.length; i += 2) {
      xml.append("<Relationship Id='r")
          .append(i / 2)
          .append("' Type='http://x/")
          .append(pairs[i])
          .append("' Target='")
          .append(pairs[i + 1])
          .append("'/>");
    }
    return xml.append("</Relationships>").toString();
  }

  /** Puts values into a row from a column on; null leaves a cell out. */
  static Row row(Sheet sheet, int row, int column, Object... values) {
    Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        put(line.createCell(column + i), values[i]);
      }
    }
    return line;
  }

  private static void put(Cell cell, Object value) {
    switch (value) {
      case String text -> cell.setCellValue(text);
      case Boolean yes -> cell.setCellValue(yes);
      case Number number -> cell.setCellValue(number.doubleValue());
      default -> throw new IllegalArgumentException(value.toString());
    }
  }

  static void merge(Sheet sheet, String range) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(range));
  }

  static List<String> lines(Path file) {
    return lines(file, TextOptions.FOUND);
  }

  /** The records of a file as they are written, one for each row of the sheet. */
  static List<String> lines(Path file, TextOptions said) {
    return look(file, said).lines();
  }

  static Looked look(Path file, TextOptions said) {
    try (TextSource source = Sources.of(file, said)) {
      String text;
      try (TextSource.Reading reading = source.open()) {
        text = new String(reading.text().readAllBytes(), UTF_8);
      }
      return new Looked(new ArrayList<>(text.lines().toList()), source.parts(), source.part(),
          source.tableName(),
          source.notes(), source.header());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a source says of itself, after it was read. */
  record Looked(List<String> lines, List<String> parts, String part, String tableName, List<Message> notes,
      Boolean header) {}

  /** The key of the message with which a file is refused. */
  static String refusal(Path file) {
    return org.junit.jupiter.api.Assertions.assertThrows(Problem.class, () -> lines(file)).message().key();
  }
}
