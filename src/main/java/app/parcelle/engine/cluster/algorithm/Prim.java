package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.PointTree;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * The minimum spanning tree of mutual reachability by Prim's way, for many dimensions: each row taken in is measured against all
 * outside, so rows² distances, of which those that cannot matter are given up early. Holds a few numbers a row.
 */
final class Prim {
  /** Numbers that a task reads; so many take well under a millisecond. */
  private static final int TASK = 1 << 19;

  private final PointTree tree;
  private final double[] core;
  private final Workers workers;
  private final JobContext job;
  private final int[] outside;
  private final int[] nearest;
  private final double[] least;

  /** @param core squared core distances, one a position */
  Prim(PointTree tree, double[] core, Workers workers, JobContext job) {
    this.tree = tree;
    this.core = core;
    this.workers = workers;
    this.job = job;
    this.outside = new int[core.length];
    Arrays.setAll(outside, i -> i);
    this.nearest = new int[core.length];
    this.least = new double[core.length];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
  }

  SpanningTree tree() {
    int edges = Math.max(0, core.length - 1);
    int[] from = new int[edges];
    int[] to = new int[edges];
    double[] squared = new double[edges];
    int[] bests = new int[Math.ceilDiv(core.length, rowsOfTask())];
    int left = edges;
    // positions outside are the first in their array; the one taken in is replaced by the last of them
    int taken = core.length - 1;
    for (int edge = 0; edge < edges; edge++) {
      int inside = taken;
      int count = left;
      workers.run(Math.ceilDiv(count, rowsOfTask()), task -> {
        job.throwIfCancelled();
        bests[task] = measure(inside, task * rowsOfTask(), Math.min(count, (task + 1) * rowsOfTask()));
      });
      int best = bests[0];
      for (int task = 1; task < Math.ceilDiv(count, rowsOfTask()); task++) {
        best = least[outside[bests[task]]] < least[outside[best]] ? bests[task] : best;
      }
      taken = outside[best];
      from[edge] = tree.row(nearest[taken]);
      to[edge] = tree.row(taken);
      squared[edge] = least[taken];
      outside[best] = outside[--left];
      if (edge % 256 == 0) {
        // so many of all pairs are done
        double share = 1 - (double) left * left / ((double) edges * edges);
        job.progress(Math.round(1_000 * share), 1_000, Message.of("cluster.progress.density"));
      }
    }
    return new SpanningTree(core.length, from, to, squared);
  }

  private int rowsOfTask() {
    return Math.max(64, TASK / tree.points().dims());
  }

  /** Measures rows outside against the one taken in; returns where the nearest to any inside stands. */
  private int measure(int inside, int begin, int end) {
    double[] values = tree.values();
    int at = tree.at(inside);
    int best = begin;
    for (int i = begin; i < end; i++) {
      int position = outside[i];
      double floor = Math.max(core[inside], core[position]);
      if (floor < least[position]) {
        double reach = Math.max(floor, tree.squared(position, values, at, least[position]));
        if (reach < least[position]) {
          least[position] = reach;
          nearest[position] = inside;
        }
      }
      if (least[position] < least[outside[best]]) {
        best = i;
      }
    }
    return best;
  }
}
