package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * K-prototypes: clusters of rows of numbers and categories about prototypes that have a mean for each number and the most
 * frequent value of each category; k-modes where there are no numbers (Huang, <i>Extensions to the k-means algorithm for
 * clustering large data sets with categorical values</i>, Data Mining and Knowledge Discovery 2, 1998). The cost is the sum of
 * the squared distances of the numbers and of gamma times the squared weights of the categories that differ.
 */
public final class Prototypes {
  /** Rows on which starts compete. */
  private static final int SAMPLE = 20_000;

  /** Categories have many optima; up to so many rows more starts cost next to nothing. */
  private static final int FEW = 2_000;
  private static final int STARTS_OF_FEW = 3;

  private Prototypes() {}

  /**
   * The best of several starts, and of three times as many where there are no more than 2,000 rows.
   *
   * @param parameters without a gamma it is half the mean standard deviation of the numbers, as Huang found good; 1 where
   *     there is none
   * @throws Problem when the rows cannot make {@code k} clusters; it says what to change
   */
  public static Partition fit(MixedPoints points, int k, Algorithm.KPrototypes parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, k);
    double gamma = parameters.gamma() == null ? usualGamma(points.numbers()) : parameters.gamma();
    if (!(gamma > 0)) {
      throw new Problem(Message.of("cluster.problem.gamma"));
    }
    double[] mismatches = points.categories()
        .stream()
        .mapToDouble(c -> gamma * c.squaredMismatch())
        .toArray();
    MixedPoints sample = points.rows() <= SAMPLE
        ? points
        : points.pick(Draws.sample(points.rows(), SAMPLE, Draws.of(seed, Draws.Purpose.SAMPLE)));
    int starts = Math.max(1, parameters.starts()) * (sample.rows() <= FEW ? STARTS_OF_FEW : 1);
    PrototypeDescent.Fit best = best(sample, mismatches, k, starts, seed, workers, job);
    if (sample.rows() < points.rows()) {
      best = PrototypeDescent.from(points, best.model(), workers, job);
    }
    return new Partition(k, best.labels(), best.model(), List.of(new Partition.Detail.Cost(best.cost())));
  }

  private static PrototypeDescent.Fit best(MixedPoints points, double[] mismatches, int k, int starts,
      long seed, Workers workers, JobContext job) {
    PrototypeDescent.@Nullable Fit[] tried = new PrototypeDescent.@Nullable Fit[starts];
    AtomicInteger done = new AtomicInteger();
    workers.run(starts, start -> {
      PrototypeStarts from = new PrototypeStarts(points, mismatches, job);
      RandomGenerator random = Draws.of(seed, Draws.Purpose.PROTOTYPE, k, start);
      int[] rows = start == 0
          ? from.dense(k)
          : from.apart(k, start % 2 == 0 ? 2 + (int) Math.log(k) : 1, random);
      try (Workers alone = Workers.inline()) {
        PrototypeDescent.Fit fit = PrototypeDescent.from(points, PrototypeStarts.at(points, rows, mismatches),
            alone, job);
        tried[start] = PrototypeDescent.from(points, PrototypeMoves.from(points, fit, job), alone, job);
      }
      job.progress(done.incrementAndGet(), starts, Message.of("cluster.progress.kmeans", k));
    });
    return Arrays.stream(tried)
        .flatMap(Stream::ofNullable)
        .min(Comparator.comparingDouble(PrototypeDescent.Fit::cost))
        .orElseThrow();
  }

  static double usualGamma(Points numbers) {
    double sum = 0;
    int dims = numbers.dims();
    for (int d = 0; d < dims; d++) {
      double mean = 0;
      for (int row = 0; row < numbers.rows(); row++) {
        mean += numbers.values()[row * dims + d] / numbers.rows();
      }
      double squares = 0;
      for (int row = 0; row < numbers.rows(); row++) {
        double gap = numbers.values()[row * dims + d] - mean;
        squares += gap * gap;
      }
      sum += Math.sqrt(squares / numbers.rows());
    }
    return sum > 0 ? sum / dims / 2 : 1;
  }
}
