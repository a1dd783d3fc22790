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

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Symmetric;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class SpectralClustersTest {
  private static final Algorithm.Spectral USUAL = new Algorithm.Spectral(null);

  private static Partition fit(Points points, int k, Algorithm.Spectral parameters, int threads) {
    try (Workers workers = new Workers(threads)) {
      return SpectralClusters.fit(points, k, parameters, 1, workers, JobContext.silent());
    }
  }

  /** Two half circles, each of which reaches into the other. */
  private static Crowd moons(int rows, double noise, long seed) {
    RandomGenerator random = Crowds.random(seed);
    double[] values = new double[rows * 2];
    int[] truth = new int[rows];
    for (int row = 0; row < rows; row++) {
      double angle = random.nextDouble() * Math.PI;
      truth[row] = row % 2;
      double x = row % 2 == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
      double y = row % 2 == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
      values[2 * row] = x + noise * random.nextGaussian();
      values[2 * row + 1] = y + noise * random.nextGaussian();
    }
    return new Crowd(values, truth, 2);
  }

  @Test
  void bentClustersAreFound() {
    Crowd crowd = moons(1_000, 0.05, 3);
    AgglomerationTest.assertSame(crowd.truth(), fit(crowd.points(), 2, USUAL, 1).labels());
    AgglomerationTest.assertSame(crowd.truth(),
        fit(crowd.points(), 2, new Algorithm.Spectral(12), 1).labels());
  }

  @Test
  void partsWithoutLinksAreClusters() {
    double[][] apart = {{0, 0}, {100, 0}, {0, 100}, {100, 100}};
    Crowd crowd = Crowds.groups(400, apart, new double[]{0.4, 0.3, 0.2, 0.1}, 4);

    AgglomerationTest.assertSame(crowd.truth(), fit(crowd.points(), 4, USUAL, 1).labels());
  }

  @Test
  void morePartsThanClustersAreJoinedWhereTheyAreNearest() {
    double[][] apart = {{0, 0}, {14, 0}, {300, 0}, {314, 0}};
    Crowd crowd = Crowds.groups(400, apart, new double[]{0.25, 0.25, 0.25, 0.25}, 5);

    int[] pairs = Arrays.stream(crowd.truth()).map(group -> group / 2).toArray();

    AgglomerationTest.assertSame(pairs, fit(crowd.points(), 2, USUAL, 1).labels());
  }

  @Property(tries = 40)
  void eigenvectorsAreThoseOfTheWholeMatrix(@ForAll @IntRange(min = 20, max = 90) int rows,
      @ForAll @IntRange(min = 2, max = 5) int wanted, @ForAll long seed) {
    Points points = Crowds.noise(rows, 2, seed, RandomGenerator::nextDouble).points();
    try (Workers workers = Workers.inline()) {
      Graph graph = Graph.of(points, 5, wanted, workers, JobContext.silent());
      double[][] places = Spectrum.of(graph, wanted, Crowds.random(seed), workers, JobContext.silent());

      double[] degrees = graph.degrees();
      double[] matrix = new double[rows * rows];
      for (int row = 0; row < rows; row++) {
        for (int i = graph.starts()[row]; i < graph.starts()[row + 1]; i++) {
          int other = graph.to()[i];
          matrix[row * rows + other] = graph.weights()[i] / Math.sqrt(degrees[row] * degrees[other]);
        }
      }
      double[] whole = matrix.clone();
      Symmetric.diagonalise(matrix, rows, JobContext.silent());
      double[] values = new double[rows];
      Arrays.setAll(values, i -> matrix[i * rows + i]);
      Arrays.sort(values);
      for (int v = 0; v < wanted; v++) {
        double[] vector = places[v].clone();
        for (int row = 0; row < rows; row++) {
          vector[row] *= Math.sqrt(degrees[row]);
        }
        double error = 0;
        for (int row = 0; row < rows; row++) {
          double product = 0;
          for (int other = 0; other < rows; other++) {
            product += whole[row * rows + other] * vector[other];
          }
          error = Math.max(error, Math.abs(product - values[rows - 1 - v] * vector[row]));
        }
        assertTrue(error < 1e-3, "error " + error);
      }
    }
  }

  @Test
  void graphLinksEachRowWithItsNearest() {
    Points points = new Points(new double[]{0, 1, 3, 7, 8.5}, 5, 1);
    try (Workers workers = Workers.inline()) {
      Graph graph = Graph.of(points, 1, 2, workers, JobContext.silent());

      assertArrayEquals(new int[]{0, 0, 0, 1, 1}, graph.parts());
      assertArrayEquals(new double[]{1, 1.5, 0.5, 1, 1}, graph.degrees());
      int[] one = Graph.of(points, 1, 1, workers, JobContext.silent()).parts();
      assertArrayEquals(new int[5], one);
    }
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = moons(700, 0.2, 6).points();

    assertArrayEquals(fit(points, 5, USUAL, 1).labels(), fit(points, 5, USUAL, 3).labels());
  }

  @Test
  void sampleFindsBentClustersAndSaysSo() {
    Crowd crowd = moons(4_000, 0.05, 3);
    Partition partition;
    try (Workers workers = Workers.inline()) {
      partition = SpectralClusters.fit(crowd.points(), 2, 900, USUAL, 1, workers, JobContext.silent());
    }
    AgglomerationTest.assertSame(crowd.truth(), partition.labels());
    assertTrue(partition.details().contains(new Partition.Detail.Sample(900)));
  }

  @Test
  void newRowsGoWithTheNearest() {
    Points points = moons(300, 0.05, 3).points();
    Partition partition = fit(points, 2, USUAL, 1);

    for (int row = 0; row < points.rows(); row++) {
      assertEquals(partition.labels()[row], partition.model().assign(MixedPoints.of(points), row));
    }
  }

  @Test
  void manyEqualRowsAreNoTrouble() {
    double[] values = new double[200];
    Arrays.fill(values, 50, 120, 5);
    Arrays.fill(values, 120, 200, 9);
    int[] expected = new int[200];
    Arrays.fill(expected, 50, 120, 1);
    Arrays.fill(expected, 120, 200, 2);

    AgglomerationTest.assertSame(expected, fit(new Points(values, 200, 1), 3, USUAL, 1).labels());
  }

  @Test
  void asManyClustersAsRows() {
    Points points = new Points(new double[]{0, 1, 3, 7, 8.5}, 5, 1);

    assertEquals(5, Arrays.stream(fit(points, 5, USUAL, 1).labels()).distinct().count());
  }

  @Test
  void stopsWhenCancelled() {
    Points points = moons(2_000, 0.2, 6).points();
    for (int after : new int[]{500, 2_030, 2_300}) {
      CancelledLater job = new CancelledLater(after);
      try (Workers workers = new Workers(2)) {
        assertThrows(JobContext.Cancelled.class,
            () -> SpectralClusters.fit(points, 4, USUAL, 1, workers, job));
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
  }

  private static void assertProblem(String key, Points points, int k) {
    assertEquals(key, assertThrows(Problem.class, () -> fit(points, k, USUAL, 1)).message().key());
  }
}
