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

/** Overlap, split and folders of three saved segments of six people. */
class SegmentsCliTest {
  @TempDir
  Path folder;

  private Path project;

  @BeforeEach
  void aShop() throws IOException {
    project = folder.resolve("shop.parcelle");
    Path people = Files.writeString(folder.resolve("people.csv"), """
        id,town,age
        A1,Paris,20
        A2,paris,30
        A3,Lyon,40
        A4,Lyon,50
        A5,,60
        A6,Nice,70
        """);
    Ran.answer("import", "--project", project, "--role", "id=customer-key", people);
    save("Old", """
        {"field": "age", "op": ">=", "value": 40}""");
    save("Young", """
        {"field": "age", "op": "<", "value": 45}""");
    save("Town", """
        {"field": "town", "op": "is known"}""");
  }

  private void save(String name, String rule) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".json"),
        "{\"version\": 1, \"name\": \"" + name + "\", \"rule\": " + rule + "}");
    Ran.answer("segment", "--project", project, "--file", file, "--save", name);
  }

  @Test
  void overlapTellsRegionsAndPairsAndSavesARegion() {
    JsonNode told = Ran.answer("overlap", "--project", project, "--name", "old", "--name", "Young", "--name",
        "Town",
        "--only-in", "Old", "--only-in", "Town", "--save", "Old in town");
    assertEquals(6, told.get("union").asInt());
    assertEquals(0, told.get("outside").asInt());
    assertEquals(4, told.at("/segments/0/count").asInt());
    int sum = 0;
    for (JsonNode region : told.get("regions")) {
      sum += region.get("count").asInt();
    }
    assertEquals(6, sum);
    assertEquals(1, told.at("/pairs/0/both").asInt());
    assertEquals(2, told.at("/saved/count").asInt());
    assertEquals(2,
        Ran.answer("segment", "--project", project, "--name", "Old in town").get("count").asInt());
    JsonNode listed = Ran.answer("segments", "--project", project, "--name", "Old");
    assertEquals("Old in town", listed.at("/segments/0/usedIn/0/segment").asString());
  }

  @Test
  void splitPartsTheSegmentAndKeepsThePartsInAFolder() {
    JsonNode told = Ran.answer("split", "--project", project, "--name", "Old", "--by", "town", "--top", "1",
        "--save", "--language", "en");
    assertEquals(4, told.get("sum").asInt());
    assertEquals(told.get("count"), told.get("sum"));
    assertEquals("Old · Lyon", told.at("/parts/0/name").asString());
    assertEquals("Old · not filled in", told.at("/parts/2/name").asString());
    JsonNode kept = Ran.answer("segments", "--project", project, "--in", "Old");
    assertEquals(3, kept.get("segments").size());
    assertEquals(2, kept.at("/segments/0/count").asInt());
  }

  @Test
  void foldersTagsAndNotesAreKept() {
    Ran.answer("segments", "--project", project, "--name", "Old", "--folder", "Post/VIP", "--tags", "a,b",
        "--note",
        "for spring");
    JsonNode listed = Ran.answer("segments", "--project", project, "--in", "post");
    assertEquals(1, listed.get("segments").size());
    assertEquals("Post/VIP", listed.at("/segments/0/folder").asString());
    assertEquals("for spring", listed.at("/segments/0/note").asString());
    assertEquals(2, listed.at("/segments/0/tags").size());
    assertEquals(2, listed.get("folders").size());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertEquals(Cli.MISUSED, Ran.of("overlap", "--project", project, "--name", "Old").code());
    assertEquals(Cli.MISUSED, Ran.of("segments", "--project", project, "--note", "x").code());
    assertEquals(Cli.MISUSED,
        Ran.of("split", "--project", project, "--name", "Old", "--by", "age", "--parts", "1").code());
    Ran other = Ran.of("overlap", "--project", project, "--name", "Old", "--name", "Town", "--only-in",
        "Young",
        "--save", "X");
    assertEquals(Cli.NOT_DONE, other.code());
    assertTrue(other.err().contains("Young"));
  }
}
