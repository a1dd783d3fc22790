package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Joins of groups as they are found, in any order, from which the tree is made once all are known. */
final class Merges {
  private final int[] one;
  private final int[] other;
  private final double[] height;
  private int count;

  Merges(int leaves) {
    this.one = new int[leaves - 1];
    this.other = new int[leaves - 1];
    this.height = new double[leaves - 1];
  }

  /** The groups in which two leaves are were joined. */
  void add(int leaf, int otherLeaf, double at) {
    one[count] = leaf;
    other[count] = otherLeaf;
    height[count++] = at;
  }

  int count() {
    return count;
  }

  int one(int join) {
    return one[join];
  }

  int other(int join) {
    return other[join];
  }

  double height(int join) {
    return height[join];
  }

  /**
   * The joins in ascending order of height; those of equal height in the order in which they were found.
   *
   * @param sizes rows of each leaf
   */
  Dendrogram tree(int[] sizes, int[] leafOfRow) {
    int leaves = sizes.length;
    int[] order = IntStream.range(0, count)
        .boxed()
        .sorted((a, b) -> Double.compare(height[a], height[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    int[] left = new int[count];
    int[] right = new int[count];
    double[] sorted = new double[count];
    int[] size = new int[count];
    int[] parent = new int[leaves + count];
    Arrays.setAll(parent, node -> node);
    for (int m = 0; m < count; m++) {
      int a = root(parent, one[order[m]]);
      int b = root(parent, other[order[m]]);
      left[m] = Math.min(a, b);
      right[m] = Math.max(a, b);
      sorted[m] = height[order[m]];
      size[m] = rows(a, sizes, size) + rows(b, sizes, size);
      parent[a] = leaves + m;
      parent[b] = leaves + m;
    }
    return new Dendrogram(leaves, left, right, sorted, size, leafOfRow);
  }

  private static int root(int[] parent, int node) {
    int root = node;
    while (parent[root] != root) {
      root = parent[root];
    }
    for (int at = node; parent[at] != root && at != root;) {
      int next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  }

  private static int rows(int node, int[] sizes, int[] size) {
    return node < sizes.length ? sizes[node] : size[node - sizes.length];
  }
}
