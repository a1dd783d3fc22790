package app.parcelle.engine.cluster.algorithm;

import app.parcelle.engine.cluster.points.Points;

/** Where clusters have their middle. */
final class Centres {
  private Centres() {}

  /** The means of the rows of each label, k x dims, row-major. */
  static double[] of(Points points, int[] labels, int k) {
    int dims = points.dims();
    double[] means = new double[k * dims];
    int[] counts = new int[k];
    for (int row = 0, at = 0; row < labels.length; row++) {
      int label = labels[row];
      if (label == Partition.NOISE) {
        at += dims;
        continue;
      }
      counts[label]++;
      for (int d = 0; d < dims; d++) {
        means[label * dims + d] += points.values()[at++];
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= Math.max(1, counts[i / dims]);
    }
    return means;
  }
}
