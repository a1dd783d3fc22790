package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class MedoidsTest {
  private static Partition fit(Points points, int k, long seed, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Medoids.fit(points, k, new Algorithm.KMedoids(), seed, workers, JobContext.silent());
    }
  }

  private static Medoids.Distance euclidean(Points points) {
    return (a, b) -> Math.sqrt(points.squared(a, points.values(), b * points.dims()));
  }

  private static double cost(Partition partition) {
    return partition.details()
        .stream()
        .mapToDouble(d -> d instanceof Partition.Detail.Cost(double cost) ? cost : 0)
        .sum();
  }

  private static double cost(int rows, Medoids.Distance distance, int... medoids) {
    double cost = 0;
    for (int row = 0; row < rows; row++) {
      double least = Double.POSITIVE_INFINITY;
      for (int medoid : medoids) {
        least = Math.min(least, distance.between(row, medoid));
      }
      cost += least;
    }
    return cost;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void findsTheBestOfAllThreeMedoidsOfAFewRows(long seed) {
    int rows = 12;
    Points points = Crowds.noise(rows, 2, seed, RandomGenerator::nextGaussian).points();
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < a; b++) {
        for (int c = 0; c < b; c++) {
          least = Math.min(least, cost(rows, euclidean(points), a, b, c));
        }
      }
    }

    assertEquals(least, cost(fit(points, 3, seed, 1)), 1e-6);
  }

  @Property(tries = 60)
  void noSwapOfAMedoidIsBetter(@ForAll @IntRange(min = 10, max = 90) int rows,
      @ForAll @IntRange(min = 2, max = 6) int k,
      @ForAll long seed) {
    Points points = Crowds.noise(rows, 2, seed, RandomGenerator::nextDouble).points();
    Medoids.Distance distance = euclidean(points);
    Medoids.Fit fit;
    try (Workers workers = Workers.inline()) {
      fit = Medoids.fit(rows, distance, k, seed, workers, JobContext.silent());
    }

    assertEquals(cost(rows, distance, fit.medoids()), fit.cost(), 1e-9 * fit.cost());
    for (int m = 0; m < k; m++) {
      assertEquals(m, fit.labels()[fit.medoids()[m]]);
      for (int row = 0; row < rows; row++) {
        int[] swapped = fit.medoids().clone();
        swapped[m] = row;
        assertTrue(cost(rows, distance, swapped) > fit.cost() * (1 - 1e-6));
      }
    }
  }

  @Test
  void anyDistanceWillDo() {
    String[] words = {"abbbb", "abbb", "bbbb", "xyxyx", "xyxy", "xyxx", "xyxyxy"};
    Medoids.Fit fit;
    try (Workers workers = Workers.inline()) {
      fit = Medoids.fit(words.length, (a, b) -> letters(words[a], words[b]), 2, 1, workers,
          JobContext.silent());
    }
    AgglomerationTest.assertSame(new int[]{0, 0, 0, 1, 1, 1, 1}, fit.labels());
  }

  private static int letters(String a, String b) {
    int differ = Math.abs(a.length() - b.length());
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      differ += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return differ;
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = Crowds.noise(900, 3, 5, RandomGenerator::nextGaussian).points();

    assertArrayEquals(fit(points, 5, 2, 1).labels(), fit(points, 5, 2, 3).labels());
  }

  @Test
  void sampleFindsGroupsThatStandApartAndSaysSo() {
    Crowds.Crowd crowd = Crowds.groups(8_500, new double[][]{{0, 0}, {30, 0}, {0, 30}},
        new double[]{0.5, 0.3, 0.2}, 7);

    Partition partition = fit(crowd.points(), 3, 1, 2);

    AgglomerationTest.assertSame(crowd.truth(), partition.labels());
    assertTrue(partition.details().contains(new Partition.Detail.Sample(4_000)));
  }

  @Test
  void newRowsGoToTheNearestMedoid() {
    Points points = Crowds.noise(200, 3, 5, RandomGenerator::nextGaussian).points();
    Partition partition = fit(points, 5, 2, 1);

    for (int row = 0; row < points.rows(); row++) {
      assertEquals(partition.labels()[row], partition.model().assign(MixedPoints.of(points), row));
    }
  }

  @Test
  void equalRowsAreNoTrouble() {
    double[] values = new double[300];
    Arrays.fill(values, 100, 200, 5);
    Arrays.fill(values, 299, 300, 9);

    Partition partition = fit(new Points(values, 300, 1), 3, 1, 1);

    assertEquals(0, cost(partition));
    assertEquals(3, Arrays.stream(partition.labels()).distinct().count());
  }

  @Test
  void stopsWhenCancelled() {
    Points points = Crowds.noise(3_000, 2, 1, RandomGenerator::nextDouble).points();
    for (int after : new int[]{200, 7_000}) {
      CancelledLater job = new CancelledLater(after);
      try (Workers workers = new Workers(2)) {
        assertThrows(JobContext.Cancelled.class,
            () -> Medoids.fit(points, 8, new Algorithm.KMedoids(), 1, workers, job));
      }
      assertTrue(job.asked() < after + 10, "asked " + job.asked());
    }
  }

  @Test
  void saysWhatIsWrongWithTheRows() {
    Points four = new Points(new double[]{1, 2, 2, 3}, 4, 1);
    assertProblem("cluster.problem.one-cluster", four, 1);
    assertProblem("cluster.problem.fewer-than-k", four, 4);
    assertProblem("cluster.problem.duplicates", new Points(new double[]{7, 7, 7}, 3, 1), 2);
    assertProblem("cluster.problem.too-few", new Points(new double[]{7}, 1, 1), 2);
    assertEquals(3, fit(four, 3, 1, 1).k());
  }

  private static void assertProblem(String key, Points points, int k) {
    assertEquals(key, assertThrows(Problem.class, () -> fit(points, k, 1, 1)).message().key());
  }
}
