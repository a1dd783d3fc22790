package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;

import app.parcelle.engine.job.JobContext;

/**
 * Improves medoids by swapping one for another row as soon as that lessens the sum of distances (FasterPAM: Schubert and
 * Rousseeuw, <i>Fast and eager k-medoids clustering</i>, Information Systems 101, 2021). What the best of the {@code k} swaps
 * with a row would bring is found in one pass over its distances.
 */
final class FasterPam {
  /** Changes smaller than this share of the distances summed are taken for rounding. */
  private static final double ROUNDING = 1e-12;

  private final float[][] distances;
  private final int rows;
  private final int k;
  private final int[] medoids;
  private final JobContext job;

  /** Which medoid is the nearest and the second nearest of each row, and how far they are. */
  private final int[] nearest;
  private final int[] second;
  private final float[] toNearest;
  private final float[] toSecond;
  /** What giving up each medoid would cost, as {@link #toSecond} has it. */
  private final double[] loss;
  private double cost;
  private double summed;

  private FasterPam(float[][] distances, int[] start, JobContext job) {
    this.distances = distances;
    this.rows = distances.length;
    this.k = start.length;
    this.medoids = start.clone();
    this.job = job;
    this.nearest = new int[rows];
    this.second = new int[rows];
    this.toNearest = new float[rows];
    this.toSecond = new float[rows];
    this.loss = new double[k];
  }

  /**
   * @param medoids rows
   * @param cost the sum of the distances of all rows to the nearest medoid
   */
  record Swapped(int[] medoids, double cost) {}

  /**
   * @param distances rows x rows, symmetric
   * @param start 2 or more different rows
   */
  static Swapped from(float[][] distances, int[] start, JobContext job) {
    return new FasterPam(distances, start, job).run();
  }

  private Swapped run() {
    for (int row = 0; row < rows; row++) {
      look(row);
    }
    sumUp();
    boolean[] medoid = new boolean[rows];
    for (int m : medoids) {
      medoid[m] = true;
    }
    double[] change = new double[k];
    int unswapped = 0;
    for (int candidate = 0; unswapped < rows; candidate = (candidate + 1) % rows) {
      unswapped++;
      if (medoid[candidate]) {
        continue;
      }
      job.throwIfCancelled();
      int given = bestSwap(candidate, change);
      if (change[given] < -ROUNDING * summed) {
        medoid[medoids[given]] = false;
        medoid[candidate] = true;
        swap(given, candidate);
        unswapped = 0;
      }
    }
    return new Swapped(medoids, cost);
  }

  /** The medoid that is best given up for a candidate; what each would change is put into {@code change}. */
  private int bestSwap(int candidate, double[] change) {
    System.arraycopy(loss, 0, change, 0, k);
    float[] to = distances[candidate];
    double gain = 0;
    for (int row = 0; row < rows; row++) {
      double distance = to[row];
      if (distance < toSecond[row]) {
        if (distance < toNearest[row]) {
          gain += distance - toNearest[row];
          change[nearest[row]] += (double) toNearest[row] - toSecond[row];
        } else {
          change[nearest[row]] += distance - toSecond[row];
        }
      }
    }
    int best = 0;
    for (int m = 0; m < k; m++) {
      change[m] += gain;
      if (change[m] < change[best]) {
        best = m;
      }
    }
    return best;
  }

  private void swap(int given, int candidate) {
    medoids[given] = candidate;
    float[] to = distances[candidate];
    for (int row = 0; row < rows; row++) {
      if (nearest[row] == given || second[row] == given) {
        look(row);
      } else if (to[row] < toNearest[row]) {
        second[row] = nearest[row];
        toSecond[row] = toNearest[row];
        nearest[row] = given;
        toNearest[row] = to[row];
      } else if (to[row] < toSecond[row]) {
        second[row] = given;
        toSecond[row] = to[row];
      }
    }
    sumUp();
  }

  private void look(int row) {
    float first = Float.POSITIVE_INFINITY;
    float next = Float.POSITIVE_INFINITY;
    for (int m = 0; m < k; m++) {
      float distance = distances[row][medoids[m]];
      if (distance < first) {
        next = first;
        second[row] = nearest[row];
        first = distance;
        nearest[row] = m;
      } else if (distance < next) {
        next = distance;
        second[row] = m;
      }
    }
    toNearest[row] = first;
    toSecond[row] = next;
  }

  private void sumUp() {
    Arrays.fill(loss, 0);
    cost = 0;
    summed = 0;
    for (int row = 0; row < rows; row++) {
      cost += toNearest[row];
      summed += toSecond[row];
      loss[nearest[row]] += (double) toSecond[row] - toNearest[row];
    }
  }
}
