package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.ProjectView.SavedSegment;

/** Project files of earlier formats open, say what they said, and are kept as they were. */
@ParameterizedClass
@ValueSource(ints = {1, 2, 3, 4})
class FormerFormatsTest {
  private static final String ON_DISK = "shop.parcelle.mv.db";
  @TempDir
  Path folder;

  private final int format;
  private final FormerProject former;

  FormerFormatsTest(int format) throws IOException {
    this.format = format;
    former = FormerProject.of(format);
  }

  @BeforeEach
  void aFileOfThatFormat() throws IOException {
    former.putAt(folder.resolve(ON_DISK));
  }

  private String backup() {
    return "shop.parcelle.v" + format + "-backup.mv.db";
  }

  @Test
  void theFileSaysTheSameAndIsKeptAsItWas() throws IOException {
    try (Project project = open()) {
      assertEquals(Optional.of(Message.of("store.updated", "shop", backup())), project.updated());
      assertEquals(former.fingerprint(), project.fingerprint(JobContext.silent()));
      assertEquals(former.journal(), FormerProject.journal(project));
      assertEquals(List.of("line 10: two", "line 21: last spring"),
          project.invalidCells(project.data().tables().get(1), 10)
              .stream()
              .map(cell -> "line " + cell.line() + ": " + cell.raw())
              .toList());
      assertEquals(2, project.rejects(project.data().tables().get(1), 10).size());
    }
    assertEquals(Set.of(ON_DISK, backup()), files());
    assertEquals(-1, Files.mismatch(former.file(), folder.resolve(backup())));
    try (Project project = open()) {
      assertEquals(Optional.empty(), project.updated());
      assertEquals(former.fingerprint(), project.fingerprint(JobContext.silent()));
    }
    assertEquals(Set.of(ON_DISK, backup()), files());
  }

  @Test
  void everyStepCanStillBeUndoneAndDoneAgain() throws IOException {
    try (Project project = open()) {
      project.redo();
      assertEquals(format == 1
          ? Set.of("Above 100", "First cluster", "Taken back")
          : Set.of("Above 100", "First cluster"), segments(project));
      for (int step = 0; step < former.journal().size(); step++) {
        project.undo();
      }
      assertEquals(0, project.view().directory());
      for (int step = 1; step < former.journal().size(); step++) {
        project.redo();
      }
      assertEquals(former.fingerprint(), project.fingerprint(JobContext.silent()));
    }
  }

  @Test
  void theBackupOpensAsAProject() throws IOException {
    open().close();
    try (Project backup = Project.open(folder.resolve(backup()))) {
      assertEquals(former.fingerprint(), backup.fingerprint(JobContext.silent()));
    }
  }

  @Test
  void anEarlierBackupIsNotOverwritten() throws IOException {
    Files.writeString(folder.resolve(backup()), "an earlier backup");
    try (Project project = open()) {
      assertEquals("shop.parcelle.v" + format + "-backup-2.mv.db",
          project.updated().orElseThrow().args().get(1));
    }
    assertEquals("an earlier backup", Files.readString(folder.resolve(backup())));
    assertEquals(-1,
        Files.mismatch(former.file(), folder.resolve("shop.parcelle.v" + format + "-backup-2.mv.db")));
  }

  @Test
  void whateverStopsTheWorkLeavesTheFileAsItWas() throws IOException {
    int points = 0;
    for (boolean stopped = true; stopped; points++) {
      Stop stop = new Stop(points);
      stopped = stop.stopped(folder.resolve("shop.parcelle"));
      if (stopped) {
        assertEquals(-1, Files.mismatch(former.file(), folder.resolve(ON_DISK)), "stopped at " + points);
        if (Files.exists(folder.resolve(backup()))) {
          assertEquals(-1, Files.mismatch(former.file(), folder.resolve(backup())), "stopped at " + points);
        }
        assertTrue(Set.of(ON_DISK, backup()).containsAll(files()), files().toString());
      }
    }
    assertTrue(points > 6, "looked up " + points + " times");
    assertEquals(Set.of(ON_DISK, backup()), files());
  }

  /** Fails when it is asked for the nth time. */
  private static final class Stop implements JobContext {
    private int left;

    Stop(int left) {
      this.left = left;
    }

    boolean stopped(Path file) {
      try (Project project = Project.open(file, this)) {
        assertTrue(project.view().segments().size() >= 2);
        return false;
      } catch (Cancelled stopped) {
        return true;
      }
    }

    @Override
    public void progress(long done, long total, Message what) {
      throwIfCancelled();
    }

    @Override
    public boolean cancelled() {
      return left-- == 0;
    }
  }

  @Test
  void aFileOfANewerFormatIsLeftAlone() throws IOException, java.sql.SQLException {
    open().close();
    Files.delete(folder.resolve(backup()));
    try (
        var c = java.sql.DriverManager
            .getConnection("jdbc:h2:file:" + folder.resolve("shop.parcelle").toAbsolutePath(), "parcelle",
                "");
        var statement = c.createStatement()) {
      statement.execute("UPDATE setting SET text = '99' WHERE name = 'format'");
    }
    byte[] before = Files.readAllBytes(folder.resolve(ON_DISK));
    assertThrows(app.parcelle.engine.message.Problem.class, this::open);
    assertEquals(Set.of(ON_DISK), files());
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(folder.resolve(ON_DISK)));
  }

  private Project open() {
    return Project.open(folder.resolve("shop.parcelle"));
  }

  private static Set<String> segments(Project project) {
    return project.view()
        .segments()
        .stream()
        .map(SavedSegment::segment)
        .map(s -> s.name())
        .collect(Collectors.toSet());
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
