package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Every {@link Algorithm}, run by its parameters. */
public final class Algorithms {
  private Algorithms() {}

  /**
   * Finds clusters among the points.
   *
   * @param k how many, for an algorithm that asks for it; null for the others
   * @throws Problem when the points or the parameters do not allow it; it says what to change
   */
  public static Partition fit(MixedPoints points, @Nullable Integer k, Algorithm algorithm, long seed,
      Workers workers, JobContext job) {
    check(points, algorithm);
    Points numbers = points.numbers();
    return switch (algorithm) {
      case Algorithm.KMeans means -> CentreClusters.fit(numbers, asked(k), means, seed, workers, job);
      case Algorithm.KMedoids medoids -> Medoids.fit(numbers, asked(k), medoids, seed, workers, job);
      case Algorithm.KPrototypes prototypes ->
        Prototypes.fit(points, asked(k), prototypes, seed, workers, job);
      case Algorithm.Gower gower -> Gower.fit(points, asked(k), gower, seed, workers, job);
      case Algorithm.GaussianMixture mixture -> Mixture.fit(numbers, asked(k), mixture, seed, workers, job);
      case Algorithm.Hierarchical tree -> Agglomeration.fit(numbers, asked(k), tree, seed, workers, job);
      case Algorithm.Spectral spectral ->
        SpectralClusters.fit(numbers, asked(k), spectral, seed, workers, job);
      case Algorithm.TwoStep steps -> TwoStep.fit(numbers, asked(k), steps, seed, workers, job);
      case Algorithm.XMeans means -> XMeans.fit(numbers, means, seed, workers, job);
      case Algorithm.GMeans means -> GMeans.fit(numbers, means, seed, workers, job);
      case Algorithm.Dbscan density -> DensityClusters.fit(numbers, density, seed, workers, job);
      case Algorithm.Hdbscan density -> HierarchicalDensity.fit(numbers, density, seed, workers, job);
    };
  }

  /**
   * Partitions into 2, 3, ... {@code maxK} clusters, in that order, or to as many as there are different rows; for an algorithm
   * that asks how many.
   *
   * @throws Problem when there are not 2 different rows
   */
  public static List<Partition> range(MixedPoints points, int maxK, Algorithm algorithm, long seed,
      Workers workers, JobContext job) {
    check(points, algorithm);
    return switch (algorithm) {
      case Algorithm.KMeans means ->
        CentreClusters.range(points.numbers(), maxK, means, seed, workers, job);
      case Algorithm.Hierarchical tree ->
        Agglomeration.range(points.numbers(), maxK, tree, seed, workers, job);
      case Algorithm.Spectral spectral ->
        SpectralClusters.range(points.numbers(), maxK, spectral, seed, workers, job);
      case Algorithm.TwoStep steps -> TwoStep.range(points.numbers(), maxK, steps, seed, workers, job);
      default -> oneByOne(points, maxK, algorithm, seed, workers, job);
    };
  }

  private static List<Partition> oneByOne(MixedPoints points, int maxK, Algorithm algorithm, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, Math.min(2, maxK));
    int most = Enough.different(points, maxK);
    List<Partition> found = new ArrayList<>();
    for (int k = 2; k <= most; k++) {
      JobContext stage = new Stage(job, (k - 2.0) / (most - 1), (k - 1.0) / (most - 1));
      found.add(fit(points, k, algorithm, seed, workers, stage));
    }
    return found;
  }

  private static void check(MixedPoints points, Algorithm algorithm) {
    if (!points.categories().isEmpty() && !algorithm.takesCategories()) {
      throw new Problem(Message.of("cluster.problem.categories"));
    }
  }

  private static int asked(@Nullable Integer k) {
    if (k == null || k < 2) {
      throw new Problem(Message.of("cluster.problem.one-cluster"));
    }
    return k;
  }
}
