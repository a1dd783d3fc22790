package app.parcelle.engine.cluster.algorithm;

import java.util.List;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

/**
 * K-means that finds how many clusters there are: a cluster is split where the Bayesian information criterion of two groups is
 * better than that of one (Pelleg and Moore, <i>X-means</i>, ICML 2000), by the {@link SplitCriterion}. Where nothing is to be
 * split, all is, once more and more: from a regular crowd of groups no first cut pays, but later ones do. The best of all by
 * the criterion is kept, after neighbours that are better as one were joined.
 */
public final class XMeans {
  private XMeans() {}

  /**
   * One cluster, where no number of clusters up to {@code maxK} is better than one. The seed draws the rows that are looked at
   * where there are very many.
   *
   * @throws Problem when the rows cannot make 2 clusters; it says what to change
   */
  public static Partition fit(Points points, Algorithm.XMeans parameters, long seed, Workers workers,
      JobContext job) {
    Enough.rows(points, Math.min(2, parameters.maxK()));
    Splitting splitting = new Splitting(points, parameters.maxK(),
        (rows, one, two) -> better(rows, one, two, seed, job), workers, job);
    SplitCriterion criterion = new SplitCriterion(points, seed, workers, job);
    KMeans.Fit fit = splitting.one();
    KMeans.Fit best = fit;
    while (true) {
      KMeans.Fit split = splitting.split(fit);
      KMeans.Fit joined = splitting.join(split);
      for (KMeans.Fit found : List.of(split, joined)) {
        best = found.k() != best.k() && criterion.better(best, found) ? found : best;
      }
      KMeans.Fit more = splitting.splitAll(split);
      if (more.k() == split.k()) {
        return Splitting.partition(best.k() == 1 ? two(points, splitting, criterion, best) : best,
            points.dims());
      }
      fit = more;
    }
  }

  private static boolean better(Points rows, KMeans.Fit one, KMeans.Fit two, long seed, JobContext job) {
    try (Workers alone = Workers.inline()) {
      return new SplitCriterion(rows, seed, alone, job).better(one, two);
    }
  }

  /** Two clusters where either would do: of a long crowd, which round groups explain better, or of two that overlap much. */
  private static KMeans.Fit two(Points points, Splitting splitting, SplitCriterion criterion,
      KMeans.Fit one) {
    KMeans.Fit two = splitting.splitAll(one);
    return criterion(points, two) > criterion(points, one) || criterion.betterOverlapping(one, two)
        ? two
        : one;
  }

  /**
   * The criterion of Pelleg and Moore, more is better: the logarithm of the likelihood of round groups of one common variance,
   * less half the logarithm of the rows for each number chosen. The variance is taken per dimension.
   */
  static double criterion(Points points, KMeans.Fit fit) {
    int rows = points.rows();
    int dims = points.dims();
    int k = fit.k();
    if (rows <= k) {
      return Double.NEGATIVE_INFINITY;
    }
    int[] sizes = new int[k];
    for (int label : fit.labels()) {
      sizes[label]++;
    }
    double variance = fit.inertia() / dims / (rows - k);
    double log = -rows * (double) dims / 2 * Math.log(2 * Math.PI * variance) - dims * (double) (rows - k) / 2
        - rows * Math.log(rows);
    for (int size : sizes) {
      log += size == 0 ? 0 : size * Math.log(size);
    }
    int free = k - 1 + k * dims + 1;
    return log - free / 2.0 * Math.log(rows);
  }
}
