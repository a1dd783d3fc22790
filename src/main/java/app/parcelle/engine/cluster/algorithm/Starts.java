package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * K-means from several starts, the best of which is kept and then improved by {@link Swaps}. On many rows the starts compete
 * on a sample, and only the best goes on with all rows.
 */
public final class Starts {
  /** Rows on which starts compete. */
  public static final int SAMPLE = 20_000;

  /** Starts for each number of clusters. */
  public static final int COUNT = 10;

  /** Swaps tried without gain, after which a fit is taken for good. */
  private static final int SWAPS_IN_VAIN = 10;

  private Starts() {}

  /** The best fit for each number of clusters from 2 to {@code maxK}, in that order. */
  public static List<KMeans.Fit> best(Points points, int maxK, int starts, long seed, Workers workers,
      JobContext job) {
    return best(points, 2, maxK, starts, seed, workers, job);
  }

  /** The best fit for each number of clusters from {@code minK} to {@code maxK}, in that order. */
  static List<KMeans.Fit> best(Points points, int minK, int maxK, int starts, long seed, Workers workers,
      JobContext job) {
    boolean all = points.rows() <= SAMPLE;
    Points sample = all
        ? points
        : points.pick(Draws.sample(points.rows(), SAMPLE, Draws.of(seed, Draws.Purpose.SAMPLE)));
    KMeans.@Nullable Fit[] tried = new KMeans.@Nullable Fit[(maxK - minK + 1) * starts];
    AtomicInteger done = new AtomicInteger();
    int total = tried.length + maxK - minK + 1;
    // the largest first, so that no thread is left with a long one at the end
    workers.run(tried.length, task -> {
      int at = tried.length - 1 - task;
      int k = minK + at / starts;
      RandomGenerator random = Draws.of(seed, Draws.Purpose.START, k, at % starts);
      // greedy starts are better on average, plain ones more different from each other
      int candidates = at % starts % 2 == 0 ? 2 + (int) Math.log(k) : 1;
      try (Workers alone = Workers.inline()) {
        double[] start = plusPlus(sample, k, candidates, random, job);
        tried[at] = KMeans.fit(sample, start, KMeans.Patience.USUAL, alone, job);
      }
      job.progress(done.incrementAndGet(), total, Message.of("cluster.progress.kmeans", k));
    });
    List<KMeans.Fit> best = new ArrayList<>();
    for (int k = minK; k <= maxK; k++) {
      KMeans.Fit fit = Swaps.improve(sample,
          least(Arrays.copyOfRange(tried, (k - minK) * starts, (k - minK + 1) * starts)), SWAPS_IN_VAIN,
          Draws.of(seed, Draws.Purpose.SWAP, k), workers, job);
      best.add(all ? fit : KMeans.fit(points, fit.centres(), KMeans.Patience.AFTER_SAMPLE, workers, job));
      job.progress(done.incrementAndGet(), total, Message.of("cluster.progress.kmeans", k));
    }
    return best;
  }

  private static KMeans.Fit least(KMeans.@Nullable Fit[] tried) {
    KMeans.Fit best = null;
    for (KMeans.Fit fit : tried) {
      if (fit != null && (best == null || fit.inertia() < best.inertia())) {
        best = fit;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no start");
    }
    return best;
  }

  /**
   * Centres far from each other: k-means++ (Arthur and Vassilvitskii, SODA 2007).
   *
   * @param candidates drawn for each centre, of which the one that leaves the least inertia is taken
   * @return k x dims, row-major
   */
  public static double[] plusPlus(Points points, int k, int candidates, RandomGenerator random) {
    return plusPlus(points, k, candidates, random, JobContext.silent());
  }

  static double[] plusPlus(Points points, int k, int candidates, RandomGenerator random,
      JobContext job) {
    int dims = points.dims();
    double[] centres = new double[k * dims];
    double[] nearest = new double[points.rows()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    place(points, random.nextInt(points.rows()), centres, 0, nearest);
    for (int j = 1; j < k; j++) {
      double total = Arrays.stream(nearest).sum();
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < candidates; c++) {
        job.throwIfCancelled();
        int row = rowAt(nearest, random.nextDouble() * total);
        double left = leftWith(points, row, nearest, least);
        if (left < least) {
          least = left;
          best = row;
        }
      }
      place(points, best, centres, j, nearest);
    }
    return centres;
  }

  private static void place(Points points, int row, double[] centres, int j, double[] nearest) {
    int dims = points.dims();
    System.arraycopy(points.values(), row * dims, centres, j * dims, dims);
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Math.min(nearest[i], points.squared(i, centres, j * dims));
    }
  }

  static int rowAt(double[] weights, double target) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      if (sum > target) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** The inertia that would be left with this row as a centre; some larger number as soon as it exceeds {@code enough}. */
  private static double leftWith(Points points, int row, double[] nearest, double enough) {
    double left = 0;
    int at = row * points.dims();
    for (int i = 0; i < nearest.length && left < enough; i++) {
      left += Math.min(nearest[i], points.squared(i, points.values(), at));
    }
    return left;
  }
}
