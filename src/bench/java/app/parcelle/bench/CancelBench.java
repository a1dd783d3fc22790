package app.parcelle.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.Clusters;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.importance.Importances;
import app.parcelle.engine.cluster.map.TSne;
import app.parcelle.engine.cluster.map.Umap;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Preparing;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.rule.RuleFinder;
import app.parcelle.engine.cluster.rule.RuleOptions;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/**
 * How long clusters take to answer when they are cancelled at 10, 50 and 90 % of their progress, by two threads, and how much
 * heap is then held that was not before. Beside it, from a whole run by one thread, the longest time between two looks at whether
 * to stop (of the processor's), and where that was: the worst answer of all moments, not of three. Which: {@code -Dcase=} a pattern of the name; rows:
 * {@code -Drows=}, columns {@code -Ddims=}; {@code -Dwhole=false} leaves the whole run out.
 */
public final class CancelBench {
  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int DIMS = Integer.getInteger("dims", 10);
  private static final int K = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double[] SHARES = {0.1, 0.5, 0.9};

  private CancelBench() {}

  /** Work that can be cancelled. */
  private record Case(String name, Consumer<Job> work) {}

  private record Job(JobContext context, int threads) {}

  public static void main(String[] args) {
    System.out.printf(Locale.ROOT, "%,d x %d%n%-24s %8s %9s  %-26s %s%n", ROWS, DIMS, "", "whole s", "gap ms",
        "cancelled: ms, MB kept", "longest gap at");
    Pattern wanted = Pattern.compile(System.getProperty("case", ".*"));
    Sheet sheet = sheet();
    for (Case one : cases(sheet)) {
      if (wanted.matcher(one.name).matches()) {
        measure(one);
      }
    }
  }

  private static void measure(Case one) {
    Gaps gaps = new Gaps();
    double seconds = Double.NaN;
    if (!Boolean.parseBoolean(System.getProperty("whole", "true"))) {
      gaps.longest = -1;
    } else {
      long start = System.nanoTime();
      try {
        one.work.accept(new Job(gaps, 1));
        gaps.cancelled();
      } catch (Problem problem) {
        System.out.println(one.name + ": " + problem.message());
        return;
      }
      seconds = (System.nanoTime() - start) / 1e9;
    }
    List<String> answers = new ArrayList<>();
    for (double share : SHARES) {
      answers.add(cancelled(one, share));
    }
    System.out.printf(Locale.ROOT, "%-24s %8.1f %9.0f  %-26s %s%n", one.name, seconds, gaps.longest / 1e6,
        String.join("  ", answers), gaps.where);
  }

  private static String cancelled(Case one, double share) {
    long before = live();
    Cancelling job = new Cancelling(share);
    try {
      one.work.accept(new Job(job, 2));
      return "ended";
    } catch (JobContext.Cancelled answered) {
      double milliseconds = (System.nanoTime() - job.since) / 1e6;
      return String.format(Locale.ROOT, "%.0f/%.1f", milliseconds, (live() - before) / 1048576.0);
    }
  }

  private static long live() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Is cancelled once the progress has come so far. */
  private static final class Cancelling implements JobContext {
    private final double share;
    private volatile long since;

    Cancelling(double share) {
      this.share = share;
    }

    @Override
    public void progress(long done, long total, Message what) {
      if (total > 0 && done >= share * total && since == 0) {
        since = System.nanoTime();
      }
    }

    @Override
    public boolean cancelled() {
      return since != 0;
    }
  }

  /** Notes the longest time, of the processor, in which nobody asked whether to stop. */
  private static final class Gaps implements JobContext {
    private long last = THREADS.getCurrentThreadCpuTime();
    private long longest;
    private String where = "";

    @Override
    public void progress(long done, long total, Message what) {}

    @Override
    public boolean cancelled() {
      long now = THREADS.getCurrentThreadCpuTime();
      if (now - last > longest) {
        longest = now - last;
        where = place();
      }
      last = THREADS.getCurrentThreadCpuTime();
      return false;
    }

    private static String place() {
      List<String> frames = StackWalker.getInstance()
          .walk(all -> all
              .filter(f -> f.getClassName().contains(".cluster.") && !f.getClassName().contains("Stage")
                  && !f.getClassName().contains("Workers"))
              .limit(5)
              .map(f -> f.getClassName().replaceAll(".*\\.", "") + ":" + f.getLineNumber())
              .toList());
      List<String> outermost = new ArrayList<>(frames);
      Collections.reverse(outermost);
      return String.join(" > ", outermost);
    }
  }

