package app.parcelle.engine.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;

/**
 * A folder of one's own for what POI puts aside, readable by nobody else and gone at the end. POI's usual one has the same name
 * for everybody on the machine and belongs to whoever came first.
 */
final class TemporaryFolder {
  static final String PREFIX = "parcelle-export-";

  private TemporaryFolder() {}

  /** Work that puts files aside. */
  interface Work {
    void run() throws IOException;
  }

  static void during(Work work) throws IOException {
    Path folder = Files.createTempDirectory(Leftovers.own(PREFIX));
    Leftovers.sweep(folder.resolveSibling(""), PREFIX);
    try {
      TempFile.withStrategy(new DefaultTempFileCreationStrategy(folder.toFile()), () -> {
        try {
          work.run();
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
        return folder;
      });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } finally {
      Leftovers.delete(folder);
    }
  }
}
