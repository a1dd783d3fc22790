package app.parcelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import app.parcelle.engine.evaluate.Evaluation;
import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.engine.value.Edges;
import app.parcelle.engine.value.RfmModel;

/**
 * Import of a transactions CSV, and segments over it, beside DuckDB on disk with two threads: the same answers first, then medians.
 * Cold means that no result is kept; the columns are in memory and the code is warm on both sides. Rows: {@code -Drows=}, runs: {@code
 * -Druns=}.
 */
public final class SegmentBench {
  private static final int ROWS = Integer.getInteger("rows", 10_000_000);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final JobContext SILENT = JobContext.silent();

  private SegmentBench() {}

  public static void main(String[] args) throws Exception {
    Path orders = TransactionsFile.of(ROWS);
    Path customers = CustomersFile.of(Math.max(1, ROWS / 10));
    System.out.printf(Locale.ROOT,
        "%,d orders (%,d MB), %,d customers, -Xmx %,d MB, %d processors, median of %d%n", ROWS,
        Files.size(orders) >> 20, ROWS / 10, Runtime.getRuntime().maxMemory() >> 20,
        Runtime.getRuntime().availableProcessors(), RUNS);
    Path folder = Files.createTempDirectory("parcelle-bench");
    if (!Boolean.getBoolean("skipImport")) {
      imports(orders, folder);
    }
    Path emails = EmailsFile.of(Math.max(1, ROWS * 3 / 10), Math.max(1, ROWS / 10));
    Path project = project(List.of(customers, orders, emails), folder);
    Path duck = duck(customers, orders, emails, folder);
    queries(project, duck);
    SegmentEdits.measure(project);
    opening(project);
  }

  private static void imports(Path orders, Path folder) throws Exception {
    double[] ours = new double[RUNS];
    double[] peer = new double[RUNS];
    long size = 0;
    long peerSize = 0;
    for (int run = 0; run < RUNS; run++) {
      Path file = folder.resolve("import" + run);
      long start = System.nanoTime();
      try (Project project = Project.create(file, ZONE)) {
        project.importFile(orders, named("orders"), SILENT);
        ours[run] = (System.nanoTime() - start) / 1e6;
      }
      double closed = (System.nanoTime() - start) / 1e6;
      size = Files.size(file.resolveSibling(file.getFileName() + ".mv.db"));
      System.out.printf(Locale.ROOT, "  import %d: %.0f ms, and compacted at closing %.0f ms%n", run,
          ours[run], closed);
      Project.delete(file);
      Path duck = folder.resolve("import" + run + ".duckdb");
      start = System.nanoTime();
      try (Connection c = connect(duck); Statement s = c.createStatement()) {
        s.execute("CREATE TABLE orders AS SELECT * FROM read_csv('" + orders + "')");
        s.execute("CHECKPOINT");
      }
      peer[run] = (System.nanoTime() - start) / 1e6;
      peerSize = Files.size(duck);
      Files.delete(duck);
    }
    print("import", ours, peer);
    System.out.printf(Locale.ROOT, "%-32s %8.1f MB %10.1f MB  %5.2f%n", "file", size / 1e6, peerSize / 1e6,
        (double) size / peerSize);
  }

  private static ImportOptions named(String table) {
    return ImportOptions.FOUND.withTable(table);
  }

  private static Path project(List<Path> files, Path folder) {
    Path file = folder.resolve("bench");
    try (Project project = Project.create(file, ZONE)) {
      for (Path csv : files) {
        String table = String.valueOf(csv.getFileName()).split("-", 2)[0];
        project.importFile(csv, named(table.equals("transactions") ? "orders" : table), SILENT);
      }
      TableVersion orders = project.view().tables().get(1);
      project.rfm()
          .keep(new RfmModel(orders.tableId(), 5, RfmModel.RecencyUnit.DAYS, RfmModel.Monetary.SUM,
              new Edges.EqualGroups(), List.of(), "Others"));
    }
    return file;
  }

  private static Path duck(Path customers, Path orders, Path emails, Path folder) throws SQLException {
    Path file = folder.resolve("bench.duckdb");
    try (Connection c = connect(file); Statement s = c.createStatement()) {
      s.execute("CREATE TABLE orders AS SELECT * FROM read_csv('" + orders + "')");
      s.execute("CREATE TABLE emails AS SELECT * FROM read_csv('" + emails + "')");
      s.execute("CREATE TABLE customers AS SELECT * REPLACE (loyal = 'yes' AS loyal) FROM read_csv('"
          + customers + "')");
    }
    return file;
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
    try (Statement s = connection.createStatement()) {
      s.execute("SET threads = 2");
    }
    return connection;
  }

