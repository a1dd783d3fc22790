package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class CentreClustersTest {
  private static final Algorithm.KMeans USUAL = new Algorithm.KMeans(Starts.COUNT);

  private static Partition fit(Points points, int k, long seed, int threads) {
    try (Workers workers = new Workers(threads)) {
      return CentreClusters.fit(points, k, USUAL, seed, workers, JobContext.silent());
    }
  }

  private static double inertia(Partition partition) {
    return ((Partition.Detail.Inertia) partition.details().getFirst()).value();
  }

  private static double[] grid(int side) {
    double[] centres = new double[2 * side * side];
    for (int j = 0; j < side * side; j++) {
      centres[2 * j] = 10 * (j / side);
      centres[2 * j + 1] = 10 * (j % side);
    }
    return centres;
  }

  private static Points about(double[] centres, int rows, long seed) {
    int k = centres.length / 2;
    double[][] of = new double[k][];
    double[] shares = new double[k];
    for (int j = 0; j < k; j++) {
      of[j] = new double[]{centres[2 * j], centres[2 * j + 1]};
      shares[j] = 1.0 / k;
    }
    return Crowds.groups(rows, of, shares, seed).points();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eachOfAHundredGroupsHasItsCentre(long seed) {
    double[] centres = grid(10);
    Points points = about(centres, 5_000, seed);

    Partition found = fit(points, 100, seed, 2);

    try (Workers workers = Workers.inline()) {
      double truth = KMeans
          .fit(points, centres, KMeans.Patience.UNTIL_STILL, workers, JobContext.silent())
          .inertia();
      assertEquals(truth, inertia(found), 1e-3 * truth);
    }
  }

  @Test
  void groupsThatShareACentreAreParted() {
    double[] centres = grid(2);
    Points points = about(centres, 400, 3);
    double[] poor = {0, -1, 0, 1, 0, 10, 10, 5};
    try (Workers workers = Workers.inline()) {
      JobContext silent = JobContext.silent();
      KMeans.Fit stuck = KMeans.fit(points, poor, KMeans.Patience.UNTIL_STILL, workers, silent);
      KMeans.Fit best = KMeans.fit(points, centres, KMeans.Patience.UNTIL_STILL, workers, silent);
      assertTrue(stuck.inertia() > 3 * best.inertia());

      KMeans.Fit improved = Swaps.improve(points, stuck, 1, Crowds.random(4), workers, silent);

      assertEquals(best.inertia(), improved.inertia(), 1e-9 * best.inertia());
    }
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = Crowds.noise(25_000, 3, 5, RandomGenerator::nextGaussian).points();

    Partition one = fit(points, 6, 1, 1);
    Partition three = fit(points, 6, 1, 3);

    assertArrayEquals(one.labels(), three.labels());
    assertEquals(one.details(), three.details());
  }

  @Test
  void modelAssignsTheRowsAsTheyAre() {
    Points points = Crowds.noise(2_000, 4, 7, RandomGenerator::nextGaussian).points();

    Partition found = fit(points, 5, 1, 1);

    int[] assigned = new int[points.rows()];
    Arrays.setAll(assigned, row -> found.model().assign(MixedPoints.of(points), row));
    assertArrayEquals(found.labels(), assigned);
  }

  @Test
  void rangeHasEachNumberOfClustersAsFarAsRowsDiffer() {
    Points points = new Points(new double[]{1, 1, 1, 2, 2, 5, 9}, 7, 1);
    try (Workers workers = Workers.inline()) {
      List<Partition> found = CentreClusters.range(points, 10, USUAL, 1, workers, JobContext.silent());

      assertEquals(List.of(2, 3, 4), found.stream().map(Partition::k).toList());
      assertEquals(0, inertia(found.getLast()));
      assertEquals(9.2, inertia(found.getFirst()), 1e-12);
    }
  }

  @Test
  void dataThatCannotBeClusteredSaysWhatToChange() {
    assertEquals(Message.of("cluster.problem.one-cluster"), problem(new double[]{1, 2, 3}, 1));
    assertEquals(Message.of("cluster.problem.too-few", 1), problem(new double[]{1}, 2));
    assertEquals(Message.of("cluster.problem.too-few", 0), problem(new double[0], 2));
    assertEquals(Message.of("cluster.problem.duplicates"), problem(new double[]{4, 4, 4, 4}, 2));
    assertEquals(Message.of("cluster.problem.fewer-than-k", 3, 4), problem(new double[]{1, 2, 3, 3}, 4));
  }

  private static Message problem(double[] values, int k) {
    return assertThrows(Problem.class, () -> fit(new Points(values, values.length, 1), k, 1, 1)).message();
  }

  @Test
  void stopsWhenCancelled() {
    Points points = Crowds.noise(30_000, 5, 1, RandomGenerator::nextDouble).points();
    CancelledLater job = new CancelledLater(500);
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class,
          () -> CentreClusters.fit(points, 8, USUAL, 1, workers, job));
    }
    assertTrue(job.asked() < 520, "asked " + job.asked());
  }
}
