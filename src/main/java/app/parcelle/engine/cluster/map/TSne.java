package app.parcelle.engine.cluster.map;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A map on which rows that are near each other stay so: t-SNE with the forces of Barnes and Hut (van der Maaten,
 * <i>Accelerating t-SNE using tree-based algorithms</i>, JMLR 2014), from the principal components (Kobak and Berens 2019).
 * Distances between groups that are far apart say little.
 */
public final class TSne {
  /** Beyond so many rows a sample is laid out, and the others are put beside those of it that are nearest. */
  public static final int SAMPLE = 10_000;

  private static final double THETA = 0.5;
  private static final double EXAGGERATION = 12;
  private static final int EARLY = 250;
  private static final int TASK = 256;

  /**
   * How to lay out.
   *
   * @param perplexity about how many neighbours count; 30 is usual
   * @param iterations 1,000 are usual
   */
  public record Parameters(double perplexity, int iterations) {
    public static final Parameters USUAL = new Parameters(30, 1_000);
  }

  private final Affinities affinities;
  private final int iterations;
  private final Workers workers;
  private final JobContext job;
  private final double[] places;
  private final double[] speeds;
  private final double[] gains;
  private final double[] pushes;
  private final double[] totals;
  private final QuadTree tree;

  private TSne(Affinities affinities, double[] start, int iterations, Workers workers, JobContext job) {
    this.affinities = affinities;
    this.iterations = iterations;
    this.workers = workers;
    this.job = job;
    this.places = start;
    this.speeds = new double[start.length];
    this.gains = new double[start.length];
    Arrays.fill(gains, 1);
    this.pushes = new double[start.length];
    this.totals = new double[start.length / 2];
    this.tree = new QuadTree(places);
  }

  /**
   * Rows x 2; the same for the same seed on any number of threads.
   *
   * @throws Problem when the perplexity is less than 2
   */
  public static float[] of(Points points, Parameters parameters, long seed, Workers workers, JobContext job) {
    if (!(parameters.perplexity() >= 2)) {
      throw new Problem(Message.of("cluster.problem.map-neighbours", parameters.perplexity()));
    }
    return Layout.sampled(points, SAMPLE, seed, workers, job, (rows, stage) -> {
      double[] start = Layout.principal(rows, 1e-4, stage);
      if (rows.rows() < 3) {
        return Layout.floats(start);
      }
      int k = (int) Math.min(rows.rows() - 1, Math.round(3 * parameters.perplexity()));
      NearestRows nearest = NearestRows.of(rows, k, workers, stage);
      double perplexity = Math.min(parameters.perplexity(), (nearest.k() + 1) / 2.0);
      Affinities affinities = Affinities.of(nearest, weights(nearest, perplexity, workers, stage),
          (there, back) -> (there + back) / (2.0 * rows.rows()));
      return new TSne(affinities, start, parameters.iterations(), workers, new Stage(stage, 0.1, 1)).run();
    });
  }

  /** Gaussian weights of the nearest rows, each row's adding to 1, as wide as the perplexity wants. */
  private static double[] weights(NearestRows nearest, double perplexity, Workers workers, JobContext job) {
    int k = nearest.k();
    int rows = nearest.rows().length / k;
    double[] weights = new double[nearest.rows().length];
    double wanted = Math.log(perplexity);
    workers.run(Math.ceilDiv(rows, TASK), task -> {
      for (int row = task * TASK; row < Math.min(rows, (task + 1) * TASK); row++) {
        job.throwIfCancelled();
        weigh(nearest, row, wanted, weights);
      }
    });
    return weights;
  }

  private static void weigh(NearestRows nearest, int row, double wanted, double[] weights) {
    int begin = row * nearest.k();
    int end = begin + nearest.k();
    double first = nearest.distances()[begin] * nearest.distances()[begin];
    double spread = 0;
    for (int i = begin; i < end; i++) {
      spread += nearest.distances()[i] * nearest.distances()[i] - first;
    }
    // starts at a width that is right within some powers of two
    double precision = spread > 0 ? nearest.k() / spread : 1;
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    for (int step = 0; step < 60; step++) {
      double total = 0;
      double moment = 0;
      for (int i = begin; i < end; i++) {
        double squared = nearest.distances()[i] * nearest.distances()[i] - first;
        weights[i] = Math.exp(-precision * squared);
        total += weights[i];
        moment += precision * squared * weights[i];
      }
      double entropy = Math.log(total) + moment / total;
      for (int i = begin; i < end; i++) {
        weights[i] /= total;
      }
      if (Math.abs(entropy - wanted) < 1e-5) {
        return;
      }
      if (entropy > wanted) {
        least = precision;
        precision = most == Double.POSITIVE_INFINITY ? 2 * precision : (precision + most) / 2;
      } else {
        most = precision;
        precision = (precision + least) / 2;
      }
    }
  }

  private float[] run() {
    int rows = affinities.rows();
    double rate = Math.max(50, rows / EXAGGERATION / 4);
    for (int iteration = 0; iteration < iterations; iteration++) {
      boolean early = iteration < EARLY;
      job.throwIfCancelled();
      tree.build();
      overRows(this::push);
      double total = Arrays.stream(totals).sum();
      double pull = early ? EXAGGERATION : 1;
      double[] before = places.clone();
      overRows(row -> move(row, before, pull, total, early ? 0.5 : 0.8, rate));
      centre();
      job.progress(iteration, iterations, Message.of("cluster.progress.map"));
    }
    return Layout.floats(places);
  }

  private interface Row {
    void work(int row);
  }

  private void overRows(Row work) {
    int rows = affinities.rows();
    workers.run(Math.ceilDiv(rows, TASK), task -> {
      job.throwIfCancelled();
      for (int row = task * TASK; row < Math.min(rows, (task + 1) * TASK); row++) {
        work.work(row);
      }
    });
  }

  private void push(int row) {
    double[] force = new double[3];
    tree.push(row, THETA, force);
    pushes[2 * row] = force[0];
    pushes[2 * row + 1] = force[1];
    totals[row] = force[2];
  }

  private void move(int row, double[] before, double pull, double total, double momentum, double rate) {
    double pullX = 0;
    double pullY = 0;
    for (int i = affinities.starts()[row]; i < affinities.starts()[row + 1]; i++) {
      int other = 2 * affinities.columns()[i];
      double gapX = before[2 * row] - before[other];
      double gapY = before[2 * row + 1] - before[other + 1];
      double weight = affinities.weights()[i] / (1 + gapX * gapX + gapY * gapY);
      pullX += weight * gapX;
      pullY += weight * gapY;
    }
    step(2 * row, 4 * (pull * pullX - pushes[2 * row] / total), momentum, rate);
    step(2 * row + 1, 4 * (pull * pullY - pushes[2 * row + 1] / total), momentum, rate);
  }

  /** With a gain that grows while the direction stays (Jacobs 1988). */
  private void step(int i, double slope, double momentum, double rate) {
    gains[i] = slope * speeds[i] < 0 ? gains[i] + 0.2 : Math.max(0.01, gains[i] * 0.8);
    speeds[i] = momentum * speeds[i] - rate * gains[i] * slope;
    places[i] += speeds[i];
  }

  private void centre() {
    for (int axis = 0; axis < 2; axis++) {
      double mean = 0;
      for (int i = axis; i < places.length; i += 2) {
        mean += places[i];
      }
      mean /= affinities.rows();
      for (int i = axis; i < places.length; i += 2) {
        places[i] -= mean;
      }
    }
  }
}
