package app.parcelle.engine.intake.excel;

import static app.parcelle.engine.intake.excel.Books.lines;
import static app.parcelle.engine.intake.excel.Books.refusal;
import static app.parcelle.engine.intake.excel.Books.row;
import static app.parcelle.engine.intake.excel.Books.sheet;
import static app.parcelle.engine.intake.excel.Books.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Problem;

/** Workbooks that are damaged, or made to do harm, are refused with a reason. */
class HostileWorkbookTest {
  @Test
  void sheetThatUnpacksToFarMoreThanItIsIsRefused() throws IOException {
    Path file = Books.place("bomb.xlsx");
    Path usual = sheet("<row><c><v>1</v></c></row></sheetData>");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file));
        java.util.zip.ZipFile parts = new java.util.zip.ZipFile(usual.toFile())) {
      for (ZipEntry part : java.util.Collections.list(parts.entries())) {
        out.putNextEntry(new ZipEntry(part.getName()));
        if (part.getName().endsWith("sheet1.xml")) {
          out.write("<worksheet><sheetData><row><c><v>1</v></c></row>"
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          byte[] blanks = new byte[1 << 20];
          Arrays.fill(blanks, (byte) ' ');
          for (int i = 0; i < 100; i++) {
            out.write(blanks);
          }
        } else {
          parts.getInputStream(part).transferTo(out);
        }
        out.closeEntry();
      }
    }
    assertEquals("intake.excel.bomb", refusal(file));
  }

  @Test
  void definitionsOfADocumentsOwnAreRefused() {
    assertEquals("intake.excel.bomb", refusal(zip(Map.of("xl/worksheets/sheet1.xml",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet><sheetData><row><c t='str'><v>&a;</v></c></row></sheetData></worksheet>"))));
    assertEquals("intake.excel.bomb", refusal(zip(Map.of("xl/workbook.xml",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><workbook/>"))));
  }

  @Test
  void referenceToAnEntityThatIsNotOfXmlIsDamage() {
    assertEquals("intake.excel.damaged", refusal(sheet("<row><c t='str'><v>&a;</v></c></row></sheetData>")));
  }

  @Test
  void placesOutsideOfASheetAreDamage() {
    assertEquals("intake.excel.damaged",
        refusal(sheet("<row r='1048577'><c><v>1</v></c></row></sheetData>")));
    assertEquals("intake.excel.damaged",
        refusal(sheet("<row r='99999999999'><c><v>1</v></c></row></sheetData>")));
    assertEquals("intake.excel.damaged", refusal(sheet("<row><c r='XFE1'><v>1</v></c></row></sheetData>")));
  }

  @Test
  void lastCellOfASheetIsRead() {
    List<String> lines = lines(sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>"));
    assertEquals(1_048_576, lines.size());
    assertEquals("1", lines.getLast());
  }

  @Test
  void sheetThatEndsTooEarlyIsDamage() {
    assertEquals("intake.excel.damaged", refusal(sheet("<row><c><v>1</v></c>")));
    assertEquals("intake.excel.damaged", refusal(sheet("<row><c><v>1")));
    assertEquals("intake.excel.damaged", refusal(zip(Map.of("xl/worksheets/sheet1.xml", ""))));
  }

  @Test
  void textThatIsNotThereIsDamage() {
    assertEquals("intake.excel.damaged", refusal(sheet("<row><c t='s'><v>0</v></c></row></sheetData>")));
  }

  @Test
  void relationsThatGoInCirclesOrOutsideEndNowhere() {
    assertEquals("intake.excel.no-data", refusal(zip(Map.of("xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r0' Type='x/worksheet' Target='../../../../etc/passwd'/></Relationships>"))));
    assertEquals("intake.excel.damaged", refusal(zip(Map.of("xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='r0' Type='x/worksheet' Target='workbook.xml'/></Relationships>"))));
  }

  @Test
  void documentOfAnotherProgramIsRefused() {
    assertEquals("intake.excel.another",
        refusal(zip(Map.of("xl/workbook.xml", "<document><body/></document>"))));
  }

  @Test
  void passwordIsAskedForInWords() throws Exception {
    Path file = Books.place("secret.xlsx");
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        Files.copy(Books.xlsx(workbook -> row(workbook.createSheet("S"), 0, 0, "a")), out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        files.writeFilesystem(out);
      }
    }
    assertEquals("intake.excel.encrypted", refusal(file));
  }

  /** Whatever stands in the bytes, there is a reason or a table; no other exception, and an end. */
  @Test
  void bytesThatWereChangedNeverCrash() throws IOException {
    List<Path> files = List.of(Books.xls(w -> full(w)), Books.xlsx(w -> full(w)));
    Random random = new Random(7);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 300; i++) {
        byte[] changed = i % 10 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        for (int c = 0; c < 1 + random.nextInt(8) && changed.length > 0; c++) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        Path broken = Files.write(Books.place("broken" + i), changed);
        try {
          lines(broken);
        } catch (Problem reason) {
          assertEquals("intake", reason.message().key().split("\\.")[0]);
        }
        Files.delete(broken);
      }
    }
  }

  private static void full(org.apache.poi.ss.usermodel.Workbook workbook) {
    for (String name : List.of("One", "Two")) {
      for (int r = 0; r < 40; r++) {
        row(workbook.createSheet(name + r), 0, 0, "text " + r, r, r / 7.0, r % 2 == 0).createCell(9)
            .setCellFormula("A1&\"x\"");
      }
    }
  }
}
