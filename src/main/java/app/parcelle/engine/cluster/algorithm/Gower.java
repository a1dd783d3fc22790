package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

/** K-medoids of rows of numbers and categories, by Gower's distance. */
public final class Gower {
  private Gower() {}

  /** @throws Problem when the rows cannot make {@code k} clusters; it says what to change */
  public static Partition fit(MixedPoints points, int k, Algorithm.Gower parameters, long seed,
      Workers workers, JobContext job) {
    Enough.rows(points, k);
    double[] ranges = GowerDistance.ranges(points.numbers());
    GowerDistance distance = new GowerDistance(points, ranges);
    Medoids.Fit fit = Medoids.fit(points.rows(), (a, b) -> distance.between(points, a, b), k, seed, workers,
        job);
    List<Partition.Detail> details = new ArrayList<>();
    details.add(new Partition.Detail.Cost(fit.cost()));
    if (fit.sampled() < points.rows()) {
      details.add(new Partition.Detail.Sample(fit.sampled()));
    }
    return new Partition(k, fit.labels(), new Model.Gower(points.pick(fit.medoids()), ranges), details);
  }
}
