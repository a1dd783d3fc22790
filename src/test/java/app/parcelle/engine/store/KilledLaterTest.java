package app.parcelle.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;

/** H2 may write over what it wrote more than a while ago; a project that is worked on for longer than that is killed. */
class KilledLaterTest {
  private static final int HEADER = 4_096;

  @TempDir
  Path folder;

  @Test
  void whatWasSavedLongAfterTheProjectWasMadeIsThereAfterAKill() throws IOException {
    Path made = folder.resolve("made.parcelle.mv.db");
    Path later = folder.resolve("later.parcelle.mv.db");
    Path killed = folder.resolve("killed.parcelle.mv.db");
    try (Project project = Project.create(made, ZoneId.of("UTC"))) {
      project.importFile(orders(), ImportOptions.FOUND, JobContext.silent());
      save(project, "early");
      // what is saved is on the disk before the call returns: a copy is what a kill would leave
      Files.copy(made, later);
    }
    age(later, Duration.ofHours(1));
    List<String> saved;
    try (Project project = Project.open(later)) {
      for (int i = 0; i < 5; i++) {
        save(project, "late " + i);
      }
      saved = names(project);
      Files.copy(later, killed);
    }
    for (int opened = 0; opened < 3; opened++) {
      try (Project project = Project.open(killed)) {
        assertEquals(saved, names(project));
      }
      age(killed, Duration.ofHours(1));
    }
  }

  private Path orders() throws IOException {
    return Files.writeString(folder.resolve("orders.csv"), IntStream.range(0, 2_000)
        .mapToObj(i -> "%d,C%d,2026-01-05,%d.50,note %x".formatted(i, i % 500, i % 97, i * 2_654_435_761L))
        .collect(Collectors.joining("\n", "order,customer,time,amount,note\n", "\n")));
  }

  private static void save(Project project, String name) {
    project.save(new Segment(name, new Condition.Everyone(), new Segment.Reference.Project(), null));
  }

  private static List<String> names(Project project) {
    return project.view().segments().stream().map(saved -> saved.segment().name()).toList();
  }

  /** Makes a file of H2 look as if it had been made earlier by that long: its time of creation stands in both headers. */
  private static void age(Path file, Duration by) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      for (int copy = 0; copy < 2; copy++) {
        ByteBuffer block = ByteBuffer.allocate(HEADER);
        channel.read(block, (long) copy * HEADER);
        String header = new String(block.array(), StandardCharsets.ISO_8859_1);
        String values = Pattern.compile("created:(\\p{XDigit}+)")
            .matcher(header.substring(0, header.indexOf(",fletcher:")))
            .replaceFirst(found -> "created:" + Long.toHexString(created(found) - by.toMillis()));
        byte[] bytes = values.getBytes(StandardCharsets.ISO_8859_1);
        String sum = Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
        byte[] aged = (values + ",fletcher:" + sum + "\n").getBytes(StandardCharsets.ISO_8859_1);
        channel.write(ByteBuffer.wrap(java.util.Arrays.copyOf(aged, HEADER)), (long) copy * HEADER);
      }
    }
  }

  private static long created(MatchResult found) {
    return Long.parseLong(found.group(1), 16);
  }
}
