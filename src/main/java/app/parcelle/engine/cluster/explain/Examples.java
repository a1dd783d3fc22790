package app.parcelle.engine.cluster.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.MixedPoints.Category;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Customers who stand for their cluster, and those who might as well be in another. The centre of a cluster is the mean of its
 * numbers and the most frequent code of its categories; distances are squared Euclidean, a mismatch counting its weight.
 *
 * @param typical rows of the points, the nearest to the centre first
 * @param borderline rows of the points: those for whom the centre of another cluster is nearly as near as their own, or nearer, the
 *     smallest margin first; none where there is one cluster
 */
public record Examples(int[] typical, int[] borderline) {

  /**
   * One a cluster.
   *
   * @param labels one a point: 0 to k - 1, or less than 0 for none
   * @param count of each kind at most
   */
  public static List<Examples> of(MixedPoints points, int[] labels, int k, int count, Workers workers,
      JobContext job) {
    Centre[] centres = centres(points, labels, k, job);
    double[] own = new double[labels.length];
    double[] margins = new double[labels.length];
    workers.run(Workers.blocks(labels.length), block -> {
      job.throwIfCancelled();
      for (int i = block * Workers.BLOCK; i < Workers.blockEnd(block, labels.length); i++) {
        if (labels[i] < 0) {
          continue;
        }
        double next = Double.POSITIVE_INFINITY;
        for (int j = 0; j < k; j++) {
          double distance = Math.sqrt(centres[j].squared(points, i));
          if (j == labels[i]) {
            own[i] = distance;
          } else if (centres[j].size > 0) {
            next = Math.min(next, distance);
          }
        }
        margins[i] = next - own[i];
      }
    });
    List<Examples> examples = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      job.throwIfCancelled();
      examples.add(new Examples(least(labels, j, own, count), least(labels, j, margins, count)));
    }
    return List.copyOf(examples);
  }

  /** The rows of a cluster with the least values, ascending; equal ones by row. */
  private static int[] least(int[] labels, int cluster, double[] values, int count) {
    int[] best = new int[count];
    int found = 0;
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] != cluster || values[row] == Double.POSITIVE_INFINITY) {
        continue;
      }
      int place = Math.min(found, count);
      while (place > 0 && values[best[place - 1]] > values[row]) {
        place--;
      }
      if (place < count) {
        System.arraycopy(best, place, best, place + 1, Math.min(found, count - 1) - place);
        best[place] = row;
        found = Math.min(count, found + 1);
      }
    }
    return Arrays.copyOf(best, found);
  }

  private static Centre[] centres(MixedPoints points, int[] labels, int k, JobContext job) {
    Points numbers = points.numbers();
    Centre[] centres = new Centre[k];
    for (int j = 0; j < k; j++) {
      centres[j] = new Centre(numbers.dims(), points.categories());
    }
    for (int i = 0; i < labels.length; i++) {
      if (i % Workers.BLOCK == 0) {
        job.throwIfCancelled();
      }
      if (labels[i] >= 0) {
        centres[labels[i]].add(points, i);
      }
    }
    for (Centre centre : centres) {
      centre.finish();
    }
    return centres;
  }

  private static final class Centre {
    private final double[] mean;
    private final int[][] counts;
    private final int[] modes;
    private int size;

    Centre(int dims, List<Category> categories) {
      mean = new double[dims];
      counts = categories.stream().map(category -> new int[category.levels()]).toArray(int[][]::new);
      modes = new int[categories.size()];
    }

    void add(MixedPoints points, int row) {
      size++;
      Points numbers = points.numbers();
      for (int d = 0; d < mean.length; d++) {
        mean[d] += numbers.values()[row * numbers.dims() + d];
      }
      for (int c = 0; c < counts.length; c++) {
        counts[c][points.categories().get(c).codes()[row]]++;
      }
    }

    void finish() {
      for (int d = 0; d < mean.length; d++) {
        mean[d] /= Math.max(1, size);
      }
      for (int c = 0; c < counts.length; c++) {
        for (int code = 1; code < counts[c].length; code++) {
          modes[c] = counts[c][code] > counts[c][modes[c]] ? code : modes[c];
        }
      }
    }

    double squared(MixedPoints points, int row) {
      double sum = points.numbers().squared(row, mean, 0);
      for (int c = 0; c < modes.length; c++) {
        Category category = points.categories().get(c);
        sum += category.codes()[row] == modes[c] ? 0 : category.squaredMismatch();
      }
      return sum;
    }
  }
}
