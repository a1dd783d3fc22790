package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Nearest;
import app.parcelle.engine.cluster.points.Neighbours;
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

  /**
   * The cluster of the nearest point kept, where that is within the cluster's reach; else noise.
   *
   * @param kept points that are in a cluster
   * @param labels one a point kept
   * @param reach one a cluster
   */
  record Density(Neighbours kept, int[] labels, double[] reach) implements Model {
    @Override
    public int assign(MixedPoints points, int row) {
      Nearest nearest = new Nearest(1);
      kept.nearest(points.numbers().values(), row * points.numbers().dims(), nearest);
      if (nearest.size() == 0) {
        return Partition.NOISE;
      }
      int label = labels[nearest.row(0)];
      return nearest.squared(0) <= reach[label] * reach[label] ? label : Partition.NOISE;
    }
  }
}
