package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.export.PersonaPdf.Layout;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class PersonaPdfTest {
  private static final Texts FRENCH = new Texts(Locale.FRENCH);

  @TempDir
  Path folder;

  @Test
  void cardSaysWhatThePersonaIs() throws IOException {
    String text = text(write(Layout.FOUR, List.of(persona(1, "Œuvre d’été à 12\u202f€"))));
    for (String part : List.of("Œuvre d’été à 12\u202f€", "1\u202f234 clients", "dépensent 3,2 fois plus",
        "Panier moyen", "Récence", "12 (ensemble\u202f: 92)", "Choyez-les", "page 1 sur 1")) {
      assertTrue(text.contains(part), () -> part + " is not in " + text);
    }
  }

  @Test
  void fourCardsOrOneAPage() throws IOException {
    List<PersonaPage> five = IntStream.rangeClosed(1, 5).mapToObj(i -> persona(i, "Profil " + i)).toList();
    try (PDDocument four = open(write(Layout.FOUR, five)); PDDocument one = open(write(Layout.ONE, five))) {
      assertEquals(2, four.getNumberOfPages());
      assertEquals(5, one.getNumberOfPages());
    }
  }

  @Test
  void otherScriptsAndControlCharactersAreDrawnAsBoxes() throws IOException {
    String text = text(write(Layout.FOUR, List.of(persona(1, "顧客 😀\tКлиент\nΠελάτης\u0007\u200f\ud800"))));
    assertTrue(text.contains("□□ □ Клиент Πελάτης"), text);
  }

  @Test
  void wordsOfAnyLengthStayOnTheCard() throws IOException {
    String word = "anticonstitutionnellement".repeat(40);
    PersonaPage page = new PersonaPage(9, word, (word + " ").repeat(5), "mot ".repeat(900), 0, 0,
        new PersonaPage.Money(1e15, Double.NaN, Double.NaN),
        IntStream.range(0, 30).mapToObj(i -> new PersonaPage.Bar(word, word, word, i - 15)).toList());
    assertTrue(text(write(Layout.ONE, List.of(page))).contains("…"));
    text(write(Layout.ONE, List.of(new PersonaPage(1, "", "", "", 0, 0, null, List.of()))));
  }

  @Test
  void typefaceIsEmbedded() throws IOException {
    try (PDDocument document = open(write(Layout.FOUR, List.of(persona(1, "Profil"))))) {
      PDPage page = document.getPage(0);
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertTrue(font.isEmbedded());
        assertTrue(font.getName().endsWith("LiberationSans"), font::getName);
      }
    }
  }

  @Test
  void withoutPersonasNothingIsWritten() throws IOException {
    Problem problem = assertThrows(Problem.class, () -> write(Layout.FOUR, List.of()));
    assertEquals(Message.of("export.problem.noPersona"), problem.message());
    assertEquals(List.of(), files());
  }

  @Test
  void cancelledDocumentLeavesWhatWasThere() throws IOException {
    Path out = Files.writeString(folder.resolve("personas.pdf"), "before");
    CancelledLater cancelled = new CancelledLater(0);
    assertThrows(JobContext.Cancelled.class, () -> PersonaPdf.write(out, "Typologie",
        List.of(persona(1, "Profil")), Layout.FOUR, FRENCH, cancelled));
    assertArrayEquals("before".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(out));
    assertEquals(List.of("personas.pdf"), files());
  }

  static PersonaPage persona(int number, String name) {
    return new PersonaPage(number, name,
        "Ils dépensent 3,2 fois plus que l’ensemble, ont commandé il y a 12 jours (ensemble\u202f: 92) et "
            + "ont plus souvent «\u202fFrance\u202f» pour «\u202fPays\u202f» (82\u00a0%, ensemble\u202f: 35\u00a0%).",
        "Choyez-les\u202f: avant-premières, remerciements, petits plus de service. Inutile de leur faire des remises.",
        1_234, 0.18, new PersonaPage.Money(456_789.12, 0.61, 48.2),
        List.of(new PersonaPage.Bar("Montant dépensé", "3\u202f120", "980", 1.9),
            new PersonaPage.Bar("Récence", "12", "92", -0.8),
            new PersonaPage.Bar("Pays\u202f: France", "82\u00a0%", "35\u00a0%", 0.95),
            new PersonaPage.Bar("Âge", "52,3", "44,1", 0.4)));
  }

  private Path write(Layout layout, List<PersonaPage> personas) {
    Path out = folder.resolve(layout + ".pdf");
    long bytes = PersonaPdf.write(out, "Typologie", personas, layout, FRENCH, JobContext.silent());
    assertEquals(out.toFile().length(), bytes);
    return out;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static PDDocument open(Path file) throws IOException {
    return Loader.loadPDF(file.toFile());
  }

  private static String text(Path file) throws IOException {
    try (PDDocument document = open(file)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
