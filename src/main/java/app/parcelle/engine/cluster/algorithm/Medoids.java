package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * K-medoids: clusters about rows that are typical, so that any distance will do. Several starts, drawn far from each other as
 * k-means++ does, are improved by {@link FasterPam}, and one that costs clearly less than those before it is kept.
 *
 * <p>All distances are kept, so beyond {@link #ROWS} rows medoids are looked for in several samples, and those that suit all
 * rows best are kept (CLARA: Kaufman and Rousseeuw, <i>Finding Groups in Data</i>, 1990, chapter 3).
 */
public final class Medoids {
  /** Rows of which all distances are kept: 256 MB. */
  public static final int ROWS = 8_000;

  /**
   * The share of a cluster's usual cost that another start has to save. Less than that is no group that was missed, and leads
   * away from the truth as often as towards it.
   */
  private static final double WORTH = 0.1;

  private static final int SAMPLES = 3;
  private static final int MOST_STARTS = 10;
  private static final int LEAST_STARTS = 3;
  /** Distances looked at by one pass of each start. */
  private static final int PASSES = 10_000_000;

  private Medoids() {}

  /** How far two rows are from each other: symmetric, not negative, 0 for a row and itself. May be asked by any thread. */
  public interface Distance {
    double between(int a, int b);
  }

  /**
   * What came out.
   *
   * @param medoids rows, one a cluster
   * @param labels of each row the nearest medoid, as a place in {@code medoids}
   * @param cost the sum of the distances of the rows to their medoids
   * @param sampled rows among which medoids were looked for; as many as there are when that was all
   */
  public record Fit(int[] medoids, int[] labels, double cost, int sampled) {}

  /**
   * Medoids by Euclidean distance.
   *
   * @throws app.parcelle.engine.message.Problem when there are not {@code k} different rows
   */
  public static Partition fit(Points points, int k, Algorithm.KMedoids parameters, long seed, Workers workers,
      JobContext job) {
    Enough.rows(points, k);
    double[] values = points.values();
    int dims = points.dims();
    Fit fit = fit(points.rows(), (a, b) -> Math.sqrt(points.squared(a, values, b * dims)), k, seed, workers,
        job);
    List<Partition.Detail> details = new ArrayList<>();
    details.add(new Partition.Detail.Cost(fit.cost()));
    if (fit.sampled() < points.rows()) {
      details.add(new Partition.Detail.Sample(fit.sampled()));
    }
    Model model = new Model.Centres(points.pick(fit.medoids()).values(), dims);
    return new Partition(k, fit.labels(), model, details);
  }

  /** Medoids of rows of which at least {@code k}, 2 or more, are apart from each other. */
  public static Fit fit(int rows, Distance distance, int k, long seed, Workers workers, JobContext job) {
    return fit(rows, ROWS, distance, k, seed, workers, job);
  }

  /** @param limit rows of which all distances are kept */
  static Fit fit(int rows, int limit, Distance distance, int k, long seed, Workers workers, JobContext job) {
    if (rows <= limit) {
      int[] all = Draws.sample(rows, rows, Draws.of(seed, Draws.Purpose.SAMPLE));
      return assign(rows, among(all, distance, k, seed, workers, job), distance, rows, workers, job);
    }
    Fit best = null;
    for (int s = 0; s < SAMPLES; s++) {
      JobContext stage = new Stage(job, (double) s / SAMPLES, (s + 1.0) / SAMPLES);
      // half the rows that could be, because the work goes with their square
      int[] sample = Draws.sample(rows, limit / 2, Draws.of(seed, Draws.Purpose.SAMPLE, s));
      int[] medoids = among(sample, distance, k, seed + s, workers, stage);
      Fit fit = assign(rows, medoids, distance, sample.length, workers, job);
      if (best == null || fit.cost() < best.cost()) {
        best = fit;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no sample");
    }
    return best;
  }

  private static int[] among(int[] sample, Distance distance, int k, long seed, Workers workers,
      JobContext job) {
    float[][] distances = distances(sample, distance, workers, job);
    int starts = Math.clamp(PASSES / ((long) sample.length * sample.length), LEAST_STARTS, MOST_STARTS);
    FasterPam.@Nullable Swapped[] tried = new FasterPam.@Nullable Swapped[starts];
    job.progress(1, 2, Message.of("cluster.progress.medoids"));
    workers.run(starts, start -> {
      RandomGenerator random = Draws.of(seed, Draws.Purpose.START, k, start);
      tried[start] = FasterPam.from(distances, apart(distances, k, random), job);
    });
    FasterPam.Swapped best = null;
    for (FasterPam.Swapped swapped : tried) {
      if (swapped != null && (best == null || swapped.cost() < best.cost() * (1 - WORTH / k))) {
        best = swapped;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no start");
    }
    return Arrays.stream(best.medoids()).map(m -> sample[m]).toArray();
  }

  private static float[][] distances(int[] sample, Distance distance, Workers workers, JobContext job) {
    float[][] distances = new float[sample.length][sample.length];
    workers.run(sample.length, a -> {
      job.throwIfCancelled();
      for (int b = 0; b < a; b++) {
        distances[a][b] = (float) distance.between(sample[a], sample[b]);
      }
    });
    workers.run(sample.length, a -> {
      job.throwIfCancelled();
      for (int b = a + 1; b < sample.length; b++) {
        distances[a][b] = distances[b][a];
      }
    });
    return distances;
  }

  /** Rows drawn one after the other, the farther from those before the likelier; different ones. */
  private static int[] apart(float[][] distances, int k, RandomGenerator random) {
    int rows = distances.length;
    int[] chosen = new int[k];
    float[] nearest = new float[rows];
    Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    boolean[] taken = new boolean[rows];
    int next = random.nextInt(rows);
    for (int m = 0; m < k; m++) {
      chosen[m] = next;
      taken[next] = true;
      double total = 0;
      for (int row = 0; row < rows; row++) {
        nearest[row] = Math.min(nearest[row], distances[next][row]);
        total += taken[row] ? 0 : nearest[row];
      }
      double target = random.nextDouble() * total;
      next = -1;
      for (int row = 0; row < rows && target >= 0; row++) {
        if (!taken[row]) {
          next = row;
          target -= nearest[row];
        }
      }
    }
    return chosen;
  }

  private static Fit assign(int rows, int[] medoids, Distance distance, int sampled, Workers workers,
      JobContext job) {
    int[] labels = new int[rows];
    double[] costs = new double[Workers.blocks(rows)];
    workers.run(costs.length, block -> {
      job.throwIfCancelled();
      int end = Workers.blockEnd(block, rows);
      for (int row = block * Workers.BLOCK; row < end; row++) {
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < medoids.length; m++) {
          double apart = distance.between(row, medoids[m]);
          if (apart < least) {
            least = apart;
            labels[row] = m;
          }
        }
        costs[block] += least;
      }
    });
    return new Fit(medoids, labels, Arrays.stream(costs).sum(), sampled);
  }
}
