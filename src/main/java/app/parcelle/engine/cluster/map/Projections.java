package app.parcelle.engine.cluster.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * The pairs of dimensions that show clusters best: in whose plane the nearest neighbours of a row are of its own cluster (Leban,
 * Zupan, Vidmar and Bratko, <i>VizRank: data visualization guided by machine learning</i>, Data Mining and Knowledge Discovery
 * 13, 2006). Looked for on a sample; of very many dimensions, among those by which the clusters differ most.
 */
public final class Projections {
  private static final int ROWS = 500;
  private static final int NEIGHBOURS = 10;
  private static final int DIMENSIONS = 24;

  private Projections() {}

  /**
   * Two dimensions, the first of them across.
   *
   * @param share of the neighbours that are of the same cluster, 0 to 1
   */
  public record Pair(int first, int second, double share) {}

  /**
   * All pairs looked at, the best first; none where there are fewer than two dimensions.
   *
   * @param clusters one a row, from 1 on; 0 for none, and such rows are left out
   */
  public static List<Pair> of(Points points, int[] clusters, long seed, JobContext job) {
    int[] clustered = IntStream.range(0, points.rows()).filter(row -> clusters[row] > 0).toArray();
    int[] sample = Arrays.stream(Draws.sample(clustered.length, ROWS, Draws.of(seed, Draws.Purpose.MAP)))
        .map(i -> clustered[i])
        .toArray();
    int[] own = Arrays.stream(sample).map(row -> clusters[row]).toArray();
    List<double[]> columns = IntStream.range(0, points.dims())
        .mapToObj(dim -> standard(points, sample, dim))
        .toList();
    int[] kept = IntStream.range(0, points.dims())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer dim) -> -between(columns.get(dim), own)))
        .limit(DIMENSIONS)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      job.progress(i, kept.length, Message.of("cluster.progress.projections"));
      for (int j = i + 1; j < kept.length; j++) {
        job.throwIfCancelled();
        pairs.add(new Pair(kept[i], kept[j], share(columns.get(kept[i]), columns.get(kept[j]), own)));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::share).reversed());
    return List.copyOf(pairs);
  }

  /**
   * The plane of two dimensions, both in standard deviations so that neither is squeezed.
   *
   * @return x and y of each row in turn
   */
  public static float[] plane(Points points, int first, int second, JobContext job) {
    int[] all = IntStream.range(0, points.rows()).toArray();
    float[] plane = new float[2 * points.rows()];
    for (int axis = 0; axis < 2; axis++) {
      job.throwIfCancelled();
      double[] column = standard(points, all, axis == 0 ? first : second);
      for (int row = 0; row < column.length; row++) {
        plane[2 * row + axis] = (float) column[row];
      }
    }
    return plane;
  }

  private static double[] standard(Points points, int[] rows, int dim) {
    double[] column = Arrays.stream(rows)
        .mapToDouble(row -> points.values()[row * points.dims() + dim])
        .toArray();
    double mean = Arrays.stream(column).average().orElse(0);
    double spread = Math.sqrt(Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    return spread > 0
        ? Arrays.stream(column).map(v -> (v - mean) / spread).toArray()
        : new double[column.length];
  }

  /** The share of a standardised dimension's variance that lies between clusters. */
  private static double between(double[] column, int[] clusters) {
    int count = Arrays.stream(clusters).max().orElse(0) + 1;
    double[] sums = new double[count];
    int[] sizes = new int[count];
    for (int row = 0; row < column.length; row++) {
      sums[clusters[row]] += column[row];
      sizes[clusters[row]]++;
    }
    return IntStream.range(0, count)
        .filter(cluster -> sizes[cluster] > 0)
        .mapToDouble(cluster -> sums[cluster] * sums[cluster] / sizes[cluster])
        .sum() / Math.max(1, column.length);
  }

  private static double share(double[] x, double[] y, int[] clusters) {
    int neighbours = Math.min(NEIGHBOURS, x.length - 1);
    if (neighbours < 1) {
      return 0;
    }
    long same = 0;
    double[] near = new double[neighbours];
    int[] who = new int[neighbours];
    for (int row = 0; row < x.length; row++) {
      int known = 0;
      for (int other = 0; other < x.length; other++) {
        double distance = (x[other] - x[row]) * (x[other] - x[row])
            + (y[other] - y[row]) * (y[other] - y[row]);
        if (other == row || (known == neighbours && distance >= near[known - 1])) {
          continue;
        }
        int place = known < neighbours ? known++ : known - 1;
        for (; place > 0 && near[place - 1] > distance; place--) {
          near[place] = near[place - 1];
          who[place] = who[place - 1];
        }
        near[place] = distance;
        who[place] = clusters[other];
      }
      for (int neighbour = 0; neighbour < known; neighbour++) {
        same += who[neighbour] == clusters[row] ? 1 : 0;
      }
    }
    return (double) same / ((long) x.length * neighbours);
  }
}
