package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * K-means by Lloyd's iteration, with the bounds of Hamerly (<i>Making k-means even faster</i>, SIAM SDM 2010) that spare most
 * distances: each row keeps an upper bound on the distance to its own centre and a lower bound on that to any other.
 *
 * <p>Sums are kept by block of rows and added in the order of the blocks, so that the number of threads changes nothing. An
 * empty cluster is given the row that is farthest from its centre.
 */
public final class KMeans {
  /**
   * What came out.
   *
   * @param centres k x dims, row-major
   * @param labels one a row, 0 to k - 1
   * @param inertia the sum of squared distances of the rows to their centres
   */
  public record Fit(int k, double[] centres, int[] labels, double inertia, int iterations) {}

  /**
   * When to stop, at the latest when no row changes its cluster.
   *
   * @param tolerance the sum of squared moves of the centres, as a share of the mean squared distance to them
   */
  public record Patience(int iterations, double tolerance) {
    static final Patience UNTIL_STILL = new Patience(10_000, 0);
    static final Patience USUAL = new Patience(300, 1e-7);

    /** After a fit to a sample: hundreds of iterations more over many rows gain a few hundredths of a percent. */
    static final Patience AFTER_SAMPLE = new Patience(300, 1e-5);
  }

  private final Points points;
  private final int dims;
  private final int k;
  private final Workers workers;
  private final JobContext job;

  private double[] centres;
  private final int[] labels;
  private final double[] upper;
  private final double[] lower;
  private final double[] halfNearest;
  private final double[] moves;
  private final double[][] sums;
  private final int[][] counts;
  private final int[] changes;

  private KMeans(Points points, double[] start, Workers workers, JobContext job) {
    this.points = points;
    this.dims = points.dims();
    this.k = start.length / dims;
    this.workers = workers;
    this.job = job;
    this.centres = start.clone();
    this.labels = new int[points.rows()];
    this.upper = new double[points.rows()];
    this.lower = new double[points.rows()];
    this.halfNearest = new double[k];
    this.moves = new double[k];
    int blocks = Workers.blocks(points.rows());
    this.sums = new double[blocks][k * dims];
    this.counts = new int[blocks][k];
    this.changes = new int[blocks];
  }

  /**
   * Improves centres until they stand still or patience ends.
   *
   * @param start k x dims, row-major
   */
  public static Fit fit(Points points, double[] start, Patience patience, Workers workers, JobContext job) {
    return new KMeans(points, start, workers, job).run(patience);
  }

  private Fit run(Patience patience) {
    workers.run(counts.length, this::assignFirst);
    int iteration = 1;
    while (true) {
      double shift = moveCentres();
      measureCentres();
      workers.run(counts.length, this::assignAgain);
      iteration++;
      boolean still = Arrays.stream(changes).allMatch(c -> c == 0);
      if (still || iteration >= patience.iterations() || shift <= patience.tolerance() * spread()) {
        return new Fit(k, centres, labels, inertia(), iteration);
      }
    }
  }

  private void assignFirst(int block) {
    NearestTwo.ofBlock(block, points, centres, job, (two, i) -> {
      count(block, two.row(i), two.nearest[i], 1);
      keep(two, i);
    });
  }

  private void assignAgain(int block) {
    int farthest = farthestMove(-1);
    double largest = moves[farthest];
    double second = k > 1 ? moves[farthestMove(farthest)] : 0;
    NearestTwo two = new NearestTwo(points, centres);
    int changed = 0;
    int end = Workers.blockEnd(block, points.rows());
    for (int row = block * Workers.BLOCK; row < end; row++) {
      int label = labels[row];
      double above = upper[row] + moves[label];
      double below = lower[row] - (label == farthest ? second : largest);
      double safe = Math.max(halfNearest[label], below);
      if (above > safe) {
        above = Math.sqrt(points.squared(row, centres, label * dims));
      }
      upper[row] = above;
      lower[row] = below;
      if (above > safe && two.add(row)) {
        changed += settle(block, two);
      }
    }
    changes[block] = changed + settle(block, two);
  }

