package app.parcelle.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.TableVersion;

/**
 * How much heap an import and the questions after it need as the file grows, under one small {@code -Xmx}: a CSV of
 * transactions of a fiftieth, a tenth, a fifth and all of {@code -Drows=} ({@code -Dparts=50,10,5,1}), of as
 * many customers each ({@code -Dcustomers=100000}): heap may grow with them, not with their orders. Live heap is what is left after a full collection,
 * asked for once a second; the times hold those collections. Run with {@code -Dbench.heap=512m -Drows=50000000}, which wants
 * 8 GB of disk for some minutes.
 */
public final class MemoryBench {
  private static final int ROWS = Integer.getInteger("rows", 50_000_000);
  private static final List<Integer> PARTS = Arrays
      .stream(System.getProperty("parts", "50,10,5,1").split(","))
      .map(Integer::valueOf)
      .toList();
  private static final int CUSTOMERS = Integer.getInteger("customers", 100_000);
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final String RULE = """
      {"version":1,"name":"m","rule":{"events":"memory","measure":"count","op":">=","value":2,
       "window":{"last":90,"unit":"days"}}}""";

  private MemoryBench() {}

  /** Asks for a full collection once a second and remembers the most that was left. */
  private static final class Watch implements AutoCloseable {
    private final Thread thread = Thread.ofPlatform().daemon().name("heap-watch").unstarted(this::watch);
    private volatile boolean watching = true;
    private volatile long most;

    static Watch start() {
      Watch watch = new Watch();
      watch.thread.start();
      return watch;
    }

    private void watch() {
      while (watching) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        most = Math.max(most, live());
      }
    }

    @Override
    public void close() {
      watching = false;
      LockSupport.unpark(thread);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Bytes of heap that are left after a full collection. */
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans()
        .stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  public static void main(String[] args) throws Exception {
    System.out.printf(Locale.ROOT, "-Xmx %,d MB, %d processors; live heap in MB after full collections%n",
        Runtime.getRuntime().maxMemory() >> 20, Runtime.getRuntime().availableProcessors());
    System.out.printf("%12s %10s %12s %12s %10s %12s %12s%n", "rows", "CSV MB", "import s", "live MB",
        "file MB",
        "question s", "live MB");
    for (int part : PARTS) {
      measure(ROWS / part);
    }
  }

  private static void measure(int rows) throws Exception {
    Path folder = Files.createTempDirectory("parcelle-bench");
    Path csv = TransactionsFile.write(folder.resolve("memory.csv"), rows, CUSTOMERS);
    Path file = folder.resolve("memory");
    long bytes = Files.size(csv);
    try {
      long start = System.nanoTime();
      long importLive = importing(csv, file, rows);
      double importSeconds = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      long askLive;
      double askSeconds;
      try (Project project = Project.open(file)) {
        project.evaluate(SegmentJson.read(RULE), JobContext.silent());
        askSeconds = (System.nanoTime() - start) / 1e9;
        askLive = live();
      }
      System.out.printf(Locale.ROOT, "%,12d %,10d %12.1f %12d %10d %12.1f %12d%n", rows, bytes >> 20,
          importSeconds, importLive >> 20, size(file) >> 20, askSeconds, askLive >> 20);
    } finally {
      Project.delete(file);
      Files.delete(csv);
      Files.delete(folder);
    }
  }

  /** Returns the most bytes of heap that were left after a collection. */
  private static long importing(Path csv, Path file, int rows) throws Exception {
    Watch watch = Watch.start();
    try (watch; Project project = Project.create(file, ZONE)) {
      TableVersion table = project
          .importFile(csv, ImportOptions.FOUND.withTable("memory"), JobContext.silent())
          .table();
      if (table.rows() != rows) {
        throw new IllegalStateException("not all rows were stored");
      }
    }
    return watch.most;
  }

  private static long size(Path project) throws IOException {
    return Files.size(project.resolveSibling(project.getFileName() + ".mv.db"));
  }
}
