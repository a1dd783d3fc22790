package app.parcelle.engine.intake.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.TextOptions;
import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.intake.csv.ReadBack;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class PastedTest {
  private static ReadBack read(String text) {
    try (TextSource source = Sources.pasted("Presse-papiers", text)
        .open(TextOptions.FOUND, JobContext.silent())) {
      assertEquals("Presse-papiers", source.name());
      assertEquals("Presse-papiers", source.tableName());
      return ReadBack.of(source, ImportOptions.FOUND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void cellsOfASpreadsheet() {
    // as Excel copies them: tabs, and quotes around cells with line ends only
    ReadBack read = read(
        "Client\tAdresse\tMontant\r\n\"C1\"\t\"12 rue \"\"A\"\"\n75001 Paris\"\t1 234,50\r\nC2\t5, place B\t8,00\r\n");
    assertEquals(List.of("C1", "C2"), read.values("Client"));
    assertEquals(List.of("12 rue \"A\"\n75001 Paris", "5, place B"), read.values("Adresse"));
    assertEquals(List.of("1234.50", "8.00"), read.values("Montant"));
  }

  @Test
  void oneColumnAndOtherTexts() {
    assertEquals(List.of("a@b.fr", "c@d.fr"), read("E-mail\na@b.fr\nc@d.fr\n").values("E-mail"));
    assertEquals(List.of("1", "2"), read("[{\"id\": 1}, {\"id\": 2}]").values("id"));
    assertEquals(List.of("1", "2"), read("<table><tr><th>id<tr><td>1<tr><td>2</table>").values("id"));
  }

  @Test
  void nothing() {
    assertEquals("intake.empty", assertThrows(Problem.class, () -> read("")).message().key());
  }
}
