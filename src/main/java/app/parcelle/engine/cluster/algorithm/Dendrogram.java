package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

/**
 * In which order groups were joined. Leaves are 0 to {@code leaves - 1}, the group made by merge {@code m} is
 * {@code leaves + m}; merges are in ascending order of height.
 *
 * @param leaves how many
 * @param left one a merge
 * @param right one a merge
 * @param height at which the two were joined, one a merge
 * @param size rows in the group made, one a merge
 * @param leafOfRow the leaf of each row; rows may share one where they were compressed first
 */
public record Dendrogram(int leaves, int[] left, int[] right, double[] height, int[] size, int[] leafOfRow) {
  /**
   * The clusters of each leaf when the tree is cut into {@code k}, numbered from 0 in the order of their first leaf.
   *
   * @throws IllegalArgumentException when there are fewer leaves, or {@code k} is below 1
   */
  public int[] cut(int k) {
    if (k < 1 || k > leaves) {
      throw new IllegalArgumentException(k + " of " + leaves);
    }
    return after(leaves - k);
  }

  /** The clusters of each leaf when only what lies no higher than {@code height} is joined. */
  public int[] cut(double height) {
    int merges = 0;
    while (merges < this.height.length && this.height[merges] <= height) {
      merges++;
    }
    return after(merges);
  }

  /** What each row gets when the leaves have these labels. */
  public int[] rows(int[] labelOfLeaf) {
    int[] labels = new int[leafOfRow.length];
    Arrays.setAll(labels, row -> labelOfLeaf[leafOfRow[row]]);
    return labels;
  }

  private int[] after(int merges) {
    int[] parent = new int[leaves + merges];
    Arrays.setAll(parent, node -> node);
    for (int m = 0; m < merges; m++) {
      parent[left[m]] = leaves + m;
      parent[right[m]] = leaves + m;
    }
    int[] label = new int[leaves + merges];
    Arrays.fill(label, -1);
    // a parent has a higher number than its children, so that one pass from the top finds all roots
    for (int node = parent.length - 1; node >= 0; node--) {
      parent[node] = parent[parent[node]];
    }
    int[] labels = new int[leaves];
    int next = 0;
    for (int leaf = 0; leaf < leaves; leaf++) {
      int root = parent[leaf];
      if (label[root] < 0) {
        label[root] = next++;
      }
      labels[leaf] = label[root];
    }
    return labels;
  }
}
