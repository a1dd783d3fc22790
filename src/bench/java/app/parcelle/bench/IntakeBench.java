package app.parcelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import app.parcelle.engine.intake.ContentText;
import app.parcelle.engine.intake.DraftSink;
import app.parcelle.engine.intake.FileContent;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.csv.CsvSource;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.TableDraft;

/**
 * Import of a CSV of transactions into a new project, from nothing to a closed file, beside DuckDB on disk with two threads, in
 * turns; and how much of it is reading alone. Rows: {@code -Drows=}, runs: {@code -Druns=}, without DuckDB: {@code -Dpeer=false}.
 */
public final class IntakeBench {
  private static final int ROWS = Integer.getInteger("rows", 10_000_000);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final boolean PEER = Boolean.parseBoolean(System.getProperty("peer", "true"));
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final long BUDGET = Runtime.getRuntime().maxMemory() / 5;

  /** Nanoseconds on the clock, and of all processors, at one moment. */
  private record Time(long clock, long processor) {
    static Time now() {
      Duration used = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
      return new Time(System.nanoTime(), used.toNanos());
    }

    double millis() {
      return (System.nanoTime() - clock) / 1e6;
    }

    String shown() {
      Time end = now();
      return String.format(Locale.ROOT, "%,6.0f ms (%,6.0f of processor)", (end.clock - clock) / 1e6,
          (end.processor - processor) / 1e6);
    }
  }

  private IntakeBench() {}

  public static void main(String[] args) throws Exception {
    Path file = TransactionsFile.of(ROWS);
    Path folder = Files.createTempDirectory("parcelle-bench");
    System.out.printf(Locale.ROOT, "%,d rows, %,d MB, -Xmx %,d MB, %d processors, median of %d%n", ROWS,
        Files.size(file) >> 20, Runtime.getRuntime().maxMemory() >> 20,
        Runtime.getRuntime().availableProcessors(), RUNS);
    double[] read = new double[RUNS];
    double[] told = new double[RUNS];
    double[] closed = new double[RUNS];
    double[] peer = new double[RUNS];
    long size = 0;
    long peerSize = 0;
    for (int run = 0; run < RUNS; run++) {
      read[run] = read(file);
      Path ours = folder.resolve("import" + run);
      Time start = Time.now();
      String toldShown;
      try (Project project = Project.create(ours, ZONE)) {
        project.importFile(file, ImportOptions.FOUND, JobContext.silent());
        told[run] = start.millis();
        toldShown = start.shown();
      }
      closed[run] = start.millis();
      System.out.printf("  run %d: imported %s, closed %s%n", run, toldShown, start.shown());
      size = Files.size(ours.resolveSibling(ours.getFileName() + ".mv.db"));
      Project.delete(ours);
      if (PEER) {
        Path duck = folder.resolve("import" + run + ".duckdb");
        start = Time.now();
        duck(file, duck);
        peer[run] = start.millis();
        System.out.printf("         DuckDB   %s%n", start.shown());
        peerSize = Files.size(duck);
        Files.delete(duck);
      }
    }
    Files.delete(folder);
    print("reading alone", read, peer);
    print("imported", told, peer);
    print("imported and closed", closed, peer);
    System.out.printf(Locale.ROOT, "%-24s %8.1f MB %8.1f MB  %5.2f%n", "file", size / 1e6, peerSize / 1e6,
        (double) size / peerSize);
  }

  /** Reads the file into typed chunks and throws them away. */
  private static double read(Path file) throws IOException {
    Time start = Time.now();
    DraftSink nowhere = new DraftSink() {
      @Override
      public void accept(TableDraft draft) {}

      @Override
      public void restart() {
        throw new IllegalStateException("the types of the sample do not hold");
      }
    };
    CsvSource.read(new ContentText(FileContent.of(file)), ImportOptions.FOUND, ZONE, 2, BUDGET, nowhere,
        JobContext.silent());
    double millis = start.millis();
    System.out.printf("  reading alone   %s%n", start.shown());
    return millis;
  }

  private static void duck(Path csv, Path file) throws SQLException {
    try (Connection c = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement s = c.createStatement()) {
      s.execute("SET threads = 2");
      s.execute("CREATE TABLE orders AS SELECT * FROM read_csv('" + csv + "')");
      s.execute("CHECKPOINT");
    }
  }

  private static void print(String name, double[] ours, double[] peer) {
    System.out.printf(Locale.ROOT, "%-24s %8.0f ms %8.0f ms  %5.2f%n", name, median(ours), median(peer),
        median(ours) / median(peer));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
