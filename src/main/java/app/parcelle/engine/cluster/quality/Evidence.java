package app.parcelle.engine.cluster.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Whether the points show clusters, and how many. K-means cuts any cloud into pieces; the pieces are clusters only when their
 * silhouette is clearly better than what the same procedure reaches on data without clusters ({@link NoClusters}).
 *
 * @param k the number recommended; empty where the points show no clusters
 * @param reason why, in words
 */
public record Evidence(OptionalInt k, Message reason) {
  /** Rows that are compared with data without clusters. */
  public static final int ROWS = 1_000;

  /** Fewer rows say nothing. */
  public static final int FEWEST = 30;

  /** Data sets of each kind without clusters. */
  private static final int REFERENCES = 10;

  /** Starts of each k-means, on the points and the references alike. */
  private static final int STARTS = 3;

  /** How much better a silhouette has to be at least. */
  private static final double MARGIN = 0.05;

  /** And in standard deviations of the references. */
  private static final double DEVIATIONS = 4;

  /** The share of all rows that a cluster needs: a few rows far away are outliers. */
  private static final double SMALLEST = 0.01;

  private static final int FEWEST_IN_GROUP = 5;

  /**
   * @param fits for k from 2 on
   * @param silhouettes of the fits
   */
  public static Evidence weigh(Points points, List<KMeans.Fit> fits, double[] silhouettes, long seed,
      Workers workers, JobContext job) {
    if (points.rows() < FEWEST) {
      return new Evidence(OptionalInt.empty(), Message.of("cluster.reason.few", points.rows(), FEWEST));
    }
    Points sample = points
        .pick(Draws.sample(points.rows(), ROWS, Draws.of(seed, Draws.Purpose.REFERENCE, -1)));
    double[][] reached = references(sample, fits.size() + 1, seed, workers, job);
    double[] own = trial(sample, fits.size() + 1, seed, job);
    List<Candidate> candidates = IntStream.range(0, own.length)
        .mapToObj(i -> Candidate.of(fits.get(i), own[i], silhouettes[i], Bar.of(reached, i)))
        .toList();
    if (candidates.stream().noneMatch(Candidate::clear)) {
      Candidate shown = Collections.max(candidates, Comparator.comparingDouble(Candidate::silhouette));
      return new Evidence(OptionalInt.empty(), shown.reason("cluster.reason.none"));
    }
    // once there are groups, their number is the one that separates them best
    Candidate best = candidates.stream()
        .filter(Candidate::better)
        .max(Comparator.comparingDouble(Candidate::silhouette))
        .orElseThrow();
    return new Evidence(OptionalInt.of(best.k), best.reason("cluster.reason.clear"));
  }

  /**
   * One number of clusters.
   *
   * @param silhouette of the clusters on all rows
   * @param without what data without clusters reaches
   * @param better by the margin
   * @param clear by so much that it is no chance
   */
  private record Candidate(int k, double silhouette, double without, boolean better,
      boolean clear) {
    static Candidate of(KMeans.Fit fit, double compared, double silhouette, Bar bar) {
      // the worse of the two, so that a lucky draw of outliers does not pass
      double excess = Math.min(compared, silhouette) - bar.level;
      boolean groups = smallest(fit) >= Math.max(FEWEST_IN_GROUP, SMALLEST * fit.labels().length);
      return new Candidate(fit.k(), silhouette, bar.level, groups && excess > MARGIN,
          groups && excess > bar.needed);
    }

    Message reason(String key) {
      return Message.of(key, k, silhouette, without);
    }
  }

  /**
   * What data without clusters reaches with one k.
   *
   * @param level on average
   * @param needed how much better is no chance
   */
  private record Bar(double level, double needed) {
    /** @param reached one data set a row, those of the first kind first */
    static Bar of(double[][] reached, int i) {
      Bar first = ofKind(reached, 0, i);
      Bar second = ofKind(reached, REFERENCES, i);
      double level = Math.max(first.level, second.level);
      return new Bar(level, Math.max(first.level + first.needed, second.level + second.needed) - level);
    }

    private static Bar ofKind(double[][] reached, int from, int i) {
      double[] values = IntStream.range(from, from + REFERENCES).mapToDouble(r -> reached[r][i]).toArray();
      double mean = Arrays.stream(values).average().orElseThrow();
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double deviation = Math.sqrt(squares / (values.length - 1));
      return new Bar(mean, Math.max(MARGIN, DEVIATIONS * deviation));
    }
  }

  private static double[][] references(Points sample, int maxK, long seed, Workers workers, JobContext job) {
    NoClusters without = new NoClusters(sample);
    double[][] reached = new double[2 * REFERENCES][];
    workers.run(reached.length, r -> {
      var random = Draws.of(seed, Draws.Purpose.REFERENCE, r);
      Points reference = r < REFERENCES ? without.likeColumns(random) : without.inBox(random);
      reached[r] = trial(reference, maxK, seed, job);
    });
    return reached;
  }

  private static double[] trial(Points points, int maxK, long seed, JobContext job) {
    try (Workers alone = Workers.inline()) {
      List<int[]> labels = new ArrayList<>();
      Starts.best(points, maxK, STARTS, seed, alone, Stage.quiet(job))
          .forEach(fit -> labels.add(fit.labels()));
      return Silhouette.means(points, labels, alone, job);
    }
  }

  private static int smallest(KMeans.Fit fit) {
    int[] sizes = new int[fit.k()];
    for (int label : fit.labels()) {
      sizes[label]++;
    }
    return Arrays.stream(sizes).min().orElse(0);
  }
}
