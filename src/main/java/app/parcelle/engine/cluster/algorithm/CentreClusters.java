package app.parcelle.engine.cluster.algorithm;

import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

/** Clusters about centres: k-means, the best of several starts, each row in the cluster of the nearest centre. */
public final class CentreClusters {
  private CentreClusters() {}

  /** @throws Problem when the rows cannot make {@code k} clusters; it says what to change */
  public static Partition fit(Points points, int k, Algorithm.KMeans parameters, long seed, Workers workers,
      JobContext job) {
    Enough.rows(points, k);
    return partition(Starts.best(points, k, k, Math.max(1, parameters.starts()), seed, workers, job).getFirst(),
        points.dims());
  }

  /**
   * One partition for each number of clusters from 2 to {@code maxK}, in that order; up to as many clusters only as there are
   * different rows.
   *
   * @throws Problem when the rows cannot make 2 clusters; it says what to change
   */
  public static List<Partition> range(Points points, int maxK, Algorithm.KMeans parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, Math.min(2, maxK));
    int most = Enough.different(MixedPoints.of(points), maxK);
    return Starts.best(points, 2, most, Math.max(1, parameters.starts()), seed, workers, job)
        .stream()
        .map(fit -> partition(fit, points.dims()))
        .toList();
  }

  private static Partition partition(KMeans.Fit fit, int dims) {
    return new Partition(fit.k(), fit.labels(), new Model.Centres(fit.centres(), dims),
        List.of(new Partition.Detail.Inertia(fit.inertia())));
  }
}
