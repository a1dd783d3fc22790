package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Helps k-means out of a poor optimum, such as one group with two centres beside two groups that share one: a centre is taken
 * from where it saves least and put where one is missed most, as long as that pays. Each swap is weighed exactly, against all
 * centres in one look at the points, as in the local search of Lattanzi and Sohler (<i>A better k-means++ algorithm via local
 * search</i>, ICML 2019); Lloyd's iteration follows, as in random swap (Fränti, <i>Efficiency of random swap clustering</i>,
 * Journal of Big Data 5, 2018).
 */
final class Swaps {
  /** Rows tried as new centres before the best swap is made. */
  private static final int CANDIDATES = 6;
  /** A new centre is moved so often to the mean of the rows that it would win. */
  private static final int MOVES = 2;
  /** Iterations after which a swap has to be better. */
  private static final KMeans.Patience TRIAL = new KMeans.Patience(6, 1e-5);

  private final Points points;
  private final int dims;
  private final int k;
  private final RandomGenerator random;
  private final Workers workers;
  private final JobContext job;

  private KMeans.Fit fit;
  private final double[] first;
  private final double[] second;

  private Swaps(Points points, KMeans.Fit fit, RandomGenerator random, Workers workers, JobContext job) {
    this.points = points;
    this.dims = points.dims();
    this.k = fit.k();
    this.fit = fit;
    this.random = random;
    this.workers = workers;
    this.job = job;
    this.first = new double[points.rows()];
    this.second = new double[points.rows()];
  }

  /**
   * The fit, or a better one.
   *
   * @param inVain swaps tried without gain, after which it ends
   */
  static KMeans.Fit improve(Points points, KMeans.Fit fit, int inVain, RandomGenerator random,
      Workers workers, JobContext job) {
    return new Swaps(points, fit, random, workers, job).run(inVain);
  }

  private KMeans.Fit run(int inVain) {
    measure();
    for (int failed = 0; failed < inVain && Arrays.stream(first).anyMatch(d -> d > 0);) {
      Swap swap = best();
      KMeans.Fit tried = KMeans.fit(points, with(swap), TRIAL, workers, job);
      if (tried.inertia() < fit.inertia() * (1 - 1e-6)) {
        fit = KMeans.fit(points, tried.centres(), KMeans.Patience.USUAL, workers, job);
        failed = 0;
        measure();
      } else {
        failed++;
      }
    }
    return fit;
  }

  /** The squared distances of all rows to their two nearest centres. */
  private void measure() {
    int[] labels = fit.labels();
    workers.run(Workers.blocks(points.rows()),
        block -> NearestTwo.ofBlock(block, points, fit.centres(), job, (two, i) -> {
          labels[two.row(i)] = two.nearest[i];
          first[two.row(i)] = two.first[i];
          second[two.row(i)] = two.second[i];
        }));
  }

  /**
   * A centre to be moved.
   *
   * @param saves in inertia, before any centre adapts; may be less than nothing
   */
  private record Swap(int from, double[] to, double saves) {}

  private Swap best() {
    Swap best = null;
    double total = Arrays.stream(first).sum();
    for (int c = 0; c < CANDIDATES; c++) {
      int row = Starts.rowAt(first, random.nextDouble() * total);
      double[] to = Arrays.copyOfRange(points.values(), row * dims, (row + 1) * dims);
      for (int m = 0; m < MOVES; m++) {
        to = meanOfWon(to);
      }
      Swap swap = weigh(to);
      if (best == null || swap.saves > best.saves) {
        best = swap;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no candidate");
    }
    return best;
  }

  /** The mean of the rows that are nearer to the place than to their centre. */
  private double[] meanOfWon(double[] place) {
    double[][] parts = new double[Workers.blocks(points.rows())][dims + 1];
    workers.run(parts.length, block -> {
      job.throwIfCancelled();
      double[] part = parts[block];
      int end = Workers.blockEnd(block, points.rows());
      for (int row = block * Workers.BLOCK; row < end; row++) {
        if (points.squared(row, place, 0) < first[row]) {
          for (int d = 0; d < dims; d++) {
            part[d] += points.values()[row * dims + d];
          }
          part[dims]++;
        }
      }
    });
    double[] sum = sum(parts);
    if (sum[dims] == 0) {
      return place;
    }
    double[] mean = new double[dims];
    Arrays.setAll(mean, d -> sum[d] / sum[dims]);
    return mean;
  }

  /** Finds the centre that is missed least when there is one at the place. */
  private Swap weigh(double[] place) {
    int[] labels = fit.labels();
    // by centre what its going costs; last what the coming of the new one saves
    double[][] parts = new double[Workers.blocks(points.rows())][k + 1];
    workers.run(parts.length, block -> {
      job.throwIfCancelled();
      double[] part = parts[block];
      int end = Workers.blockEnd(block, points.rows());
      for (int row = block * Workers.BLOCK; row < end; row++) {
        double there = points.squared(row, place, 0);
        double now = Math.min(first[row], there);
        part[k] += first[row] - now;
        part[labels[row]] += Math.min(second[row], there) - now;
      }
    });
    double[] sum = sum(parts);
    int least = 0;
    for (int j = 1; j < k; j++) {
      least = sum[j] < sum[least] ? j : least;
    }
    return new Swap(least, place, sum[k] - sum[least]);
  }

  private static double[] sum(double[][] parts) {
    double[] sum = new double[parts[0].length];
    for (double[] part : parts) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  private double[] with(Swap swap) {
    double[] centres = fit.centres().clone();
    System.arraycopy(swap.to, 0, centres, swap.from * dims, dims);
    return centres;
  }
}
