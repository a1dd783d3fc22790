package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * How much nearer rows are to their own cluster than to the next one, from -1 to 1 (Rousseeuw, <i>Silhouettes</i>, Journal of
 * Computational and Applied Mathematics 20, 1987). Exact on the rows given; time grows with their square, so that of many rows
 * a sample is given. Rows of noise are left out, as users of scikit-learn leave them out.
 */
public final class Silhouette {
  /** Rows of one task. */
  private static final int ROWS = 64;

  private Silhouette() {}

  /** The mean silhouette of each labelling of the same points. */
  public static double[] means(Points points, List<int[]> labellings, Workers workers, JobContext job) {
    return Arrays.stream(ofRows(points, labellings, workers, job)).mapToDouble(Silhouette::mean).toArray();
  }

  /** The mean of the rows that are not noise; NaN where there is none. */
  public static double mean(double[] silhouettes) {
    double sum = 0;
    int rows = 0;
    for (double silhouette : silhouettes) {
      if (!Double.isNaN(silhouette)) {
        sum += silhouette;
        rows++;
      }
    }
    return sum / rows;
  }

  /**
   * The silhouette of each row in each labelling of the same points; a row alone in its cluster counts 0, as all do where there
   * is one cluster only, and noise is NaN.
   *
   * @param labellings each one label a row, from 0, or noise
   * @return labellings x rows
   */
  public static double[][] ofRows(Points points, List<int[]> labellings, Workers workers, JobContext job) {
    int rows = points.rows();
    int[][] labels = labellings.toArray(int[][]::new);
    int[][] sizes = new int[labels.length][];
    for (int l = 0; l < labels.length; l++) {
      sizes[l] = sizes(labels[l]);
    }
    double[] columns = columns(points);
    double[][] silhouettes = new double[labels.length][rows];
    workers.run(Math.ceilDiv(rows, ROWS), task -> {
      double[][] sums = new double[labels.length][];
      for (int l = 0; l < labels.length; l++) {
        sums[l] = new double[sizes[l].length];
      }
      double[] distances = new double[rows];
      for (int row = task * ROWS; row < Math.min(rows, (task + 1) * ROWS); row++) {
        job.throwIfCancelled();
        distances(points, row, columns, distances);
        for (int l = 0; l < labels.length; l++) {
          silhouettes[l][row] = of(labels[l][row] + 1, labels[l], sizes[l], distances, sums[l]);
        }
      }
    });
    return silhouettes;
  }

  /** Rows of each label, noise first. */
  private static int[] sizes(int[] labels) {
    int most = 0;
    for (int label : labels) {
      most = Math.max(most, label);
    }
    int[] sizes = new int[most + 2];
    for (int label : labels) {
      sizes[label + 1]++;
    }
    return sizes;
  }

  /** The numbers column by column, over which a distance to all rows is computed several rows at once. */
  private static double[] columns(Points points) {
    double[] columns = new double[points.rows() * points.dims()];
    for (int d = 0; d < points.dims(); d++) {
      for (int row = 0; row < points.rows(); row++) {
        columns[d * points.rows() + row] = points.values()[row * points.dims() + d];
      }
    }
    return columns;
  }

  private static void distances(Points points, int row, double[] columns, double[] distances) {
    int rows = distances.length;
    Arrays.fill(distances, 0);
    for (int d = 0; d < points.dims(); d++) {
      double own = points.values()[row * points.dims() + d];
      int at = d * rows;
      for (int other = 0; other < rows; other++) {
        double gap = columns[at + other] - own;
        distances[other] += gap * gap;
      }
    }
    for (int other = 0; other < rows; other++) {
      distances[other] = Math.sqrt(distances[other]);
    }
  }

  private static double of(int own, int[] labels, int[] sizes, double[] distances, double[] sums) {
    if (own == 0) {
      return Double.NaN;
    }
    Arrays.fill(sums, 0);
    for (int other = 0; other < labels.length; other++) {
      sums[labels[other] + 1] += distances[other];
    }
    double within = sums[own] / (sizes[own] - 1);
    double between = Double.POSITIVE_INFINITY;
    for (int label = 1; label < sums.length; label++) {
      if (label != own && sizes[label] > 0) {
        between = Math.min(between, sums[label] / sizes[label]);
      }
    }
    if (sizes[own] == 1 || between == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double larger = Math.max(within, between);
    return larger == 0 ? 0 : (between - within) / larger;
  }
}
