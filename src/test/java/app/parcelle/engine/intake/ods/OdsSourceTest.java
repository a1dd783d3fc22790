package app.parcelle.engine.intake.ods;

import static app.parcelle.engine.intake.ods.OdsFiles.TYPE;
import static app.parcelle.engine.intake.ods.OdsFiles.cell;
import static app.parcelle.engine.intake.ods.OdsFiles.content;
import static app.parcelle.engine.intake.ods.OdsFiles.number;
import static app.parcelle.engine.intake.ods.OdsFiles.ods;
import static app.parcelle.engine.intake.ods.OdsFiles.row;
import static app.parcelle.engine.intake.ods.OdsFiles.sheet;
import static app.parcelle.engine.intake.ods.OdsFiles.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.csv.TestFiles;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.intake.source.Zips;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.table.ColumnType;

class OdsSourceTest {
  private static ReadBack read(byte[] ods, @Nullable String part) {
    return ReadBack.of(TestFiles.of(ods, ".ods"),
        ImportOptions.FOUND.withText(TextOptions.FOUND.withPart(part)));
  }

  private static ReadBack read(String sheets) {
    return read(ods(sheets), null);
  }

  private static Message refusal(byte[] ods) {
    Message said = assertThrows(Problem.class, () -> read(ods, null)).message();
    assertFalse(new Texts(Locale.FRENCH).text(said).isBlank());
    return said;
  }

  private static List<String> names(ReadBack read) {
    return read.result().columns().stream().map(c -> c.name()).toList();
  }

  @ParameterizedTest
  @CsvSource({"simple.ods,3", "loffice-4.4.1.2.ods,3", "blank_line.ods,3"})
  void publishedFiles(String name, int rows) {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/" + name));
    assertEquals(List.of("Name", "Age", "When"), names(read));
    assertEquals(rows, read.rows.size());
    assertEquals(List.of("Bob", "20", "2010-10-10"), read.rows.getFirst());
    assertEquals(List.of("Ian", "34", "2015-11-11"), read.rows.getLast());
    assertEquals(List.of(), read.rejects);
    assertEquals(ColumnType.DATE, read.column("When").type());
  }

  @Test
  void publishedFileOfAllKindsOfCells() {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/ods_formats.ods"));
    assertEquals(List.of("Date", "Time", "Boolean", "Float", "Currency", "Percentage", "Int", "Scientific",
        "Fractions", "Text"), names(read));
    assertEquals(List.of("2014-11-11", "11:12:12", "yes", "11.11", "1", "2"),
        read.rows.getFirst().subList(0, 6));
  }

  @Test
  void publishedLargeFile() throws IOException {
    Path file = SharedData.require("csv/messy/large.ods");
    try (TextSource source = Sources.of(file, TextOptions.FOUND)) {
      assertEquals("2007-08", source.parts().getFirst());
      assertTrue(source.parts().contains(String.valueOf(source.part())));
      ReadBack read = ReadBack.of(source, ImportOptions.FOUND);
      assertEquals(
          List.of("Financial Year", "Financial Quarter", "Force Name", "Offence Code", "Number of Offences"),
          names(read));
      assertEquals(0, read.rejects.size());
    }
  }

  @Test
  void valuesAndNotHowTheyLook() {
    ReadBack read = read(sheet("a", row(text("n"), text("p"), text("c"), text("d"), text("t"), text("h"),
        text("b"),
        text("s"), text("zip"))
        + row(number("1234.5"), cell("percentage", "value", "0.125", "12,5 %"),
            cell("currency", "value", "12.5", "12,50 €"),
            cell("date", "date-value", "2026-10-31", "31/10/26"),
            cell("date", "date-value", "2026-10-31T18:00:00", "31/10/26 18:00"),
            cell("time", "time-value", "PT08H05M09S", "08:05"),
            cell("boolean", "boolean-value", "true", "VRAI"),
            text("a"), cell("float", "value", "1000", "01000"))
        + row(number("1E-3"), cell("percentage", "value", "1", "100 %"),
            cell("currency", "value", "1", "1 €"),
            cell("date", "date-value", "2026-11-01", "01/11/26"),
            cell("date", "date-value", "2026-10-31T18:00:00.250000000", "31/10/26 18:00"),
            cell("time", "time-value", "PT26H00M00.5S", "26:00"),
            cell("boolean", "boolean-value", "false", "FAUX"),
            "<table:table-cell office:value-type='string' office:string-value='held'><text:p>shown</text:p></table:table-cell>",
            cell("float", "value", "75001", "75001"))));
    assertEquals(List.of("1234.500", "0.001"), read.values("n"));
    assertEquals(List.of("0.125", "1.000"), read.values("p"));
    assertEquals(List.of("12.5", "1.0"), read.values("c"));
    assertEquals(List.of("2026-10-31", "2026-11-01"), read.values("d"));
    assertEquals(List.of("2026-10-31T17:00:00Z", "2026-10-31T17:00:00.250Z"), read.values("t"));
    assertEquals(List.of("08:05:09", "26:00:00.500"), read.values("h"));
    assertEquals(List.of("yes", "no"), read.values("b"));
    assertEquals(List.of("a", "held"), read.values("s"));
    assertEquals(List.of("01000", "75001"), read.values("zip"));
  }

