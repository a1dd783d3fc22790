package app.parcelle.engine.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What exports put aside carries the number of its process, so that the next export removes what a killed one left. Only
 * what is older than an hour is removed: in a shared folder the process may live on another machine.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration AGE = Duration.ofHours(1);

  private Leftovers() {}

  /** The beginning of a name that says whose it is, such as {@code .parcelle-4711-}. */
  static String own(String prefix) {
    return prefix + ProcessHandle.current().pid() + "-";
  }

  /** Removes what processes that are gone left in the folder under that prefix. */
  static void sweep(Path folder, String prefix) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, prefix + "*")) {
      for (Path path : all) {
        sweep(path, prefix, Instant.now().minus(AGE));
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      LOG.debug("no sweep", unreadable);
    }
  }

  private static void sweep(Path path, String prefix, Instant old) {
    try {
      if (isDead(path, prefix) && Files.getLastModifiedTime(path).toInstant().isBefore(old)) {
        delete(path);
      }
    } catch (IOException | UncheckedIOException notOurs) {
      // another person's, or gone meanwhile: no reason to refuse the export that is asked for now
      LOG.debug("not swept", notOurs);
    }
  }

  /** Removes a file, or a folder with all in it. */
  static void delete(Path path) throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(path)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }

  private static boolean isDead(Path path, String prefix) {
    String rest = String.valueOf(path.getFileName()).substring(prefix.length());
    int end = rest.indexOf('-');
    return end > 0 && rest.substring(0, end).chars().allMatch(c -> c >= '0' && c <= '9') && end < 19
        && ProcessHandle.of(Long.parseLong(rest.substring(0, end))).isEmpty();
  }
}
