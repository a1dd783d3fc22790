package app.parcelle.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;

/** A real file system that is too small, or may not be written to. */
class SmallDiskTest {
  private static final int ROOMY = 16_384;

  @TempDir
  Path folder;

  private Path disk;
  private Path project;

  @BeforeEach
  void files() throws IOException {
    SampleFiles.write(new SampleRequest(3_000, 60_000, Locale.UK, 1), folder, JobContext.silent());
    disk = Files.createDirectory(folder.resolve("disk"));
    project = disk.resolve("p.parcelle");
  }

  @Test
  void anImportThatDoesNotFitLeavesTheProjectAndFitsWithRoom() throws IOException {
    try (MountedDisk mounted = MountedDisk.of(disk, ROOMY)) {
      String before = projectOfCustomers();
      mounted.resize((int) (used() / 1024) + 64);
      Problem problem = assertThrows(Problem.class, this::importOrders);
      assertEquals("store.disk-full", problem.message().key());
      assertEquals(before, fingerprint());
      mounted.resize(ROOMY);
      importOrders();
      try (Project open = Project.open(project)) {
        assertEquals(2, open.view().tables().size());
      }
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidToBeOne() throws IOException {
    try (MountedDisk mounted = MountedDisk.of(disk, ROOMY)) {
      String before = projectOfCustomers();
      mounted.allowWriting(false);
      Problem problem = assertThrows(Problem.class, this::importOrders);
      assertEquals("store.read-only", problem.message().key());
      problem = assertThrows(Problem.class, () -> Project.create(disk.resolve("other"), ZoneId.of("UTC")));
      assertEquals("store.read-only", problem.message().key());
      mounted.allowWriting(true);
      assertEquals(before, fingerprint());
      try (Stream<Path> files = Files.list(disk)) {
        assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("other")));
      }
    }
  }

  private long used() throws IOException {
    try (Stream<Path> files = Files.list(disk)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private String projectOfCustomers() {
    try (Project made = Project.create(project, ZoneId.of("UTC"))) {
      made.importFile(folder.resolve("customers.csv"), ImportOptions.FOUND, JobContext.silent());
      return made.fingerprint(JobContext.silent());
    }
  }

  private void importOrders() {
    try (Project open = Project.open(project)) {
      open.importFile(folder.resolve("orders.csv"), ImportOptions.FOUND, JobContext.silent());
    }
  }

  private String fingerprint() {
    try (Project open = Project.open(project)) {
      return open.fingerprint(JobContext.silent());
    }
  }
}
