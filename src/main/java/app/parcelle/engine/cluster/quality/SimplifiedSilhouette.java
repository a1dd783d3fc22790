package app.parcelle.engine.cluster.quality;

import java.util.Arrays;

import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * The silhouette with distances to centres in the place of mean distances to rows, so that time grows with the rows and not
 * with their square (Vendramin, Campello and Hruschka, <i>Relative clustering validity criteria: a comparative overview</i>,
 * Statistical Analysis and Data Mining 3, 2010). It is higher than the {@link Silhouette} and not to be compared with it.
 */
public final class SimplifiedSilhouette {
  private SimplifiedSilhouette() {}

  /**
   * The mean over all rows that are not noise; a row alone in its cluster counts 0, as all do where there is one cluster only.
   *
   * @return -1 to 1; NaN where all is noise
   */
  public static double mean(Points points, int[] labels, Groups groups, Workers workers, JobContext job) {
    double[] parts = new double[Workers.blocks(points.rows())];
    workers.run(parts.length, block -> {
      job.throwIfCancelled();
      int first = block * Workers.BLOCK;
      int end = Workers.blockEnd(block, points.rows());
      double[] silhouettes = new double[end - first];
      for (int row = first; row < end; row++) {
        silhouettes[row - first] = labels[row] == Partition.NOISE
            ? 0
            : of(points, row, labels[row], groups);
      }
      parts[block] = Arrays.stream(silhouettes).sum();
    });
    return Arrays.stream(parts).sum() / groups.rows();
  }

  private static double of(Points points, int row, int own, Groups groups) {
    if (groups.sizes()[own] == 1) {
      return 0;
    }
    double within = 0;
    double between = Double.POSITIVE_INFINITY;
    for (int j = 0; j < groups.sizes().length; j++) {
      if (groups.sizes()[j] > 0) {
        double squared = points.squared(row, groups.centres(), j * groups.dims());
        if (j == own) {
          within = squared;
        } else {
          between = Math.min(between, squared);
        }
      }
    }
    double larger = Math.max(within, between);
    return larger == 0 || larger == Double.POSITIVE_INFINITY
        ? 0
        : (Math.sqrt(between) - Math.sqrt(within)) / Math.sqrt(larger);
  }
}
