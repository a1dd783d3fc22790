package app.parcelle.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.importance.Importances;
import app.parcelle.engine.cluster.map.TSne;
import app.parcelle.engine.cluster.map.Umap;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.rule.RuleFinder;
import app.parcelle.engine.cluster.rule.RuleOptions;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Work that is cancelled on its way throws nothing but {@link JobContext.Cancelled}, goes no further, keeps no memory and no thread. */
class CancelledWorkTest {
  private static final int ROWS = 600;
  private static final int KEPT = 4 << 20;
  private static final Crowd CROWD = Crowds.groups(ROWS, new double[][]{{0, 0, 0}, {6, 0, 0}, {0, 6, 3}},
      new double[]{0.5, 0.3, 0.2}, 3);

  /** Work of which some is cancelled. */
  private record Work(String name, Consumer<JobContext> run) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Work> works() {
    Sheet sheet = CROWD.sheet();
    List<Work> works = new ArrayList<>();
    for (String name : AlgorithmText.NAMES) {
      Algorithm algorithm = AlgorithmText.read(name, Map.of());
      ClusterRequest request = Crowds.request(3, 3, 1).with(algorithm);
      works.add(new Work(name, job -> Clusters.find(sheet, null, algorithm.asksForK()
          ? request.withOnly(3)
          : request.withK(null), 2, job)));
      if (algorithm.asksForK()) {
        works.add(new Work("choice of k by " + name, job -> Clusters.find(sheet, null, request, 2, job)));
      }
    }
    works.add(inPool("t-SNE",
        (workers, job) -> TSne.of(CROWD.points(), TSne.Parameters.USUAL, 1, workers, job)));
    works.add(inPool("UMAP",
        (workers, job) -> Umap.of(CROWD.points(), Umap.Parameters.USUAL, 1, workers, job)));
    works.add(inPool("importance",
        (workers, job) -> Importances.forTarget(new Sheet(ROWS, sheet.columns().subList(1, 3)),
            sheet.columns().getFirst(), 1, workers, job)));
    works.add(inPool("rules", (workers, job) -> RuleFinder.find(sheet, fields(), members(),
        RuleOptions.in(ZoneId.of("UTC")), 1, workers, job)));
    return works.stream();
  }

  private interface Shared {
    Object run(Workers workers, JobContext job);
  }

  private static Work inPool(String name, Shared shared) {
    return new Work(name, job -> {
      try (Workers workers = new Workers(2)) {
        shared.run(workers, job);
      }
    });
  }

  private static List<Field> fields() {
    return Stream.of("field 0", "field 1", "field 2")
        .<Field>map(name -> new Field.OfCustomer(name, name, ColumnType.DECIMAL, 2, "t1", name, Role.NONE))
        .toList();
  }

  private static long[] members() {
    long[] members = Bits.of(ROWS);
    for (int row = 0; row < ROWS; row++) {
      if (CROWD.truth()[row] == 1) {
        Bits.set(members, row);
      }
    }
    return members;
  }

  @ParameterizedTest
  @MethodSource("works")
  void onceCancelledItLooksNoFurtherAndLeavesNothing(Work work) throws InterruptedException {
    CancelledLater whole = new CancelledLater(Integer.MAX_VALUE);
    work.run.accept(whole);
    Set<Thread> threads = Thread.getAllStackTraces().keySet();
    long before = held();
    for (double share : new double[]{0, 0.1, 0.5, 0.9}) {
      int times = (int) (share * whole.asked());
      CancelledLater job = new CancelledLater(times);
      assertThrows(JobContext.Cancelled.class, () -> work.run.accept(job), () -> "at " + share);
      // each thread is told once, and a task that waits for others may be told again
      assertTrue(job.asked() <= times + 8, () -> job.asked() + " of " + whole.asked() + " at " + share);
    }
    assertTrue(held() - before < KEPT, () -> "kept " + (held() - before) + " bytes");
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(threads);
    for (Thread thread : left) {
      thread.join(60_000);
    }
    assertEquals(List.of(), left.stream().filter(Thread::isAlive).toList());
  }

  private static long held() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
