package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;

/** By which a row is assigned that the algorithm has not seen. Kept with the clusters, so that new customers find theirs. */
public sealed interface Model {
  /** The cluster of a row of prepared points, 0 to k - 1, or {@link Partition#NOISE}. */
  int assign(MixedPoints points, int row);

  /** The nearest of the centres, k x dims, row-major. */
  record Centres(double[] centres, int dims) implements Model {
    @Override
    public int assign(MixedPoints points, int row) {
      Points numbers = points.numbers();
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int at = 0; at < centres.length; at += dims) {
        double squared = numbers.squared(row, centres, at);
        if (squared < least) {
          least = squared;
          best = at / dims;
        }
      }
      return best;
    }
  }

  /** The label of the nearest of the points. */
  record Neighbours(Points points, int[] labels) implements Model {
    @Override
    public int assign(MixedPoints rows, int row) {
      Points numbers = rows.numbers();
      int at = row * numbers.dims();
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < points.rows(); i++) {
        double squared = points.squared(i, numbers.values(), at);
        if (squared < least) {
          least = squared;
          best = i;
        }
      }
      return labels[best];
    }
  }
}
