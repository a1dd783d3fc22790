package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.cluster.points.Columns;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Nearest points by looking at all: the work is rows x points x dims. */
final class Nearest {
  private static final int TILE = 1_024;
  private static final int ROWS = 128;

  private Nearest() {}

  /** Of each row the nearest of the points; of several as near the first. */
  static int[] of(Points points, Points rows, Workers workers, JobContext job) {
    Columns columns = new Columns(points);
    int[] nearest = new int[rows.rows()];
    int tasks = Math.ceilDiv(rows.rows(), ROWS);
    workers.run(tasks, task -> {
      job.throwIfCancelled();
      double[] squared = new double[TILE];
      double[] place = new double[rows.dims()];
      int end = Math.min(rows.rows(), (task + 1) * ROWS);
      for (int row = task * ROWS; row < end; row++) {
        System.arraycopy(rows.values(), row * rows.dims(), place, 0, place.length);
        nearest[row] = nearest(columns, place, squared);
      }
      if (task % 64 == 0) {
        job.progress(task, tasks, Message.of("cluster.progress.assign"));
      }
    });
    return nearest;
  }

  private static int nearest(Columns columns, double[] place, double[] squared) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int from = 0; from < columns.rows(); from += TILE) {
      int count = Math.min(TILE, columns.rows() - from);
      columns.squared(place, from, from + count, squared);
      for (int i = 0; i < count; i++) {
        if (squared[i] < least) {
          least = squared[i];
          best = from + i;
        }
      }
    }
    return best;
  }
}
