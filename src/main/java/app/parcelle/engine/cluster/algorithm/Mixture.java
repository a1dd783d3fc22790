package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.algorithm.Algorithm.Covariance;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A Gaussian mixture by expectation maximisation, from k-means. Tolerance, regularisation and number of iterations are
 * scikit-learn's, so that the same start gives the same mixture.
 */
public final class Mixture {
  private static final int ITERATIONS = 100;
  /** Of the mean logarithm of the likelihood; a smaller gain ends the iteration. */
  private static final double TOLERANCE = 1e-3;
  /** Rows on which starts compete. */
  private static final int SAMPLE = 20_000;
  /** Multiplications of one iteration; beyond, the mixture is found on a sample of the rows. */
  private static final double WORK = 5e10;
  /** For each number that a mixture is free to choose; with fewer, the likelier of two mixtures is the luckier one. */
  private static final int VALUES = 10;

  /** @param logLikelihood on average of a row */
  record Fit(Model.Mixture mixture, double logLikelihood, int[] labels) {}

  private Mixture() {}

  /**
   * Clusters are the components that are the likeliest of at least one row: there may be fewer than {@code k}. Several starts
   * compete by likelihood only where there are values enough for it to tell.
   *
   * @throws Problem when the rows cannot make {@code k} clusters; it says what to change
   */
  public static Partition fit(Points points, int k, Algorithm.GaussianMixture parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, k);
    boolean triangle = parameters.covariance() == Covariance.FULL
        || parameters.covariance() == Covariance.TIED;
    double workOfRow = (double) k * points.dims() * (triangle ? points.dims() : 1);
    int rows = (int) Math.min(points.rows(), WORK / workOfRow);
    Points looked = sample(points, rows, seed, 0);
    Fit best = best(looked, k, parameters, seed, workers, job);
    Model.Mixture mixture = best.mixture.without(unused(best));
    MixtureStep all = new MixtureStep(points, mixture.k(), parameters.covariance(), workers, job);
    double logLikelihood = all.expect(mixture) * points.rows();
    double bic = Math.log(points.rows())
        * Model.Mixture.freeNumbers(mixture.k(), points.dims(), parameters.covariance()) - 2 * logLikelihood;
    Partition.Detail likelihood = new Partition.Detail.Likelihood(logLikelihood, bic);
    return new Partition(mixture.k(), all.labels(), mixture,
        looked.rows() == points.rows()
            ? List.of(likelihood)
            : List.of(likelihood, new Partition.Detail.Sample(rows)));
  }

  private static Fit best(Points points, int k, Algorithm.GaussianMixture parameters, long seed,
      Workers workers, JobContext job) {
    int free = Model.Mixture.freeNumbers(k, points.dims(), parameters.covariance());
    boolean telling = points.values().length >= (double) VALUES * free;
    int starts = telling ? Math.max(1, parameters.starts()) : 1;
    Points sample = starts == 1 ? points : sample(points, SAMPLE, seed, 1);
    Fit best = null;
    for (int start = 0; start < starts; start++) {
      double from = (double) start / (starts + 1);
      double to = starts == 1 ? 1 : (start + 1.0) / (starts + 1);
      int[] labels = start(sample, k, start, seed, workers, job);
      Fit fit = from(sample, labels, k, parameters.covariance(), workers, new Stage(job, from, to));
      if (best == null || fit.logLikelihood > best.logLikelihood) {
        best = fit;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no start");
    }
    if (sample.rows() == points.rows()) {
      return best;
    }
    return from(points, best.mixture, workers, new Stage(job, starts / (starts + 1.0), 1));
  }

  private static Points sample(Points points, int rows, long seed, int which) {
    return points.rows() <= rows
        ? points
        : points.pick(Draws.sample(points.rows(), rows, Draws.of(seed, Draws.Purpose.SAMPLE, which)));
  }

  /** Clusters of k-means: the best ones first, then such as a single start finds, to be different. */
  private static int[] start(Points points, int k, int start, long seed, Workers workers, JobContext job) {
    JobContext quiet = Stage.quiet(job);
    if (start == 0) {
      return Starts.best(points, k, k, Starts.COUNT, seed, workers, quiet).getFirst().labels();
    }
    double[] centres = Starts.plusPlus(points, k, 1, Draws.of(seed, Draws.Purpose.MIXTURE, start), quiet);
    return KMeans.fit(points, centres, KMeans.Patience.USUAL, workers, quiet).labels();
  }

  /** The mixture that expectation maximisation reaches from clusters. */
  static Fit from(Points points, int[] labels, int k, Covariance covariance, Workers workers,
      JobContext job) {
    MixtureStep step = new MixtureStep(points, k, covariance, workers, job);
    step.take(labels);
    return climb(step, step.maximise(), job);
  }

  private static Fit from(Points points, Model.Mixture start, Workers workers, JobContext job) {
    return climb(new MixtureStep(points, start.k(), start.covariance(), workers, job), start, job);
  }

  private static Fit climb(MixtureStep step, Model.Mixture start, JobContext job) {
    Model.Mixture mixture = start;
    double reached = Double.NEGATIVE_INFINITY;
    for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
      double before = reached;
      reached = step.expect(mixture);
      if (!Double.isFinite(reached)) {
        throw new Problem(Message.of("cluster.problem.mixture"));
      }
      mixture = step.maximise();
      job.progress(iteration, ITERATIONS, Message.of("cluster.progress.mixture", mixture.k()));
      if (Math.abs(reached - before) < TOLERANCE) {
        break;
      }
    }
    step.expect(mixture);
    return new Fit(mixture, reached, step.labels());
  }

  /** Which components are the likeliest of no row. */
  private static boolean[] unused(Fit fit) {
    boolean[] unused = new boolean[fit.mixture.k()];
    Arrays.fill(unused, true);
    for (int label : fit.labels) {
      unused[label] = false;
    }
    return unused;
  }
}
