package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import smile.stat.distribution.GaussianDistribution;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * K-means that finds how many clusters there are: a cluster is split where its rows, seen along the line between the two
 * halves, are not normally distributed (Hamerly and Elkan, <i>Learning the k in k-means</i>, NIPS 2003), by the test of
 * Anderson and Darling. A group that was cut off from several others leaves pieces behind: in the end, neighbours that look
 * normal together are joined again.
 */
public final class GMeans {
  /** Fewer rows are no evidence against any distribution. */
  private static final int FEW = 8;

  private GMeans() {}

  /**
   * One cluster, where all rows look normal. Nothing is drawn, so the seed changes nothing.
   *
   * @throws Problem when the rows cannot make 2 clusters, or the significance is not between 0 and 1; it says what to change
   */
  public static Partition fit(Points points, Algorithm.GMeans parameters, long seed, Workers workers,
      JobContext job) {
    Enough.rows(points, Math.min(2, parameters.maxK()));
    double significance = parameters.significance();
    if (!(significance > 0 && significance < 1)) {
      throw new Problem(Message.of("cluster.problem.significance"));
    }
    Splitting splitting = new Splitting(points, parameters.maxK(),
        (rows, _, two) -> probability(along(rows, two.centres())) < significance, workers, job);
    return Splitting.partition(splitting.join(splitting.split(splitting.one())), points.dims());
  }

  /** Where rows are on the line through two centres. */
  private static double[] along(Points rows, double[] centres) {
    int dims = rows.dims();
    double[] along = new double[rows.rows()];
    for (int row = 0; row < along.length; row++) {
      for (int d = 0; d < dims; d++) {
        along[row] += rows.values()[row * dims + d] * (centres[d] - centres[dims + d]);
      }
    }
    return along;
  }

  /**
   * How probably normal numbers, whose mean and deviation nobody knows, are as far from a normal distribution as these, by the
   * approximation of Stephens (D'Agostino and Stephens, <i>Goodness-of-fit techniques</i>, 1986, table 4.9); 1 where they are
   * too few or all the same.
   */
  static double probability(double[] numbers) {
    double statistic = statistic(numbers);
    if (statistic < 0.2) {
      return 1 - Math.exp(-13.436 + 101.14 * statistic - 223.73 * statistic * statistic);
    }
    if (statistic < 0.34) {
      return 1 - Math.exp(-8.318 + 42.796 * statistic - 59.938 * statistic * statistic);
    }
    if (statistic < 0.6) {
      return Math.exp(0.9177 - 4.279 * statistic - 1.38 * statistic * statistic);
    }
    // the parabola would turn and rise where there is no doubt left
    return statistic > 13 ? 0 : Math.exp(1.2937 - 5.709 * statistic + 0.0186 * statistic * statistic);
  }

  /** Anderson's and Darling's statistic for unknown mean and deviation, corrected for the number of rows. */
  static double statistic(double[] numbers) {
    int n = numbers.length;
    double mean = Arrays.stream(numbers).average().orElse(0);
    double deviation = Math.sqrt(Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / (n - 1));
    if (n < FEW || !(deviation > 0)) {
      return 0;
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    GaussianDistribution normal = GaussianDistribution.getInstance();
    double[] below = Arrays.stream(sorted)
        .map(x -> Math.clamp(normal.cdf((x - mean) / deviation), 1e-300, 1 - 1e-16))
        .toArray();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (2 * i + 1) * (Math.log(below[i]) + Math.log1p(-below[n - 1 - i]));
    }
    return (-n - sum / n) * (1 + 0.75 / n + 2.25 / n / n);
  }
}
