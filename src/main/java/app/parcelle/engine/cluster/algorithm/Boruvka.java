package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Forest;
import app.parcelle.engine.cluster.points.PointTree;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * The minimum spanning tree of mutual reachability by Borůvka's way on a k-d tree (after March, Ram and Gray, KDD 2010), for few
 * dimensions: in each round every component is joined to the nearest other. Boxes that are all of one component are passed over.
 */
final class Boruvka {
  private static final int TASK = 1_024;

  private final PointTree tree;
  private final double[] core;
  private final Workers workers;
  private final JobContext job;
  private final Forest forest;
  private final int[] component;

  /** The component of all in a node, or -1. */
  private final int[] whole;

  /** The least squared core distance in a node. */
  private final double[] floor;

  /** What a stretch of a component found, at its first position. */
  private final double[] reach;

  private final int[] source;
  private final int[] target;

  private final int[] from;
  private final int[] to;
  private final double[] squared;
  private int edges;

  /** @param core squared core distances, one a position */
  Boruvka(PointTree tree, double[] core, Workers workers, JobContext job) {
    this.tree = tree;
    this.core = core;
    this.workers = workers;
    this.job = job;
    int rows = core.length;
    this.forest = new Forest(rows);
    this.component = new int[rows];
    this.whole = new int[tree.nodes()];
    this.floor = new double[tree.nodes()];
    this.reach = new double[rows];
    this.source = new int[rows];
    this.target = new int[rows];
    int most = Math.max(0, rows - 1);
    this.from = new int[most];
    this.to = new int[most];
    this.squared = new double[most];
  }

  SpanningTree tree() {
    lowerFloors();
    while (edges < from.length) {
      look();
      workers.run(Math.ceilDiv(core.length, TASK), this::search);
      join();
      job.progress(edges, from.length, Message.of("cluster.progress.density"));
    }
    return new SpanningTree(core.length, from, to, squared);
  }

  private void lowerFloors() {
    for (int node = floor.length - 1; node >= 0; node--) {
      if (tree.isLeaf(node)) {
        floor[node] = Double.POSITIVE_INFINITY;
        for (int i = tree.from(node); i < tree.to(node); i++) {
          floor[node] = Math.min(floor[node], core[i]);
        }
      } else {
        floor[node] = Math.min(floor[PointTree.left(node)], floor[PointTree.right(node)]);
      }
    }
  }

  /** Notes which components there are now, and which boxes lie in one of them. */
  private void look() {
    for (int i = 0; i < component.length; i++) {
      component[i] = forest.find(i);
    }
    for (int node = whole.length - 1; node >= 0; node--) {
      if (tree.isLeaf(node)) {
        int first = component[tree.from(node)];
        boolean same = true;
        for (int i = tree.from(node) + 1; i < tree.to(node); i++) {
          same &= component[i] == first;
        }
        whole[node] = same ? first : -1;
      } else {
        int left = whole[PointTree.left(node)];
        whole[node] = left == whole[PointTree.right(node)] ? left : -1;
      }
    }
  }

  /** The nearest other of what is in a stretch of positions of each component. */
  private void search(int task) {
    int begin = task * TASK;
    int end = Math.min(component.length, begin + TASK);
    long[] byComponent = new long[end - begin];
    for (int i = begin; i < end; i++) {
      byComponent[i - begin] = ((long) component[i] << 32) | i;
    }
    Arrays.sort(byComponent);
    int first = begin;
    for (int j = 0; j < byComponent.length; j++) {
      job.throwIfCancelled();
      int position = (int) byComponent[j];
      if (j == 0 || component[position] != component[first]) {
        first = position;
        reach[first] = Double.POSITIVE_INFINITY;
      }
      target[position] = -1;
      if (core[position] < reach[first]) {
        search(0, 0, position, first);
      }
    }
  }

  private void search(int node, double gap, int position, int first) {
    if (Math.max(gap, floor[node]) >= reach[first] || whole[node] == component[position]) {
      return;
    }
    double[] values = tree.values();
    int at = tree.at(position);
    if (tree.isLeaf(node)) {
      for (int i = tree.from(node); i < tree.to(node); i++) {
        double least = Math.max(core[position], core[i]);
        if (least < reach[first] && component[i] != component[position]) {
          double found = Math.max(least, tree.squared(i, values, at, reach[first]));
          if (found < reach[first]) {
            reach[first] = found;
            source[first] = position;
            target[first] = i;
          }
        }
      }
      return;
    }
    int near = PointTree.left(node);
    int far = PointTree.right(node);
    double toNear = tree.gap(near, values, at, reach[first]);
    double toFar = tree.gap(far, values, at, reach[first]);
    if (toNear <= toFar) {
      search(near, toNear, position, first);
      search(far, toFar, position, first);
    } else {
      search(far, toFar, position, first);
      search(near, toNear, position, first);
    }
  }

  /** Joins each component by the best that any of its stretches found. */
  private void join() {
    int[] best = new int[component.length];
    Arrays.fill(best, -1);
    for (int i = 0; i < component.length; i++) {
      int c = component[i];
      if (target[i] >= 0 && (best[c] < 0 || reach[i] < reach[best[c]])) {
        best[c] = i;
      }
    }
    for (int i : best) {
      // of edges as long as each other a ring can come, whose last is left out
      if (i >= 0 && forest.join(source[i], target[i])) {
        from[edges] = tree.row(source[i]);
        to[edges] = tree.row(target[i]);
        squared[edges++] = reach[i];
      }
    }
  }
}
