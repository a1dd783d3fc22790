package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
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

class DensityClustersTest {
  private static Partition fit(Points points, @Nullable Double eps, @Nullable Integer minPoints,
      int threads) {
    try (Workers workers = new Workers(threads)) {
      return DensityClusters.fit(points, new Algorithm.Dbscan(eps, minPoints), 1, workers,
          JobContext.silent());
    }
  }

  private static Partition.Detail.Radius radius(Partition partition) {
    return (Partition.Detail.Radius) partition.details().getFirst();
  }

  /** As it is defined: from each core that has no cluster yet, in the order of rows, whatever can be reached. */
  private static int[] byDefinition(Points points, double eps, int minPoints) {
    int[][] near = new int[points.rows()][];
    for (int row = 0; row < near.length; row++) {
      int from = row;
      near[row] = IntStream.range(0, near.length)
          .filter(other -> points.squared(other, points.values(), from * points.dims()) <= eps * eps)
          .toArray();
    }
    int[] labels = new int[near.length];
    Arrays.fill(labels, Partition.NOISE);
    int next = 0;
    for (int row = 0; row < near.length; row++) {
      if (labels[row] == Partition.NOISE && near[row].length >= minPoints) {
        Deque<Integer> open = new ArrayDeque<>();
        open.add(row);
        labels[row] = next;
        while (!open.isEmpty()) {
          int at = open.remove();
          for (int other : near[at].length >= minPoints ? near[at] : new int[0]) {
            if (labels[other] == Partition.NOISE) {
              labels[other] = next;
              open.add(other);
            }
          }
        }
        next++;
      }
    }
    return labels;
  }

  @Test
  void veryManyRowsOfManyDimensionsAreSampledUnlessARadiusIsGiven() {
    double[][] centres = new double[3][7];
    Arrays.setAll(centres, j -> IntStream.range(0, 7).mapToDouble(d -> d % 3 == j ? 12 : 0).toArray());
    var crowd = Crowds.groups(100_600, centres, new double[]{0.4, 0.3, 0.3}, 3);

    Partition sampled = fit(crowd.points(), null, null, 2);
    Partition whole = fit(crowd.points(), radius(sampled).eps(), null, 2);

    assertEquals(new Partition.Detail.Sample(100_000), sampled.details().getLast());
    assertEquals(1, whole.details().size());
    assertEquals(3, sampled.k());
    assertEquals(3, whole.k());
    long alike = IntStream.range(0, 100_600)
        .filter(row -> sampled.labels()[row] == Partition.NOISE == (whole.labels()[row] == Partition.NOISE))
        .count();
    assertTrue(alike > 100_000, alike + " are in a cluster, or in none, of both");
  }

  @Property(tries = 300)
  void clustersAreThoseOfTheDefinition(@ForAll @IntRange(min = 0, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 20) int dims, @ForAll @IntRange(min = 1, max = 12) int minPoints,
      @ForAll @IntRange(min = 1, max = 30) int tenths, @ForAll boolean tied, @ForAll long seed) {
    RandomGenerator random = Crowds.random(seed);
    double[] values = random.doubles((long) rows * dims, 0, 6)
        .map(x -> tied ? Math.rint(x) : x)
        .toArray();
    Points points = new Points(values, rows, dims);
    double eps = tenths / 10.0 * Math.sqrt(dims);

    assertArrayEquals(byDefinition(points, eps, minPoints),
        fit(points, eps, minPoints, 1 + rows % 3).labels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "moons", "rings", "spirals", "densities", "noise", "grid", "cube"})
  void labelsAreThoseOfScikitLearn(String name) {
    Shapes shape = Shapes.read(name);

    Partition partition = fit(shape.points(), shape.eps(), shape.minPoints(), 2);

    assertArrayEquals(shape.dbscan(), partition.labels());
    assertEquals(Arrays.stream(shape.dbscan()).max().orElseThrow() + 1, partition.k());
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = Crowds.noise(20_000, 2, 4, RandomGenerator::nextGaussian).points();
    int[] one = fit(points, 0.04, 8, 1).labels();

    assertTrue(Arrays.stream(one).distinct().count() > 10);
    assertArrayEquals(one, fit(points, 0.04, 8, 2).labels());
    assertArrayEquals(one, fit(points, 0.04, 8, 4).labels());
  }

