package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PresetCommandTest {
  @TempDir
  Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("clients.csv"), """
        N° carte;Nom;Prénom;Solde points;Date d'adhésion;Code postal
        C0001;Martin;Zoé;120;02/01/2024;06000
        C0002;Roux;Éric;0;03/02/2024;30000
        """);
  }

  @Test
  void importTellsWhichPresetItFollowed() {
    JsonNode table = Ran.answer("import", "--project", folder.resolve("a"), file).get("tables").get(0);
    assertEquals("loyalty-cards", table.get("preset").stringValue());
    assertEquals("clients", table.get("name").stringValue());
    assertTrue(table.get("notes").get(0).stringValue().contains("6"));
  }

  @Test
  void noneIsFollowedWhereNoneIsWanted() {
    JsonNode table = Ran.answer("import", "--preset", "none", "--project", folder.resolve("a"), file)
        .get("tables")
        .get(0);
    assertTrue(table.get("preset").isNull());
    assertEquals("clients", table.get("name").stringValue());
  }

  @Test
  void presetThatDoesNotExistIsRefusedByName() {
    Ran ran = Ran.of("import", "--preset", "shopfy", "--project", folder.resolve("a"), file);
    assertTrue(ran.err().contains("shopfy") && ran.err().contains("shopify-orders"), ran.err());
    assertTrue(Files.notExists(folder.resolve("a.mv.db")));
  }
}
