package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Columns;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Nearest points by looking at all: the work is rows x points x dims. */
final class BruteForce {
  private static final int TILE = 1_024;
  private static final int ROWS = 128;

  private BruteForce() {}

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

  /**
   * The nearest other points of each, nearest first.
   *
   * @param of rows x count
   * @param distances rows x count
   */
  record Others(int count, int[] of, double[] distances) {}

  static Others others(Points points, int count, Workers workers, JobContext job) {
    Columns columns = new Columns(points);
    int rows = points.rows();
    int[] of = new int[rows * count];
    double[] distances = new double[rows * count];
    int tasks = Math.ceilDiv(rows, ROWS);
    workers.run(tasks, task -> {
      double[] squared = new double[TILE];
      double[] place = new double[points.dims()];
      int end = Math.min(rows, (task + 1) * ROWS);
      for (int row = task * ROWS; row < end; row++) {
        job.throwIfCancelled();
        columns.read(row, place);
        others(columns, row, place, squared, of, distances, count);
      }
      if (task % 8 == 0) {
        job.progress(task, tasks, Message.of("cluster.progress.graph"));
      }
    });
    return new Others(count, of, distances);
  }

  private static void others(Columns columns, int row, double[] place, double[] squared, int[] of,
      double[] distances, int count) {
    int start = row * count;
    int last = start + count - 1;
    Arrays.fill(distances, start, last + 1, Double.POSITIVE_INFINITY);
    for (int from = 0; from < columns.rows(); from += TILE) {
      int tile = Math.min(TILE, columns.rows() - from);
      columns.squared(place, from, from + tile, squared);
      for (int i = 0; i < tile; i++) {
        if (squared[i] < distances[last] && from + i != row) {
          int at = last;
          for (; at > start && distances[at - 1] > squared[i]; at--) {
            distances[at] = distances[at - 1];
            of[at] = of[at - 1];
          }
          distances[at] = squared[i];
          of[at] = from + i;
        }
      }
    }
    for (int at = start; at <= last; at++) {
      distances[at] = Math.sqrt(distances[at]);
    }
  }
}
