package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

/**
 * The clusters that last while the density asked for rises (Campello, Moulavi and Sander 2013): a split counts only where two
 * parts or more are large enough; smaller ones are rows that fall out of the cluster. Splits of the same height are one split.
 *
 * <p>Density is one by height. A height of 0, of rows that are the same, counts as half the least height above.
 */
final class CondensedTree {
  private final Dendrogram dendrogram;
  private final int leaves;
  private final int smallest;
  private final double floor;
  private int clusters;
  private int[] parent = new int[64];
  private double[] birth = new double[64];
  private double[] stability = new double[64];

  /** One a leaf: the cluster out of which it fell, and the density at which it did. */
  private final int[] lastCluster;

  private final double[] density;

  /** Groups of the dendrogram that are still to be split, and their clusters. */
  private int[] open = new int[64];

  private int[] openCluster = new int[64];
  private int opened;

  private int[] parts = new int[64];

  CondensedTree(Dendrogram dendrogram, int smallest) {
    this.dendrogram = dendrogram;
    this.leaves = dendrogram.leaves();
    this.smallest = smallest;
    double least = Arrays.stream(dendrogram.height()).filter(h -> h > 0).min().orElse(1);
    this.floor = least / 2;
    this.lastCluster = new int[leaves];
    this.density = new double[leaves];
    add(-1, 0);
    if (leaves > 1) {
      open(2 * leaves - 2, 0);
    }
    while (opened > 0) {
      opened--;
      split(open[opened], openCluster[opened]);
    }
  }

  private void split(int group, int cluster) {
    double height = dendrogram.height()[group - leaves];
    double now = 1 / Math.max(height, floor);
    int count = parts(group, height);
    int large = 0;
    for (int i = 0; i < count; i++) {
      if (size(parts[i]) >= smallest) {
        large++;
      }
    }
    for (int i = 0; i < count; i++) {
      int part = parts[i];
      if (size(part) < smallest) {
        stability[cluster] += (now - birth[cluster]) * size(part);
        fallOut(part, cluster, now);
      } else if (large == 1) {
        open(part, cluster);
      } else {
        stability[cluster] += (now - birth[cluster]) * size(part);
        open(part, add(cluster, now));
      }
    }
  }

  /** Puts into {@code parts} the groups of which one was made at a height. */
  private int parts(int group, double height) {
    int count = 0;
    parts[count++] = group;
    for (int i = 0; i < count;) {
      int part = parts[i];
      if (part >= leaves && dendrogram.height()[part - leaves] == height) {
        parts = room(parts, count);
        parts[i] = dendrogram.left()[part - leaves];
        parts[count++] = dendrogram.right()[part - leaves];
      } else {
        i++;
      }
    }
    return count;
  }

  private void fallOut(int group, int cluster, double now) {
    int[] stack = new int[64];
    int count = 0;
    stack[count++] = group;
    while (count > 0) {
      int part = stack[--count];
      if (part < leaves) {
        lastCluster[part] = cluster;
        density[part] = now;
      } else {
        stack = room(stack, count + 1);
        stack[count++] = dendrogram.left()[part - leaves];
        stack[count++] = dendrogram.right()[part - leaves];
      }
    }
  }

  private int size(int group) {
    return group < leaves ? 1 : dendrogram.size()[group - leaves];
  }

  private void open(int group, int cluster) {
    open = room(open, opened);
    openCluster = room(openCluster, opened);
    open[opened] = group;
    openCluster[opened++] = cluster;
  }

  private int add(int above, double now) {
    if (clusters == parent.length) {
      birth = Arrays.copyOf(birth, 2 * clusters);
      stability = Arrays.copyOf(stability, 2 * clusters);
    }
    parent = room(parent, clusters);
    parent[clusters] = above;
    birth[clusters] = now;
    return clusters++;
  }

  private static int[] room(int[] array, int needed) {
    return needed < array.length ? array : Arrays.copyOf(array, 2 * array.length);
  }

  int clusters() {
    return clusters;
  }

  /** The cluster of which it is a part, always a smaller number; -1 for the whole, which is 0. */
  int parent(int cluster) {
    return parent[cluster];
  }

  /** The density from which on it is a cluster of its own. */
  double birth(int cluster) {
    return birth[cluster];
  }

  int lastCluster(int leaf) {
    return lastCluster[leaf];
  }

  double density(int leaf) {
    return density[leaf];
  }

  /** The greatest density at which each cluster, or one within it, still has a row. */
  double[] peaks() {
    double[] peaks = new double[clusters];
    for (int leaf = 0; leaf < leaves; leaf++) {
      peaks[lastCluster[leaf]] = Math.max(peaks[lastCluster[leaf]], density[leaf]);
    }
    for (int c = clusters - 1; c > 0; c--) {
      peaks[parent[c]] = Math.max(peaks[parent[c]], peaks[c]);
    }
    return peaks;
  }

  /** Of each cluster the most stable one that holds it, by excess of mass; -1 where none does. The whole is never one. */
  int[] mostStable() {
    double[] within = new double[clusters];
    boolean[] parted = new boolean[clusters];
    boolean[] chosen = new boolean[clusters];
    for (int c = clusters - 1; c > 0; c--) {
      chosen[c] = !parted[c] || stability[c] >= within[c];
      within[parent[c]] += chosen[c] ? stability[c] : within[c];
      parted[parent[c]] = true;
    }
    int[] holder = new int[clusters];
    holder[0] = -1;
    for (int c = 1; c < clusters; c++) {
      int above = holder[parent[c]];
      holder[c] = above >= 0 ? above : chosen[c] ? c : -1;
    }
    return holder;
  }
}
