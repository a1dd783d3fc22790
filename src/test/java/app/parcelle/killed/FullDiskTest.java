package app.parcelle.killed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.FormerProject;
import app.parcelle.engine.project.Project;

/** A process that may write files of so many blocks only, as on a disk that is full. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTest {
  private static final int BLOCK = 512;

  @TempDir
  Path folder;

  @Test
  void aMigrationWithoutRoomLeavesTheFormerFile() throws IOException {
    FormerProject former = FormerProject.of(1);
    Path project = folder.resolve("p.parcelle");
    Path onDisk = folder.resolve("p.parcelle.mv.db");
    long size = Files.size(former.file());
    int failed = 0;
    for (long more : List.of(-8192, 0, 4096, 12_288, 65_536)) {
      former.putAt(onDisk);
      boolean done = done(project, (size + more) / BLOCK);
      failed += done ? 0 : 1;
      boolean asBefore = Files.mismatch(onDisk, former.file()) < 0;
      Path backup = folder.resolve("p.parcelle.v1-backup.mv.db");
      // where the room is used up after the new file has taken its place, the work fails and both files are there
      boolean kept = asBefore || Files.mismatch(backup, former.file()) < 0;
      assertTrue(kept && !(done && asBefore), size + more + " bytes");
      try (Project open = Project.open(project)) {
        assertEquals(former.fingerprint(), open.fingerprint(JobContext.silent()), size + more + " bytes");
      }
    }
    assertTrue(failed > 0 && failed < 5, failed + " failed");
  }

  private static boolean done(Path project, long blocks) throws IOException {
    Process process = new ProcessBuilder("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData", "-cp",
        System.getProperty("java.class.path"), Victim.class.getName(), project.toString(), "open", "0")
        .redirectErrorStream(true)
        .start();
    process.getInputStream().readAllBytes();
    return process.onExit().join().exitValue() == 0;
  }
}
