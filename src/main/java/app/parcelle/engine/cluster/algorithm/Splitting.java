package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Finds how many clusters there are by splitting: each cluster is cut in two by k-means where a test says that two fit better
 * than one; k-means on all rows follows, until nothing is to be split. Cuts begin along the principal axis, as in Hamerly and
 * Elkan's paper, so that nothing is drawn at random.
 */
final class Splitting {
  /** Rows of which the likelihood of any model says little; they stay together. */
  private static final int FEW = 25;
  /** Of the power iteration that finds a principal axis; it need not be exact. */
  private static final int AXIS_STEPS = 20;

  /** Whether two centres fit some rows better than one. */
  interface Test {
    /**
     * @param one their mean
     * @param two of the same rows
     */
    boolean two(Points rows, KMeans.Fit one, KMeans.Fit two);
  }

  private final Points points;
  private final int maxK;
  private final Test test;
  private final Workers workers;
  private final JobContext job;

  Splitting(Points points, int maxK, Test test, Workers workers, JobContext job) {
    this.points = points;
    this.maxK = Math.min(maxK, Enough.different(MixedPoints.of(points), maxK));
    this.test = test;
    this.workers = workers;
    this.job = job;
  }

  /** All rows about their mean. */
  KMeans.Fit one() {
    return fit(mean(points));
  }

  private KMeans.Fit fit(double[] centres) {
    return KMeans.fit(points, centres, KMeans.Patience.USUAL, workers, job);
  }

  static double[] mean(Points points) {
    double[] mean = new double[points.dims()];
    for (int i = 0; i < points.values().length; i++) {
      mean[i % mean.length] += points.values()[i] / points.rows();
    }
    return mean;
  }

  /** Splits as long as the test says so and there are fewer than the most clusters allowed. */
  KMeans.Fit split(KMeans.Fit start) {
    KMeans.Fit fit = start;
    while (fit.k() < maxK) {
      job.progress(fit.k(), maxK, Message.of("cluster.progress.split", fit.k()));
      double[] centres = centres(fit, cuts(fit), false);
      if (centres.length == fit.centres().length) {
        break;
      }
      fit = fit(centres);
    }
    return fit;
  }

  /** Splits every cluster that has rows enough, whatever the test says. */
  KMeans.Fit splitAll(KMeans.Fit fit) {
    return fit(centres(fit, cuts(fit), true));
  }

  /** Joins two neighbours at a time, those first that lose least, as long as the test says that one centre would do. */
  KMeans.Fit join(KMeans.Fit start) {
    KMeans.Fit fit = start;
    while (fit.k() > 1) {
      double[] centres = joined(fit);
      if (centres.length == fit.centres().length) {
        break;
      }
      fit = fit(centres);
    }
    return fit;
  }

  /** A cluster cut in two. */
  private record Cut(boolean better, double saved, double[] centres) {}

  private Cut[] cuts(KMeans.Fit fit) {
    int[][] rows = rows(fit);
    Cut[] cuts = new Cut[fit.k()];
    workers.run(cuts.length, j -> cuts[j] = cut(points.pick(rows[j])));
    return cuts;
  }

  private Cut cut(Points rows) {
    job.throwIfCancelled();
    if (rows.rows() < FEW || Enough.different(MixedPoints.of(rows), 2) < 2) {
      return new Cut(false, 0, new double[0]);
    }
    try (Workers alone = Workers.inline()) {
      KMeans.Fit one = KMeans.fit(rows, mean(rows), KMeans.Patience.USUAL, alone, job);
      KMeans.Fit two = KMeans.fit(rows, alongAxis(rows, one), KMeans.Patience.USUAL, alone, job);
      return new Cut(test.two(rows, one, two), one.inertia() - two.inertia(), two.centres());
    }
  }

  /** Two centres on both sides of the mean along the principal axis, as far as the halves of a normal distribution are. */
  private double[] alongAxis(Points rows, KMeans.Fit one) {
    int dims = rows.dims();
    double[] mean = one.centres();
    double[] axis = new double[dims];
    for (int row = 0; row < rows.rows(); row++) {
      for (int d = 0; d < dims; d++) {
        double gap = rows.values()[row * dims + d] - mean[d];
        axis[d] += gap * gap;
      }
    }
    double variance = 0;
    for (int step = 0; step < AXIS_STEPS; step++) {
      job.throwIfCancelled();
      double length = Math.sqrt(Arrays.stream(axis).map(x -> x * x).sum());
      double[] next = new double[dims];
      for (int row = 0; row < rows.rows(); row++) {
        double along = 0;
        for (int d = 0; d < dims; d++) {
          along += (rows.values()[row * dims + d] - mean[d]) * axis[d] / length;
        }
        for (int d = 0; d < dims; d++) {
          next[d] += along * (rows.values()[row * dims + d] - mean[d]) / rows.rows();
        }
      }
      axis = next;
      variance = Math.sqrt(Arrays.stream(axis).map(x -> x * x).sum());
    }
    double[] two = new double[2 * dims];
    for (int d = 0; d < dims; d++) {
      double step = axis[d] / variance * Math.sqrt(2 * variance / Math.PI);
      two[d] = mean[d] + step;
      two[dims + d] = mean[d] - step;
    }
    return two;
  }

