package app.parcelle.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tree of merges, cut at a height. Leaves are 0 to {@code leaves - 1}; merge {@code m} makes group {@code leaves + m}.
 *
 * @param leaves how many
 * @param left one a merge
 * @param right one a merge
 * @param height one a merge, ascending
 * @param sizes rows in each leaf and then in each group made
 */
record CutTree(int leaves, int[] left, int[] right, double[] height, int[] sizes) {
  /** @param leafSizes rows in each leaf; one each where there are none at all */
  static CutTree of(int leaves, int[] left, int[] right, double[] height, int[] leafSizes) {
    int[] sizes = Arrays.copyOf(leafSizes, leaves + left.length);
    if (leafSizes.length == 0) {
      Arrays.fill(sizes, 0, leaves, 1);
    }
    for (int merge = 0; merge < left.length; merge++) {
      sizes[leaves + merge] = sizes[left[merge]] + sizes[right[merge]];
    }
    return new CutTree(leaves, left, right, height, sizes);
  }

  /** How many groups there are where everything joined at or below a height is one. */
  int groupsAt(double cut) {
    int merges = 0;
    while (merges < height.length && height[merges] <= cut) {
      merges++;
    }
    return leaves - merges;
  }

  /** A height that leaves so many groups: halfway between two merges, and above the last for what the tree ends in. */
  double heightFor(int groups) {
    int merges = Math.clamp(leaves - groups, 0, height.length);
    double below = merges == 0 ? 0 : height[merges - 1];
    double above = merges == height.length ? below * 1.05 : height[merges];
    return (below + above) / 2;
  }

  /** How many groups the tree ends in. */
  int least() {
    return leaves - height.length;
  }

  /** Where two merges have one height no cut leaves the number of groups between them. */
  boolean reachable(int groups) {
    int merges = leaves - groups;
    return merges <= 0 || merges >= height.length || height[merges] > height[merges - 1];
  }

  /** The groups there are when so many are left, largest first. */
  List<Integer> groups(int groups) {
    int beyond = leaves + Math.clamp(leaves - groups, 0, height.length);
    boolean[] inner = new boolean[beyond];
    for (int merge = 0; merge < beyond - leaves; merge++) {
      inner[left[merge]] = true;
      inner[right[merge]] = true;
    }
    return IntStream.range(0, beyond)
        .filter(node -> !inner[node])
        .boxed()
        .sorted(Comparator.comparing(node -> -sizes[node]))
        .toList();
  }

  double heightOf(int node) {
    return node < leaves ? 0 : height[node - leaves];
  }

  /** The groups of {@link #groups} from left to right, so that no lines cross; the larger side of a merge first. */
  List<Integer> inOrder(int groups) {
    int firstAbove = leaves + Math.clamp(leaves - groups, 0, height.length);
    List<Integer> order = new ArrayList<>();
    List<Integer> open = new ArrayList<>(groups(least()).reversed());
    while (!open.isEmpty()) {
      int node = open.removeLast();
      if (node < firstAbove) {
        order.add(node);
      } else {
        int a = left[node - leaves];
        int b = right[node - leaves];
        open.add(sizes[a] >= sizes[b] ? b : a);
        open.add(sizes[a] >= sizes[b] ? a : b);
      }
    }
    return order;
  }
}
