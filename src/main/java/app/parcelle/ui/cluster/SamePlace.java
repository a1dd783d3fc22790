package app.parcelle.ui.cluster;

import java.util.HashMap;
import java.util.Map;

import app.parcelle.ui.chart.map.PointCloud;

/** Lays points that share a place around it, as the seeds of a sunflower, so that all of a town are seen. */
final class SamePlace {
  /** Of the extent of the map: how far the last of the largest crowd stands from its place. */
  private static final double WIDEST = 0.03;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private SamePlace() {}

  /** @param places as {@link PointCloud} has them; changed */
  static void spread(float[] places) {
    Map<Long, Integer> crowds = new HashMap<>();
    int[] turn = new int[places.length / 2];
    int largest = 0;
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int point = 0; point < turn.length; point++) {
      float x = places[2 * point];
      float y = places[2 * point + 1];
      if (Float.isNaN(x) || Float.isNaN(y)) {
        continue;
      }
      long place = ((long) Float.floatToIntBits(x) << 32) | (Float.floatToIntBits(y) & 0xffffffffL);
      turn[point] = crowds.merge(place, 1, Integer::sum) - 1;
      largest = Math.max(largest, turn[point]);
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], places[2 * point + axis]);
        high[axis] = Math.max(high[axis], places[2 * point + axis]);
      }
    }
    double extent = Math.max(high[0] - low[0], high[1] - low[1]);
    if (largest == 0 || !(extent > 0)) {
      return;
    }
    double step = WIDEST * extent / Math.sqrt(largest);
    for (int point = 0; point < turn.length; point++) {
      double away = step * Math.sqrt(turn[point]);
      places[2 * point] += (float) (away * Math.cos(GOLDEN_ANGLE * turn[point]));
      places[2 * point + 1] += (float) (away * Math.sin(GOLDEN_ANGLE * turn[point]));
    }
  }
}
