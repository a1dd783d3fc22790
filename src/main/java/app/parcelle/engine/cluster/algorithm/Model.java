package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Nearest;
import app.parcelle.engine.cluster.points.Neighbours;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/** By which a row is assigned that the algorithm has not seen. Kept with the clusters, so that new customers find theirs. */
public sealed interface Model {
  /** The cluster of a row of prepared points, 0 to k - 1, or {@link Partition#NOISE}. */
  int assign(MixedPoints points, int row);

  /** What assigns very many rows, on any thread. */
  default Assigner assigner(Workers workers, JobContext job) {
    return this::assign;
  }

  /** Finds the cluster of a row of prepared points. */
  @FunctionalInterface
  interface Assigner {
    /** 0 to k - 1, or {@link Partition#NOISE}. */
    int assign(MixedPoints points, int row);
  }

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
  record Labelled(Points points, int[] labels) implements Model {
    @Override
    public int assign(MixedPoints rows, int row) {
      return labels[nearest(points, rows.numbers(), row)];
    }

    @Override
    public Assigner assigner(Workers workers, JobContext job) {
      Neighbours index = Neighbours.of(points, workers, job);
      return (rows, row) -> {
        Nearest nearest = new Nearest(1);
        index.nearest(rows.numbers().values(), row * points.dims(), nearest);
        return labels[nearest.row(0)];
      };
    }
  }

  /**
   * The cluster of the nearest point kept, where that is within the cluster's reach; else noise.
   *
   * @param kept points that are in a cluster
   * @param labels one a point kept
   * @param reach one a cluster
   */
  record Density(Points kept, int[] labels, double[] reach) implements Model {
    @Override
    public int assign(MixedPoints points, int row) {
      if (kept.rows() == 0) {
        return Partition.NOISE;
      }
      int nearest = nearest(kept, points.numbers(), row);
      return within(labels[nearest],
          kept.squared(nearest, points.numbers().values(), row * points.numbers().dims()));
    }

    @Override
    public Assigner assigner(Workers workers, JobContext job) {
      Neighbours index = Neighbours.of(kept, workers, job);
      return (points, row) -> {
        Nearest nearest = new Nearest(1);
        index.nearest(points.numbers().values(), row * kept.dims(), nearest);
        return nearest.size() == 0
            ? Partition.NOISE
            : within(labels[nearest.row(0)], nearest.squared(0));
      };
    }

    private int within(int label, double squared) {
      return squared <= reach[label] * reach[label] ? label : Partition.NOISE;
    }
  }

  private static int nearest(Points points, Points rows, int row) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.rows(); i++) {
      double squared = points.squared(i, rows.values(), row * rows.dims());
      if (squared < least) {
        least = squared;
        best = i;
      }
    }
    return best;
  }
}
