package app.parcelle.engine.cluster.map;

import java.util.Arrays;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.points.Points;

/** How well a map keeps who is near whom. */
final class Nearness {
  private Nearness() {}

  /** Trustworthiness of the k nearest on the map (Venna and Kaski 2001): 1 where they are the nearest in the data too. */
  static double trust(Points points, float[] map, int k) {
    int rows = points.rows();
    Points placed = placed(map);
    double penalty = 0;
    for (int row = 0; row < rows; row++) {
      int[] near = nearest(points, row);
      int[] rank = new int[rows];
      for (int i = 0; i < near.length; i++) {
        rank[near[i]] = i + 1;
      }
      int[] shown = nearest(placed, row);
      for (int i = 0; i < k; i++) {
        penalty += Math.max(0, rank[shown[i]] - k);
      }
    }
    return 1 - penalty * 2 / ((double) rows * k * (2 * rows - 3 * k - 1));
  }

  /** The share of the k nearest on the map that are of the same kind. */
  static double hits(float[] map, int[] truth, int k) {
    Points placed = placed(map);
    double hits = 0;
    for (int row = 0; row < truth.length; row++) {
      int kind = truth[row];
      hits += Arrays.stream(nearest(placed, row)).limit(k).filter(other -> truth[other] == kind).count();
    }
    return hits / k / truth.length;
  }

  private static Points placed(float[] map) {
    return new Points(IntStream.range(0, map.length).mapToDouble(i -> map[i]).toArray(), map.length / 2, 2);
  }

  /** All other rows, nearest first. */
  private static int[] nearest(Points points, int row) {
    double[] squared = new double[points.rows()];
    Arrays.setAll(squared, i -> points.squared(i, points.values(), row * points.dims()));
    return IntStream.range(0, points.rows())
        .filter(i -> i != row)
        .boxed()
        .sorted((a, b) -> Double.compare(squared[a], squared[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
