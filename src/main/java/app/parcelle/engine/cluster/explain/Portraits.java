package app.parcelle.engine.cluster.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.explain.Portrait.Difference;
import app.parcelle.engine.cluster.explain.Portrait.Level;
import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.cluster.explain.Portrait.Mix;
import app.parcelle.engine.cluster.explain.Portrait.Spread;
import app.parcelle.engine.cluster.explain.Portrait.Value;
import app.parcelle.engine.cluster.points.Quantile;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.prepare.Skewness;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** What the members of each cluster have in common, field by field, in the fields' own units. */
public final class Portraits {
  /** Values of a category that a portrait names. */
  public static final int LEVELS = 20;

  private final int[] assignment;
  private final int k;
  /** Where each cluster begins among the customers in one; the last is how many there are. */
  private final int[] starts;
  private final JobContext job;

  private Portraits(int[] assignment, int k, JobContext job) {
    this.assignment = assignment;
    this.k = k;
    this.job = job;
    this.starts = new int[k + 1];
    for (int cluster : assignment) {
      if (cluster > 0) {
        starts[cluster]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
  }

  /**
   * One portrait a cluster, in their order.
   *
   * @param sheet customers x fields, not prepared
   * @param assignment one a row of the sheet: its cluster, 1 to k, or 0 for none
   * @param spending null where it is not known
   */
  public static List<Portrait> of(Sheet sheet, int[] assignment, int k, @Nullable Spending spending,
      Workers workers, JobContext job) {
    return new Portraits(assignment, k, job).of(sheet, spending, workers);
  }

  private List<Portrait> of(Sheet sheet, @Nullable Spending spending, Workers workers) {
    job.progress(0, 1, Message.of("cluster.progress.portraits"));
    int columns = sheet.columns().size();
    Measure[][] measures = new Measure[columns][];
    Mix[][] mixes = new Mix[columns][];
    workers.run(columns, column -> {
      job.throwIfCancelled();
      switch (sheet.columns().get(column)) {
        case Sheet.Numbers numbers -> measures[column] = measures(column, numbers);
        case Sheet.Categories categories -> mixes[column] = mixes(column, categories);
      }
    });
    @Nullable
    Value[] values = spending == null ? new @Nullable Value[k] : values(spending);
    List<Portrait> portraits = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      int cluster = j;
      portraits.add(new Portrait(j + 1, starts[j + 1] - starts[j],
          (double) (starts[j + 1] - starts[j]) / starts[k], values[j],
          Arrays.stream(measures).filter(one -> one != null).map(one -> one[cluster]).toList(),
          Arrays.stream(mixes).filter(one -> one != null).map(one -> one[cluster]).toList()));
    }
    job.progress(1, 1, Message.of("cluster.progress.portraits"));
    return List.copyOf(portraits);
  }

  private Measure[] measures(int column, Sheet.Numbers numbers) {
    double[] grouped = new double[starts[k]];
    int[] next = starts.clone();
    for (int row = 0; row < assignment.length; row++) {
      double value = numbers.values()[row];
      if (assignment[row] > 0 && !Double.isNaN(value)) {
        grouped[next[assignment[row] - 1]++] = value;
      }
    }
    int[] known = IntStream.range(0, k).map(j -> next[j] - starts[j]).toArray();
    double[] all = new double[Arrays.stream(known).sum()];
    Spread[] own = new Spread[k];
    int at = 0;
    for (int j = 0; j < k; j++) {
      job.throwIfCancelled();
      System.arraycopy(grouped, starts[j], all, at, known[j]);
      at += known[j];
      own[j] = spread(grouped, starts[j], next[j]);
    }
    job.throwIfCancelled();
    Spread overall = spread(all, 0, all.length);
    boolean skewed = Skewness.isLessenedByLog(all);
    if (skewed) {
      logarithms(grouped);
      logarithms(all);
    }
    Moments total = Moments.of(all, 0, all.length);
    Measure[] measures = new Measure[k];
    for (int j = 0; j < k; j++) {
      job.throwIfCancelled();
      measures[j] = new Measure(column, numbers.name(), known[j], own[j], overall, skewed,
          difference(Moments.of(grouped, starts[j], next[j]), total));
    }
    return measures;
  }

  private static void logarithms(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.log1p(values[i]);
    }
  }

