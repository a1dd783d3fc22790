package app.parcelle.engine.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
  /** Beyond what Linux, macOS or Windows number processes with. */
  private static final String NOBODY = "4294967296";
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir
  Path folder;

  @Test
  void whatAKilledExportLeftIsRemoved() throws IOException {
    put(".parcelle-" + NOBODY + "-a.part", DAY);
    Path aside = Files.createDirectory(folder.resolve(".parcelle-" + NOBODY + "-b"));
    Files.writeString(aside.resolve("sheet.xml"), "rows");
    age(aside, DAY);

    Leftovers.sweep(folder, ".parcelle-");
    assertEquals(List.of(), left());
  }

  @Test
  void whatIsInUseOrNotOursStays() throws IOException {
    put(Leftovers.own(".parcelle-") + "a.part", DAY);
    put(".parcelle-" + NOBODY + "-fresh.part", Duration.ofMinutes(5));
    put(".parcelle-notes.txt", DAY);
    put("list.xlsx", DAY);

    Leftovers.sweep(folder, ".parcelle-");
    assertEquals(4, left().size());
  }

  private void put(String name, Duration age) throws IOException {
    age(Files.writeString(folder.resolve(name), "rows"), age);
  }

  private static void age(Path path, Duration age) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
