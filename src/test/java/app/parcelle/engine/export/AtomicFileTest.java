package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class AtomicFileTest {
  @TempDir
  Path folder;

  @Test
  void aWholeFileReplacesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("list.xlsx"), "old");

    assertEquals(3, AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8))));
    assertEquals("new", Files.readString(file));
    assertEquals(List.of(file), left());
  }

  @Test
  void aFailureLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("list.xlsx"), "old");

    Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(file, out -> {
      out.write(1);
      throw new IOException("No space left on device");
    }));
    assertEquals("export.problem.write", problem.message().key());
    assertEquals(List.of("list.xlsx", "No space left on device"), problem.message().args());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), left());
  }

  @Test
  void aCancelledWritingLeavesNothing() throws IOException {
    assertThrows(JobContext.Cancelled.class, () -> AtomicFile.write(folder.resolve("list.xlsx"), out -> {
      out.write(1);
      throw new JobContext.Cancelled();
    }));
    assertEquals(List.of(), left());
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("gone").resolve("list.xlsx");

    Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(file, out -> out.write(1)));
    assertEquals("export.problem.noFolder", problem.message().key());
    assertEquals(List.of(folder.resolve("gone").toString()), problem.message().args());
  }

  @Test
  void aFolderIsNoPlaceForAFile() {
    Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(folder, out -> out.write(1)));
    assertEquals("export.problem.isFolder", problem.message().key());
  }

  @Test
  void aFolderThatMayNotBeWrittenIsNamed() {
    Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(folder.resolve("list.xlsx"), out -> {
      throw new AccessDeniedException(folder.toString());
    }));
    assertEquals("export.problem.denied", problem.message().key());
    assertEquals(List.of("list.xlsx", folder.toString()), problem.message().args());
  }

  @Test
  void aPlaceThatIsTakenMeanwhileIsReportedAsInUse() throws IOException {
    Path file = folder.resolve("list.xlsx");

    Problem problem = assertThrows(Problem.class, () -> AtomicFile.write(file, out -> {
      out.write(1);
      Files.createDirectories(file.resolve("inside"));
    }));
    assertEquals("export.problem.inUse", problem.message().key());
    assertEquals(List.of(file), left());
  }

  @Test
  void aLinkStaysOne() throws IOException {
    Path file = Files.writeString(folder.resolve("list.xlsx"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), file);

    AtomicFile.write(link, out -> out.write('n'));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("n", Files.readString(file));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
