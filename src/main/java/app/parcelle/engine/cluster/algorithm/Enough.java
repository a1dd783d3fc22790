package app.parcelle.engine.cluster.algorithm;

import java.nio.DoubleBuffer;
import java.util.HashSet;
import java.util.Set;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Whether there are rows enough to be told apart into so many clusters. */
final class Enough {
  private Enough() {}

  /** @throws Problem when fewer than {@code k} rows differ, or when {@code k} is less than 2; it says what to change */
  static void rows(Points points, int k) {
    rows(MixedPoints.of(points), k);
  }

  /** @throws Problem when fewer than {@code k} rows differ, or when {@code k} is less than 2; it says what to change */
  static void rows(MixedPoints points, int k) {
    if (k < 2) {
      throw new Problem(Message.of("cluster.problem.one-cluster"));
    }
    if (points.rows() < 2) {
      throw new Problem(Message.of("cluster.problem.too-few", points.rows()));
    }
    int different = different(points, k);
    if (different == 1) {
      throw new Problem(Message.of("cluster.problem.duplicates"));
    }
    if (different < k) {
      throw new Problem(Message.of("cluster.problem.fewer-than-k", different, k));
    }
  }

  /** How many rows differ, counted no further than {@code enough}. */
  static int different(MixedPoints points, int enough) {
    int dims = points.numbers().dims();
    int width = dims + points.categories().size();
    Set<DoubleBuffer> seen = new HashSet<>();
    for (int row = 0; row < points.rows() && seen.size() < enough; row++) {
      double[] key = new double[width];
      System.arraycopy(points.numbers().values(), row * dims, key, 0, dims);
      for (int c = dims; c < width; c++) {
        key[c] = points.categories().get(c - dims).codes()[row];
      }
      seen.add(DoubleBuffer.wrap(key));
    }
    return seen.size();
  }
}
