package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import smile.validation.metric.AdjustedRandIndex;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class GowerTest {
  private static Partition fit(MixedPoints points, int k, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Gower.fit(points, k, new Algorithm.Gower(), 1, workers, JobContext.silent());
    }
  }

  @Test
  void groupsOfMixedFieldsAreFound() {
    MixedCrowd crowd = MixedCrowd.of(600, 3, 3, 5, 8, 0.95, 7);

    Partition found = fit(crowd.points(), 3, 2);

    assertTrue(AdjustedRandIndex.of(crowd.truth(), found.labels()) > 0.95);
    int[] assigned = new int[600];
    Arrays.setAll(assigned, row -> found.model().assign(crowd.points(), row));
    assertArrayEquals(found.labels(), assigned);
    assertArrayEquals(found.labels(), fit(crowd.points(), 3, 1).labels());
  }

  @Test
  void costIsNearlyTheLeastOfAllPairsOfMedoids() {
    MixedPoints points = MixedCrowd.of(40, 3, 1, 3, 4, 0.7, 3).points();
    GowerDistance distance = new GowerDistance(points, GowerDistance.ranges(points.numbers()));
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < 40; a++) {
      for (int b = 0; b < a; b++) {
        double cost = 0;
        for (int row = 0; row < 40; row++) {
          cost += Math.min(distance.between(points, row, a), distance.between(points, row, b));
        }
        least = Math.min(least, cost);
      }
    }

    var cost = (Partition.Detail.Cost) fit(points, 2, 1).details().getFirst();
    assertTrue(cost.cost() > least - 1e-5 && cost.cost() < least * (1 + 0.1 / 2), cost + " for " + least);
  }

  @Test
  void fieldWithoutWeightTellsNothing() {
    int[] codes = {0, 0, 1, 1, 2, 2};
    MixedPoints points = new MixedPoints(new Points(new double[]{0, 9, 1, 10, 0, 10}, 6, 1),
        List.of(new MixedPoints.Category(codes, 3, 0)), new double[]{1});

    int[] labels = fit(points, 2, 1).labels();

    assertArrayEquals(new int[]{labels[0], labels[1], labels[0], labels[1], labels[0], labels[1]}, labels);
  }

  @Test
  void dataThatCannotBeClusteredSaysWhatToChange() {
    MixedPoints same = new MixedPoints(new Points(new double[]{1, 1, 1}, 3, 1),
        List.of(new MixedPoints.Category(new int[]{2, 2, 2}, 3, 1)));

    assertEquals(Message.of("cluster.problem.duplicates"),
        assertThrows(Problem.class, () -> fit(same, 2, 1)).message());
    assertEquals(Message.of("cluster.problem.one-cluster"),
        assertThrows(Problem.class, () -> fit(same, 1, 1)).message());
  }
}
