package app.parcelle.engine.cluster.map;

import app.parcelle.engine.cluster.points.Nearest;
import app.parcelle.engine.cluster.points.Neighbours;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * The rows nearest to each row, itself left out.
 *
 * @param k how many a row
 * @param rows k a row, nearest first
 * @param distances of those
 */
record NearestRows(int k, int[] rows, double[] distances) {
  private static final int TASK = 128;

  /** At most {@code most} a row; fewer where there are fewer rows. */
  static NearestRows of(Points points, int most, Workers workers, JobContext job) {
    int count = points.rows();
    int k = Math.min(most, count - 1);
    int[] rows = new int[count * k];
    double[] distances = new double[count * k];
    Neighbours neighbours = Neighbours.of(points, workers, job);
    workers.run(Math.ceilDiv(count, TASK), task -> {
      Nearest nearest = new Nearest(k + 1);
      for (int row = task * TASK; row < Math.min(count, (task + 1) * TASK); row++) {
        job.throwIfCancelled();
        neighbours.nearest(points.values(), row * points.dims(), nearest);
        int at = row * k;
        for (int i = 0; i < nearest.size() && at < (row + 1) * k; i++) {
          if (nearest.row(i) != row) {
            rows[at] = nearest.row(i);
            distances[at++] = Math.sqrt(nearest.squared(i));
          }
        }
      }
    });
    return new NearestRows(k, rows, distances);
  }
}
