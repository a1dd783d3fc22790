package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Layers;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.project.Snapshots.Snapshot;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Role;
import app.parcelle.ui.screens.GivenFiles;

class KeptViewModelTest {
  private static final String SQUARE = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Here"},"geometry":
      {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""";

  @TempDir
  Path folder;

  private final List<String> said = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private int changes;
  private final GivenFiles files = new GivenFiles();
  private Project project;
  private KeptViewModel kept;

  @BeforeEach
  void open() throws IOException {
    project = Project.create(folder.resolve("p.parcelle"), ZoneId.of("Europe/Paris"));
    Path people = Files.writeString(folder.resolve("people.csv"),
        "Client,City\nC1,Lyon\nC2,Paris\nC3,Lyon\n");
    project.importFile(people, ImportOptions.FOUND.withRoles(Map.of("Client", Role.CUSTOMER_KEY)),
        JobContext.silent());
    kept = new KeptViewModel(Keeping.of(project), new SameThread(), new Notices() {
      @Override
      public void say(Message message) {
        said.add(message.key());
      }

      @Override
      public void complain(Throwable failure) {
        failures.add(failure);
      }

      @Override
      public void changed() {
        changes++;
      }
    }, files);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void anAudienceIsKeptAndRemovedAndUndoTakesBoth() {
    String id = project.save(SegmentJson.read("""
        {"version":1,"name":"Lyon","rule":{"field":"City","op":"equals","value":"Lyon"}}"""));
    kept.freeze(id, "Lyon");
    Snapshot one = kept.snapshots(id).getFirst();
    assertEquals(2, one.count());
    kept.remove(one, () -> said.add("removed"));
    assertEquals(List.of(), kept.snapshots(id));
    project.undo();
    assertEquals(List.of(one), kept.snapshots(id));
    assertEquals(List.of("builder.said.frozen", "builder.said.unfrozen", "removed"), said);
    assertEquals(2, changes);
  }

  @Test
  void whatCannotBeKeptSaysWhy() {
    kept.freeze("none", "None");
    assertInstanceOf(Problem.class, failures.getFirst());
    assertEquals(0, changes);
  }

  @Test
  void aLayerIsLoadedRenamedAndRemoved() throws IOException {
    List<String> names = new ArrayList<>();
    kept.load(layer -> names.add(layer.name()));
    assertEquals(List.of(), names, "no file chosen");
    files.next(Files.writeString(folder.resolve("areas.geojson"), SQUARE));
    kept.load(layer -> names.add(layer.name()));
    Layers.Listed layer = kept.layer("AREAS").orElseThrow();
    kept.rename(layer, "Sectors", renamed -> names.add(renamed.name()));
    assertEquals(List.of("areas", "Sectors"), names);
    kept.shapes(kept.layers().getFirst(), shapes -> names.addAll(shapes.names()));
    assertEquals("Here", names.getLast());
    kept.remove(kept.layers().getFirst(), () -> names.add("removed"));
    assertEquals(List.of(), kept.layers());
    assertEquals(3, changes);
    assertEquals(List.of(), failures);
  }

  @Test
  void aFileThatIsNoMapIsRefusedWithItsReason() throws IOException {
    files.next(Files.writeString(folder.resolve("areas.geojson"), "{\"type\": 1}"));
    kept.load(_ -> said.add("loaded"));
    assertEquals("layer.no-geojson", ((Problem) failures.getFirst()).message().key());
    assertTrue(kept.layers().isEmpty());
    assertEquals(List.of(), said);
  }
}
