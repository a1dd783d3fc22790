package app.parcelle.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.profile.Associations;
import app.parcelle.engine.profile.ColumnProfile;
import app.parcelle.engine.profile.ColumnProfile.Range;
import app.parcelle.engine.profile.Profiler;
import app.parcelle.engine.profile.TableProfile;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.table.ValueText;

/**
 * The profile of a table of 15 columns beside DuckDB's {@code SUMMARIZE} on disk with two threads, in turns: the same figures
 * first where both say the same, then medians. Parcelle finds histograms, frequent values, patterns and outliers besides.
 * Rows: {@code -Drows=1000000}, runs: {@code -Druns=5}.
 */
public final class ProfileBench {
  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final JobContext SILENT = JobContext.silent();

  /** Both count different values approximately; how far apart they may be. */
  private static final double DISTINCT_WITHIN = 0.25;

  private ProfileBench() {}

  public static void main(String[] args) throws Exception {
    Path csv = WideFile.of(ROWS);
    Path folder = Files.createTempDirectory("parcelle-bench");
    System.out.printf(Locale.ROOT, "%,d rows x %d (%,d MB), -Xmx %,d MB, %d processors, median of %d%n", ROWS,
        WideFile.COLUMNS, Files.size(csv) >> 20, Runtime.getRuntime().maxMemory() >> 20,
        Runtime.getRuntime().availableProcessors(), RUNS);
    try (Project project = Project.create(folder.resolve("wide"), ZONE);
        Connection c = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("wide.duckdb"));
        Statement s = c.createStatement()) {
      TableVersion table = project.importFile(csv, ImportOptions.FOUND, SILENT).table();
      s.execute("SET threads = 2");
      s.execute("CREATE TABLE wide AS SELECT * FROM read_csv('" + csv + "')");
      s.execute("CHECKPOINT");
      requireEqual(Profiler.profile(project.data(), table, SILENT), s);
      double[] ours = new double[RUNS];
      double[] peer = new double[RUNS];
      double[] pairs = new double[RUNS];
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        Profiler.profile(project.data(), table, SILENT);
        ours[run] = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        summarize(s);
        peer[run] = (System.nanoTime() - start) / 1e6;
        start = System.nanoTime();
        Associations.of(project.data(), table, SILENT);
        pairs[run] = (System.nanoTime() - start) / 1e6;
        System.out.printf(Locale.ROOT, "  run %d: %,.0f ms, DuckDB %,.0f ms, pairs %,.0f ms%n", run,
            ours[run],
            peer[run], pairs[run]);
      }
      System.out.printf(Locale.ROOT, "%-24s %8.0f ms %8.0f ms  %5.2f%n", "profile", median(ours),
          median(peer),
          median(ours) / median(peer));
      System.out.printf(Locale.ROOT, "%-24s %8.0f ms%n", "all pairs", median(pairs));
    } finally {
      delete(folder);
    }
  }

  private static int summarize(Statement s) throws SQLException {
    int columns = 0;
    try (ResultSet row = s.executeQuery("SUMMARIZE wide")) {
      while (row.next()) {
        columns += Objects.requireNonNull(row.getString("column_name")).isEmpty() ? 0 : 1;
      }
    }
    return columns;
  }

  private static void requireEqual(TableProfile profile, Statement s) throws SQLException {
    try (ResultSet row = s.executeQuery("SUMMARIZE wide")) {
      for (ColumnProfile ours : profile.columns()) {
        Column column = ours.column();
        if (!row.next() || !row.getString("column_name").equals(column.name())) {
          throw new IllegalStateException("other columns");
        }
        String name = column.name() + " (" + row.getString("column_type") + ")";
        same(name + " rows", (double) ours.rows(), (double) row.getLong("count"), 0);
        same(name + " missing, %", 100.0 * ours.missing() / ours.rows(), row.getDouble("null_percentage"),
            0.01);
        same(name + " different", (double) ours.distinct(), (double) row.getLong("approx_unique"),
            DISTINCT_WITHIN * ours.distinct());
        Range range = ours.range();
        if (range != null && column.type() != ColumnType.YES_NO) {
          same(name + " least", ValueText.of(column, range.min(), ZONE), row.getString("min"));
          same(name + " greatest", ValueText.of(column, range.max(), ZONE), row.getString("max"));
        }
        if (range != null && column.type().isNumber()) {
          double unit = Math.pow(10, column.scale());
          double mean = row.getDouble("avg");
          same(name + " mean", range.mean() / unit, mean, 1e-6 * Math.abs(mean));
          double deviation = row.getDouble("std");
          // of a sample there, of a population here
          same(name + " deviation", range.deviation() / unit, deviation, 1e-3 * deviation);
        }
        System.out.printf(Locale.ROOT, "  %-28s %,10d present %,10d different%n", name, ours.present(),
            ours.distinct());
      }
    }
  }

  private static void same(String what, double ours, double peer, double within) {
    if (Math.abs(ours - peer) > within) {
      throw new IllegalStateException(what + ": " + ours + " here, " + peer + " there");
    }
  }

  private static void same(String what, String ours, String peer) {
    boolean numbers = ours.matches("-?[0-9.]+") && peer.matches("-?[0-9.]+");
    if (numbers ? new BigDecimal(ours).compareTo(new BigDecimal(peer)) != 0 : !ours.equals(peer)) {
      throw new IllegalStateException(what + ": " + ours + " here, " + peer + " there");
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
