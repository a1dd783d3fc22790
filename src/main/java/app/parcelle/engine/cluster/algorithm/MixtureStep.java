package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.algorithm.Algorithm.Covariance;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The two steps of expectation maximisation (Dempster, Laird and Rubin, Journal of the Royal Statistical Society B 39, 1977)
 * on a Gaussian mixture.
 */
final class MixtureStep {
  /** Added to every variance, so that no component shrinks to a point; scikit-learn's {@code reg_covar}. */
  private static final double RIDGE = 1e-6;
  /** A responsibility below which a row adds nothing that a double could hold. */
  private static final double NOTHING = 1e-20;
  private static final double LOG_NOTHING = Math.log(NOTHING);
  /** Numbers that partial sums of all components and chunks may take. */
  private static final int ROOM = 8_000_000;
  private static final int TILE = 64;

  private final Points points;
  private final int k;
  private final int dims;
  private final Covariance covariance;
  private final double ridge;
  private final Workers workers;
  private final JobContext job;
  private final int chunks;
  /** How much of each row belongs to each component, k x rows. */
  private final double[][] responsibilities;

  MixtureStep(Points points, int k, Covariance covariance, Workers workers, JobContext job) {
    this(points, k, covariance, RIDGE, workers, job);
  }

  /** @param ridge added to every variance */
  MixtureStep(Points points, int k, Covariance covariance, double ridge, Workers workers, JobContext job) {
    this.points = points;
    this.ridge = ridge;
    this.k = k;
    this.dims = points.dims();
    this.covariance = covariance;
    this.workers = workers;
    this.job = job;
    long room = triangular() ? (long) k * dims * dims : (long) k * dims;
    this.chunks = (int) Math.clamp(ROOM / room, 1L, Workers.blocks(points.rows()));
    this.responsibilities = new double[k][points.rows()];
  }

  private boolean triangular() {
    return covariance == Covariance.FULL || covariance == Covariance.TIED;
  }

  /** Gives each row wholly to its cluster. */
  void take(int[] labels) {
    for (double[] ofComponent : responsibilities) {
      Arrays.fill(ofComponent, 0);
    }
    for (int row = 0; row < labels.length; row++) {
      responsibilities[labels[row]][row] = 1;
    }
  }

  /** The sum of the logarithms of the shares that rows have in the components given; never above 0. */
  double logShares(int[] components) {
    double sum = 0;
    for (int row = 0; row < components.length; row++) {
      sum += Math.log(Math.max(NOTHING, responsibilities[components[row]][row]));
    }
    return sum;
  }

  /** The likeliest component of each row. */
  int[] labels() {
    int[] labels = new int[points.rows()];
    for (int row = 0; row < labels.length; row++) {
      for (int j = 1; j < k; j++) {
        if (responsibilities[j][row] > responsibilities[labels[row]][row]) {
          labels[row] = j;
        }
      }
    }
    return labels;
  }

  /** Shares the rows between the components, and returns the mean logarithm of their likelihood. */
  double expect(Model.Mixture mixture) {
    double[] parts = new double[Workers.blocks(points.rows())];
    workers.run(parts.length, block -> {
      MixtureDensity density = new MixtureDensity(mixture, TILE);
      double[][] logs = new double[k][TILE];
      int end = Workers.blockEnd(block, points.rows());
      for (int from = block * Workers.BLOCK; from < end; from += TILE) {
        job.throwIfCancelled();
        int count = Math.min(TILE, end - from);
        density.of(points, from, count, logs);
        for (int i = 0; i < count; i++) {
          parts[block] += share(logs, i, from + i);
        }
      }
    });
    return Arrays.stream(parts).sum() / points.rows();
  }

