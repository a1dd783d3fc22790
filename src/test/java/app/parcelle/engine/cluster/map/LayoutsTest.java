package app.parcelle.engine.cluster.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class LayoutsTest {
  private enum Way {
    T_SNE {
      @Override
      float[] of(Points points, int steps, Workers workers, JobContext job) {
        return TSne.of(points, new TSne.Parameters(30, steps), 5, workers, job);
      }
    },
    UMAP {
      @Override
      float[] of(Points points, int steps, Workers workers, JobContext job) {
        return Umap.of(points, new Umap.Parameters(15, steps), 5, workers, job);
      }
    };

    abstract float[] of(Points points, int steps, Workers workers, JobContext job);

    float[] of(Points points, int steps, int threads) {
      try (Workers workers = new Workers(threads)) {
        return of(points, steps, workers, JobContext.silent());
      }
    }
  }

  /** Five groups on a line through ten dimensions, so that two principal components show little of them. */
  private static Crowd groups() {
    double[][] centres = new double[5][10];
    for (int c = 0; c < 5; c++) {
      centres[c][2 * c] = 6;
      centres[c][2 * c + 1] = 6;
    }
    return Crowds.groups(500, centres, new double[]{0.2, 0.2, 0.2, 0.2, 0.2}, 4);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsNearStaysNear(Way way) {
    Crowd crowd = groups();

    float[] map = way.of(crowd.points(), 500, 2);

    double trust = Nearness.trust(crowd.points(), map, 12);
    double hits = Nearness.hits(map, crowd.truth(), 10);
    assertTrue(trust > 0.9, "trustworthiness " + trust);
    assertTrue(hits > 0.98, "neighbours of the same group " + hits);
  }

  @ParameterizedTest
  @EnumSource
  void numberOfThreadsChangesNothing(Way way) {
    Points points = groups().points();
    float[] one = way.of(points, 60, 1);

    assertArrayEquals(one, way.of(points, 60, 2));
    assertArrayEquals(one, way.of(points, 60, 3));
  }

  @ParameterizedTest
  @EnumSource
  void sameRowsAndFewRowsHaveTheirPlaces(Way way) {
    for (int rows : new int[]{0, 1, 2, 3, 5, 400}) {
      float[] map = way.of(new Points(new double[rows * 3], rows, 3), 20, 1);
      assertEquals(2 * rows, map.length);
      for (float place : map) {
        assertTrue(Float.isFinite(place));
      }
    }
  }

  @Test
  void othersAreBesideThoseOfTheSampleThatAreNearest() {
    Points points = Crowds.noise(3_000, 2, 9, RandomGenerator::nextGaussian).points();
    try (Workers workers = new Workers(2)) {
      float[] map = Layout.sampled(points, 1_000, 3, workers, JobContext.silent(), (sample, _) -> {
        assertEquals(1_000, sample.rows());
        float[] same = new float[2_000];
        for (int i = 0; i < same.length; i++) {
          same[i] = (float) sample.values()[i];
        }
        return same;
      });
      double away = 0;
      for (int i = 0; i < map.length; i++) {
        away += Math.abs(map[i] - points.values()[i]) / map.length;
      }
      assertTrue(away < 0.06, "mean distance to the true place " + away);
    }
  }

  @Test
  void startIsThePrincipalComponents() {
    Crowd crowd = Crowds.noise(300, 4, 2, RandomGenerator::nextGaussian);
    for (int i = 0; i < crowd.values().length; i++) {
      crowd.values()[i] *= 1 << (i % 4);
    }
    PrincipalAxes axes = PrincipalAxes.of(crowd.points(), JobContext.silent());

    double[] start = Layout.principal(crowd.points(), 1, JobContext.silent());

    for (int axis = 0; axis < 2; axis++) {
      double sign = Math.signum(axes.project(crowd.points(), 0, axis)) * Math.signum(start[axis]);
      for (int row = 0; row < 300; row++) {
        double expected = axes.project(crowd.points(), row, axis) / Math.sqrt(axes.variances()[0]);
        assertEquals(expected, sign * start[2 * row + axis], 1e-6);
      }
    }
  }

  @Test
  void neighboursAreTwoOrMore() {
    Points points = new Points(new double[10], 5, 2);
    try (Workers workers = Workers.inline()) {
      for (double perplexity : new double[]{0, -1, Double.NaN}) {
        Problem problem = assertThrows(Problem.class, () -> TSne.of(points,
            new TSne.Parameters(perplexity, 10), 1, workers, JobContext.silent()));
        assertEquals("cluster.problem.map-neighbours", problem.message().key());
      }
      Problem problem = assertThrows(Problem.class,
          () -> Umap.of(points, new Umap.Parameters(1, 10), 1, workers, JobContext.silent()));
      assertEquals("cluster.problem.map-neighbours", problem.message().key());
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhenCancelled(Way way) {
    for (int after : new int[]{1, 100, 700}) {
      CancelledLater job = new CancelledLater(after - 1);
      try (Workers workers = new Workers(2)) {
        assertThrows(JobContext.Cancelled.class, () -> way.of(groups().points(), 500, workers, job));
        assertTrue(job.asked() <= after + 1);
      }
    }
  }
}
