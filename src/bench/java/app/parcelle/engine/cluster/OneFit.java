package app.parcelle.engine.cluster;

import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;

import app.parcelle.engine.job.JobContext;

/** One k-means from a k-means++ start, for benchmarks; it stands here because the algorithm is not public. */
public final class OneFit {
  private final Points points;
  private final int k;
  private final int iterations;

  /** @param values rows x dims, row-major */
  public OneFit(double[] values, int rows, int dims, int k, int iterations) {
    this.points = new Points(values, rows, dims);
    this.k = k;
    this.iterations = iterations;
  }

  /** The inertia reached; the start, found on a sample as in a search, is part of the work, as it is for the peer. */
  public double inertia(int threads) {
    try (Workers workers = new Workers(threads)) {
      int[] sample = Draws.sample(points.rows(), Starts.SAMPLE, Draws.of(1, Draws.Purpose.SAMPLE));
      double[] start = Starts.plusPlus(points.pick(sample), k, 3, Draws.of(1, Draws.Purpose.START));
      return KMeans.fit(points, start, new KMeans.Patience(iterations, 0), workers, JobContext.silent())
          .inertia();
    }
  }
}
