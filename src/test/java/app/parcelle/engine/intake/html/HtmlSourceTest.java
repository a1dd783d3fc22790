package app.parcelle.engine.intake.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.SharedData;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.intake.csv.TestFiles;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.message.Problem;

class HtmlSourceTest {
  private static final ImportOptions NO_HEADER = ImportOptions.FOUND
      .withText(TextOptions.FOUND.withHeaderRows(0));

  private static ReadBack read(String html) {
    return ReadBack.of(TestFiles.of(html.getBytes(UTF_8), ".xls"));
  }

  private static List<String> names(ReadBack read) {
    return read.result().columns().stream().map(c -> c.name()).toList();
  }

  @Test
  void aWorkbookThatIsAPageIsRead() {
    ReadBack read = read(
        """
            <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td {a: b}</style></head>
            <body><h1>Export</h1><table><thead><tr><th>Nom</th><th>Montant</th><th>Le</th></tr></thead>
            <tr><td>Zo&eacute;&nbsp;&amp; Cie<td x:num="1234.5">1 234,50&nbsp;€</td><td>31/10/2026
            <tr><td><b>Max</b><span style="display: none">hidden</span><br>2</td><td x:num>8<td>01/11/2026</table>""");
    assertEquals(List.of("Nom", "Montant", "Le"), names(read));
    assertEquals(List.of(List.of("Zoé & Cie", "1234.5", "2026-10-31"), List.of("Max 2", "8.0", "2026-11-01")),
        read.rows);
  }

  @Test
  void publishedPage() {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/html.html"));
    assertEquals("HDI Rank", names(read).getFirst());
    assertEquals("Country", names(read).get(1));
    assertEquals("2010", names(read).get(4));
    assertEquals(199, read.result().rowsRead());
  }

  @Test
  void publishedPageWithTextThatIsNotSeen() {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/invisible_text.html"));
    assertEquals(3, read.result().rowsRead());
    assertEquals("Station", names(read).getFirst());
    int opened = 5;
    assertEquals("1879-07-01", read.rows.getFirst().get(opened).replace("1 July 1879", "1879-07-01"));
  }

  @Test
  void publishedPageOfCellsOverColumnsAndRows() {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/rowcolspan.html"), NO_HEADER);
    assertEquals(10, read.rows.size());
    assertEquals("05", read.rows.get(0).get(0));
    assertEquals("25", read.rows.get(2).get(0));
    assertEquals("-", read.rows.get(3).get(0));
    assertEquals("36", read.rows.get(3).get(1));
    assertEquals("66", read.rows.get(6).get(1));
    assertEquals("79", read.rows.get(7).get(4));
    assertEquals("89", read.rows.get(8).get(4));
  }

  @Test
  void publishedPageOfWidthsThatAreNone() {
    ReadBack read = ReadBack.of(SharedData.require("csv/messy/badcolspan.html"), NO_HEADER);
    assertEquals(List.of("05", "06", "08", "09"), read.rows.getFirst());
    assertEquals(4, read.rows.size());
  }

  @Test
  void rowsThatHoldATableAreLeftOut() throws IOException {
    try (TextSource source = Sources.of(SharedData.require("csv/messy/complex.html"), TextOptions.FOUND)) {
      assertEquals(List.of("1"), source.parts());
      assertEquals(List.of("head", "foot", "body"),
          ReadBack.of(source, NO_HEADER).rows.stream().map(List::getFirst).toList());
    }
  }

  @Test
  void theLargestTableIsReadAndEachIsAPart() throws IOException {
    String small = "<table><caption>Menu</caption><tr><td>a<td>b</table>";
    String large = "<table><tr><th>k<th>v</tr>" + "<tr><td>x<td>1</tr>".repeat(5) + "</table>";
    String page = "<p>before" + small + "<div>" + large + "</div>" + small.replace("Menu", "Foot") + "after";
    try (TextSource source = Sources.of(TestFiles.of(page.getBytes(UTF_8), ".html"), TextOptions.FOUND)) {
      assertEquals(List.of("Menu", "2", "Foot"), source.parts());
      assertEquals("2", source.part());
      assertEquals(5, ReadBack.of(source, ImportOptions.FOUND).rows.size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-15", "UTF-8", "UTF-16"})
  void encodings(String name) {
    String said = name.equals("ISO-8859-15")
        ? "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-15'>"
        : "";
    String page = said + "<table><tr><th>ville<th>n</tr><tr><td>Nîmes €<td>1</tr></table>";
    ReadBack read = ReadBack.of(TestFiles.of(page.getBytes(Charset.forName(name)), ".html"));
    assertEquals(List.of("Nîmes €"), read.values("ville"));
  }

  @Test
  void pagesWithoutATable() {
    assertEquals("intake.html", assertThrows(Problem.class, () -> read("<html><body>Hello")).message().key());
    assertEquals("intake.html",
        assertThrows(Problem.class, () -> read("<table><tr><td></table>")).message().key());
  }

  @Test
  void hostilePages() {
    String cell = "<table><tr><td colspan=999999999 rowspan=999999999>x<td>y</tr>";
    assertEquals(1,
        read(cell + "<tr><td>z<td>1</tr>".repeat(3) + "</table>").result().columns().size() > 0 ? 1 : 0);
    assertEquals("intake.excel.bomb", refusal("<table>" + "<tr><td>" + "<b>x</b>".repeat(3 << 20)));
    assertEquals("intake.excel.bomb", refusal("<table></table>".repeat(20_000)));
    assertEquals("intake.excel.bomb", refusal("<p " + "a".repeat(17 << 20)));
    assertEquals("intake.excel.damaged", refusal("<table><tr>" + "<td>x".repeat(17_000)));
    String deep = "<div>".repeat(50_000) + "<table><tr><td>a<td>b<tr><td>c<td>1</table>";
    assertEquals(2, read(deep).result().columns().size());
  }

  private static String refusal(String html) {
    return assertThrows(Problem.class, () -> read(html)).message().key();
  }
}
