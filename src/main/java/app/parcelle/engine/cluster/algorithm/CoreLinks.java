package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.cluster.points.Forest;
import app.parcelle.engine.cluster.points.PointTree;

/** Joins the cores that are within a radius of each other, without looking at pairs that are joined already. */
final class CoreLinks {
  private final PointTree tree;
  private final boolean[] core;
  private final double squared;
  private final Forest forest;

  /** Of each node a row that is core, or -1. */
  private final int[] someCore;

  /** Nodes so small that all their cores are within the radius of each other. */
  private final boolean[] small;

  /** @param core one a row */
  CoreLinks(PointTree tree, boolean[] core, double squared) {
    this.tree = tree;
    this.core = core;
    this.squared = squared;
    this.forest = new Forest(core.length);
    this.someCore = new int[tree.nodes()];
    this.small = new boolean[tree.nodes()];
  }

  /** Joins all cores in boxes no larger than the radius; to be called before {@link #join}. */
  void joinBoxes() {
    for (int node = tree.nodes() - 1; node >= 0; node--) {
      small[node] = tree.diagonal(node) <= squared;
      someCore[node] = tree.isLeaf(node)
          ? firstCore(node)
          : Math.max(someCore[PointTree.left(node)], someCore[PointTree.right(node)]);
      if (small[node] && someCore[node] >= 0) {
        joinWithin(node);
      }
    }
  }

  private int firstCore(int leaf) {
    for (int i = tree.from(leaf); i < tree.to(leaf); i++) {
      if (core[tree.row(i)]) {
        return tree.row(i);
      }
    }
    return -1;
  }

  private void joinWithin(int node) {
    if (tree.isLeaf(node)) {
      for (int i = tree.from(node); i < tree.to(node); i++) {
        if (core[tree.row(i)]) {
          forest.join(someCore[node], tree.row(i));
        }
      }
    } else {
      for (int child = PointTree.left(node); child <= PointTree.right(node); child++) {
        if (someCore[child] >= 0) {
          forest.join(someCore[node], someCore[child]);
        }
      }
    }
  }

  /** Joins the core at a position, if it is one, with all that are within the radius; by any thread. */
  void join(int position) {
    if (core[tree.row(position)]) {
      join(0, position);
    }
  }

  private void join(int node, int position) {
    int row = tree.row(position);
    double[] values = tree.values();
    int at = tree.at(position);
    // each pair is met twice, once from each side
    if (someCore[node] < 0 || tree.to(node) <= position || (small[node] && joined(row, someCore[node]))
        || tree.gap(node, values, at, squared) > squared) {
      return;
    }
    if (!tree.isLeaf(node)) {
      join(PointTree.left(node), position);
      join(PointTree.right(node), position);
      return;
    }
    for (int i = Math.max(position + 1, tree.from(node)); i < tree.to(node); i++) {
      int other = tree.row(i);
      if (core[other] && !joined(row, other) && tree.squared(i, values, at, squared) <= squared) {
        forest.join(row, other);
      }
    }
  }

  private boolean joined(int row, int other) {
    return forest.find(row) == forest.find(other);
  }

  /** By row; the root of each is the first row of its cluster, once all are joined. */
  Forest joined() {
    return forest;
  }
}
