package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Area;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Place;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.TextOperator;

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

  private static int count(Project project, Condition... rules) {
    return project
        .evaluate(new Segment("s", new Condition.AllOf(List.of(rules)), new Segment.Reference.Now(), null),
            JobContext.silent())
        .count();
  }

  @Test
  void townsOfADepartmentAreInItsShapeAndNearItsCapital() {
    Condition.Coordinates at = new Condition.Coordinates(FieldRef.named("coordonnees_gps"), null);
    Condition inside = new Condition.InArea(at, new Area.Shapes("Départements", Set.of("Finistère")));
    Condition coded = new Condition.TextTest(FieldRef.named("Code_postal"), TextOperator.STARTS_WITH,
        List.of("29"),
        false, false);
    try (Project project = Project.open(project())) {
      int shape = count(project, inside);
      int codes = count(project, coded);
      int both = count(project, inside, coded);
      assertTrue(codes > 200 && both > 0.95 * codes && both > 0.95 * shape, codes + " " + shape + " " + both);
      int near = count(project, new Condition.Near(at,
          new Place.Named("Places", FieldRef.named("Code_postal"), "29000"), BigDecimal.TEN));
      assertTrue(near > 3 && near < 40, String.valueOf(near));
    }
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
