package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

class ExportInterruptedTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"export.job.rows", "export.job.packing"})
  void nothingIsLeftWhereItIsCancelled(String stage) throws IOException {
    Set<Path> before = aside();
    Stopping job = new Stopping(stage);

    assertThrows(JobContext.Cancelled.class,
        () -> WorkbookExport.write(many(), Sheets.ENGLISH, ListSheets.ROWS, folder.resolve("list.xlsx"),
            job));
    assertTrue(job.stopped);
    assertEquals(Set.of(), left());
    assertEquals(before, aside());
  }

  @Test
  void nothingIsLeftAsideAfterwards() throws IOException {
    Set<Path> before = aside();
    Sheets.write(many(), folder.resolve("list.xlsx"));

    assertEquals(Set.of(folder.resolve("list.xlsx")), left());
    assertEquals(before, aside());
  }

  private static WorkbookContent many() {
    // keys that do not pack well, so that packing has something to report
    List<String> keys = IntStream.range(0, 30_000)
        .mapToObj(i -> Long.toHexString(i * 0x9E3779B97F4A7C15L))
        .toList();
    return new Shop(keys.size()).keys("key", keys).everyone("all").content();
  }

  private Set<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new HashSet<>(files.toList());
    }
  }

  private static Set<Path> aside() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return new HashSet<>(
          files.filter(file -> file.getFileName()
              .toString()
              .startsWith(Leftovers.own(TemporaryFolder.PREFIX))).toList());
    }
  }

  /** A person who stops the work at a stage, once it has got somewhere. */
  private static final class Stopping implements JobContext {
    private final String stage;
    private boolean stopped;

    Stopping(String stage) {
      this.stage = stage;
    }

    @Override
    public void progress(long done, long total, Message what) {
      stopped |= done > 0 && what.key().equals(stage);
    }

    @Override
    public boolean cancelled() {
      return stopped;
    }
  }
}
