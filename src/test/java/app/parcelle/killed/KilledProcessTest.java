package app.parcelle.killed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.FormerProject;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;

/** A process that works on a project is killed; the project opens as it was before, or as it would have been after. */
class KilledProcessTest {
  /** H2 keeps free space within its file; so much more may be left after a sweep. */
  private static final long SLACK = 256 * 1024;
  private static final String PROJECT = "p.parcelle";

  /** The project and the files of the sample, of which each test has a copy. */
  @TempDir
  static Path made;

  @TempDir
  Path folder;

  /** What can be seen of a project from outside. */
  private record Seen(String fingerprint, List<Project.JournalEntry> journal) {}

  @BeforeAll
  static void makeAProjectThatHoldsData() {
    SampleFiles.write(new SampleRequest(400, 10_000, java.util.Locale.UK, 1), made, JobContext.silent());
    try (Project project = Project.create(made.resolve(PROJECT), ZoneId.of("UTC"))) {
      project.importFile(made.resolve("orders.csv"), ImportOptions.FOUND, JobContext.silent());
      project.save(Victim.everyone());
    }
  }

  @BeforeEach
  void copyIt() throws IOException {
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aKilledImportNeverBegan() throws IOException {
    Seen before = look();
    long size = size();
    int asked = asked(copied("copy"), "import", folder.resolve("visits.csv"));
    assertTrue(asked > 4, "asked " + asked);
    for (int point : points(asked)) {
      killAtPoint("import", point, folder.resolve("visits.csv"));
      assertEquals(before, look(), "killed at " + point + " of " + asked);
      assertTrue(size() <= size + SLACK, "killed at " + point + ": " + size + " grew to " + size());
    }
  }

  @Test
  void aKilledRefreshOrMendingNeverBegan() throws IOException {
    Seen before = look();
    long size = size();
    for (String way : List.of("append", "update", "replace", "mend")) {
      int asked = asked(copied(way), way, folder.resolve("orders.csv"));
      assertTrue(asked > 3, way + " asked " + asked);
      for (int point : points(asked)) {
        killAtPoint(way, point, folder.resolve("orders.csv"));
        assertEquals(before, look(), way + " killed at " + point + " of " + asked);
        assertTrue(size() <= size + SLACK, way + " killed at " + point + ": " + size + " grew to " + size());
      }
    }
  }

  /** The last times it looks up, the parts are being merged. */
  @Test
  void aKilledImportOfManyPartsNeverBegan() throws IOException {
    Seen before = look();
    long size = size();
    int asked = asked(copied("copy"), "parts", folder);
    for (int point : new TreeSet<>(List.of(asked / 2, asked - 4, asked - 1, asked))) {
      killAtPoint("parts", point, folder);
      assertEquals(before, look(), "killed at " + point + " of " + asked);
      assertTrue(size() <= size + SLACK, "killed at " + point + ": " + size + " grew to " + size());
    }
  }

  @Test
  void aKilledExportLeavesProjectAndFormerWorkbook() throws IOException {
    Seen before = look();
    Path workbook = Files.writeString(folder.resolve("out.xlsx"), "what was there");
    int asked = asked(copied("copy"), "export", folder.resolve("other.xlsx"));
    for (int point : points(asked)) {
      killAtPoint("export", point, workbook);
      assertEquals(before, look(), "killed at " + point + " of " + asked);
      assertEquals("what was there", Files.readString(workbook));
    }
  }

  @Test
  void aKilledMigrationLeavesTheFormerFileOrTheNewOne() throws IOException {
    FormerProject former = FormerProject.of(1);
    former.putAt(onDisk(project()));
    int asked = asked(copied("copy"), "open", folder);
    assertTrue(asked > 6, "asked " + asked);
    for (int point : points(asked)) {
      former.putAt(onDisk(project()));
      killAtPoint("open", point, folder);
      assertEquals(-1, Files.mismatch(onDisk(project()), former.file()), "killed at " + point);
      try (Project project = Project.open(project())) {
        assertEquals(former.fingerprint(), project.fingerprint(JobContext.silent()), "killed at " + point);
        assertEquals(former.journal(), FormerProject.journal(project), "killed at " + point);
      }
      List<Path> backups = backups();
      assertEquals(1, backups.size(), backups.toString());
      assertEquals(-1, Files.mismatch(backups.getFirst(), former.file()), "killed at " + point);
      Files.delete(backups.getFirst());
    }
  }

  /** All that lies beside the project, but the files of the sample. */
  private List<Path> backups() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("p.parcelle."))
          .filter(file -> !file.equals(onDisk(project())))
          .toList();
    }
  }

  @Test
  void aKilledUndoIsDoneOrNotDone() throws IOException {
    Seen done = look();
    Seen undone;
    try (Project project = Project.open(project())) {
      project.undo();
      undone = seen(project);
      project.redo();
    }
    for (int times : new int[]{1, 2, 7}) {
      killAfter("undo", times);
      Seen after = look();
      assertTrue(after.equals(done) || after.equals(undone), "killed after " + times);
      if (after.equals(undone)) {
        try (Project project = Project.open(project())) {
          project.redo();
        }
      }
    }
  }

  @Test
  void aKilledSaveIsDoneOrNotDone() throws IOException {
    Set<String> possible = new TreeSet<>();
    try (Project project = Project.open(project())) {
      for (int amount = 0; amount < 2; amount++) {
        project.save(Victim.above(amount));
        possible.add(seen(project).fingerprint());
      }
    }
    long steps = look().journal().size();
    for (int times : new int[]{1, 2, 7}) {
      killAfter("save", times);
      Seen after = look();
      assertTrue(possible.contains(after.fingerprint()), "killed after " + times);
      assertTrue(after.journal().size() >= steps + times && after.journal().size() <= steps + times + 40,
          after.journal().size() + " steps after " + steps + " and " + times);
      steps = after.journal().size();
    }
  }

  /** From the first look-up to the last, and some between. */
  private static Set<Integer> points(int asked) {
    return new TreeSet<>(
        List.of(1, asked / 4 + 1, asked / 2 + 1, Math.max(1, asked - 1), asked));
  }

  private void killAtPoint(String work, int point, Path file) throws IOException {
    Process process = start(project(), work, point, file);
    assertEquals("here", said(process, 1));
    kill(process);
  }

  private void killAfter(String work, int times) throws IOException {
    Process process = start(project(), work, 0, folder);
    said(process, times);
    kill(process);
  }

  private int asked(Path project, String work, Path file) throws IOException {
    Process process = start(project, work, 0, file);
    String last = said(process, 1);
    kill(process);
    return Integer.parseInt(last.substring("asked ".length()));
  }

  /** The nth line a process says. */
  private static String said(Process process, int n) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    while (lines.size() < n) {
      String line = out.readLine();
      assertTrue(line != null, "the process ended early, having said " + lines);
      lines.add(String.valueOf(line));
    }
    return lines.getLast();
  }

  private static Process start(Path project, String work, int countdown, Path file) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
        System.getProperty("java.class.path"), Victim.class.getName(), project.toString(), work,
        Integer.toString(countdown), file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }

  private Seen look() {
    try (Project project = Project.open(project())) {
      return seen(project);
    }
  }

  private static Seen seen(Project project) {
    return new Seen(project.fingerprint(JobContext.silent()), project.journal());
  }

  private Path copied(String name) throws IOException {
    Path copy = folder.resolve(name + ".parcelle");
    Files.copy(onDisk(project()), onDisk(copy));
    return copy;
  }

  private long size() throws IOException {
    return Files.size(onDisk(project()));
  }

  private static Path onDisk(Path project) {
    return project.resolveSibling(project.getFileName() + ".mv.db");
  }

  private Path project() {
    return folder.resolve(PROJECT);
  }
}
