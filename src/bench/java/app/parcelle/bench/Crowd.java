package app.parcelle.bench;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import app.parcelle.engine.cluster.points.Points;

/** Rows of ten numbers in groups of unequal sizes that overlap. */
final class Crowd {
  static final int DIMS = 10;

  private Crowd() {}

  static Points points(int rows, int groups) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[] centres = random.doubles((long) groups * DIMS, -2.5, 2.5).toArray();
    double[] values = new double[rows * DIMS];
    for (int row = 0; row < rows; row++) {
      int group = (int) (groups * random.nextDouble() * random.nextDouble());
      for (int d = 0; d < DIMS; d++) {
        values[row * DIMS + d] = centres[group * DIMS + d] + random.nextGaussian();
      }
    }
    return new Points(values, rows, DIMS);
  }
}
