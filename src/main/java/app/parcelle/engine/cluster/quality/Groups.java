package app.parcelle.engine.cluster.quality;

import java.util.Arrays;

import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * The rows of each cluster taken together, on which most measures of quality rest. Rows of noise ({@link Partition#NOISE}) are
 * left out, as users of scikit-learn leave them out; a label that no row has is an empty cluster, and no measure counts it.
 *
 * @param dims numbers a row
 * @param sizes rows of each cluster
 * @param centres mean of each cluster, clusters x dims, row-major; 0 for an empty cluster
 * @param radii mean distance of each cluster's rows to its centre
 * @param within the sum of squared distances of all rows to their centres
 */
public record Groups(int dims, int[] sizes, double[] centres, double[] radii, double within) {
  /** Numbers that the partial sums of all tasks may hold together. */
  private static final int SUMS = 4_000_000;

  /** @param labels one a row, from 0, or noise */
  public static Groups of(Points points, int[] labels, Workers workers, JobContext job) {
    int k = Arrays.stream(labels).max().orElse(Partition.NOISE) + 1;
    int dims = points.dims();
    int[] sizes = new int[k];
    for (int label : labels) {
      if (label != Partition.NOISE) {
        sizes[label]++;
      }
    }
    double[] centres = summed(points.rows(), k * dims, workers, job, (row, sum) -> {
      int at = labels[row] * dims;
      for (int d = 0; at >= 0 && d < dims; d++) {
        sum[at + d] += points.values()[row * dims + d];
      }
    });
    for (int i = 0; i < centres.length; i++) {
      centres[i] = sizes[i / dims] == 0 ? 0 : centres[i] / sizes[i / dims];
    }
    double[] apart = summed(points.rows(), k + 1, workers, job, (row, sum) -> {
      int label = labels[row];
      if (label != Partition.NOISE) {
        double squared = points.squared(row, centres, label * dims);
        sum[label] += Math.sqrt(squared);
        sum[k] += squared;
      }
    });
    double[] radii = new double[k];
    Arrays.setAll(radii, j -> sizes[j] == 0 ? 0 : apart[j] / sizes[j]);
    return new Groups(dims, sizes, centres, radii, apart[k]);
  }

  /** How many clusters have a row. */
  public int filled() {
    return (int) Arrays.stream(sizes).filter(size -> size > 0).count();
  }

  /** Rows in a cluster. */
  public int rows() {
    return Arrays.stream(sizes).sum();
  }

  /** Rows of the smallest cluster that has any; 0 where all is noise. */
  public int smallest() {
    return Arrays.stream(sizes).filter(size -> size > 0).min().orElse(0);
  }

  /** The sum of squared distances of the centres to the mean of all rows, each counted once a row. */
  public double between() {
    double[] mean = new double[dims];
    int rows = rows();
    for (int i = 0; i < centres.length; i++) {
      mean[i % dims] += centres[i] * sizes[i / dims] / rows;
    }
    double sum = 0;
    for (int i = 0; i < centres.length; i++) {
      double gap = centres[i] - mean[i % dims];
      sum += sizes[i / dims] * gap * gap;
    }
    return sum;
  }

  /** Squared distance between two centres. */
  double squared(int one, int other) {
    return new Points(centres, sizes.length, dims).squared(one, centres, other * dims);
  }

  private interface Adding {
    void add(int row, double[] sum);
  }

  /** Sums over all rows; which rows are added together depends on their number only, not on the threads. */
  private static double[] summed(int rows, int width, Workers workers, JobContext job, Adding adding) {
    int tasks = Math.clamp(SUMS / Math.max(1, width), 1, Math.max(1, Workers.blocks(rows)));
    double[][] parts = new double[tasks][];
    workers.run(tasks, task -> {
      double[] sum = new double[width];
      int end = (int) ((task + 1L) * rows / tasks);
      for (int row = (int) ((long) task * rows / tasks); row < end; row++) {
        if (row % Workers.BLOCK == 0) {
          job.throwIfCancelled();
        }
        adding.add(row, sum);
      }
      parts[task] = sum;
    });
    double[] total = new double[width];
    for (double[] part : parts) {
      for (int i = 0; i < width; i++) {
        total[i] += part[i];
      }
    }
    return total;
  }
}
