package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Maps and places of France, from the command line. */
class LayerCliTest {
  private static final Path GEO = Path.of("..", "shared", "data", "geo");

  @TempDir
  Path folder;

  @BeforeEach
  void townsAreCustomers() {
    boolean required = "1".equals(System.getenv("PARCELLE_REQUIRE_DATA"));
    Assumptions.assumeTrue(Files.isDirectory(GEO) || required, "skipped: no maps of France");
    Path towns = GEO.resolve("laposte_hexasmal.csv");
    Ran.answer("import", "--project", project(), towns, "--table", "Towns", "--role",
        "Code_commune_INSEE=customer-key");
    Ran.answer("import", "--project", project(), towns, "--table", "Places", "--role",
        "Code_postal=lookup-key",
        "--role", "Code_commune_INSEE=none");
    Ran.answer("layer", "--project", project(), "--file",
        GEO.resolve("departements-version-simplifiee.geojson"),
        "--name", "Départements");
  }

  private Path project() {
    return folder.resolve("france.parcelle");
  }

  private JsonNode count(String rule) throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"),
        "{\"version\": 2, \"name\": \"S\", \"asOf\": \"now\", \"rule\": " + rule + "}");
    return Ran.answer("segment", "--project", project(), "--file", file);
  }

  @Test
  void townsOfADepartmentAreInItsShapeAndNearItsCapital() throws IOException {
    String inside = "{\"inside\": {\"layer\": \"Départements\", \"shapes\": [\"Finistère\"]}, "
        + "\"at\": {\"coordinates\": \"coordonnees_gps\"}}";
    String coded = "{\"field\": \"Code_postal\", \"op\": \"starts with\", \"value\": \"29\"}";
    int shape = count(inside).get("count").asInt();
    int both = count("{\"all\": [" + inside + ", " + coded + "]}").get("count").asInt();
    int codes = count(coded).get("count").asInt();
    assertTrue(codes > 200 && both > 0.95 * codes && both > 0.95 * shape, codes + " " + shape + " " + both);
    int near = count("{\"near\": {\"table\": \"Places\", \"column\": \"Code_postal\", \"value\": \"29000\"}, "
        + "\"km\": 10, \"at\": {\"coordinates\": \"coordonnees_gps\"}}").get("count").asInt();
    assertTrue(near > 3 && near < 40, String.valueOf(near));
  }

  @Test
  void layersAreListedRenamedAndRemoved() {
    JsonNode listed = Ran.answer("layer", "--project", project());
    assertEquals(96, listed.at("/layers/0/shapes").size());
    assertEquals("Ain", listed.at("/layers/0/shapes/0").asString());
    assertEquals("Par département",
        Ran.answer("layer", "--project", project(), "--rename", "departements", "--name",
            "Par département").at("/layers/0/name").asString());
    assertEquals(Cli.MISUSED, Ran.of("layer", "--project", project(), "--rename", "x").code());
    assertEquals(Cli.NOT_DONE, Ran.of("layer", "--project", project(), "--remove", "x").code());
    assertEquals(List.of(), List.copyOf(
        Ran.answer("layer", "--project", project(), "--remove", "Par département")
            .get("layers")
            .valueStream()
            .toList()));
  }
}
