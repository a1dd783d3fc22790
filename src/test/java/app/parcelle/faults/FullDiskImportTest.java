package app.parcelle.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;

/** The disk has no room left in the middle of an import. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskImportTest {
  @TempDir
  Path folder;

  private Path customers;
  private Path orders;

  @BeforeEach
  void files() {
    SampleFiles.write(new SampleRequest(3_000, 60_000, Locale.UK, 1), folder, JobContext.silent());
    customers = folder.resolve("customers.csv");
    orders = folder.resolve("orders.csv");
  }

  @Test
  void theProjectIsAsItWasAndTheImportSucceedsWithRoom() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk:"));
    try (FullFolder full = FullFolder.at(disk)) {
      Path file = disk.resolve("p.parcelle");
      String before = projectOfCustomers(file);
      long size = Files.size(disk.resolve("p.parcelle.mv.db"));
      for (long more : List.of(0, 4_096, 20_000, 60_000, 120_000)) {
        full.holdAtMost(size + more);
        Problem problem = assertThrows(Problem.class, () -> importOrders(file), more + " bytes of room");
        assertEquals("store.disk-full", problem.message().key(), more + " bytes of room");
        full.holdAtMost(Long.MAX_VALUE);
        assertEquals(before, fingerprint(file), more + " bytes of room");
      }
      importOrders(file);
      try (Project project = Project.open(file)) {
        assertEquals(2, project.view().tables().size());
        project.undo();
        assertEquals(before, project.fingerprint(JobContext.silent()));
      }
    }
  }

  @Test
  void theOpenProjectGoesOnAfterIt() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk:"));
    try (FullFolder full = FullFolder.at(disk)) {
      Path file = disk.resolve("p.parcelle");
      String before = projectOfCustomers(file);
      long size = Files.size(disk.resolve("p.parcelle.mv.db"));
      try (Project project = Project.open(file)) {
        full.holdAtMost(size + 50_000);
        assertThrows(Problem.class,
            () -> project.importFile(orders, ImportOptions.FOUND, JobContext.silent()));
        assertEquals(before, project.fingerprint(JobContext.silent()));
        full.holdAtMost(Long.MAX_VALUE);
        project.importFile(orders, ImportOptions.FOUND, JobContext.silent());
        assertEquals(2, project.view().tables().size());
      }
      assertTrue(Files.size(disk.resolve("p.parcelle.mv.db")) > size);
    }
  }

  private String projectOfCustomers(Path file) {
    try (Project project = Project.create(file, ZoneId.of("UTC"))) {
      project.importFile(customers, ImportOptions.FOUND, JobContext.silent());
      return project.fingerprint(JobContext.silent());
    }
  }

  private void importOrders(Path file) {
    try (Project project = Project.open(file)) {
      project.importFile(orders, ImportOptions.FOUND, JobContext.silent());
    }
  }

  private static String fingerprint(Path file) {
    try (Project project = Project.open(file)) {
      return project.fingerprint(JobContext.silent());
    }
  }
}