  private static void queries(Path file, Path duck) throws Exception {
    double logs = 0;
    int counted = 0;
    try (Project project = Project.open(file);
        Connection c = connect(duck);
        Statement s = c.createStatement()) {
      System.out.printf("%-32s %11s %13s  %5s %11s%n", "", "Parcelle", "DuckDB", "ratio", "warm");
      for (SegmentQueries query : SegmentQueries.ALL) {
        Segment segment = query.segment();
        requireEqual(query.name(), keys(project, segment), keys(s, query.sql()));
        double[] ours = new double[RUNS];
        double[] warm = new double[RUNS];
        double[] peer = new double[RUNS];
        warmUp(() -> {
          project.forgetResults();
          return project.evaluate(segment, SILENT);
        });
        warmUp(() -> s.executeQuery("SELECT count(*) FROM (" + query.sql() + ")").next());
        for (int run = 0; run < RUNS; run++) {
          ours[run] = millis(() -> {
            project.forgetResults();
            return project.evaluate(segment, SILENT);
          });
          warm[run] = millis(() -> project.evaluate(segment, SILENT));
          peer[run] = millis(() -> s.executeQuery("SELECT count(*) FROM (" + query.sql() + ")").next());
        }
        print(query.name(), ours, peer, warm);
        if (!query.equals(SegmentQueries.ALGEBRA)) {
          logs += Math.log(median(peer) / median(ours));
          counted++;
        }
      }
      System.out.printf(Locale.ROOT, "%-32s %.2f times as fast, without the algebra%n", "geometric mean",
          Math.exp(logs / counted));
      memory(project);
    }
  }

  /** Code that runs for the first time is slow on a virtual machine: each side may ask for two seconds before it is timed. */
  private static void warmUp(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      work.call();
    }
  }

  private static Set<String> keys(Project project, Segment segment) {
    Evaluation evaluation = project.evaluate(segment, SILENT);
    long[] members = evaluation.members();
    Set<String> keys = new HashSet<>();
    for (int customer = 0; members != null && customer < project.data().customers().size(); customer++) {
      if (Bits.get(members, customer)) {
        keys.add(project.data().customers().text(customer));
      }
    }
    return keys;
  }

  private static Set<String> keys(Statement s, String sql) throws SQLException {
    Set<String> keys = new HashSet<>();
    try (ResultSet row = s.executeQuery(sql)) {
      while (row.next()) {
        keys.add(row.getString(1));
      }
    }
    return keys;
  }

  private static void requireEqual(String name, Set<String> ours, Set<String> peer) {
    if (!ours.equals(peer)) {
      throw new IllegalStateException(name + ": " + ours.size() + " members here, " + peer.size() + " there");
    }
  }

  /** Bytes of heap an event: its customer, time, amount and one category. */
  private static void memory(Project project) {
    Dataset data = project.data();
    TableVersion table = data.tables()
        .stream()
        .filter(t -> t.name().equals("orders"))
        .findFirst()
        .orElseThrow();
    long bytes = 0;
    for (TableVersion.Run run : table.runs()) {
      bytes += 4L * data.offsets(table, run).length;
      for (Column column : List.of(table.withRole(Role.EVENT_TIME).orElseThrow(),
          table.withRole(Role.AMOUNT).orElseThrow(), table.columns()
              .stream()
              .filter(c -> c.name().equals("channel"))
              .findFirst()
              .orElseThrow())) {
        for (int index = 0; index < run.chunks(); index++) {
          Chunk chunk = data.chunk(table, column, run, index);
          bytes += chunk.bytes();
        }
      }
    }
    System.out.printf(Locale.ROOT, "%-32s %8.1f bytes (customer, time, amount, channel)%n", "memory an event",
        (double) bytes / table.rows());
  }

  private static void opening(Path file) throws IOException {
    double[] opened = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      try (Project project = Project.open(file)) {
        Segment segment = SegmentQueries.TWO_ORDERS.segment();
        project.evaluate(segment, SILENT);
        opened[run] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(opened);
    System.out.printf(Locale.ROOT, "%-32s %8.1f ms%n", "open and first event count", opened[RUNS / 2]);
  }

  static double millis(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String name, double[] ours, double[] peer) {
    print(name, ours, peer, new double[0]);
  }

  private static void print(String name, double[] ours, double[] peer, double[] warm) {
    System.out.printf(Locale.ROOT, "%-32s %8.1f ms %10.1f ms  %5.2f %s%n", name, median(ours), median(peer),
        median(ours) / median(peer),
        warm.length == 0 ? "" : String.format(Locale.ROOT, "%8.2f ms", median(warm)));
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
