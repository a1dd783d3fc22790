package app.parcelle.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleRequest;

/** A file is deleted, or cut, while it is being imported: all of it is in the project, or nothing, and a word says why. */
class VanishingSourceTest {
  @TempDir
  Path folder;

  private Path project;
  private Path source;

  @BeforeEach
  void files() {
    SampleFiles.write(new SampleRequest(1_000, 30_000, Locale.UK, 1), folder, JobContext.silent());
    project = folder.resolve("p.parcelle");
    source = folder.resolve("orders.csv");
    try (Project made = Project.create(project, ZoneId.of("UTC"))) {
      made.importFile(folder.resolve("customers.csv"), ImportOptions.FOUND, JobContext.silent());
    }
  }

  @Test
  void aFileThatIsDeletedIsReadToItsEndOrMissed() throws IOException {
    Set<String> outcomes = new TreeSet<>();
    for (int point : new int[]{1, 2, 3, 5, 8, 13}) {
      outcomes.add(outcomeOf(point, () -> Files.deleteIfExists(source)));
    }
    assertTrue(Set.of("all", "intake.no-file", "intake.cannot-read").containsAll(outcomes),
        outcomes.toString());
    assertTrue(outcomes.contains("intake.no-file"), outcomes.toString());
  }

  private interface Misfortune {
    void strike() throws IOException;
  }

  /** What becomes of an import where something happens to its file when it looks up for the nth time. */
  private String outcomeOf(int point, Misfortune misfortune) throws IOException {
    Path kept = Files.copy(source, folder.resolve("kept.csv"));
    AtomicInteger asked = new AtomicInteger();
    JobContext job = new JobContext() {
      @Override
      public void progress(long done, long total, Message what) {
        cancelled();
      }

      @Override
      public boolean cancelled() {
        if (asked.incrementAndGet() == point) {
          try {
            misfortune.strike();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
        return false;
      }
    };
    String outcome;
    try (Project open = Project.open(project)) {
      String before = open.fingerprint(JobContext.silent());
      try {
        long stored = open.importFile(source, ImportOptions.FOUND, job).rowsStored();
        outcome = stored == rows() ? "all" : stored + " rows";
        open.undo();
      } catch (Problem problem) {
        outcome = problem.message().key();
      }
      assertEquals(before, open.fingerprint(JobContext.silent()), "at " + point);
    } finally {
      Files.move(kept, source, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return outcome;
  }

  private long rows() throws IOException {
    try (var lines = Files.lines(folder.resolve("kept.csv"))) {
      return lines.count() - 1;
    }
  }

  @Test
  void aFileThatIsCutIsNotTakenForAWholeOne() throws IOException {
    Set<String> outcomes = new TreeSet<>();
    for (int point : new int[]{1, 2, 3, 5, 8, 13}) {
      outcomes.add(outcomeOf(point, this::cut));
    }
    assertTrue(Set.of("all", "intake.changed").containsAll(outcomes), outcomes.toString());
    assertTrue(outcomes.contains("intake.changed"), outcomes.toString());
  }

  private void cut() throws IOException {
    try (FileChannel channel = FileChannel.open(source, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(source) / 2);
    }
  }
}
