package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.algorithm.Algorithm.Covariance;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * How well centres explain rows: the Bayesian information criterion of the Gaussian mixture whose components have the means,
 * covariances and sizes of the clusters, so that a crowd is not cut because it is long or denser than the one beside it
 * (Ishioka, <i>An expansion of X-means for automatically determining the optimal number of clusters</i>, 2005). Of round,
 * stretched and slanted components those count that explain best.
 *
 * <p>Rows between two clusters speak against them, as in the integrated criterion of Biernacki, Celeux and Govaert (IEEE
 * Transactions on Pattern Analysis 22, 2000), at half the weight they have there.
 */
final class SplitCriterion {
  /** Rows looked at; so many tell what more would. */
  private static final int SAMPLE = 20_000;
  /** The work of slanted components grows with the square of the dimensions. */
  private static final int MOST_SLANTED = 64;
  /** For each dimension; fewer rows say little of a slant. */
  private static final int ROWS_SLANTED = 2;
  /** Of the variance within clusters. Added to every variance, it keeps equal rows from being a reason to split. */
  private static final double RIDGE = 0.01;
  private static final double BETWEEN = 0.5;

  private final int[] looked;
  private final Points points;
  private final Workers workers;
  private final JobContext job;

  SplitCriterion(Points points, long seed, Workers workers, JobContext job) {
    this.looked = Draws.sample(points.rows(), SAMPLE, Draws.of(seed, Draws.Purpose.SAMPLE));
    this.points = looked.length == points.rows() ? points : points.pick(looked);
    this.workers = workers;
    this.job = job;
  }

  /** Whether the second of two fits to the rows explains them better. */
  boolean better(KMeans.Fit one, KMeans.Fit other) {
    return better(one, other, BETWEEN);
  }

  /** The same where rows between clusters do not speak against them, as where two crowds run into each other. */
  boolean betterOverlapping(KMeans.Fit one, KMeans.Fit other) {
    return better(one, other, 0);
  }

  private boolean better(KMeans.Fit one, KMeans.Fit other, double between) {
    double inertia = Math.max(one.inertia(), other.inertia());
    double ridge = Math.max(Double.MIN_NORMAL, RIDGE * inertia / one.labels().length / points.dims());
    return of(other, ridge, between) > of(one, ridge, between);
  }

  private double of(KMeans.Fit fit, double ridge, double between) {
    int[] labels = Arrays.stream(looked).map(row -> fit.labels()[row]).toArray();
    int[] sizes = new int[fit.k()];
    for (int label : labels) {
      sizes[label]++;
    }
    int least = Arrays.stream(sizes).min().orElse(0);
    int dims = points.dims();
    double best = Math.max(of(labels, fit.k(), Covariance.SPHERICAL, ridge, between),
        of(labels, fit.k(), Covariance.DIAGONAL, ridge, between));
    return dims > MOST_SLANTED || least <= ROWS_SLANTED * dims
        ? best
        : Math.max(best, of(labels, fit.k(), Covariance.FULL, ridge, between));
  }

  private double of(int[] labels, int k, Covariance covariance, double ridge, double between) {
    MixtureStep step = new MixtureStep(points, k, covariance, ridge, workers, job);
    step.take(labels);
    double logLikelihood = step.expect(step.maximise()) * points.rows();
    int free = Model.Mixture.freeNumbers(k, points.dims(), covariance);
    return logLikelihood + between * step.logShares(labels) - free / 2.0 * Math.log(points.rows());
  }
}
