package app.parcelle.engine.cluster.prepare;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * The rows that are farthest from all others: those with the largest distance to their {@value #NEIGHBOUR}rd neighbour
 * (Ramaswamy, Rastogi and Shim, SIGMOD 2000), so that an outlier is not sheltered by a second one beside it. Beyond
 * {@value #ALL} rows the neighbours are looked for among {@value #SAMPLE} drawn ones (Sugiyama and Borgwardt, NIPS 2013), so that
 * a million rows take a second or two; groups of less than about a hundredth of the customers may then count as far.
 */
final class FarRows {
  private static final int NEIGHBOUR = 3;
  private static final int ALL = 2_048;
  private static final int SAMPLE = 512;

  private final MixedPoints points;
  private final int[] sample;

  /** Dimension by dimension, so that one row is measured against the whole sample in long loops. */
  private final double[][] sampled;

  private FarRows(MixedPoints points) {
    this.points = points;
    this.sample = Draws.sample(points.rows(), points.rows() <= ALL ? ALL : SAMPLE,
        Draws.of(points.rows(), Draws.Purpose.SAMPLE));
    Points numbers = points.numbers();
    this.sampled = new double[numbers.dims()][sample.length];
    for (int d = 0; d < sampled.length; d++) {
      for (int s = 0; s < sample.length; s++) {
        sampled[d][s] = numbers.values()[sample[s] * numbers.dims() + d];
      }
    }
  }

  /**
   * Whether each row is one of the {@code count} farthest; of equally far ones the first count.
   *
   * @param count less than the rows
   */
  static boolean[] of(MixedPoints points, int count, Workers workers, JobContext job) {
    boolean[] far = new boolean[points.rows()];
    if (count == 0) {
      return far;
    }
    double[] distances = new FarRows(points).distances(workers, job);
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length - count];
    int left = count;
    for (int row = 0; row < far.length; row++) {
      far[row] = distances[row] > least;
      left -= far[row] ? 1 : 0;
    }
    for (int row = 0; row < far.length && left > 0; row++) {
      if (distances[row] == least) {
        far[row] = true;
        left--;
      }
    }
    return far;
  }

  private double[] distances(Workers workers, JobContext job) {
    double[] distances = new double[points.rows()];
    workers.run(Workers.blocks(distances.length), block -> {
      double[] squared = new double[sample.length];
      double[] nearest = new double[NEIGHBOUR];
      for (int row = block * Workers.BLOCK; row < Workers.blockEnd(block, distances.length); row++) {
        if (row % 256 == 0) {
          job.throwIfCancelled();
        }
        measure(row, squared);
        distances[row] = last(nearest, squared, row);
      }
    });
    return distances;
  }

  private void measure(int row, double[] squared) {
    Arrays.fill(squared, 0);
    for (int d = 0; d < sampled.length; d++) {
      double value = points.numbers().values()[row * sampled.length + d];
      double[] others = sampled[d];
      for (int s = 0; s < squared.length; s++) {
        double gap = value - others[s];
        squared[s] += gap * gap;
      }
    }
    for (MixedPoints.Category category : points.categories()) {
      int code = category.codes()[row];
      for (int s = 0; s < squared.length; s++) {
        squared[s] += category.codes()[sample[s]] == code ? 0 : category.squaredMismatch();
      }
    }
  }

  /** The squared distance to the last of the nearest neighbours, the row itself not counted. */
  private double last(double[] nearest, double[] squared, int row) {
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int s = 0; s < squared.length; s++) {
      if (squared[s] < nearest[NEIGHBOUR - 1] && sample[s] != row) {
        int at = NEIGHBOUR - 1;
        while (at > 0 && nearest[at - 1] > squared[s]) {
          nearest[at] = nearest[at - 1];
          at--;
        }
        nearest[at] = squared[s];
      }
    }
    return nearest[NEIGHBOUR - 1];
  }
}