  @Test
  void textsKeepTheirLinesAndBlanksAndNotTheirNotes() {
    ReadBack read = read(sheet("a", row(text("t"), text("n"))
        + row(
            "<table:table-cell office:value-type='string'><office:annotation><text:p>who wrote it</text:p></office:annotation>"
                + "<text:p>two\n   words<text:s text:c='3'/><text:span>and <text:a>a link</text:a></text:span></text:p>"
                + "<text:p>tab<text:tab/>end<text:line-break/>next<text:note><text:p>no</text:p></text:note> &amp; &#233;</text:p>"
                + "</table:table-cell>",
            number("1"))));
    assertEquals(List.of("two words   and a link\ntab\tend\nnext & é"), read.values("t"));
  }

  @Test
  void publishedCellOfSeveralLines() {
    ImportOptions noHeader = ImportOptions.FOUND.withText(TextOptions.FOUND.withHeaderRows(0));
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/multilineods.ods"), noHeader);
    assertEquals(List.of(List.of("1\n2\n3\n4")), read.rows);
  }

  @Test
  void theTableIsFoundBelowTitlesAndBesideEmptyColumns() {
    String empty = "<table:table-cell table:number-columns-repeated='2'/>";
    ReadBack read = read(sheet("a", row(text("Sales of October")) + row()
        + row(empty, text("product"), text("sold"), text("on"))
        + row(empty, text("pen"), number("2"), cell("date", "date-value", "2026-10-01", "x"))
        + "<table:table-row table:number-rows-repeated='3'>" + empty + "</table:table-row>"
        + row(empty, text("ink"), number("3"), cell("date", "date-value", "2026-10-02", "x"))
        + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"));
    assertEquals(List.of("product", "sold", "on"), names(read));
    assertEquals(List.of(List.of("pen", "2", "2026-10-01"), List.of("ink", "3", "2026-10-02")), read.rows);
    assertEquals(List.of(4L, 8L), read.lines);
  }

  @Test
  void mergedCellsHoldTheirValueOnce() {
    String merged = "<table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='2' office:value-type='string'>"
        + "<text:p>both</text:p></table:table-cell><table:covered-table-cell/>";
    String below = "<table:covered-table-cell table:number-columns-repeated='2' office:value-type='string'><text:p>hidden</text:p></table:covered-table-cell>";
    ReadBack read = read(
        sheet("a", row(text("a"), text("b"), text("c")) + row(merged, number("1")) + row(below, number("2"))
            + row(text("x"), text("y"), number("3"))));
    assertEquals(List.of(List.of("both", "-", "1"), List.of("-", "-", "2"), List.of("x", "y", "3")),
        read.rows);
  }

  @Test
  void repeatedCellsAndRowsAreAsManyAsTheyStandFor() {
    String row = "<table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='2' "
        + "office:value-type='float' office:value='7'><text:p>7</text:p></table:table-cell>" + text("z")
        + "</table:table-row>";
    ReadBack read = read(sheet("a", "<table:table-header-rows>" + row(text("a"), text("b"), text("c"))
        + "</table:table-header-rows><table:table-row-group>" + row + "</table:table-row-group>"));
    assertEquals(List.of(List.of("7", "7", "z"), List.of("7", "7", "z"), List.of("7", "7", "z")), read.rows);
    assertEquals(List.of(2L, 3L, 4L), read.lines);
  }

  @Test
  void sheetsAreParts() throws IOException {
    byte[] ods = ods("<table:tracked-changes><table:table-cell/></table:tracked-changes>"
        + sheet("cover", row(text("Read me")))
        + sheet("data", row(text("a")) + row(number("1")) + row(number("2")))
        + "<table:table table:name='secret' table:style-name='ta2'>" + row(text("h")) + row(number("1"))
            .repeat(9)
        + "</table:table>" + "<table:named-expressions/>");
    try (TextSource source = Sources.of(TestFiles.of(ods, ".ods"), TextOptions.FOUND)) {
      assertEquals(List.of("cover", "data", "secret"), source.parts());
      assertEquals("data", source.part());
      assertEquals("data", source.tableName());
    }
    assertEquals(9, read(ods, "secret").rows.size());
    assertEquals("intake.excel.no-such-sheet",
        assertThrows(Problem.class, () -> read(ods, "none")).message().key());
  }

  @Test
  void aFlatFileIsReadAsAPackage() {
    String flat = content(sheet("a", row(text("k"), text("v")) + row(text("x"), number("1"))))
        .replace("office:document-content", "office:document")
        .replace("xmlns:office='o'",
            "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' office:mimetype='" + TYPE + "'");
    assertEquals(List.of(List.of("x", "1")), read(flat.getBytes(UTF_8), null).rows);
  }

  @Test
  void encryptedFilesAreRefused() {
    byte[] old = new Zips().with("mimetype", TYPE)
        .with("META-INF/manifest.xml",
            "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>")
        .with("content.xml", "\1\2\3")
        .bytes();
    assertEquals("intake.encrypted", refusal(old).key());
    assertEquals("intake.encrypted",
        refusal(new Zips().with("mimetype", TYPE).with("encrypted-package", "\1\2\3").bytes()).key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<table:table-row table:number-rows-repeated='9999999'>CELLS</table:table-row>",
      "<table:table-row table:number-rows-repeated='16000000'>CELLS</table:table-row>",
      "<table:table-row table:number-rows-repeated='16777216'/>ROW"})
  void repeatedRowsAreBounded(String rows) {
    String cells = "<table:table-cell table:number-columns-repeated='16384' office:value-type='string'><text:p>boom</text:p></table:table-cell>";
    String sheet = rows.replace("CELLS", cells).replace("ROW", row(text("far")));
    assertEquals("intake.excel.bomb", refusal(ods(sheet("a", row(text("a"), text("b")) + sheet))).key());
  }

  @Test
  void repeatedCellsAreBounded() {
    String cells = "<table:table-cell table:number-columns-repeated='16384' office:value-type='string'><text:p>boom</text:p></table:table-cell>";
    assertEquals("intake.excel.bomb", refusal(ods(sheet("a", row(cells).repeat(5_000)))).key());
    String wide = "<table:table-cell table:number-columns-repeated='16384'/>";
    assertEquals("intake.excel.damaged", refusal(ods(sheet("a", row(wide, text("far"))))).key());
    assertEquals(1, read(sheet("a", row(text("a")) + row(
        "<table:table-cell office:value-type='string'><text:p>x<text:s text:c='999999999'/></text:p></table:table-cell>")
        + row(text("y")))).rejects.size());
  }

  @Test
  void definitionsAndDamageAreRefused() {
    byte[] entity = new Zips().with("mimetype", TYPE)
        .with("content.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
            + content(sheet("a", row(text("&b;")))).substring(38))
        .bytes();
    assertEquals("intake.excel.bomb", refusal(entity).key());
    assertEquals("intake.excel.damaged", refusal(ods(sheet("a", row(text("&b;"))))).key());
    assertEquals("intake.damaged-gzip", refusal(new Zips().with("mimetype", TYPE).bytes()).key());
    byte[] none = new Zips().with("mimetype", TYPE).with("content.xml", "<office:document-content/>").bytes();
    assertEquals("intake.excel.damaged", refusal(none).key());
    assertEquals("intake.excel.no-data", refusal(ods(sheet("a", row()))).key());
    String whole = content(sheet("a", row(text("a")) + row(number("1")) + row(number("2"))));
    for (int length = 0; length < whole.length() - 80; length += 7) {
      byte[] cut = new Zips().with("mimetype", TYPE).with("content.xml", whole.substring(0, length)).bytes();
      assertTrue(refusal(cut).key().startsWith("intake."));
    }
  }

  @Test
  void deepNestingIsNoDanger() {
    String deep = "<text:span>".repeat(100_000) + "x" + "</text:span>".repeat(100_000);
    ReadBack read = read(sheet("a", row(text("a"), text("b")) + row(text(deep), number("1"))
        + "<table:shapes>" + "<draw>".repeat(100_000) + "</draw>".repeat(100_000) + "</table:shapes>"));
    assertEquals(List.of("x"), read.values("a"));
  }
}
