package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.List;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Puts rows that are near each other together in one pass (BIRCH: Zhang, Ramakrishnan and Livny, SIGMOD 1996). Each row goes
 * down a balanced tree to the nearest group, and into it as long as that stays as narrow as the tree demands. When there are
 * too many groups, the tree demands less and is built anew of its groups: memory is bounded, whatever the number of rows.
 */
final class FeatureTree {
  private static final int BRANCHES = 16;

  /** A node, whose features sum up its children; or a leaf, whose features are the groups. */
  private static final class Node {
    final boolean leaf;
    final List<Feature> features = new ArrayList<>(BRANCHES + 1);
    final List<Node> children = new ArrayList<>();
    final List<Integer> groups = new ArrayList<>();

    Node(boolean leaf) {
      this.leaf = leaf;
    }
  }

  private final int dims;
  private final List<Feature> groups = new ArrayList<>();
  private Node root = new Node(true);
  /** The mean squared distance to its mean that a group may have. */
  private double spread;

  private FeatureTree(int dims) {
    this.dims = dims;
  }

  /**
   * @param points the means of the groups
   * @param ofRow the group of each row
   * @param counts rows of each group
   */
  record Groups(Points points, int[] ofRow, int[] counts) {}

  /** @param most how many groups there may be */
  static Groups compress(Points points, int most, JobContext job) {
    FeatureTree tree = new FeatureTree(points.dims());
    int[] ofRow = new int[points.rows()];
    Feature row = new Feature(points.dims());
    row.weight = 1;
    for (int i = 0; i < ofRow.length; i++) {
      if (i % 256 == 0) {
        job.throwIfCancelled();
        job.progress(i, ofRow.length, Message.of("cluster.progress.compress"));
      }
      System.arraycopy(points.values(), i * points.dims(), row.mean, 0, points.dims());
      ofRow[i] = tree.insert(row);
      while (tree.groups.size() > most) {
        int[] into = tree.coarsen();
        for (int j = 0; j <= i; j++) {
          ofRow[j] = into[ofRow[j]];
        }
      }
    }
    return tree.groups(ofRow);
  }

  private Groups groups(int[] ofRow) {
    double[] means = new double[groups.size() * dims];
    int[] counts = new int[groups.size()];
    for (int g = 0; g < counts.length; g++) {
      System.arraycopy(groups.get(g).mean, 0, means, g * dims, dims);
      counts[g] = (int) Math.round(groups.get(g).weight);
    }
    return new Groups(new Points(means, counts.length, dims), ofRow, counts);
  }

  /** Demands less, so that about half of the groups find another to go into; returns into which each went. */
  private int[] coarsen() {
    List<Feature> before = List.copyOf(groups);
    spread = Math.max(spread * 1.2, usualSpreadOfTwo());
    groups.clear();
    root = new Node(true);
    return before.stream().mapToInt(this::insert).toArray();
  }

  /** Half of the groups could go into one beside them in the tree if groups were allowed this spread. */
  private double usualSpreadOfTwo() {
    List<Double> least = new ArrayList<>();
    collect(root, least);
    double[] sorted = least.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static void collect(Node node, List<Double> least) {
    node.children.forEach(child -> collect(child, least));
    if (node.leaf && node.features.size() > 1) {
      for (Feature one : node.features) {
        double narrowest = Double.POSITIVE_INFINITY;
        for (Feature other : node.features) {
          if (other != one) {
            narrowest = Math.min(narrowest, one.spreadWith(other));
          }
        }
        least.add(narrowest);
      }
    }
  }

  /** The group into which it went. */
  private int insert(Feature added) {
    List<Node> path = new ArrayList<>();
    Node node = root;
    while (!node.leaf) {
      path.add(node);
      int at = nearest(node, added);
      node.features.get(at).add(added);
      node = node.children.get(at);
    }
    int at = nearest(node, added);
    if (at >= 0 && node.features.get(at).spreadWith(added) <= spread) {
      node.features.get(at).add(added);
      return node.groups.get(at);
    }
    Feature group = new Feature(dims);
    group.set(added);
    node.features.add(group);
    node.groups.add(groups.size());
    groups.add(group);
    split(path, node);
    return groups.size() - 1;
  }

  private static int nearest(Node node, Feature added) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < node.features.size(); i++) {
      double squared = node.features.get(i).squared(added);
      if (squared < least) {
        least = squared;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Splits a node that has too many branches, and those above it that get too many by that. */
  private void split(List<Node> path, Node full) {
    Node node = full;
    for (int up = path.size() - 1; node.features.size() > BRANCHES; up--) {
      Node[] halves = halves(node);
      Node parent = up < 0 ? new Node(false) : path.get(up);
      if (up < 0) {
        root = parent;
      } else {
        int at = parent.children.indexOf(node);
        parent.children.remove(at);
        parent.features.remove(at);
      }
      for (Node half : halves) {
        parent.children.add(half);
        parent.features.add(sum(half));
      }
      node = parent;
    }
  }

  /** About the two features that are farthest from each other. */
  private static Node[] halves(Node node) {
    int[] poles = farthest(node);
    Node[] halves = {new Node(node.leaf), new Node(node.leaf)};
    Feature first = node.features.get(poles[0]);
    Feature second = node.features.get(poles[1]);
    for (int i = 0; i < node.features.size(); i++) {
      Feature feature = node.features.get(i);
      boolean nearFirst = i == poles[0]
          || (i != poles[1] && feature.squared(first) <= feature.squared(second));
      Node half = halves[nearFirst ? 0 : 1];
      half.features.add(feature);
      if (node.leaf) {
        half.groups.add(node.groups.get(i));
      } else {
        half.children.add(node.children.get(i));
      }
    }
    return halves;
  }

  private static int[] farthest(Node node) {
    int[] poles = {0, 1};
    double most = -1;
    for (int i = 0; i < node.features.size(); i++) {
      for (int j = 0; j < i; j++) {
        double squared = node.features.get(i).squared(node.features.get(j));
        if (squared > most) {
          most = squared;
          poles[0] = j;
          poles[1] = i;
        }
      }
    }
    return poles;
  }

  private Feature sum(Node node) {
    Feature sum = new Feature(dims);
    node.features.forEach(sum::add);
    return sum;
  }
}
