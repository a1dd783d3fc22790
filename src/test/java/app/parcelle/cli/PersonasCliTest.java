package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Personas and what fields tell, of eighty people: forty young who visit often, forty old who do not; height tells nothing. */
class PersonasCliTest {
  @TempDir
  Path folder;

  private Path project;

  @BeforeEach
  void people() throws IOException {
    project = folder.resolve("people.parcelle");
    StringBuilder people = new StringBuilder("id,age,born,visits,height\n");
    for (int i = 0; i < 80; i++) {
      int age = (i % 2 == 0 ? 20 : 60) + i / 2 % 7;
      people.append("P%02d,%d,%d,%d,%d%n".formatted(i, age, 2024 - age, (i % 2 == 0 ? 30 : 3) + i / 4 % 3,
          150 + i * 37 % 41));
    }
    Ran.answer("import", "--project", project, "--role", "id=customer-key",
        Files.writeString(folder.resolve("people.csv"), people));
  }

  private JsonNode cluster(Object... more) {
    List<Object> words = new ArrayList<>(
        List.of("cluster", "--project", project, "--fields", "age,visits", "--k", "2", "--save", "Kinds"));
    words.addAll(List.of(more));
    return Ran.answer(words.toArray());
  }

  @Test
  void personasArePrinted() throws IOException {
    Path pdf = folder.resolve("personas.pdf");
    JsonNode told = cluster("--personas", pdf, "--language", "en");

    assertEquals(2, told.at("/personas/personas").asInt());
    assertEquals(pdf.toString(), told.at("/personas/path").asString());
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("40 customers"), text);
      assertTrue(text.contains("visits"), text);
    }
  }

  @Test
  void workbookHasThePersonasOfASavedClustering() throws IOException {
    cluster();
    Ran.answer("segment", "--project", project, "--file", Files.writeString(folder.resolve("s.json"), """
        {"version": 1, "name": "First", "rule": {"cluster": "Kinds", "in": [1]}}"""), "--save", "First");
    Path plain = folder.resolve("plain.xlsx");
    JsonNode without = Ran.answer("export", "--project", project, "--segment", "First", "--to", plain,
        "--language", "fr");
    JsonNode with = Ran.answer("export", "--project", project, "--segment", "First", "--to",
        folder.resolve("with.xlsx"), "--personas", "kinds", "--language", "fr");

    assertFalse(without.get("sheets").toString().contains("Personas"));
    assertTrue(with.get("sheets").toString().contains("Personas"));
    Ran unknown = Ran.of("export", "--project", project, "--segment", "First", "--to",
        folder.resolve("none.xlsx"), "--personas", "Sorts", "--language", "en");
    assertEquals(Cli.NOT_DONE, unknown.code());
    assertTrue(unknown.err().contains("Kinds"), unknown.err());
    assertFalse(Files.exists(folder.resolve("none.xlsx")));
  }

  @Test
  void fieldsAreMeasuredByWhatTheyTellOfClusters() {
    cluster();
    JsonNode told = Ran.answer("importance", "--project", project, "--fields", "age,born,visits,height",
        "--clusters", "Kinds");

    assertEquals("Kinds", told.get("target").asString());
    assertEquals(80, told.get("rows").asInt());
    double visits = told.at("/fields/2/mutualInformation").asDouble();
    double height = told.at("/fields/3/mutualInformation").asDouble();
    assertEquals(Math.log(2), visits, 0.1);
    assertTrue(height < visits / 4, () -> height + " beside " + visits);
    assertTrue(told.at("/fields/3/weight").asDouble() < told.at("/fields/2/weight").asDouble());
    assertEquals("born", told.at("/fields/0/redundantWith/0").asString());
    assertEquals(-1, told.at("/redundant/0/association").asDouble(), 1e-9);
  }

  @Test
  void aFieldIsNotToldByItself() {
    JsonNode told = Ran.answer("importance", "--project", project, "--fields", "age,visits", "--target",
        "visits");
    assertEquals(1, told.get("fields").size());
    assertEquals(Cli.NOT_DONE,
        Ran.of("importance", "--project", project, "--fields", "age", "--target", "age")
            .code());
    assertEquals(Cli.MISUSED, Ran.of("importance", "--project", project, "--fields", "age").code());
    assertEquals(Cli.MISUSED, Ran.of("importance", "--project", project, "--fields", "age", "--target",
        "visits", "--clusters", "Kinds").code());
  }
}
