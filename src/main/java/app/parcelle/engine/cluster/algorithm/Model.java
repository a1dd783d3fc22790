package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.stream.IntStream;

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

  /**
   * The likeliest component of a Gaussian mixture.
   *
   * @param weights of the components, adding to 1
   * @param means k x dims, row-major
   * @param factors of the covariances: k x dims x dims lower triangles (Cholesky) where they are full, one such triangle where
   *     they are tied, k x dims standard deviations where they are diagonal, k where they are spherical
   */
  record Mixture(double[] weights, double[] means, double[] factors, Algorithm.Covariance covariance,
      int dims)
      implements
        Model {
    public int k() {
      return weights.length;
    }

    @Override
    public int assign(MixedPoints points, int row) {
      double[] probabilities = probabilities(points, row);
      int best = 0;
      for (int j = 1; j < probabilities.length; j++) {
        best = probabilities[j] > probabilities[best] ? j : best;
      }
      return best;
    }

    /** How probably a row of prepared points comes from each component; they add to 1. */
    public double[] probabilities(MixedPoints points, int row) {
      double[][] logs = new double[k()][1];
      new MixtureDensity(this, 1).of(points.numbers(), row, 1, logs);
      double most = Arrays.stream(logs).mapToDouble(log -> log[0]).max().orElseThrow();
      double[] shares = Arrays.stream(logs).mapToDouble(log -> Math.exp(log[0] - most)).toArray();
      double sum = Arrays.stream(shares).sum();
      return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** How many numbers a mixture is free to choose. */
    static int freeNumbers(int k, int dims, Algorithm.Covariance covariance) {
      int triangle = dims * (dims + 1) / 2;
      int ofCovariances = switch (covariance) {
        case FULL -> k * triangle;
        case TIED -> triangle;
        case DIAGONAL -> k * dims;
        case SPHERICAL -> k;
      };
      return ofCovariances + k * dims + k - 1;
    }

    /** The number on the diagonal of a component's factor. */
    double scale(int component, int dim) {
      return switch (covariance) {
        case FULL -> factors[component * dims * dims + dim * dims + dim];
        case TIED -> factors[dim * dims + dim];
        case DIAGONAL -> factors[component * dims + dim];
        case SPHERICAL -> factors[component];
      };
    }

    /** The mixture without some of its components. */
    Mixture without(boolean[] components) {
      int[] kept = IntStream.range(0, k()).filter(j -> !components[j]).toArray();
      double total = Arrays.stream(kept).mapToDouble(j -> weights[j]).sum();
      double[] keptFactors = covariance == Algorithm.Covariance.TIED
          ? factors
          : pick(factors, kept, factors.length / k());
      return new Mixture(Arrays.stream(kept).mapToDouble(j -> weights[j] / total).toArray(),
          pick(means, kept, dims), keptFactors, covariance, dims);
    }

    private static double[] pick(double[] values, int[] kept, int width) {
      double[] picked = new double[kept.length * width];
      for (int i = 0; i < kept.length; i++) {
        System.arraycopy(values, kept[i] * width, picked, i * width, width);
      }
      return picked;
    }
  }

  /**
   * The nearest of the prototypes: their centres for numbers, their modes for categories.
   *
   * @param centres k x dims, row-major
   * @param modes k x categories codes, row-major
   * @param mismatches what a mismatch of each category adds to the squared distance
   */
  record Prototypes(double[] centres, int[] modes, double[] mismatches, int k, int dims) implements Model {
    @Override
    public int assign(MixedPoints points, int row) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < k; j++) {
        double distance = distance(points, row, j);
        if (distance < least) {
          least = distance;
          best = j;
        }
      }
      return best;
    }

    /** Squared distance of the numbers, and what the categories that mismatch add. */
    double distance(MixedPoints points, int row, int prototype) {
      double sum = points.numbers().squared(row, centres, prototype * dims);
      int at = prototype * mismatches.length;
      for (int c = 0; c < mismatches.length; c++) {
        if (points.categories().get(c).codes()[row] != modes[at + c]) {
          sum += mismatches[c];
        }
      }
      return sum;
    }
  }

  /**
   * The nearest medoid by Gower's distance.
   *
   * @param medoids one row a cluster
   * @param ranges of the numbers when the clusters were found, one a dimension
   */
  record Gower(MixedPoints medoids, double[] ranges) implements Model {
    @Override
    public int assign(MixedPoints points, int row) {
      GowerDistance distance = new GowerDistance(medoids, ranges);
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < medoids.rows(); j++) {
        double away = distance.between(points, row, j);
        if (away < least) {
          least = away;
          best = j;
        }
      }
      return best;
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
