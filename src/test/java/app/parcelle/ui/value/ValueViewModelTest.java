package app.parcelle.ui.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.value.Edges;
import app.parcelle.engine.value.RfmModel;
import app.parcelle.engine.value.RfmSegment;
import app.parcelle.engine.value.RfmSegment.Bounds;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.value.ValueViewModel.Found;

class ValueViewModelTest {
  private static final JobContext SILENT = JobContext.silent();

  @TempDir
  Path folder;

  private Project project;
  private ValueViewModel model;
  private final List<Segment> opened = new ArrayList<>();
  private final List<Throwable> complaints = new ArrayList<>();

  @BeforeEach
  void shop() throws IOException {
    StringBuilder orders = new StringBuilder("customer,day,order,amount\n");
    for (int customer = 0; customer < 30; customer++) {
      for (int order = 0; order <= customer % 5; order++) {
        orders.append(
            "C" + customer + ",2024-0" + (1 + (customer + order) % 9) + "-15,O" + customer + "-" + order
                + "," + (10 + customer) + ".50\n");
      }
    }
    Path file = folder.resolve("orders.csv");
    Files.writeString(file, orders);
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
    project.importFile(file, ImportOptions.FOUND, SILENT);
    model = new ValueViewModel(ValueSource.of(project), new SameThreadJobs(),
        new ValueViewModel.After(complaints::add, () -> {}, opened::add, Enum::name, () -> "Others"));
    model.refresh();
  }

  @AfterEach
  void close() {
    project.close();
    assertEquals(List.of(), complaints);
  }

  private Found found() {
    return Objects.requireNonNull(model.found().get());
  }

  private RfmModel now() {
    return Objects.requireNonNull(model.model().get());
  }

  @Test
  void everyBuyerIsInTheGridOnce() {
    int sum = 0;
    for (var row : found().now().cells()) {
      for (var cell : row) {
        sum += cell.customers();
      }
    }
    assertEquals(30, sum);
    assertEquals(30, found().now().all().customers());
  }

  @Test
  void aCellBecomesASegmentOfItsCustomersAndKeepsTheScores() {
    assertFalse(model.isKept());
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        model.open("Cell", r, f);
        assertEquals(found().now().cells()[r - 1][f - 1].customers(),
            project.evaluate(opened.getLast(), SILENT).count(), "R " + r + " F " + f);
      }
    }
    assertTrue(model.isKept());
  }

  @Test
  void aNamedSegmentOpensWithItsCustomers() {
    for (int i = 0; i < now().names().size(); i++) {
      model.open(now().names().get(i));
      assertEquals(found().now().segments().get(i).customers(),
          project.evaluate(opened.getLast(), SILENT).count(), now().names().get(i));
    }
  }

  @Test
  void editsAreUndoneAndDoneAgain() {
    RfmModel first = now();
    model.scores(3);
    model.edges(model.present());
    RfmModel last = now();
    assertTrue(last.edges() instanceof Edges.Fixed);
    assertTrue(model.undo());
    assertTrue(model.undo());
    assertEquals(first, now());
    assertFalse(model.undo());
    assertTrue(model.redo());
    assertTrue(model.redo());
    assertEquals(last, now());
    assertFalse(model.redo());
  }

  @Test
  void ownEdgesBeginWithThoseThatWereFoundAndScoreAlike() {
    byte[] before = found().now().scores().frequency();
    model.edges(model.present());
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, found().now().scores().frequency());
  }

  @Test
  void whatIsOutOfBoundsIsSaidAndNothingChanges() {
    RfmModel before = now();
    Bounds wide = new Bounds(1, 9);
    model.segments(List.of(new RfmSegment("Wide", wide, wide, wide)));
    assertNotNull(model.problem().get());
    assertEquals(before, now());
    model.scores(4);
    assertNull(model.problem().get());
  }

  @Test
  void aRemovedTableLeavesNothingToScore() {
    project.removeTable(now().tableId());
    model.refresh();
    assertNull(model.model().get());
    assertNull(model.found().get());
  }
}
