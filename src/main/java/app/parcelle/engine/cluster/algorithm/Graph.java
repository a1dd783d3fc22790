package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Rows linked with their nearest neighbours.
 *
 * @param starts where the links of each row begin in {@code to}, and after the last where they end
 * @param to the row at the other end of a link; each link stands with both its rows
 * @param weights of the links, the same in both directions
 */
record Graph(int[] starts, int[] to, double[] weights) {
  /** A neighbour on one side only counts half. */
  private static final double ONE_SIDED = 0.5;
  /** So that a link is a link, however long. */
  private static final double LEAST = 1e-3;

  int rows() {
    return starts.length - 1;
  }

  /**
   * Links each row with its nearest others. They weigh 1 where each is among the other's nearest, or else one half. When the
   * graph then falls into more than {@code parts} parts, these are linked by the shortest links that do it.
   *
   * @param neighbours of each row
   */
  static Graph of(Points points, int neighbours, int parts, Workers workers, JobContext job) {
    int rows = points.rows();
    BruteForce.Others nearest = BruteForce.others(points, Math.min(neighbours, rows - 1), workers, job);
    Links links = new Links(rows, nearest.of().length + rows);
    for (int row = 0; row < rows; row++) {
      for (int i = row * nearest.count(); i < (row + 1) * nearest.count(); i++) {
        int other = nearest.of()[i];
        boolean mutual = isAmong(nearest, row, other);
        if (!mutual || row < other) {
          links.add(row, other, mutual ? 1 : ONE_SIDED);
        }
      }
    }
    Graph graph = links.graph();
    int[] part = graph.parts();
    if (Arrays.stream(part).max().orElse(0) < parts) {
      return graph;
    }
    bridge(points, nearest, part, links, job);
    return links.graph();
  }

  /**
   * Links parts that would have none. The longer such a link beside those to the neighbours of its ends, the less it weighs:
   * local scaling (Zelnik-Manor and Perona, <i>Self-tuning spectral clustering</i>, NIPS 2004).
   */
  private static void bridge(Points points, BruteForce.Others nearest, int[] part, Links links,
      JobContext job) {
    Merges tree = SingleLinkage.of(points, job);
    for (int m = 0; m < tree.count(); m++) {
      int a = tree.one(m);
      int b = tree.other(m);
      if (part[a] != part[b]) {
        double scale = farthest(nearest, a) * farthest(nearest, b);
        double weight = scale == 0 ? 0 : Math.exp(-tree.height(m) * tree.height(m) / scale);
        links.add(a, b, ONE_SIDED * Math.max(weight, LEAST));
      }
    }
  }

  private static double farthest(BruteForce.Others nearest, int row) {
    return nearest.distances()[(row + 1) * nearest.count() - 1];
  }

  private static boolean isAmong(BruteForce.Others nearest, int row, int other) {
    for (int i = other * nearest.count(); i < (other + 1) * nearest.count(); i++) {
      if (nearest.of()[i] == row) {
        return true;
      }
    }
    return false;
  }

  /** The part of each row, from 0: rows are in one where links lead from one to the other. */
  int[] parts() {
    int[] part = new int[rows()];
    Arrays.fill(part, -1);
    int[] open = new int[rows()];
    int found = 0;
    for (int first = 0; first < part.length; first++) {
      if (part[first] < 0) {
        int length = 0;
        open[length++] = first;
        part[first] = found;
        while (length > 0) {
          int row = open[--length];
          for (int i = starts[row]; i < starts[row + 1]; i++) {
            if (part[to[i]] < 0) {
              part[to[i]] = found;
              open[length++] = to[i];
            }
          }
        }
        found++;
      }
    }
    return part;
  }

  /** What all links of each row weigh. */
  double[] degrees() {
    double[] degrees = new double[rows()];
    for (int row = 0; row < degrees.length; row++) {
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        degrees[row] += weights[i];
      }
    }
    return degrees;
  }

  /** Links as they are found, each once. */
  private static final class Links {
    private final int rows;
    private final int[] from;
    private final int[] to;
    private final double[] weights;
    private int count;

    Links(int rows, int most) {
      this.rows = rows;
      this.from = new int[most];
      this.to = new int[most];
      this.weights = new double[most];
    }

    void add(int a, int b, double weight) {
      from[count] = a;
      to[count] = b;
      weights[count++] = weight;
    }

    Graph graph() {
      int[] starts = new int[rows + 1];
      for (int i = 0; i < count; i++) {
        starts[from[i] + 1]++;
        starts[to[i] + 1]++;
      }
      for (int row = 0; row < rows; row++) {
        starts[row + 1] += starts[row];
      }
      int[] next = starts.clone();
      int[] ends = new int[2 * count];
      double[] both = new double[2 * count];
      for (int i = 0; i < count; i++) {
        both[next[from[i]]] = weights[i];
        ends[next[from[i]]++] = to[i];
        both[next[to[i]]] = weights[i];
        ends[next[to[i]]++] = from[i];
      }
      return new Graph(starts, ends, both);
    }
  }
}