  @Test
  void radiusComesFromTheCurveWhereNoneIsGiven() {
    double[][] centres = {{0, 0}, {12, 0}, {0, 12}};
    var crowd = Crowds.groups(900, centres, new double[]{0.4, 0.3, 0.3}, 3);

    Partition partition = fit(crowd.points(), null, null, 1);

    assertEquals(3, partition.k());
    assertEquals(7, radius(partition).minPoints());
    float[] curve = radius(partition).kDistances();
    assertEquals(900, curve.length);
    assertTrue(radius(partition).eps() > curve[450] && radius(partition).eps() < curve[899]);
    long noise = Arrays.stream(partition.labels()).filter(l -> l == Partition.NOISE).count();
    assertTrue(noise < 90, noise + " are noise");
  }

  @Test
  void ringsWithoutLonelyRowsAreNotCutIntoPieces() {
    RandomGenerator random = Crowds.random(2);
    double[] values = new double[2 * 1_000];
    for (int row = 0; row < 1_000; row++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = (row % 2 == 0 ? 1 : 0.5) + 0.04 * random.nextGaussian();
      values[2 * row] = radius * Math.cos(angle);
      values[2 * row + 1] = radius * Math.sin(angle);
    }

    Partition partition = fit(new Points(values, 1_000, 2), null, null, 2);

    assertEquals(2, partition.k());
    assertTrue(
        IntStream.range(0, 1_000).filter(row -> partition.labels()[row] == Partition.NOISE).count() < 20);
  }

  @Test
  void roundGroupsThatStandCloseAreNotJoined() {
    double[][] centres = new double[15][];
    double[] shares = new double[15];
    Arrays.setAll(centres, j -> new double[]{7 * Math.floorDiv(j, 5), 7 * (j % 5)});
    Arrays.fill(shares, 1.0 / 15);

    int k = fit(Crowds.groups(1_500, centres, shares, 3).points(), null, null, 1).k();

    assertTrue(k >= 15 && k <= 17, k + " clusters");
  }

  @Test
  void longestStretchOfOneNumberOfClustersDecides() {
    assertEquals(5, DensityClusters.amidstLongest(new int[]{9, 7, 4, 4, 3, 3, 3, 2, 2}));
    assertEquals(2, DensityClusters.amidstLongest(new int[]{9, 7, 4, 4, 3, 0, 0, 0, 0}));
    assertEquals(0, DensityClusters.amidstLongest(new int[]{9, 7, 4, 3, 1, 1, 1, 0, 0}));
  }

  @Test
  void curveHoldsDistancesToTheRowThatMakesACore() {
    Points line = new Points(new double[]{0, 1, 3, 7}, 4, 1);

    float[] curve = radius(fit(line, 1.0, 2, 1)).kDistances();

    assertArrayEquals(new float[]{1, 1, 2, 4}, curve);
  }

  @Test
  void sameRowsAreOneCluster() {
    Partition partition = fit(new Points(new double[4_000], 2_000, 2), null, null, 2);

    assertEquals(1, partition.k());
    assertTrue(Arrays.stream(partition.labels()).allMatch(label -> label == 0));
  }

  @Test
  void newRowsJoinTheNearestCoreWithinReach() {
    Points line = new Points(new double[]{0, 1, 2, 10, 11, 12, 30}, 7, 1);
    Partition partition = fit(line, 1.5, 2, 1);

    MixedPoints others = MixedPoints.of(new Points(new double[]{-1, 3.5, 3.6, 9, 30}, 5, 1));

    int[] assigned = IntStream.range(0, 5)
        .map(row -> partition.model().assign(others, row))
        .toArray();
    assertArrayEquals(new int[]{0, 0, Partition.NOISE, 1, Partition.NOISE}, assigned);
  }

  @Test
  void modelOfNoiseAloneAssignsNoise() {
    Partition partition = fit(new Points(new double[]{0, 10, 20}, 3, 1), 1.0, 2, 1);

    assertEquals(0, partition.k());
    assertEquals(Partition.NOISE,
        partition.model().assign(MixedPoints.of(new Points(new double[]{10}, 1, 1)), 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void radiusMustBeAboveNought(double eps) {
    Problem problem = assertThrows(Problem.class, () -> fit(new Points(new double[2], 2, 1), eps, 2, 1));

    assertEquals("cluster.problem.eps", problem.message().key());
  }

  @Test
  void denseIsAtLeastOne() {
    Problem problem = assertThrows(Problem.class, () -> fit(new Points(new double[2], 2, 1), 1.0, 0, 1));

    assertEquals("cluster.problem.min-points", problem.message().key());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 300, 900, 1_300})
  void stopsWhenCancelled(int after) {
    Points points = Crowds.noise(2_000, 2, 4, RandomGenerator::nextGaussian).points();
    CancelledLater job = new CancelledLater(after - 1);
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class,
          () -> DensityClusters.fit(points, new Algorithm.Dbscan(null, null), 1, workers, job));
      // each thread asks once more at most
      assertTrue(job.asked() <= after + 1);
    }
  }
}
