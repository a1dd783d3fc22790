package app.parcelle.engine.cluster.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;

/** Groups of known number that differ in numbers and in categories. */
record MixedCrowd(MixedPoints points, int[] truth) {
  /**
   * @param apart how far the groups' means are from each other, in standard deviations
   * @param faithful the share of the rows that have their group's category
   */
  static MixedCrowd of(int rows, int k, int dims, int categories, double apart, double faithful, long seed) {
    RandomGenerator random = Crowds.random(seed);
    double[] means = random.doubles((long) k * dims, 0, apart).toArray();
    int levels = 4;
    int[] typical = random.ints((long) k * categories, 0, levels).toArray();
    double[] values = new double[rows * dims];
    int[] truth = new int[rows];
    int[][] codes = new int[categories][rows];
    for (int row = 0; row < rows; row++) {
      int group = random.nextInt(k);
      truth[row] = group;
      for (int d = 0; d < dims; d++) {
        values[row * dims + d] = means[group * dims + d] + random.nextGaussian();
      }
      for (int c = 0; c < categories; c++) {
        codes[c][row] = random.nextDouble() < faithful
            ? typical[group * categories + c]
            : random.nextInt(levels);
      }
    }
    List<MixedPoints.Category> kept = new ArrayList<>();
    for (int[] ofCategory : codes) {
      kept.add(new MixedPoints.Category(ofCategory, levels, 1));
    }
    return new MixedCrowd(new MixedPoints(new Points(values, rows, dims), kept), truth);
  }
}