  /** Gives rows whose bounds told too little their nearest centres, and returns how many changed their cluster. */
  private int settle(int block, NearestTwo two) {
    job.throwIfCancelled();
    two.measure();
    int changed = 0;
    for (int i = 0; i < two.count(); i++) {
      int row = two.row(i);
      if (two.nearest[i] != labels[row]) {
        count(block, row, labels[row], -1);
        count(block, row, two.nearest[i], 1);
        changed++;
      }
      keep(two, i);
    }
    two.clear();
    return changed;
  }

  private void keep(NearestTwo two, int i) {
    int row = two.row(i);
    labels[row] = two.nearest[i];
    upper[row] = Math.sqrt(two.first[i]);
    lower[row] = Math.sqrt(two.second[i]);
  }

  private void count(int block, int row, int label, int sign) {
    double[] sum = sums[block];
    int at = label * dims;
    int from = row * dims;
    for (int d = 0; d < dims; d++) {
      sum[at + d] += sign * points.values()[from + d];
    }
    counts[block][label] += sign;
  }

  /** Puts each centre at the mean of its rows and returns the sum of squared moves. */
  private double moveCentres() {
    int[] total = totals();
    for (int j = 0; j < k; j++) {
      if (total[j] == 0) {
        repair(j, total);
      }
    }
    double[] moved = new double[centres.length];
    for (double[] sum : sums) {
      for (int i = 0; i < moved.length; i++) {
        moved[i] += sum[i];
      }
    }
    double shift = 0;
    for (int j = 0; j < k; j++) {
      double squared = 0;
      for (int d = j * dims; d < (j + 1) * dims; d++) {
        moved[d] = total[j] == 0 ? centres[d] : moved[d] / total[j];
        double gap = moved[d] - centres[d];
        squared += gap * gap;
      }
      moves[j] = Math.sqrt(squared);
      shift += squared;
    }
    centres = moved;
    return shift;
  }

  private int[] totals() {
    int[] total = new int[k];
    for (int[] count : counts) {
      for (int j = 0; j < k; j++) {
        total[j] += count[j];
      }
    }
    return total;
  }

  /** Gives an empty cluster the row that is farthest from its centre, among clusters that keep another. */
  private void repair(int empty, int[] total) {
    int farthest = -1;
    double distance = 0;
    for (int row = 0; row < labels.length; row++) {
      if (total[labels[row]] > 1) {
        double squared = points.squared(row, centres, labels[row] * dims);
        if (squared > distance) {
          distance = squared;
          farthest = row;
        }
      }
    }
    if (farthest >= 0) {
      int block = farthest / Workers.BLOCK;
      total[labels[farthest]]--;
      total[empty]++;
      count(block, farthest, labels[farthest], -1);
      count(block, farthest, empty, 1);
      labels[farthest] = empty;
      // bounds that promise nothing, so that the row is looked at again
      upper[farthest] = Double.POSITIVE_INFINITY;
      lower[farthest] = 0;
    }
  }

  /** Half the distance of each centre to its nearest neighbour: no row closer than that has to change. */
  private void measureCentres() {
    Points others = new Points(centres, k, dims);
    for (int j = 0; j < k; j++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int other = 0; other < k; other++) {
        if (other != j) {
          nearest = Math.min(nearest, others.squared(other, centres, j * dims));
        }
      }
      halfNearest[j] = Math.sqrt(nearest) / 2;
    }
  }

  private int farthestMove(int except) {
    int farthest = except == 0 ? 1 : 0;
    for (int j = 0; j < k; j++) {
      if (j != except && moves[j] > moves[farthest]) {
        farthest = j;
      }
    }
    return farthest;
  }

  /** About the mean squared distance to the centres; from the bounds, so without looking at the points. */
  private double spread() {
    double sum = 0;
    int step = Math.max(1, upper.length / 1_000);
    int looked = 0;
    for (int row = 0; row < upper.length; row += step) {
      sum += upper[row] * upper[row];
      looked++;
    }
    return sum / looked;
  }

  private double inertia() {
    double[] parts = new double[counts.length];
    workers.run(parts.length, block -> {
      double sum = 0;
      int end = Workers.blockEnd(block, points.rows());
      for (int row = block * Workers.BLOCK; row < end; row++) {
        sum += points.squared(row, centres, labels[row] * dims);
      }
      parts[block] = sum;
    });
    return Arrays.stream(parts).sum();
  }
}
