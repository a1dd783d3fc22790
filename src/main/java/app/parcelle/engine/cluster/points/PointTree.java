package app.parcelle.engine.cluster.points;

import java.util.Arrays;

import app.parcelle.engine.job.JobContext;

/**
 * A k-d tree with tight boxes (Bentley 1975, Sproull 1991) on flat arrays: a full binary tree, each node of which is a stretch
 * of positions; the children of node {@code n} are {@code 2n + 1} and {@code 2n + 2}.
 *
 * <p>Gaps to boxes are summed in the order in which distances are, so that rounding never cuts off a point that belongs.
 */
public final class PointTree {
  private static final int LEAF = 12;

  /** Up to so many dimensions the rows are copied into the order of the tree, to be beside each other in memory. */
  private static final int COPIED = 32;

  /** Dimensions between two looks at whether a sum is already too large. */
  private static final int STRETCH = 16;

  private final Points points;
  private final int dims;
  private final int firstLeaf;
  private final int[] order;
  private final int[] from;
  private final int[] to;
  private final double[] low;
  private final double[] high;
  private double[] copy = {};

  private PointTree(Points points) {
    this.points = points;
    this.dims = points.dims();
    int levels = 0;
    while (points.rows() >> levels > LEAF) {
      levels++;
    }
    this.firstLeaf = (1 << levels) - 1;
    this.order = new int[points.rows()];
    Arrays.setAll(order, i -> i);
    int nodes = (2 << levels) - 1;
    this.from = new int[nodes];
    this.to = new int[nodes];
    this.low = new double[nodes * dims];
    this.high = new double[nodes * dims];
    to[0] = points.rows();
  }

  /** The same tree on any number of threads. */
  public static PointTree of(Points points, Workers workers, JobContext job) {
    PointTree tree = new PointTree(points);
    for (int first = 0; first < tree.from.length; first = 2 * first + 1) {
      int start = first;
      workers.run(first + 1, i -> {
        job.throwIfCancelled();
        tree.build(start + i);
      });
    }
    if (tree.dims <= COPIED) {
      tree.copy = points.pick(tree.order).values();
    }
    return tree;
  }

  /** Built on the caller's thread. */
  public static PointTree of(Points points) {
    return of(points, Workers.inline(), JobContext.silent());
  }

  private void build(int node) {
    int box = node * dims;
    Arrays.fill(low, box, box + dims, Double.POSITIVE_INFINITY);
    Arrays.fill(high, box, box + dims, Double.NEGATIVE_INFINITY);
    double[] values = points.values();
    for (int i = from[node]; i < to[node]; i++) {
      int row = order[i] * dims;
      for (int d = 0; d < dims; d++) {
        low[box + d] = Math.min(low[box + d], values[row + d]);
        high[box + d] = Math.max(high[box + d], values[row + d]);
      }
    }
    if (isLeaf(node)) {
      return;
    }
    int widest = 0;
    for (int d = 1; d < dims; d++) {
      if (high[box + d] - low[box + d] > high[box + widest] - low[box + widest]) {
        widest = d;
      }
    }
    int middle = (from[node] + to[node]) >>> 1;
    select(from[node], to[node] - 1, middle, widest);
    from[left(node)] = from[node];
    to[left(node)] = middle;
    from[right(node)] = middle;
    to[right(node)] = to[node];
  }

  /** Hoare's selection: the smaller go before {@code middle}, the larger after. */
  private void select(int first, int last, int middle, int dim) {
    double[] values = points.values();
    int left = first;
    int right = last;
    while (right > left) {
      double pivot = values[order[(left + right) >>> 1] * dims + dim];
      int i = left;
      int j = right;
      while (i <= j) {
        while (values[order[i] * dims + dim] < pivot) {
          i++;
        }
        while (values[order[j] * dims + dim] > pivot) {
          j--;
        }
        if (i <= j) {
          int swapped = order[i];
          order[i++] = order[j];
          order[j--] = swapped;
        }
      }
      if (middle <= j) {
        right = j;
      } else if (middle >= i) {
        left = i;
      } else {
        return;
      }
    }
  }

  public Points points() {
    return points;
  }

  public int nodes() {
    return from.length;
  }

  public boolean isLeaf(int node) {
    return node >= firstLeaf;
  }

  public static int left(int node) {
    return 2 * node + 1;
  }

  public static int right(int node) {
    return 2 * node + 2;
  }

  /** The first position of a node. */
  public int from(int node) {
    return from[node];
  }

  /** After the last position of a node. */
  public int to(int node) {
    return to[node];
  }

  /** The row at a position; positions near each other are rows near each other. */
  public int row(int position) {
    return order[position];
  }

  /** The array in which the coordinates of the point at a position stand, from {@link #at} on. */
  public double[] values() {
    return copy.length > 0 ? copy : points.values();
  }

  public int at(int position) {
    return copy.length > 0 ? position * dims : order[position] * dims;
  }

  /** Squared distance of the point at a position to another; any number above the limit when it is above. */
  public double squared(int position, double[] other, int otherAt, double limit) {
    double[] values = values();
    int at = at(position);
    double sum = 0;
    for (int d = 0; d < dims;) {
      for (int end = stretch(d); d < end; d++) {
        double gap = values[at + d] - other[otherAt + d];
        sum += gap * gap;
      }
      if (sum > limit) {
        return sum;
      }
    }
    return sum;
  }

  /** Least squared distance of a node's box to a point; any number above the limit when it is above. */
  public double gap(int node, double[] point, int at, double limit) {
    int box = node * dims;
    double sum = 0;
    for (int d = 0; d < dims;) {
      for (int end = stretch(d); d < end; d++) {
        double x = point[at + d];
        double below = low[box + d] - x;
        double above = x - high[box + d];
        double gap = below > 0 ? below : above > 0 ? above : 0;
        sum += gap * gap;
      }
      if (sum > limit) {
        return sum;
      }
    }
    return sum;
  }

  private int stretch(int from) {
    return dims - from <= STRETCH ? dims : from + STRETCH;
  }

  /** The squared diagonal of a node's box. */
  public double diagonal(int node) {
    double sum = 0;
    for (int i = node * dims; i < (node + 1) * dims; i++) {
      double gap = high[i] - low[i];
      sum += gap * gap;
    }
    return sum;
  }
}
