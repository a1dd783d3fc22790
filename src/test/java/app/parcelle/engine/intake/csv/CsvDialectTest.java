package app.parcelle.engine.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;

class CsvDialectTest {
  private static ImportPreview preview(Path file) {
    return CsvSource.preview(Sources.of(file, TextOptions.FOUND), ImportOptions.FOUND, ReadBack.PARIS,
        JobContext.silent());
  }

  private static char delimiter(String text) {
    return preview(TestFiles.of(text)).delimiter();
  }

  @Test
  void delimitersAreFound() {
    assertEquals(',', delimiter("a,b,c\n1,2,3\n4,5,6\n"));
    assertEquals(';', delimiter("prix;qté;nom\n1,5;2;x\n2,5;3;y, z\n"));
    assertEquals('\t', delimiter("a\tb\n1,5\t2,5\n3,5\t4,5\n"));
    assertEquals('|', delimiter("a|b\nx y|2\nz w|3\n"));
    assertEquals(',', delimiter("a,b\n\"x;y;z\",1\n\"u;v;w\",2\n"));
    assertEquals(',', delimiter("name\nAnna\nBob\n"));
  }

  @Test
  void apostrophesAroundFieldsAreQuotes() {
    ImportPreview preview = preview(TestFiles.of("id,'name'\n1,'Smith, John'\n2,'O''Neil, Ann'\n"));
    assertEquals('\'', preview.quote());
    assertEquals("O'Neil, Ann", preview.rows().get(1).get(1).text());
    assertEquals('"', preview(TestFiles.of("a,b\nO'Neil,l'an\nd'Or,x\n")).quote());
  }

  @Test
  void aFirstRecordWithNumbersIsNoHeader() {
    assertTrue(preview(TestFiles.of("id,name\n1,a\n")).header());
    ImportPreview without = preview(TestFiles.of("1,null,0\n2,0,0\n"));
    assertFalse(without.header());
    assertEquals(List.of("Column 1", "Column 2", "Column 3"),
        without.columns().stream().map(c -> c.name()).toList());
    assertEquals(2, without.estimatedRows());
  }

  @Test
  void encodingsGiveTheSameCells() {
    String text = "nom;prénom\nÉlise;Zoë\nŒuvre;naïf\n";
    List<List<String>> expected = List.of(List.of("Élise", "Zoë"), List.of("Œuvre", "naïf"));
    for (Charset encoding : List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1252"))) {
      for (String mark : encoding.name().startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
        Path file = TestFiles.of((mark + text).getBytes(encoding));
        assertEquals(expected, ReadBack.of(file).rows, encoding + " " + mark.length());
        assertEquals(expected, ReadBack.of(file, ReadBack.encoding(encoding)).rows);
        assertEquals("nom", preview(file).columns().getFirst().name());
      }
    }
  }

  @Test
  void gzipIsUnpackedAlsoInSeveralMembers() {
    byte[] first = TestFiles.gzip(ReadBack.utf8("a,b\n1,2\n"));
    byte[] second = TestFiles.gzip(ReadBack.utf8("3,4\n"));
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    assertEquals(List.of(List.of("1", "2"), List.of("3", "4")),
        ReadBack.of(TestFiles.of(both, ".csv.gz")).rows);
  }

  @Test
  void lineEndsMayBeMixed() {
    assertEquals(List.of(List.of("1", "2"), List.of("3", "4"), List.of("5", "6")),
        ReadBack.of("a,b\r1,2\r\n\n3,4\n\r\n5,6").rows);
  }

  @Test
  void previewShowsRawLinesAndCells() {
    ImportPreview preview = preview(TestFiles.of("a;b\n1;\n2;x\n\n3;\"y\nz\"\n"));
    assertEquals(List.of("a;b", "1;", "2;x", "", "3;\"y", "z\""), preview.raw());
    assertTrue(preview.rows().get(0).get(1).missing());
    assertEquals("y\nz", preview.rows().get(2).get(1).text());
    assertEquals(1, preview.columns().get(1).missing());
  }
}