  private double share(double[][] logs, int i, int row) {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] log : logs) {
      most = Math.max(most, log[i]);
    }
    double sum = 0;
    for (int j = 0; j < k; j++) {
      double below = logs[j][i] - most;
      double share = below < LOG_NOTHING ? 0 : Math.exp(below);
      responsibilities[j][row] = share;
      sum += share;
    }
    for (int j = 0; j < k; j++) {
      responsibilities[j][row] /= sum;
    }
    return most + Math.log(sum);
  }

  /** The mixture that fits the responsibilities best. */
  Model.Mixture maximise() {
    double[][] sums = inChunks(dims + 1, this::addSums);
    double[] sizes = new double[k];
    double[] means = new double[k * dims];
    for (int j = 0; j < k; j++) {
      sizes[j] = sums[j][dims] + 10 * Math.ulp(1.0);
      for (int d = 0; d < dims; d++) {
        means[j * dims + d] = sums[j][d] / sizes[j];
      }
    }
    double[] factors = triangular()
        ? triangles(inChunks(dims * dims, (j, part, from, to) -> addScatter(means, j, part, from, to)), sizes)
        : deviations(inChunks(dims, (j, part, from, to) -> addSquares(means, j, part, from, to)), sizes);
    double total = Arrays.stream(sizes).sum();
    double[] weights = Arrays.stream(sizes).map(size -> size / total).toArray();
    return new Model.Mixture(weights, means, factors, covariance, dims);
  }

  /** What some rows add to the sums of a component. */
  private interface Adding {
    void add(int component, double[] sums, int from, int to);
  }

  /** Sums by component, added in the order of the chunks whatever the threads. */
  private double[][] inChunks(int width, Adding adding) {
    double[][] parts = new double[k * chunks][];
    workers.run(parts.length, task -> {
      int chunk = task % chunks;
      double[] part = new double[width];
      int end = (int) ((chunk + 1L) * points.rows() / chunks);
      int step = Math.max(1, (1 << 20) / width);
      for (int from = (int) ((long) chunk * points.rows() / chunks); from < end; from += step) {
        job.throwIfCancelled();
        adding.add(task / chunks, part, from, Math.min(end, from + step));
      }
      parts[task] = part;
    });
    double[][] sums = new double[k][];
    for (int j = 0; j < k; j++) {
      sums[j] = parts[j * chunks];
      for (int chunk = 1; chunk < chunks; chunk++) {
        for (int i = 0; i < width; i++) {
          sums[j][i] += parts[j * chunks + chunk][i];
        }
      }
    }
    return sums;
  }

  private void addSums(int j, double[] sums, int from, int to) {
    double[] ofComponent = responsibilities[j];
    for (int row = from; row < to; row++) {
      double share = ofComponent[row];
      if (share > NOTHING) {
        for (int d = 0; d < dims; d++) {
          sums[d] += share * points.values()[row * dims + d];
        }
        sums[dims] += share;
      }
    }
  }

  private void addSquares(double[] means, int j, double[] sums, int from, int to) {
    double[] ofComponent = responsibilities[j];
    for (int row = from; row < to; row++) {
      double share = ofComponent[row];
      if (share > NOTHING) {
        for (int d = 0; d < dims; d++) {
          double gap = points.values()[row * dims + d] - means[j * dims + d];
          sums[d] += share * gap * gap;
        }
      }
    }
  }

  /** Adds to the lower triangle only. */
  private void addScatter(double[] means, int j, double[] sums, int from, int to) {
    double[] ofComponent = responsibilities[j];
    double[] gaps = new double[dims];
    for (int row = from; row < to; row++) {
      double share = ofComponent[row];
      if (share > NOTHING) {
        for (int d = 0; d < dims; d++) {
          gaps[d] = points.values()[row * dims + d] - means[j * dims + d];
        }
        for (int d = 0; d < dims; d++) {
          double gap = share * gaps[d];
          int at = d * dims;
          for (int e = 0; e <= d; e++) {
            sums[at + e] += gap * gaps[e];
          }
        }
      }
    }
  }

  private double[] triangles(double[][] scatter, double[] sizes) {
    int square = dims * dims;
    boolean tied = covariance == Covariance.TIED;
    double[] factors = new double[tied ? square : k * square];
    double total = Arrays.stream(sizes).sum();
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < square; i++) {
        factors[(tied ? 0 : j * square) + i] += scatter[j][i] / (tied ? total : sizes[j]);
      }
    }
    workers.run(factors.length / square, j -> {
      job.throwIfCancelled();
      for (int d = 0; d < dims; d++) {
        factors[j * square + d * dims + d] += ridge;
      }
      if (!Cholesky.decompose(factors, j * square, dims)) {
        throw new Problem(Message.of("cluster.problem.mixture"));
      }
    });
    return factors;
  }

  private double[] deviations(double[][] squares, double[] sizes) {
    double[] factors = new double[covariance == Covariance.SPHERICAL ? k : k * dims];
    for (int j = 0; j < k; j++) {
      if (covariance == Covariance.SPHERICAL) {
        factors[j] = Math.sqrt(Arrays.stream(squares[j]).sum() / (sizes[j] * dims) + ridge);
      } else {
        for (int d = 0; d < dims; d++) {
          factors[j * dims + d] = Math.sqrt(squares[j][d] / sizes[j] + ridge);
        }
      }
    }
    return factors;
  }
}
