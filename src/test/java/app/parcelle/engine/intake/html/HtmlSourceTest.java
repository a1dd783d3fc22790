package app.parcelle.engine.intake.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.IntakeResult.ReadColumn;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.message.Problem;

class HtmlSourceTest {
  private static final String EXPORT = """
      <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
      <meta http-equiv="Content-Type" content="text/html; charset=%s">
      <title>Export clients</title><style>td { color: red } table > tr {}</style></head>
      <body><!-- <table><tr><td>no --> <table border="1">
      <tr><th>Code</th><th>Nom</th><th>CA&nbsp;2024</th><th>Inscrit le</th></tr>
      <tr><td x:str>00012</td><td>Faÿ &amp; fils</td><td align=right>1&nbsp;234,50</td><td>02/01/2024</td></tr>
      <TR><TD>00013<TD>D&#39;Ang&eacute;lo<br>
         2e  ligne<TD>8,00<TD>
      <tr><td>00014</td><td><p>Évry</p> <b>Sud</b></td><td></td><td>05/01/2024</td></tr>
      </table><script>document.write("<table><tr><td>1<td>2<td>3<td>4<td>5</table>")</script></body></html>
      """;

  @TempDir
  Path folder;

  @Test
  void exportCalledAWorkbookIsReadAsTheTableItIs() throws IOException {
    for (Charset encoding : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_8)) {
      ReadBack back = read(EXPORT.formatted(encoding.name()).getBytes(encoding));
      assertEquals(List.of("Code", "Nom", "CA 2024", "Inscrit le"),
          back.result().columns().stream().map(ReadColumn::name).map(n -> n.replace('\u00A0', ' ')).toList());
      assertEquals(List.of(List.of("00012", "Faÿ & fils", "1234.50", "2024-01-02"),
          List.of("00013", "D'Angélo\n2e ligne", "8.00", "-"),
          List.of("00014", "Évry Sud", "-", "2024-01-05")), back.rows);
    }
  }

  @Test
  void encodingIsFoundWhereThePageDoesNotTell() throws IOException {
    String page = "<table><tr><td>Ville<td>CA<tr><td>Nîmes<td>1<tr><td>Évry<td>2</table>";
    for (String encoding : List.of("windows-1252", "UTF-8", "UTF-16")) {
      assertEquals(List.of("Nîmes", "Évry"), read(page.getBytes(Charset.forName(encoding))).values("Ville"));
    }
  }

  @Test
  void cellsOverSeveralColumnsAndRowsStandInTheFirst() {
    ReadBack back = ReadBack.of(SharedData.require("csv/messy/rowcolspan.html"));
    assertEquals(List.of(List.of("05", "06", "-", "08", "09"), List.of("15", "16", "17", "18", "19"),
        List.of("25", "26", "27", "-", "29"), List.of("-", "36", "-", "-", "39")), back.rows.subList(0, 4));
    assertEquals(List.of("-", "76", "77", "-", "79"), back.rows.get(7));
    assertEquals(List.of("85", "86", "-", "-", "89"), back.rows.get(8));
  }

  @Test
  void tableInsideATableOfTheLayoutIsRead() throws IOException {
    ReadBack back = read(("<table><tr><td><table><tr><th>Nom<th>CA<tr><td>Roux<td>1<tr><td>Faye<td>2</table>"
        + "</table>").getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("Roux", "Faye"), back.values("Nom"));
  }

  @Test
  void pageThatIsMoreThanItsTableIsRefused() {
    assertEquals("intake.html", refusal("<html><body><h1>Nos clients</h1><p>" + "Un long texte. ".repeat(9)
        + "<table><tr><td>Nom<td>CA<tr><td>Roux<td>1</table></body></html>"));
    assertEquals("intake.html", refusal("<html><body>Rien</body></html>"));
    assertEquals("intake.html", refusal("<html><table></table></html>"));
  }

  @Test
  void nothingInAPageMakesItEndless() throws IOException {
    String row = "<tr><td colspan=999999999 rowspan=99999>1<td>2";
    ReadBack wide = read(("<table><tr><td>a<td>b" + row.repeat(3)).getBytes(StandardCharsets.UTF_8));
    assertTrue(wide.result().columns().size() > 1_000);
    String deep = "<table><tr><td>".repeat(200_000);
    assertEquals("intake.html", refusal(deep));
    String openComment = "<html><table><tr><td>1<td>2<!--" + "-".repeat(1_000_000) + "<p>3";
    assertEquals(List.of(List.of("1", "2")), read(openComment.getBytes(StandardCharsets.UTF_8)).rows);
  }

  @Test
  void bytesThatWereChangedNeverCrash() throws IOException {
    byte[] page = EXPORT.formatted("UTF-8").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      byte[] changed = page.clone();
      for (int c = 0; c < 1 + random.nextInt(12); c++) {
        changed[8 + random.nextInt(changed.length - 8)] = (byte) "<>/&;\"'=-! a1".charAt(random.nextInt(13));
      }
      try {
        read(changed);
      } catch (Problem reason) {
        assertEquals("intake", reason.message().key().split("\\.")[0]);
      }
    }
  }

  private ReadBack read(byte[] page) throws IOException {
    return ReadBack.of(Files.write(folder.resolve("export.xls"), page));
  }

  private String refusal(String page) {
    return assertThrows(Problem.class, () -> read(page.getBytes(StandardCharsets.UTF_8))).message().key();
  }
}
