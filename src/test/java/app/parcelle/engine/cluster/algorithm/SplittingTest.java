package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.validation.metric.AdjustedRandIndex;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class SplittingTest {
  private static Partition byCriterion(Points points, int maxK, int threads) {
    try (Workers workers = new Workers(threads)) {
      return XMeans.fit(points, new Algorithm.XMeans(maxK), 1, workers, JobContext.silent());
    }
  }

  private static Partition byNormality(Points points, int maxK, int threads) {
    try (Workers workers = new Workers(threads)) {
      return GMeans.fit(points, new Algorithm.GMeans(maxK, 1e-4), 1, workers, JobContext.silent());
    }
  }

  private static Crowds.Crowd grid(int side, double apart, int rows, long seed) {
    double[][] centres = new double[side * side][];
    double[] shares = new double[side * side];
    Arrays.setAll(centres, j -> new double[]{apart * Math.floorDiv(j, side), apart * (j % side)});
    Arrays.fill(shares, 1.0 / shares.length);
    return Crowds.groups(rows, centres, shares, seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothCountGroupsThatStandApart(long seed) {
    Crowds.Crowd crowd = Crowds.groups(900,
        new double[][]{{0, 0, 0}, {9, 0, 0}, {0, 9, 0}, {9, 9, 9}, {0, 0, 12}},
        new double[]{0.4, 0.2, 0.2, 0.1, 0.1}, seed);

    for (Partition found : List.of(byCriterion(crowd.points(), 30, 2), byNormality(crowd.points(), 30, 2))) {
      assertEquals(5, found.k());
      assertTrue(AdjustedRandIndex.of(crowd.truth(), found.labels()) > 0.99);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void firstCutOfARegularCrowdNeedNotPay(long seed) {
    Crowds.Crowd crowd = grid(6, 10, 3_600, seed);

    Partition found = byCriterion(crowd.points(), 60, 2);

    assertEquals(36, found.k());
    assertTrue(AdjustedRandIndex.of(crowd.truth(), found.labels()) > 0.99);
  }

  @Test
  void oneCrowdIsOneCluster() {
    Points points = Crowds.noise(2_000, 3, 4, RandomGenerator::nextGaussian).points();

    assertEquals(1, byCriterion(points, 20, 1).k());
    assertEquals(1, byNormality(points, 20, 1).k());
  }

  @Test
  void neverMoreClustersThanAllowed() {
    Points points = grid(4, 10, 1_600, 5).points();

    assertTrue(byCriterion(points, 7, 1).k() <= 7);
    assertEquals(7, byNormality(points, 7, 1).k());
  }

  @Test
  void criterionIsThatOfTheFormula() {
    Points points = new Points(new double[]{0, 0, 2, 0, 10, 0, 12, 0, 11, 3}, 5, 2);
    KMeans.Fit fit = new KMeans.Fit(2, new double[]{1, 0, 11, 1}, new int[]{0, 0, 1, 1, 1}, 10, 1);

    // variance 10 / (2 x 3), so -5 ln(2 pi 5/3) - 3 of the distances, 2 ln 2/5 + 3 ln 3/5 of the sizes, 6 numbers chosen
    double expected = -5 * Math.log(2 * Math.PI * 10 / 6) - 3 + 2 * Math.log(0.4) + 3 * Math.log(0.6)
        - 3 * Math.log(5);
    assertEquals(expected, XMeans.criterion(points, fit), 1e-9);
  }

  /** Numbers of scipy 1.10.1's anderson, before its correction. */
  @Test
  void statisticIsThatOfAndersonAndDarling() {
    double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 30};

    assertEquals(1.326763067373765 * (1 + 0.75 / 10 + 2.25 / 100), GMeans.statistic(numbers), 1e-9);
  }

  @Test
  void normalNumbersAreSeldomFoundOther() {
    int rejected = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      double[] numbers = Crowds.noise(100, 1, seed, RandomGenerator::nextGaussian).values();
      rejected += GMeans.probability(numbers) < 0.05 ? 1 : 0;
    }
    assertEquals(50, rejected, 20);
  }

  @Test
  void probabilityFallsWithTheStatisticAndNeverRises() {
    double before = 1;
    for (int n = 8; n < 3_000; n += 50) {
      double[] numbers = new double[n];
      Arrays.setAll(numbers, i -> i % 2 + i * 1e-6);
      double now = GMeans.probability(numbers);
      assertTrue(now <= before, now + " > " + before);
      before = now;
    }
    assertEquals(0, before);
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = Crowds.noise(25_000, 2, 5, RandomGenerator::nextDouble).points();

    assertArrayEquals(byNormality(points, 12, 1).labels(), byNormality(points, 12, 3).labels());
    assertArrayEquals(byCriterion(points, 12, 1).labels(), byCriterion(points, 12, 3).labels());
  }

  @Test
  void dataThatCannotBeClusteredSaysWhatToChange() {
    Points same = new Points(new double[40], 40, 1);
    Points one = new Points(new double[]{1}, 1, 1);
    Points some = Crowds.noise(40, 1, 1, RandomGenerator::nextDouble).points();

    assertEquals(Message.of("cluster.problem.duplicates"), problem(() -> byCriterion(same, 9, 1)));
    assertEquals(Message.of("cluster.problem.duplicates"), problem(() -> byNormality(same, 9, 1)));
    assertEquals(Message.of("cluster.problem.too-few", 1), problem(() -> byNormality(one, 9, 1)));
    assertEquals(Message.of("cluster.problem.one-cluster"), problem(() -> byCriterion(some, 1, 1)));
    try (Workers workers = Workers.inline()) {
      assertEquals(Message.of("cluster.problem.significance"), problem(
          () -> GMeans.fit(some, new Algorithm.GMeans(5, 0), 1, workers, JobContext.silent())));
    }
  }

  private static Message problem(Executable fit) {
    return assertThrows(Problem.class, fit).message();
  }

  @Test
  void stopsWhenCancelled() {
    Points points = Crowds.noise(60_000, 2, 5, RandomGenerator::nextDouble).points();
    CancelledLater job = new CancelledLater(2_000);
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class,
          () -> GMeans.fit(points, new Algorithm.GMeans(50, 0.001), 1, workers, job));
    }
    assertTrue(job.asked() < 2_010, "asked " + job.asked());
  }
}