  private static List<Case> cases(Sheet sheet) {
    List<Case> cases = new ArrayList<>();
    for (String name : AlgorithmText.NAMES) {
      Algorithm algorithm = AlgorithmText.read(name, Map.of());
      Integer k = algorithm.asksForK() ? K : null;
      cases.add(new Case(name, job -> Clusters.find(sheet, null, request(algorithm, k, 0), job.threads,
          job.context)));
      if (algorithm.asksForK()) {
        cases.add(new Case("choice of k: " + name,
            job -> Clusters.find(sheet, null, request(algorithm, null, 10), job.threads, job.context)));
      }
    }
    cases.add(new Case("t-SNE", job -> {
      try (Workers workers = new Workers(job.threads)) {
        TSne.of(prepared(sheet, workers, job.context), TSne.Parameters.USUAL, 1, workers, job.context);
      }
    }));
    cases.add(new Case("UMAP", job -> {
      try (Workers workers = new Workers(job.threads)) {
        Umap.of(prepared(sheet, workers, job.context), Umap.Parameters.USUAL, 1, workers, job.context);
      }
    }));
    cases.add(new Case("importance: target", job -> {
      try (Workers workers = new Workers(job.threads)) {
        Importances.forTarget(new Sheet(ROWS, sheet.columns().subList(1, DIMS)), sheet.columns().getFirst(),
            1, workers, job.context);
      }
    }));
    cases.add(new Case("importance: clusters", job -> {
      try (Workers workers = new Workers(job.threads)) {
        var prepared = Preparing.of(sheet, pipeline(), workers, job.context);
        double[] centres = Arrays.copyOf(prepared.points().numbers().values(), K * DIMS);
        var model = new Model.Centres(centres, DIMS);
        int[] labels = new int[ROWS];
        Arrays.setAll(labels, row -> model.assign(prepared.points(), row));
        Importances.forClusters(sheet, prepared, labels, model, 1, workers, job.context);
      }
    }));
    cases.add(new Case("rules", job -> {
      try (Workers workers = new Workers(job.threads)) {
        RuleFinder.find(sheet, fields(), members(sheet), new RuleOptions(10, ZoneId.of("UTC")), 1, workers,
            job.context);
      }
    }));
    return cases;
  }

  private static Points prepared(Sheet sheet, Workers workers, JobContext job) {
    return Preparing.of(sheet, pipeline(), workers, Stage.quiet(job)).points().asNumbers();
  }

  private static ClusterRequest request(Algorithm algorithm, @Nullable Integer k, int maxK) {
    return new ClusterRequest(null, pipeline(), algorithm, k, maxK, 1);
  }

  private static Pipeline pipeline() {
    List<Pipeline.FieldSteps> steps = new ArrayList<>();
    for (int d = 0; d < DIMS; d++) {
      steps.add(new Pipeline.FieldSteps("f" + d, Pipeline.Missing.LEAVE_OUT, 0, Pipeline.Shape.AS_IS,
          Pipeline.Scale.STANDARD, Pipeline.Encoding.ONE_HOT, 1));
    }
    return new Pipeline(steps, 0);
  }

  /** Groups of unequal sizes that overlap. */
  private static Sheet sheet() {
    RandomGenerator random = Draws.of(7, Draws.Purpose.SAMPLE);
    double[][] centres = new double[K][];
    Arrays.setAll(centres, _ -> random.doubles(DIMS, -2.5, 2.5).toArray());
    double[][] columns = new double[DIMS][ROWS];
    for (int row = 0; row < ROWS; row++) {
      int group = (int) (K * random.nextDouble() * random.nextDouble());
      for (int d = 0; d < DIMS; d++) {
        columns[d][row] = centres[group][d] + random.nextGaussian();
      }
    }
    List<Sheet.Source> sources = new ArrayList<>();
    for (int d = 0; d < DIMS; d++) {
      sources.add(new Sheet.Numbers("f" + d, columns[d]));
    }
    return new Sheet(ROWS, sources);
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (int d = 0; d < DIMS; d++) {
      fields.add(new Field.OfCustomer("t1.f" + d, "f" + d, ColumnType.DECIMAL, 2, "t1", "f" + d, Role.NONE));
    }
    return fields;
  }

  /** Those whose first two values are high together. */
  private static long[] members(Sheet sheet) {
    double[] first = ((Sheet.Numbers) sheet.columns().get(0)).values();
    double[] second = ((Sheet.Numbers) sheet.columns().get(1)).values();
    long[] members = Bits.of(ROWS);
    for (int row = 0; row < ROWS; row++) {
      if (first[row] + 0.3 * second[row] > 1) {
        Bits.set(members, row);
      }
    }
    return members;
  }
}
