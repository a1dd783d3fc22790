package app.parcelle.engine.cluster.map;

import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.points.Draws;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Stage;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A map by uniform manifold approximation and projection: UMAP (McInnes, Healy and Melville 2018), from the principal
 * components. In each epoch a row moves by its own edges and by rows drawn at random, while the others stand where they stood
 * when the epoch began, so that the number of threads changes nothing.
 */
public final class Umap {
  /** Beyond so many rows a sample is laid out, and the others are put beside those of it that are nearest. */
  public static final int SAMPLE = 20_000;

  /** The curve for a least distance of 0.1 and a spread of 1. */
  private static final double A = 1.5769434603113077;

  private static final double B = 0.8950608779109733;
  private static final int DRAWN = 5;
  private static final int TASK = 256;

  /**
   * How to lay out.
   *
   * @param neighbours how many count; 15 is usual
   * @param epochs 300 are usual
   */
  public record Parameters(int neighbours, int epochs) {
    public static final Parameters USUAL = new Parameters(15, 300);
  }

  private final Affinities graph;
  private final double strongest;
  private final int epochs;
  private final long seed;
  private final Workers workers;
  private final JobContext job;
  private double[] places;

  private Umap(Affinities graph, double[] start, int epochs, long seed, Workers workers, JobContext job) {
    this.graph = graph;
    double most = 0;
    for (double weight : graph.weights()) {
      most = Math.max(most, weight);
    }
    this.strongest = most;
    this.epochs = epochs;
    this.seed = seed;
    this.workers = workers;
    this.job = job;
    this.places = start;
  }

  /**
   * Rows x 2; the same for the same seed on any number of threads.
   *
   * @throws Problem when there are fewer than 2 neighbours
   */
  public static float[] of(Points points, Parameters parameters, long seed, Workers workers, JobContext job) {
    if (parameters.neighbours() < 2) {
      throw new Problem(Message.of("cluster.problem.map-neighbours", parameters.neighbours()));
    }
    return Layout.sampled(points, SAMPLE, seed, workers, job, (rows, stage) -> {
      double[] start = start(rows, seed, stage);
      if (rows.rows() >= 3) {
        // as elsewhere a row is the first of its own neighbours
        NearestRows nearest = NearestRows.of(rows, parameters.neighbours() - 1, workers, stage);
        Affinities graph = Affinities.of(nearest, weights(nearest, parameters.neighbours(), stage),
            (there, back) -> there + back - there * back);
        start = new Umap(graph, start, parameters.epochs(), seed, workers, new Stage(stage, 0.1, 1)).run();
      }
      return Layout.floats(start);
    });
  }

  /** A little apart, because rows that are the same would never part. */
  private static double[] start(Points points, long seed, JobContext job) {
    double[] start = Layout.principal(points, 5, job);
    RandomGenerator random = Draws.of(seed, Draws.Purpose.MAP);
    for (int i = 0; i < start.length; i++) {
      start[i] += 1e-3 * random.nextGaussian();
    }
    return start;
  }

  /** Membership of the nearest rows: 1 for the nearest, falling so that they add to the logarithm of their number. */
  private static double[] weights(NearestRows nearest, int neighbours, JobContext job) {
    int k = nearest.k();
    double[] weights = new double[nearest.rows().length];
    double wanted = Math.log(Math.min(neighbours, k + 1)) / Math.log(2);
    for (int begin = 0; begin < weights.length; begin += k) {
      job.throwIfCancelled();
      double first = 0;
      double mean = 0;
      for (int i = begin; i < begin + k; i++) {
        first = first > 0 ? first : nearest.distances()[i];
        mean += nearest.distances()[i] / k;
      }
      double least = 0;
      double most = Double.POSITIVE_INFINITY;
      double width = mean > 0 ? mean : 1;
      for (int step = 0; step < 64; step++) {
        double total = 0;
        for (int i = begin; i < begin + k; i++) {
          weights[i] = Math.exp(-Math.max(0, nearest.distances()[i] - first) / Math.max(width, 1e-3 * mean));
          total += weights[i];
        }
        if (Math.abs(total - wanted) < 1e-5) {
          break;
        }
        if (total > wanted) {
          most = width;
          width = (least + width) / 2;
        } else {
          least = width;
          width = most == Double.POSITIVE_INFINITY ? 2 * width : (width + most) / 2;
        }
      }
    }
    return weights;
  }

  private double[] run() {
    int rows = graph.rows();
    for (int e = 0; e < epochs; e++) {
      int epoch = e;
      double rate = 1 - (double) epoch / epochs;
      double[] next = new double[places.length];
      workers.run(Math.ceilDiv(rows, TASK), task -> {
        job.throwIfCancelled();
        RandomGenerator random = Draws.of(seed, Draws.Purpose.MAP, epoch, task);
        double[] place = new double[2];
        for (int row = task * TASK; row < Math.min(rows, (task + 1) * TASK); row++) {
          move(row, epoch, rate, random, place);
          next[2 * row] = place[0];
          next[2 * row + 1] = place[1];
        }
      });
      places = next;
      job.progress(epoch, epochs, Message.of("cluster.progress.map"));
    }
    return places;
  }

  private void move(int row, int epoch, double rate, RandomGenerator random, double[] place) {
    place[0] = places[2 * row];
    place[1] = places[2 * row + 1];
    for (int i = graph.starts()[row]; i < graph.starts()[row + 1]; i++) {
      // an edge has its turn as often as it is strong
      double share = graph.weights()[i] / strongest;
      if ((long) ((epoch + 1) * share) == (long) (epoch * share)) {
        continue;
      }
      pull(place, graph.columns()[i], rate);
      for (int drawn = 0; drawn < DRAWN; drawn++) {
        int other = random.nextInt(graph.rows());
        if (other != row) {
          push(place, other, rate);
        }
      }
    }
  }

  private void pull(double[] place, int other, double rate) {
    double gapX = place[0] - places[2 * other];
    double gapY = place[1] - places[2 * other + 1];
    double squared = gapX * gapX + gapY * gapY;
    if (squared > 0) {
      double power = Math.pow(squared, B);
      double slope = -2 * A * B * power / squared / (1 + A * power);
      // twice, because an edge draws at both its ends, once from each side
      place[0] += 2 * rate * clip(slope * gapX);
      place[1] += 2 * rate * clip(slope * gapY);
    }
  }

  private void push(double[] place, int other, double rate) {
    double gapX = place[0] - places[2 * other];
    double gapY = place[1] - places[2 * other + 1];
    double squared = gapX * gapX + gapY * gapY;
    if (squared > 0) {
      double slope = 2 * B / ((0.001 + squared) * (1 + A * Math.pow(squared, B)));
      place[0] += rate * clip(slope * gapX);
      place[1] += rate * clip(slope * gapY);
    }
  }

  private static double clip(double force) {
    return Math.clamp(force, -4, 4);
  }
}
