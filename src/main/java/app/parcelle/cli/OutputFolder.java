package app.parcelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A folder that receives several files at once: they are written to a hidden folder within it, and moved to their places when all
 * of them are whole. What fails before leaves nothing.
 */
final class OutputFolder implements AutoCloseable {
  private final Path folder;
  private final Path staging;
  private final boolean made;
  private boolean published;

  private OutputFolder(Path folder, Path staging, boolean made) {
    this.folder = folder;
    this.staging = staging;
    this.made = made;
  }

  /** @throws Problem when the folder can neither be made nor written to */
  static OutputFolder at(Path folder) {
    try {
      boolean made = !Files.exists(folder);
      Files.createDirectories(folder);
      return new OutputFolder(folder, Files.createTempDirectory(folder, ".parcelle-"), made);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Where to write. */
  Path staging() {
    return staging;
  }

  /** Where a file of that name will stand. */
  Path place(String name) {
    return folder.resolve(name);
  }

  /** A file of that name to be written. */
  Output output(String name) {
    Path file = staging.resolve(name);
    try {
      Files.createDirectories(file.getParent() == null ? staging : file.getParent());
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return new Output(file, place(name));
  }

  /** Moves all files to their places, replacing what was there. */
  void publish() {
    try {
      for (Path file : files()) {
        Path place = folder.resolve(staging.relativize(file));
        Files.createDirectories(place.getParent() == null ? folder : place.getParent());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      published = true;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(staging)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    try {
      try (Stream<Path> all = Files.walk(staging)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
      if (made && !published) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static Problem unwritable(Path folder, IOException cause) {
    return new Problem(Message.of("cli.problem.unwritable", folder.toString()), cause);
  }
}