  /** @param squares the sum of squared deviations from the mean */
  private record Moments(int count, double mean, double squares) {
    static Moments of(double[] values, int from, int to) {
      double mean = Portraits.mean(values, from, to);
      double squares = 0;
      for (int i = from; i < to; i++) {
        squares += (values[i] - mean) * (values[i] - mean);
      }
      return new Moments(to - from, mean, squares);
    }
  }

  /** From the others, whose mean and squares are those of all without the members'. */
  private static Difference difference(Moments own, Moments all) {
    int others = all.count() - own.count();
    if (own.count() == 0 || others == 0) {
      return Difference.UNKNOWN;
    }
    double mean = all.mean() + (all.mean() - own.mean()) * own.count() / others;
    double between = (own.mean() - mean) * (own.mean() - mean) * own.count()
        * ((double) others / all.count());
    return Effects.hedges(own.count(), own.mean(), own.squares(), others, mean,
        Math.max(0, all.squares() - own.squares() - between));
  }

  /** Sorts the stretch. */
  private static Spread spread(double[] values, int from, int to) {
    Arrays.sort(values, from, to);
    return new Spread(mean(values, from, to), Quantile.of(values, from, to, 0.25),
        Quantile.of(values, from, to, 0.5), Quantile.of(values, from, to, 0.75));
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return from == to ? Double.NaN : sum / (to - from);
  }

  private Mix[] mixes(int column, Sheet.Categories categories) {
    int levels = categories.levels().size();
    int[][] counts = new int[k][levels];
    int[] known = new int[k];
    int[] together = new int[levels];
    for (int row = 0; row < assignment.length; row++) {
      int code = categories.codes()[row];
      if (assignment[row] > 0 && code >= 0) {
        counts[assignment[row] - 1][code]++;
        known[assignment[row] - 1]++;
        together[code]++;
      }
    }
    int all = Arrays.stream(known).sum();
    Mix[] mixes = new Mix[k];
    for (int j = 0; j < k; j++) {
      List<Level> found = new ArrayList<>();
      for (int level = 0; level < levels && known[j] > 0; level++) {
        if (together[level] > 0) {
          found.add(new Level(categories.levels().get(level), (double) counts[j][level] / known[j],
              (double) together[level] / all, Effects.lift(counts[j][level], known[j],
                  together[level] - counts[j][level], all - known[j])));
        }
      }
      found.sort(Comparator.comparingDouble((Level level) -> -strength(level))
          .thenComparingDouble(level -> -level.share()));
      mixes[j] = new Mix(column, categories.name(), known[j],
          found.subList(0, Math.min(LEVELS, found.size())));
    }
    return mixes;
  }

  /** How far from 1 the lift surely is, in either direction; 0 where it may be 1. */
  static double strength(Level level) {
    Difference lift = level.lift();
    return lift.low() > 1 ? Math.log(lift.low()) : lift.high() < 1 ? -Math.log(lift.high()) : 0;
  }

  private @Nullable Value[] values(Spending spending) {
    double[] sums = new double[k];
    double[] orders = new double[k];
    int[] known = new int[k];
    for (int row = 0; row < assignment.length; row++) {
      int j = assignment[row] - 1;
      if (j >= 0 && !Double.isNaN(spending.amounts()[row])) {
        sums[j] += spending.amounts()[row];
        known[j]++;
      }
      if (j >= 0 && spending.orders() != null && !Double.isNaN(spending.orders()[row])) {
        orders[j] += spending.orders()[row];
      }
    }
    double total = Arrays.stream(sums).sum();
    @Nullable
    Value[] values = new @Nullable Value[k];
    for (int j = 0; j < k; j++) {
      values[j] = new Value(sums[j], total > 0 ? sums[j] / total : Double.NaN,
          known[j] == 0 ? Double.NaN : sums[j] / known[j], orders[j] > 0 ? sums[j] / orders[j] : Double.NaN);
    }
    return values;
  }
}
