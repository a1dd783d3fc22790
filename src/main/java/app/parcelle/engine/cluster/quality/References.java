package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * What an algorithm reaches on points and, beside it, on data like them but without clusters ({@link NoClusters}).
 *
 * @param own on the points
 * @param likeColumns on data with the columns' own shapes
 * @param inBox on data that is uniform in the box of the principal components
 */
record References(Trial own, List<Trial> likeColumns, List<Trial> inBox) {
  /** Data sets of each kind without clusters. */
  private static final int EACH = 10;

  /**
   * @param silhouettes for k from 2 on
   * @param logInertia for k from 1 on
   */
  record Trial(double[] silhouettes, double[] logInertia) {}

  static References of(Points points, int maxK, Choice.Refit refit, long seed, Workers workers,
      JobContext job) {
    NoClusters without = new NoClusters(points, job);
    Trial[] trials = new Trial[1 + 2 * EACH];
    workers.run(trials.length, t -> {
      var random = Draws.of(seed, Draws.Purpose.REFERENCE, t - 1);
      Points tried = t == 0
          ? points
          : t <= EACH ? without.likeColumns(random, job) : without.inBox(random, job);
      trials[t] = trial(tried, maxK, refit, seed, job);
    });
    List<Trial> all = List.of(trials);
    return new References(all.getFirst(), all.subList(1, 1 + EACH), all.subList(1 + EACH, all.size()));
  }

  /** The gap statistic on the box. */
  Gap gap() {
    return Gap.of(own.logInertia, inBox.stream().map(Trial::logInertia).toArray(double[][]::new));
  }

  private static Trial trial(Points points, int maxK, Choice.Refit refit, long seed, JobContext job) {
    try (Workers alone = Workers.inline()) {
      List<int[]> labels = new ArrayList<>();
      Choice.Refit.ByK refitted = refit.upTo(points, maxK, seed);
      double[] logInertia = new double[maxK];
      for (int k = 1; k <= maxK; k++) {
        job.throwIfCancelled();
        int[] found = refitted.labels(k);
        double inertia = Groups.of(points, found, alone, job).within();
        // rows that are all alike leave none: then as little as can be told from rounding
        logInertia[k - 1] = Math.log(Math.max(inertia, Double.MIN_NORMAL));
        if (k > 1) {
          labels.add(found);
        }
      }
      double[] silhouettes = Silhouette.means(points, labels, alone, job);
      return new Trial(Arrays.stream(silhouettes).map(s -> Double.isNaN(s) ? -1 : s).toArray(), logInertia);
    }
  }
}
