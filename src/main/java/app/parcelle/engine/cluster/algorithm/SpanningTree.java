package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Forest;

/**
 * The edges of a minimum spanning tree.
 *
 * @param rows how many are joined, by one edge less
 * @param from one an edge
 * @param to one an edge
 * @param squared length, one an edge
 */
record SpanningTree(int rows, int[] from, int[] to, double[] squared) {
  /** Joins the rows along the edges, shortest first: single linkage (Gower and Ross 1969). */
  Dendrogram dendrogram() {
    int[] order = IntStream.range(0, squared.length)
        .boxed()
        .sorted((a, b) -> Double.compare(squared[a], squared[b]))
        .mapToInt(Integer::intValue)
        .toArray();
    int[] left = new int[order.length];
    int[] right = new int[order.length];
    double[] height = new double[order.length];
    int[] size = new int[order.length];
    int[] group = IntStream.range(0, rows).toArray();
    Forest forest = new Forest(rows);
    for (int m = 0; m < order.length; m++) {
      int a = group[forest.find(from[order[m]])];
      int b = group[forest.find(to[order[m]])];
      left[m] = Math.min(a, b);
      right[m] = Math.max(a, b);
      height[m] = Math.sqrt(squared[order[m]]);
      size[m] = (a < rows ? 1 : size[a - rows]) + (b < rows ? 1 : size[b - rows]);
      forest.join(from[order[m]], to[order[m]]);
      group[forest.find(from[order[m]])] = rows + m;
    }
    int[] leaves = new int[rows];
    Arrays.setAll(leaves, i -> i);
    return new Dendrogram(rows, left, right, height, size, leaves);
  }
}
