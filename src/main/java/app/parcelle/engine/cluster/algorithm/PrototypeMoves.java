package app.parcelle.engine.cluster.algorithm;

import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;

/**
 * Moves rows one by one to the cluster where the cost falls most once the prototypes have followed (Hartigan, <i>Clustering
 * Algorithms</i>, 1975, for numbers), until none is left to move. This leaves optima in which each row is nearest to its own
 * prototype as it stands, of which categories have many.
 */
final class PrototypeMoves {
  private static final int PASSES = 100;

  /** Of what a row costs; less is rounding. */
  private static final double WORTH = 1e-9;

  private final MixedPoints points;
  private final Model.Prototypes start;
  private final int[] labels;
  private final int[] sizes;
  private final double[] sums;
  /** Of each category, clusters x values. */
  private final int[][] counts;
  private final JobContext job;

  private PrototypeMoves(MixedPoints points, PrototypeDescent.Fit fit, JobContext job) {
    this.points = points;
    this.start = fit.model();
    this.labels = fit.labels().clone();
    this.sizes = new int[start.k()];
    this.sums = new double[start.k() * start.dims()];
    this.counts = points.categories()
        .stream()
        .map(c -> new int[start.k() * c.levels()])
        .toArray(int[][]::new);
    this.job = job;
    for (int row = 0; row < labels.length; row++) {
      count(row, labels[row], 1);
    }
  }

  /** The prototypes of the rows once they have moved. */
  static Model.Prototypes from(MixedPoints points, PrototypeDescent.Fit fit, JobContext job) {
    return new PrototypeMoves(points, fit, job).run();
  }

  private Model.Prototypes run() {
    boolean moved = true;
    for (int pass = 0; moved && pass < PASSES; pass++) {
      moved = false;
      for (int row = 0; row < labels.length; row++) {
        if (row % 64 == 0) {
          job.throwIfCancelled();
        }
        moved |= sizes[labels[row]] > 1 && move(row);
      }
    }
    return model();
  }

  private boolean move(int row) {
    int own = labels[row];
    count(row, own, -1);
    double stays = added(row, own);
    int best = own;
    double least = stays * (1 - WORTH);
    for (int j = 0; j < sizes.length; j++) {
      double cost = j == own ? stays : added(row, j);
      if (cost < least) {
        least = cost;
        best = j;
      }
    }
    labels[row] = best;
    count(row, best, 1);
    return best != own;
  }

  /** What a row adds to the cost of a cluster that it is not in. */
  private double added(int row, int j) {
    if (sizes[j] == 0) {
      return 0;
    }
    Points numbers = points.numbers();
    int dims = numbers.dims();
    double squares = 0;
    for (int d = 0; d < dims; d++) {
      double gap = numbers.values()[row * dims + d] - sums[j * dims + d] / sizes[j];
      squares += gap * gap;
    }
    double cost = squares * sizes[j] / (sizes[j] + 1);
    List<MixedPoints.Category> categories = points.categories();
    for (int c = 0; c < counts.length; c++) {
      MixedPoints.Category category = categories.get(c);
      int from = j * category.levels();
      int same = counts[c][from + category.codes()[row]];
      boolean rarer = false;
      for (int at = from; at < from + category.levels() && !rarer; at++) {
        rarer = counts[c][at] > same;
      }
      cost += rarer ? start.mismatches()[c] : 0;
    }
    return cost;
  }

  private void count(int row, int j, int sign) {
    Points numbers = points.numbers();
    int dims = numbers.dims();
    sizes[j] += sign;
    for (int d = 0; d < dims; d++) {
      sums[j * dims + d] += sign * numbers.values()[row * dims + d];
    }
    for (int c = 0; c < counts.length; c++) {
      MixedPoints.Category category = points.categories().get(c);
      counts[c][j * category.levels() + category.codes()[row]] += sign;
    }
  }

  private Model.Prototypes model() {
    double[] centres = start.centres().clone();
    for (int i = 0; i < centres.length; i++) {
      centres[i] = sizes[i / start.dims()] == 0 ? centres[i] : sums[i] / sizes[i / start.dims()];
    }
    int[] modes = start.modes().clone();
    for (int i = 0; i < modes.length; i++) {
      int c = i % counts.length;
      int levels = points.categories().get(c).levels();
      int from = i / counts.length * levels;
      for (int code = 0; code < levels; code++) {
        modes[i] = counts[c][from + code] > counts[c][from + modes[i]] ? code : modes[i];
      }
    }
    return new Model.Prototypes(centres, modes, start.mismatches(), start.k(), start.dims());
  }
}
