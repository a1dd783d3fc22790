package app.parcelle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that stands beside the project, in {@code ../shared/data} or in the same place beside a folder further up. Tests
 * that need a set are skipped where it is absent; with PARCELLE_REQUIRE_DATA=1 they fail.
 */
public final class SharedData {
  private static final AtomicInteger SKIPPED = new AtomicInteger();

  private SharedData() {}

  /** A file or folder of the shared data, such as {@code rfm/rfm_data_orders.csv}. */
  public static Path require(String path) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("shared/data").resolve(path);
      if (Files.exists(found)) {
        return found;
      }
    }
    if ("1".equals(System.getenv("PARCELLE_REQUIRE_DATA"))) {
      Assertions.fail("PARCELLE_REQUIRE_DATA=1, and there is no shared data " + path);
    }
    System.out
        .println("skipped: no shared data (" + path + "), " + SKIPPED.incrementAndGet() + " skipped so far");
    Assumptions.abort("skipped: no shared data");
    throw new AssertionError();
  }
}