  private int[][] rows(KMeans.Fit fit) {
    int[] sizes = new int[fit.k()];
    for (int label : fit.labels()) {
      sizes[label]++;
    }
    int[][] rows = new int[fit.k()][];
    Arrays.setAll(rows, j -> new int[sizes[j]]);
    Arrays.fill(sizes, 0);
    for (int row = 0; row < fit.labels().length; row++) {
      int label = fit.labels()[row];
      rows[label][sizes[label]++] = row;
    }
    return rows;
  }

  /** The centres after the cuts, of which those that save most come first where not all may be made. */
  private double[] centres(KMeans.Fit fit, Cut[] cuts, boolean all) {
    List<Integer> order = new ArrayList<>();
    for (int j = 0; j < cuts.length; j++) {
      if (cuts[j].better || (all && cuts[j].centres.length > 0)) {
        order.add(j);
      }
    }
    order.sort((a, b) -> Double.compare(cuts[b].saved, cuts[a].saved));
    int made = Math.min(order.size(), maxK - fit.k());
    int dims = points.dims();
    double[] centres = Arrays.copyOf(fit.centres(), (fit.k() + made) * dims);
    for (int i = 0; i < made; i++) {
      double[] two = cuts[order.get(i)].centres;
      System.arraycopy(two, 0, centres, order.get(i) * dims, dims);
      System.arraycopy(two, dims, centres, (fit.k() + i) * dims, dims);
    }
    return centres;
  }

  /** The centres with those pairs of nearest neighbours made one that the test finds one; none is in two pairs. */
  private double[] joined(KMeans.Fit fit) {
    int dims = points.dims();
    Points centres = new Points(fit.centres(), fit.k(), dims);
    int[] nearest = new int[fit.k()];
    for (int j = 0; j < nearest.length; j++) {
      nearest[j] = j == 0 ? 1 : 0;
      for (int other = 0; other < nearest.length; other++) {
        if (other != j && centres.squared(other, fit.centres(), j * dims) < centres.squared(nearest[j],
            fit.centres(), j * dims)) {
          nearest[j] = other;
        }
      }
    }
    int[][] rows = rows(fit);
    double[][] means = new double[fit.k()][];
    workers.run(means.length, j -> means[j] = oneOf(fit, rows, j, nearest[j]));
    boolean[] gone = new boolean[fit.k()];
    boolean[] taken = new boolean[fit.k()];
    double[] moved = fit.centres().clone();
    for (int j = 0; j < means.length; j++) {
      if (means[j].length > 0 && !taken[j] && !taken[nearest[j]]) {
        taken[j] = true;
        taken[nearest[j]] = true;
        gone[nearest[j]] = true;
        System.arraycopy(means[j], 0, moved, j * dims, dims);
      }
    }
    double[] left = new double[moved.length];
    int at = 0;
    for (int j = 0; j < gone.length; j++) {
      if (!gone[j]) {
        System.arraycopy(moved, j * dims, left, at, dims);
        at += dims;
      }
    }
    return Arrays.copyOf(left, at);
  }

  /** The common mean of two clusters that the test finds one; nothing where it finds two. */
  private double[] oneOf(KMeans.Fit fit, int[][] rows, int a, int b) {
    job.throwIfCancelled();
    int dims = points.dims();
    int[] both = Arrays.copyOf(rows[a], rows[a].length + rows[b].length);
    System.arraycopy(rows[b], 0, both, rows[a].length, rows[b].length);
    if (both.length == 0) {
      return new double[0];
    }
    Points of = points.pick(both);
    double[] two = new double[2 * dims];
    System.arraycopy(fit.centres(), a * dims, two, 0, dims);
    System.arraycopy(fit.centres(), b * dims, two, dims, dims);
    try (Workers alone = Workers.inline()) {
      KMeans.Patience patience = KMeans.Patience.USUAL;
      KMeans.Fit one = KMeans.fit(of, mean(of), patience, alone, job);
      KMeans.Fit apart = KMeans.fit(of, two, patience, alone, job);
      return test.two(of, one, apart) ? new double[0] : one.centres();
    }
  }

  static Partition partition(KMeans.Fit fit, int dims) {
    return new Partition(fit.k(), fit.labels(), new Model.Centres(fit.centres(), dims),
        List.of(new Partition.Detail.Inertia(fit.inertia())));
  }
}
