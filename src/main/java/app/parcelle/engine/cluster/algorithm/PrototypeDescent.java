package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * Improves prototypes until no row changes its cluster: rows go to the nearest prototype, prototypes to the means and modes of
 * their rows. An empty cluster is given the row that is farthest from its prototype.
 */
final class PrototypeDescent {
  private static final int ITERATIONS = 300;

  /** What came out. */
  record Fit(Model.Prototypes model, int[] labels, double cost) {}

  private final MixedPoints points;
  private final int k;
  private final Workers workers;
  private final JobContext job;
  private final int[] labels;
  private final double[] distances;

  private PrototypeDescent(MixedPoints points, int k, Workers workers, JobContext job) {
    this.points = points;
    this.k = k;
    this.workers = workers;
    this.job = job;
    this.labels = new int[points.rows()];
    this.distances = new double[points.rows()];
  }

  static Fit from(MixedPoints points, Model.Prototypes start, Workers workers, JobContext job) {
    return new PrototypeDescent(points, start.k(), workers, job).run(start);
  }

  private Fit run(Model.Prototypes start) {
    Model.Prototypes model = start;
    boolean changed = assign(model);
    for (int iteration = 0; iteration == 0 || (changed && iteration < ITERATIONS); iteration++) {
      model = moved(model);
      changed = assign(model);
    }
    return new Fit(model, labels, Arrays.stream(distances).sum());
  }

  private boolean assign(Model.Prototypes model) {
    boolean[] changed = new boolean[Workers.blocks(points.rows())];
    workers.run(changed.length, block -> {
      int end = Workers.blockEnd(block, points.rows());
      for (int row = block * Workers.BLOCK; row < end; row++) {
        if (row % 64 == 0) {
          job.throwIfCancelled();
        }
        int label = model.assign(points, row);
        changed[block] |= label != labels[row];
        labels[row] = label;
        distances[row] = model.distance(points, row, label);
      }
    });
    boolean any = repair();
    for (boolean block : changed) {
      any |= block;
    }
    return any;
  }

  private boolean repair() {
    int[] sizes = new int[k];
    for (int label : labels) {
      sizes[label]++;
    }
    boolean repaired = false;
    for (int j = 0; j < k; j++) {
      int farthest = -1;
      for (int row = 0; row < labels.length && sizes[j] == 0; row++) {
        if (sizes[labels[row]] > 1 && distances[row] > (farthest < 0 ? 0 : distances[farthest])) {
          farthest = row;
        }
      }
      if (farthest >= 0) {
        sizes[labels[farthest]]--;
        sizes[j]++;
        labels[farthest] = j;
        distances[farthest] = 0;
        repaired = true;
      }
    }
    return repaired;
  }

  private Model.Prototypes moved(Model.Prototypes model) {
    return new Model.Prototypes(means(model), modes(model), model.mismatches(), k, model.dims());
  }

  private double[] means(Model.Prototypes model) {
    Points numbers = points.numbers();
    int dims = numbers.dims();
    int width = dims + 1;
    double[][] parts = new double[Workers.blocks(points.rows())][k * width];
    workers.run(parts.length, block -> {
      job.throwIfCancelled();
      double[] part = parts[block];
      int end = Workers.blockEnd(block, points.rows());
      for (int row = block * Workers.BLOCK; row < end; row++) {
        int at = labels[row] * width;
        for (int d = 0; d < dims; d++) {
          part[at + d] += numbers.values()[row * dims + d];
        }
        part[at + dims]++;
      }
    });
    double[] sums = new double[k * width];
    for (double[] part : parts) {
      Arrays.setAll(sums, i -> sums[i] + part[i]);
    }
    double[] means = model.centres().clone();
    for (int i = 0; i < means.length; i++) {
      int at = i / dims * width;
      if (sums[at + dims] > 0) {
        means[i] = sums[at + i % dims] / sums[at + dims];
      }
    }
    return means;
  }

  private int[] modes(Model.Prototypes model) {
    int[] modes = model.modes().clone();
    int categories = points.categories().size();
    workers.run(categories, c -> {
      MixedPoints.Category category = points.categories().get(c);
      int[] counts = new int[k * category.levels()];
      for (int row = 0; row < labels.length; row++) {
        if (row % Workers.BLOCK == 0) {
          job.throwIfCancelled();
        }
        counts[labels[row] * category.levels() + category.codes()[row]]++;
      }
      for (int j = 0; j < k; j++) {
        int at = j * category.levels();
        for (int code = 0; code < category.levels(); code++) {
          // a mode stays where another is only as frequent, so that no row is moved for nothing
          if (counts[at + code] > counts[at + modes[j * categories + c]]) {
            modes[j * categories + c] = code;
          }
        }
      }
    });
    return modes;
  }
}
