package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class TwoStepTest {
  private static final double[][] APART = {{0, 0, 1_000}, {30, 0, 1_000}, {0, 30, 1_000}, {15, 15, 1_030}};
  private static final double[] SHARES = {0.5, 0.3, 0.15, 0.05};

  private static Partition fit(Points points, int k, int threads) {
    try (Workers workers = new Workers(threads)) {
      return TwoStep.fit(points, k, new Algorithm.TwoStep(), 1, workers, JobContext.silent());
    }
  }

  @Test
  void fewRowsAreJoinedAsByWard() {
    Points points = Crowds.noise(400, 3, 5, RandomGenerator::nextGaussian).points();
    Partition ward;
    try (Workers workers = Workers.inline()) {
      ward = Agglomeration.fit(points, 6, new Algorithm.Hierarchical(Algorithm.Linkage.WARD), 1, workers,
          JobContext.silent());
    }
    assertArrayEquals(ward.labels(), fit(points, 6, 1).labels());
  }

  @Test
  void groupsThatStandApartAreFoundWhateverTheOrderOfRows() {
    Crowd crowd = Crowds.groups(20_000, APART, SHARES, 7);
    AgglomerationTest.assertSame(crowd.truth(), fit(crowd.points(), 4, 1).labels());

    int[] byGroup = IntStream.range(0, crowd.rows())
        .boxed()
        .sorted(Comparator.comparing(row -> crowd.truth()[row]))
        .mapToInt(Integer::intValue)
        .toArray();
    AgglomerationTest.assertSame(Arrays.stream(byGroup).map(row -> crowd.truth()[row]).toArray(),
        fit(crowd.points().pick(byGroup), 4, 1).labels());
  }

  @Test
  void groupsOfTheFirstStepHoldTheRowsThatAreSaidToBeInThem() {
    Points points = Crowds.groups(9_000, APART, SHARES, 8).points();

    FeatureTree.Groups groups = FeatureTree.compress(points, 300, JobContext.silent());

    int count = groups.points().rows();
    assertTrue(count <= 300 && count > 60, "groups " + count);
    int[] sizes = new int[count];
    for (int group : groups.ofRow()) {
      sizes[group]++;
    }
    assertArrayEquals(sizes, groups.counts());
    assertArrayEquals(Centres.of(points, groups.ofRow(), count), groups.points().values(), 1e-9);
  }

  @Test
  void groupsOfTheFirstStepAreNarrow() {
    Points points = Crowds.noise(20_000, 2, 9, RandomGenerator::nextDouble).points();

    FeatureTree.Groups groups = FeatureTree.compress(points, 400, JobContext.silent());

    double squares = 0;
    for (int row = 0; row < points.rows(); row++) {
      squares += points.squared(row, groups.points().values(), groups.ofRow()[row] * 2);
    }
    // a square of 1 by 1 in 400 equal squares would leave 2 / 12 / 400
    assertTrue(squares / points.rows() < 3 * 2.0 / 12 / groups.points().rows(), "squares " + squares);
  }

  @Test
  void rangeCutsTheTreeOfEachKAndThreadsChangeNothing() {
    Points points = Crowds.groups(6_000, APART, SHARES, 8).points();
    try (Workers workers = new Workers(3)) {
      List<Partition> range = TwoStep.range(points, 6, new Algorithm.TwoStep(), 1, workers,
          JobContext.silent());
      assertEquals(5, range.size());
      for (int k = 2; k <= 6; k++) {
        assertArrayEquals(fit(points, k, 1).labels(), range.get(k - 2).labels());
      }
    }
  }

  @Test
  void newRowsGoToTheNearestCentre() {
    Crowd crowd = Crowds.groups(6_000, APART, SHARES, 8);
    Partition partition = fit(crowd.points(), 4, 1);

    for (int row = 0; row < crowd.rows(); row++) {
      assertEquals(partition.labels()[row], partition.model().assign(MixedPoints.of(crowd.points()), row));
    }
  }

  @Test
  void stopsWhenCancelled() {
    Points points = Crowds.noise(20_000, 2, 1, RandomGenerator::nextDouble).points();
    for (int after : new int[]{50, 100}) {
      CancelledLater job = new CancelledLater(after);
      assertThrows(JobContext.Cancelled.class, () -> {
        try (Workers workers = Workers.inline()) {
          TwoStep.fit(points, 8, new Algorithm.TwoStep(), 1, workers, job);
        }
      });
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
    assertEquals(3, fit(four, 3, 1).k());
  }

  private static void assertProblem(String key, Points points, int k) {
    assertEquals(key, assertThrows(Problem.class, () -> fit(points, k, 1)).message().key());
  }
}
