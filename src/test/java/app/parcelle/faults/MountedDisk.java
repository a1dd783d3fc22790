package app.parcelle.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** A small file system of its own, where the machine allows one: on Linux, for root. */
final class MountedDisk implements AutoCloseable {
  private final Path folder;

  private MountedDisk(Path folder) {
    this.folder = folder;
  }

  /** Skips the test where nothing can be mounted. */
  static MountedDisk of(Path folder, int kilobytes) throws IOException {
    Assumptions.assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()),
        "skipped: no file system can be mounted here");
    return new MountedDisk(folder);
  }

  void resize(int kilobytes) throws IOException {
    remount("size=" + kilobytes + "k");
  }

  void allowWriting(boolean allowed) throws IOException {
    remount(allowed ? "rw" : "ro");
  }

  private void remount(String option) throws IOException {
    if (!ran("mount", "-o", "remount," + option, folder.toString())) {
      throw new IOException("cannot remount with " + option);
    }
  }

  private static boolean ran(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException noSuchCommand) {
      if (noSuchCommand.getMessage() != null && noSuchCommand.getMessage().startsWith("Cannot run")) {
        return false;
      }
      throw noSuchCommand;
    }
  }

  @Override
  public void close() throws IOException {
    if (!ran("umount", folder.toString())) {
      throw new IOException("cannot unmount");
    }
  }
}
