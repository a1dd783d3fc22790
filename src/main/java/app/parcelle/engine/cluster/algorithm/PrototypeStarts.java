package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.job.JobContext;

/** Rows with which the prototypes of mixed points begin. */
final class PrototypeStarts {
  private final MixedPoints points;
  private final double[] mismatches;
  private final JobContext job;

  PrototypeStarts(MixedPoints points, double[] mismatches, JobContext job) {
    this.points = points;
    this.mismatches = mismatches;
    this.job = job;
  }

  /** Prototypes that are rows. */
  static Model.Prototypes at(MixedPoints points, int[] rows, double[] mismatches) {
    MixedPoints picked = points.pick(rows);
    int[] modes = new int[rows.length * mismatches.length];
    for (int j = 0; j < rows.length; j++) {
      for (int c = 0; c < mismatches.length; c++) {
        modes[j * mismatches.length + c] = picked.categories().get(c).codes()[j];
      }
    }
    return new Model.Prototypes(picked.numbers().values(), modes, mismatches, rows.length,
        points.numbers().dims());
  }

  /**
   * Rows drawn far from each other, as k-means++ does.
   *
   * @param candidates drawn for each, of which the one that leaves the least cost is taken
   */
  int[] apart(int k, int candidates, RandomGenerator random) {
    double[] nearest = new double[points.rows()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int[] rows = new int[k];
    for (int j = 0; j < k; j++) {
      double[] best = nearest;
      double least = Double.POSITIVE_INFINITY;
      double total = Arrays.stream(nearest).sum();
      for (int c = 0; c < candidates; c++) {
        job.throwIfCancelled();
        int row = j == 0
            ? random.nextInt(nearest.length)
            : Starts.rowAt(nearest, random.nextDouble() * total);
        double[] with = with(nearest, row);
        double left = Arrays.stream(with).sum();
        if (left < least) {
          least = left;
          best = with;
          rows[j] = row;
        }
      }
      nearest = best;
    }
    return rows;
  }

  private double[] with(double[] nearest, int row) {
    Model.Prototypes one = at(points, new int[]{row}, mismatches);
    double[] with = new double[nearest.length];
    for (int i = 0; i < with.length; i++) {
      with[i] = Math.min(nearest[i], one.distance(points, i, 0));
    }
    return with;
  }

  /**
   * Rows whose categories are frequent and that are far from each other (Cao, Liang and Bai, <i>A new initialization method
   * for categorical data clustering</i>, Expert Systems with Applications 36, 2009); nothing is drawn.
   */
  int[] dense(int k) {
    double[] density = density();
    double[] nearest = new double[density.length];
    Arrays.fill(nearest, 1);
    int[] rows = new int[k];
    for (int j = 0; j < k; j++) {
      job.throwIfCancelled();
      for (int row = 0; row < density.length; row++) {
        if (nearest[row] * density[row] > nearest[rows[j]] * density[rows[j]]) {
          rows[j] = row;
        }
      }
      if (j == 0) {
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
      }
      nearest = with(nearest, rows[j]);
    }
    return rows;
  }

  /** How frequent a row's categories are, on average; 1 where there are none. */
  private double[] density() {
    double[] density = new double[points.rows()];
    if (mismatches.length == 0) {
      Arrays.fill(density, 1);
    }
    for (MixedPoints.Category category : points.categories()) {
      double[] frequency = new double[category.levels()];
      for (int code : category.codes()) {
        frequency[code] += 1.0 / (density.length * mismatches.length);
      }
      for (int row = 0; row < density.length; row++) {
        density[row] += frequency[category.codes()[row]];
      }
    }
    return density;
  }
}
