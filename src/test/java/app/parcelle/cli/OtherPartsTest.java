package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a file that holds several tables one is read; the others are not forgotten without a word. */
class OtherPartsTest {
  @TempDir
  Path folder;

  @Test
  void tablesThatWereNotReadAreNamedUnlessOneWasChosen() throws IOException {
    Path json = Files.writeString(folder.resolve("shop.json"), """
        {"orders": [{"id": 1, "items": [{"sku": "a"}, {"sku": "b"}]}, {"id": 2, "items": [{"sku": "c"}]}]}
        """);
    Path project = folder.resolve("shop.parcelle");
    String note = Ran.answer("import", "--project", project, "--language", "en", json)
        .at("/tables/0/notes/0")
        .asString();
    String read = note.substring(note.indexOf('“') + 1, note.indexOf('”'));
    assertEquals("Only the part “" + read + "” was read.", note.substring(0, note.indexOf(" 2 others")));
    assertEquals(0,
        Ran.answer("import", "--project", project, "--part", read, json).at("/tables/0/notes").size());
  }
}
