package app.parcelle.engine.cluster.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.map.Projections.Pair;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.job.JobContext;

class ProjectionsTest {
  private static final int EACH = 200;

  /** Four clusters at the corners of a square in dimensions 1 and 3, noise in the others. */
  private static Points square(int dims) {
    Random random = new Random(3);
    double[] values = new double[4 * EACH * dims];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    for (int row = 0; row < 4 * EACH; row++) {
      values[row * dims + 1] = 10 * (row / EACH % 2) + 0.5 * values[row * dims + 1];
      values[row * dims + 3] = 1_000 * (row / EACH / 2) + 50 * values[row * dims + 3];
    }
    return new Points(values, 4 * EACH, dims);
  }

  private static int[] corners() {
    int[] clusters = new int[4 * EACH];
    for (int row = 0; row < clusters.length; row++) {
      clusters[row] = row / EACH + 1;
    }
    return clusters;
  }

  @Test
  void planeInWhichClustersStandApartComesFirst() {
    List<Pair> pairs = Projections.of(square(5), corners(), 1, JobContext.silent());
    assertEquals(10, pairs.size());
    assertEquals(1, pairs.getFirst().first());
    assertEquals(3, pairs.getFirst().second());
    assertTrue(pairs.getFirst().share() > 0.99, pairs::toString);
    assertTrue(pairs.get(1).share() < 0.7, pairs::toString);
  }

  @Test
  void ofManyDimensionsThoseThatTellClustersApartAreLookedAt() {
    List<Pair> pairs = Projections.of(square(60), corners(), 1, JobContext.silent());
    assertEquals(24 * 23 / 2, pairs.size());
    assertEquals(1, pairs.getFirst().first());
    assertEquals(3, pairs.getFirst().second());
  }

  @Test
  void rowsInNoClusterAndAloneInTheirDimensionAreNoPairs() {
    assertEquals(List.of(), Projections.of(new Points(new double[]{1, 2}, 2, 1), new int[]{1, 1}, 1,
        JobContext.silent()));
    assertEquals(0, Projections.of(new Points(new double[]{1, 2, 3, 4}, 2, 2), new int[]{0, 0}, 1,
        JobContext.silent()).getFirst().share());
  }

  @Test
  void planeIsInStandardDeviations() {
    float[] plane = Projections.plane(new Points(new double[]{1, 7, 3, 7}, 2, 2), 0, 1, JobContext.silent());
    assertArrayEquals(new float[]{-1, 0, 1, 0}, plane);
  }
}
