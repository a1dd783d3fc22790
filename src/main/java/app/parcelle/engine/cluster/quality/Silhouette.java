package app.parcelle.engine.cluster.quality;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * How much nearer rows are to their own cluster than to the next one, from -1 to 1 (Rousseeuw, <i>Silhouettes</i>, Journal of
 * Computational and Applied Mathematics 20, 1987). Exact on the rows given; time grows with their square.
 */
public final class Silhouette {
  /** Rows of one task. */
  private static final int ROWS = 64;

  private Silhouette() {}

  /** The mean silhouette of each labelling of the same points. */
  public static double[] means(Points points, List<int[]> labellings, Workers workers, JobContext job) {
    return Arrays.stream(ofRows(points, labellings, workers, job)).mapToDouble(Silhouette::mean).toArray();
  }

  public static double mean(double[] silhouettes) {
    return Arrays.stream(silhouettes).sum() / silhouettes.length;
  }

  /**
   * The silhouette of each row in each labelling of the same points; a row alone in its cluster counts 0.
   *
   * @param labellings each one label a row, from 0
   * @return labellings x rows
   */
  public static double[][] ofRows(Points points, List<int[]> labellings, Workers workers, JobContext job) {
    int rows = points.rows();
    int[][] labels = labellings.toArray(int[][]::new);
    int[][] sizes = new int[labels.length][];
    for (int l = 0; l < labels.length; l++) {
      sizes[l] = sizes(labels[l]);
    }
    double[][] silhouettes = new double[labels.length][rows];
    workers.run(Math.ceilDiv(rows, ROWS), task -> {
      job.throwIfCancelled();
      double[][] sums = new double[labels.length][];
      for (int l = 0; l < labels.length; l++) {
        sums[l] = new double[sizes[l].length];
      }
      double[] distances = new double[rows];
      for (int row = task * ROWS; row < Math.min(rows, (task + 1) * ROWS); row++) {
        distances(points, row, distances);
        for (int l = 0; l < labels.length; l++) {
          silhouettes[l][row] = of(labels[l][row], labels[l], sizes[l], distances, sums[l]);
        }
      }
    });
    return silhouettes;
  }

  private static int[] sizes(int[] labels) {
    int most = 0;
    for (int label : labels) {
      most = Math.max(most, label);
    }
    int[] sizes = new int[most + 1];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  private static void distances(Points points, int row, double[] distances) {
    int at = row * points.dims();
    for (int other = 0; other < distances.length; other++) {
      distances[other] = Math.sqrt(points.squared(other, points.values(), at));
    }
  }

  private static double of(int own, int[] labels, int[] sizes, double[] distances, double[] sums) {
    Arrays.fill(sums, 0);
    for (int other = 0; other < labels.length; other++) {
      sums[labels[other]] += distances[other];
    }
    double within = sums[own] / (sizes[own] - 1);
    double between = Double.POSITIVE_INFINITY;
    for (int label = 0; label < sums.length; label++) {
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
