package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;

class GowerDistanceTest {
  /** Four rows of two numbers of range 10 and 4, and of two categories. */
  private static MixedPoints points(double[] weights, double first, double second) {
    double[] values = {0, 1, 10, 5, 5, 1, 0, 3};
    return new MixedPoints(new Points(values, 4, 2),
        List.of(new MixedPoints.Category(new int[]{0, 1, 0, 2}, 3, first),
            new MixedPoints.Category(new int[]{0, 0, 1, 1}, 2, second)),
        weights);
  }

  private static double between(MixedPoints points, int a, int b) {
    return new GowerDistance(points, GowerDistance.ranges(points.numbers())).between(points, a, b);
  }

  @Test
  void isTheMeanOfTheFieldsDifferences() {
    MixedPoints points = points(new double[]{1, 1}, 1, 1);

    assertArrayEquals(new double[]{10, 4}, GowerDistance.ranges(points.numbers()));
    assertEquals((1 + 1 + 1 + 0) / 4.0, between(points, 0, 1), 1e-12);
    assertEquals((0.5 + 0 + 0 + 1) / 4, between(points, 0, 2), 1e-12);
    assertEquals((0.5 + 0.5 + 1 + 0) / 4, between(points, 2, 3), 1e-12);
  }

  @Test
  void weightsCount() {
    MixedPoints points = points(new double[]{2, 0}, 1, 5);

    assertEquals((2 + 0 + 1 + 0) / 8.0, between(points, 0, 1), 1e-12);
    assertEquals((1 + 0 + 0 + 5) / 8.0, between(points, 0, 2), 1e-12);
  }

  @Test
  void numberThatNeverChangesAddsNothing() {
    MixedPoints points = MixedPoints.of(new Points(new double[]{7, 0, 7, 1}, 2, 2));

    assertEquals(0.5, between(points, 0, 1), 1e-12);
  }

  @Property(tries = 50)
  void isADistanceUpToOneWhateverTheScale(@ForAll @IntRange(min = 0, max = 3) int dims,
      @ForAll @IntRange(min = 1, max = 4) int categories, @ForAll long seed) {
    MixedPoints points = MixedCrowd.of(12, 2, dims, categories, 5, 0.5, seed).points();
    double[] scaled = points.numbers().values().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = 1000 * scaled[i] - 3;
    }
    MixedPoints other = new MixedPoints(new Points(scaled, 12, dims), points.categories());

    for (int a = 0; a < 12; a++) {
      assertEquals(0, between(points, a, a));
      for (int b = 0; b < 12; b++) {
        double away = between(points, a, b);
        assertTrue(away >= 0 && away <= 1 + 1e-12);
        assertEquals(away, between(points, b, a));
        assertEquals(away, between(other, a, b), 1e-9);
        for (int c = 0; c < 12; c++) {
          assertTrue(between(points, a, c) <= away + between(points, b, c) + 1e-12);
        }
      }
    }
  }
}
