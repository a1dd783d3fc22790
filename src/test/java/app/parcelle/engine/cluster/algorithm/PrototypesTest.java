package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.validation.metric.AdjustedRandIndex;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class PrototypesTest {
  private static final Algorithm.KPrototypes USUAL = new Algorithm.KPrototypes(null, 10);

  private static Partition fit(MixedPoints points, int k, Algorithm.KPrototypes parameters, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Prototypes.fit(points, k, parameters, 1, workers, JobContext.silent());
    }
  }

  private static double cost(Partition partition) {
    return ((Partition.Detail.Cost) partition.details().getFirst()).cost();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void costsNoMoreThanHuangsOwnWay(long seed) {
    int k = 3 + (int) seed % 4;
    MixedPoints points = MixedCrowd.of(400, k, 3, 4, 6, 0.8, seed).points();
    double gamma = Prototypes.usualGamma(points.numbers());

    double reference = HuangsPrototypes.cost(points, gamma, k, 10, Crowds.random(seed));
    double own = cost(fit(points, k, USUAL, 2));

    // optima that differ in a row or two are a thousandth apart
    assertTrue(own <= reference * (1 + 1e-3), own + " > " + reference);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void modesAloneCostNoMoreThanHuangsOwnWay(long seed) {
    int k = 3 + (int) seed % 3;
    MixedPoints points = MixedCrowd.of(400, k, 0, 8, 1, 0.8, seed).points();

    double reference = HuangsPrototypes.cost(points, 1, k, 10, Crowds.random(seed));
    double own = cost(fit(points, k, USUAL, 1));

    assertTrue(own <= reference * (1 + 1e-3), own + " > " + reference);
  }

  @Test
  void categoriesTellGroupsWhereNumbersDoNot() {
    MixedCrowd crowd = MixedCrowd.of(600, 4, 2, 6, 1, 0.95, 5);

    Partition found = fit(crowd.points(), 4, new Algorithm.KPrototypes(2.0, 10), 1);

    assertTrue(AdjustedRandIndex.of(crowd.truth(), found.labels()) > 0.9);
  }

  @Test
  void weightOfACategoryCounts() {
    int[] by = {0, 0, 1, 1, 0, 0, 1, 1};
    int[] other = {0, 1, 0, 1, 0, 1, 0, 1};
    MixedPoints points = new MixedPoints(new Points(new double[0], 8, 0),
        List.of(new MixedPoints.Category(by, 2, 1), new MixedPoints.Category(other, 2, 3)));

    Partition found = fit(points, 2, USUAL, 1);

    assertEquals(4, cost(found));
    for (int row = 0; row < 8; row++) {
      assertEquals(found.labels()[other[row]], found.labels()[row]);
    }
  }

  @Test
  void usualGammaIsHalfTheMeanStandardDeviation() {
    Points numbers = new Points(new double[]{0, 10, 4, 10, 0, 22, 4, 22}, 4, 2);

    assertEquals((2.0 + 6) / 2 / 2, Prototypes.usualGamma(numbers), 1e-12);
    assertEquals(1, Prototypes.usualGamma(new Points(new double[0], 5, 0)));
    assertEquals(1, Prototypes.usualGamma(new Points(new double[]{3, 3}, 2, 1)));
  }

  @Test
  void withoutCategoriesItIsKMeans() {
    Points irises = Crowds.irises().points();

    assertEquals(78.851441426146, cost(fit(MixedPoints.of(irises), 3, USUAL, 1)), 1e-9);
  }

  @Test
  void numberOfThreadsChangesNothing() {
    MixedPoints points = MixedCrowd.of(25_000, 5, 2, 3, 3, 0.7, 2).points();

    Partition one = fit(points, 5, USUAL, 1);
    Partition three = fit(points, 5, USUAL, 3);

    assertArrayEquals(one.labels(), three.labels());
    assertEquals(cost(one), cost(three));
  }

  @Test
  void modelAssignsTheRowsAsTheyAre() {
    MixedPoints points = MixedCrowd.of(900, 4, 2, 3, 3, 0.7, 3).points();

    Partition found = fit(points, 4, USUAL, 1);

    int[] assigned = new int[points.rows()];
    Arrays.setAll(assigned, row -> found.model().assign(points, row));
    assertArrayEquals(found.labels(), assigned);
  }

  @Test
  void dataThatCannotBeClusteredSaysWhatToChange() {
    MixedPoints same = new MixedPoints(new Points(new double[]{1, 1, 1}, 3, 1),
        List.of(new MixedPoints.Category(new int[]{2, 2, 2}, 3, 1)));
    MixedPoints two = new MixedPoints(new Points(new double[]{1, 1, 1}, 3, 1),
        List.of(new MixedPoints.Category(new int[]{2, 0, 2}, 3, 1)));

    assertEquals(Message.of("cluster.problem.duplicates"), problem(same, 2, USUAL));
    assertEquals(Message.of("cluster.problem.fewer-than-k", 2, 3), problem(two, 3, USUAL));
    assertEquals(Message.of("cluster.problem.one-cluster"), problem(two, 1, USUAL));
    assertEquals(Message.of("cluster.problem.gamma"), problem(two, 2, new Algorithm.KPrototypes(0.0, 1)));
    assertEquals(2, fit(two, 2, USUAL, 1).k());
  }

  private static Message problem(MixedPoints points, int k, Algorithm.KPrototypes parameters) {
    return assertThrows(Problem.class, () -> fit(points, k, parameters, 1)).message();
  }

  @Test
  void stopsWhenCancelled() {
    MixedPoints points = MixedCrowd.of(30_000, 5, 2, 3, 3, 0.7, 2).points();
    CancelledLater job = new CancelledLater(100);
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class, () -> Prototypes.fit(points, 5, USUAL, 1, workers, job));
    }
    assertTrue(job.asked() < 110, "asked " + job.asked());
  }
}
