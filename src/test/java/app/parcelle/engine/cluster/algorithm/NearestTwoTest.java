package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.Points;

class NearestTwoTest {
  @Property(tries = 100)
  void distancesAreThoseOfThePoints(@ForAll @IntRange(min = 1, max = NearestTwo.ROWS) int rows,
      @ForAll @IntRange(min = 1, max = 11) int dims, @ForAll @IntRange(min = 1, max = 9) int k,
      @ForAll long seed) {
    Points points = Crowds.noise(rows, dims, seed, RandomGenerator::nextGaussian).points();
    double[] centres = Crowds.noise(k, dims, seed + 1, RandomGenerator::nextGaussian).values();
    NearestTwo two = new NearestTwo(points, centres);
    for (int row = 0; row < rows; row++) {
      assertEquals(row == NearestTwo.ROWS - 1, two.add(rows - 1 - row));
    }

    two.measure();

    assertEquals(rows, two.count());
    for (int i = 0; i < rows; i++) {
      double[] squared = new double[k];
      for (int j = 0; j < k; j++) {
        squared[j] = points.squared(two.row(i), centres, j * dims);
      }
      assertEquals(squared[two.nearest[i]], two.first[i]);
      Arrays.sort(squared);
      assertEquals(squared[0], two.first[i]);
      assertEquals(k > 1 ? squared[1] : Double.POSITIVE_INFINITY, two.second[i]);
    }
  }
}
