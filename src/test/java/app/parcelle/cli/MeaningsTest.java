package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What columns stand for and how they are written, as the command line says it and is told. */
class MeaningsTest {
  @TempDir
  Path folder;

  private JsonNode columns(String... said) throws IOException {
    Path file = Files.writeString(folder.resolve("orders.csv"),
        "client;le;prix;mail\nC1;03/04/2021;12,50 €;a@b.fr\nC2;05/06/2021;1 000,00 €;c@d.fr\n");
    Path project = Files.createTempDirectory(folder, "p").resolve("p.parcelle");
    String[] words = new String[said.length + 4];
    words[0] = "import";
    words[1] = "--project";
    words[2] = project.toString();
    System.arraycopy(said, 0, words, 3, said.length);
    words[words.length - 1] = file.toString();
    JsonNode imported = Ran.answer((Object[]) words).at("/tables/0/columns");
    JsonNode listed = Ran.answer("tables", "--project", project.toString()).at("/tables/0/columns");
    assertEquals(imported, listed);
    return listed;
  }

  @Test
  void meaningsAndAmbiguousColumnsAreReported() throws IOException {
    JsonNode columns = columns();
    assertEquals("dd/MM/yyyy", columns.at("/1/ambiguous").stringValue());
    assertTrue(columns.at("/1/meaning").isNull());
    assertEquals("money:EUR", columns.at("/2/meaning").stringValue());
    assertEquals("email", columns.at("/3/meaning").stringValue());
  }

  @Test
  void theFewWordsNameTheColumnInDoubt() throws IOException {
    Path file = Files.writeString(folder.resolve("days.csv"), "id,le\n1,03/04/2021\n2,05/06/2021\n");
    Ran ran = Ran.of("import", "--project", folder.resolve("days.parcelle"), file, "--language", "en");
    assertTrue(ran.out().contains("le: read as dd/MM/yyyy"), ran.out());
  }

  @Test
  void whatIsSaidIsDone() throws IOException {
    JsonNode columns = columns("--format", "le=MM/dd/yyyy", "--meaning", "mail=none", "--meaning",
        "prix=money:CHF");
    assertTrue(columns.at("/1/ambiguous").isNull());
    assertTrue(columns.at("/3/meaning").isNull());
    assertEquals("money:CHF", columns.at("/2/meaning").stringValue());
  }

  @Test
  void whatIsNoMeaningOrNoFormatIsRefused() {
    Ran meaning = Ran.of("import", "--project", "p", "--meaning", "a=kings", "f.csv", "--language", "en");
    assertEquals(Cli.MISUSED, meaning.code());
    assertTrue(meaning.err().contains("money:EUR"), meaning.err());
    Ran together = Ran.of("import", "--project", "p", "--all-text", "--format", "a=.", "f.csv", "--language",
        "en");
    assertEquals(Cli.MISUSED, together.code());
    assertTrue(together.err().contains("--format"), together.err());
  }
}
