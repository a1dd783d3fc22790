package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.intake.source.Sources;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.store.ProjectStore;
import app.parcelle.engine.store.Remark;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;

/** A file larger than the memory for it comes in parts; the table is as if it had come at once. */
class ImportInPartsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ImportOptions OPTIONS = ImportOptions.FOUND.withTable("Orders")
      .withTypes(java.util.Map.of("pieces", ColumnType.WHOLE));

  @TempDir
  Path folder;

  @Test
  void theTableIsAsIfItHadComeAtOnce() throws IOException {
    Path file = orders(400_000);
    Seen atOnce = imported("at-once", file, Long.MAX_VALUE);
    assertEquals(1, atOnce.table().runs().size());
    Seen inParts = imported("in-parts", file, 100_000);
    assertEquals(4, inParts.table().runs().size());
    assertEquals(atOnce.fingerprint(), inParts.fingerprint());
    assertEquals(atOnce.counted(), inParts.counted());
    assertEquals(atOnce.invalid(), inParts.invalid());
  }

  private record Seen(TableVersion table, String fingerprint, ImportReport.Counted counted,
      List<Remark.InvalidCell> invalid) {}

  private Seen imported(String name, Path file, long budget) {
    Path project = folder.resolve(name);
    try (ProjectStore store = ProjectStore.create(project, UTC)) {
      new FileImport(store, JobContext.silent(), budget).run(Sources.file(file), OPTIONS);
    }
    try (Project open = Project.open(project)) {
      TableVersion table = open.view().tables().getFirst();
      List<Remark.InvalidCell> invalid = new ArrayList<>(open.invalidCells(table, 10_000));
      assertTrue(invalid.size() > 100);
      return new Seen(table, open.fingerprint(JobContext.silent()), open.counted(table, JobContext.silent()),
          invalid);
    }
  }

  /** Numbered customers and orders, few products, a note of its own on each row, prices whose scale grows. */
  private Path orders(int rows) throws IOException {
    Random random = new Random(11);
    Path file = folder.resolve("orders.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("order id,customer id,order time,product,pieces,unit price,note\n");
      for (int i = 0; i < rows; i++) {
        out.write(String.format(java.util.Locale.ROOT, "A%07d,%s,%s,product %d,%s,%s,note %x of %d%n", i / 3,
            random.nextInt(50) == 0 ? "" : "C" + (100_000 + random.nextInt(9_000)),
            LocalDateTime.of(2025, 1, 1, 0, 0)
                .plusMinutes(random.nextInt(500_000))
                .toString()
                .replace('T', ' '),
            random.nextInt(40 + i / 2_000), random.nextInt(100) == 0 ? "many" : random.nextInt(20),
            i < rows / 2 ? random.nextInt(90) + ".5" : random.nextInt(90) + ".125", random.nextLong(), i));
      }
    }
    return file;
  }
}
