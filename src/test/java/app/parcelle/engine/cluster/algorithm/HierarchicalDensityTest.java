package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import app.parcelle.engine.cluster.points.PointTree;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class HierarchicalDensityTest {
  private static Partition fit(Points points, @Nullable Integer smallest, @Nullable Integer minPoints,
      int threads) {
    try (Workers workers = new Workers(threads)) {
      return HierarchicalDensity.fit(points, new Algorithm.Hdbscan(smallest, minPoints), 1, workers,
          JobContext.silent());
    }
  }

  private static Dendrogram dendrogram(Partition partition) {
    return ((Partition.Detail.Tree) partition.details().getFirst()).dendrogram();
  }

  private static Partition.Detail.Belonging belonging(Partition partition) {
    return (Partition.Detail.Belonging) partition.details().get(1);
  }

  /** With clusters numbered by their first row. */
  private static int[] inOrder(int[] labels) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(labels)
        .map(label -> label < 0 ? label : numbers.computeIfAbsent(label, _ -> numbers.size()))
        .toArray();
  }

  /** Lengths of a minimum spanning tree of mutual reachability, ascending, from all distances. */
  private static double[] byDefinition(Points points, int minPoints) {
    int rows = points.rows();
    int dims = points.dims();
    double[][] apart = new double[rows][rows];
    double[] core = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        apart[i][j] = Math.sqrt(points.squared(j, points.values(), i * dims));
      }
      double[] sorted = apart[i].clone();
      Arrays.sort(sorted);
      core[i] = sorted[Math.min(minPoints, rows) - 1];
    }
    double[] least = new double[rows];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] inside = new boolean[rows];
    double[] lengths = new double[rows - 1];
    int at = 0;
    for (int edge = 0; edge < rows - 1; edge++) {
      inside[at] = true;
      int next = -1;
      for (int j = 0; j < rows; j++) {
        if (!inside[j]) {
          least[j] = Math.min(least[j], Math.max(apart[at][j], Math.max(core[at], core[j])));
          next = next < 0 || least[j] < least[next] ? j : next;
        }
      }
      lengths[edge] = least[next];
      at = next;
    }
    Arrays.sort(lengths);
    return lengths;
  }

  @Property(tries = 200)
  void treeIsTheShortestOfMutualReachability(@ForAll @IntRange(min = 1, max = 250) int rows,
      @ForAll @IntRange(min = 1, max = 18) int dims, @ForAll @IntRange(min = 1, max = 9) int minPoints,
      @ForAll boolean tied, @ForAll long seed) {
    double[] values = Crowds.random(seed)
        .doubles((long) rows * dims, 0, 6)
        .map(x -> tied ? Math.rint(x) : x)
        .toArray();
    Points points = new Points(values, rows, dims);

    Dendrogram tree = dendrogram(fit(points, 5, minPoints, 1 + rows % 3));

    assertArrayEquals(byDefinition(points, minPoints), tree.height(), 1e-12);
    assertEquals(rows, rows == 1 ? 1 : tree.size()[rows - 2]);
  }

  @Property(tries = 60)
  void bothWaysToTheTreeAgree(@ForAll @IntRange(min = 2, max = 3_000) int rows, @ForAll boolean tied,
      @ForAll long seed) {
    double[] values = Crowds.random(seed)
        .doubles(3L * rows, 0, 9)
        .map(x -> tied ? Math.rint(x) : x)
        .toArray();
    PointTree tree = PointTree.of(new Points(values, rows, 3));
    double[] core = Crowds.random(seed + 1).doubles(rows).toArray();
    try (Workers workers = new Workers(2)) {
      double[] one = new Boruvka(tree, core, workers, JobContext.silent()).tree().squared();
      double[] other = new Prim(tree, core, workers, JobContext.silent()).tree().squared();
      Arrays.sort(one);
      Arrays.sort(other);
      assertArrayEquals(other, one);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobs", "moons", "rings", "spirals", "densities", "noise", "grid", "cube"})
  void labelsAreThoseOfTribuo(String name) {
    Shapes shape = Shapes.read(name);

    assertArrayEquals(inOrder(shape.hdbscan()), fit(shape.points(), 10, 5, 2).labels());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20})
  void numberOfThreadsChangesNothing(int dims) {
    Points points = Crowds.noise(3_000, dims, 4, random -> Math.rint(9 * random.nextGaussian())).points();
    Partition one = fit(points, 8, 4, 1);
    for (int threads = 2; threads <= 3; threads++) {
      Partition more = fit(points, 8, 4, threads);
      assertArrayEquals(one.labels(), more.labels());
      assertArrayEquals(dendrogram(one).left(), dendrogram(more).left());
      assertArrayEquals(dendrogram(one).right(), dendrogram(more).right());
      assertArrayEquals(dendrogram(one).height(), dendrogram(more).height());
    }
  }

  @Test
  void veryManyRowsOfManyDimensionsAreSampledAndTheOthersAssigned() {
    double[][] centres = new double[3][13];
    Arrays.setAll(centres, j -> IntStream.range(0, 13).mapToDouble(d -> d % 3 == j ? 12 : 0).toArray());
    var crowd = Crowds.groups(40_000, centres, new double[]{0.5, 0.25, 0.25}, 3);

    // the least of the groups has 5,000 rows of the sample, as 10,000 of all
    Partition partition = fit(crowd.points(), 8_000, 5, 2);

    assertEquals(List.of(new Partition.Detail.Sample(20_000)), partition.details());
    assertEquals(3, partition.k());
    long right = IntStream.range(0, 40_000)
        .filter(row -> partition.labels()[row] >= 0)
        .filter(
            row -> partition.labels()[row] == partition.labels()[first(crowd.truth(), crowd.truth()[row])])
        .count();
    assertTrue(right > 39_000, right + " are with their own");
  }

  private static int first(int[] truth, int group) {
    return IntStream.range(0, truth.length).filter(row -> truth[row] == group).findFirst().orElseThrow();
  }

  @Test
  void denseAndThinGroupsAreFoundTogether() {
    RandomGenerator random = Crowds.random(2);
    double[] values = new double[1_200];
    for (int row = 0; row < 600; row++) {
      double spread = row < 300 ? 0.05 : 1;
      values[2 * row] = (row < 300 ? 0 : 8) + spread * random.nextGaussian();
      values[2 * row + 1] = spread * random.nextGaussian();
    }

    Partition partition = fit(new Points(values, 600, 2), null, null, 1);

    assertEquals(2, partition.k());
    assertTrue(IntStream.range(0, 300).allMatch(row -> partition.labels()[row] <= 0));
    assertTrue(IntStream.range(300, 600).allMatch(row -> partition.labels()[row] != 0));
  }

  @Test
  void splitsOfTheSameHeightAreOneSplit() {
    // a pair that could be one cluster only if it were joined before the other two
    Points points = new Points(new double[]{0, 1, 10, 11, 20, 21, 30, 31}, 8, 1);

    Partition partition = fit(points, 2, 1, 1);

    assertArrayEquals(new int[]{0, 0, 1, 1, 2, 2, 3, 3}, partition.labels());
  }

  @Test
  void chainOfManyRowsIsNotTooDeep() {
    double[] values = new double[100_000];
    for (int row = 1; row < values.length; row++) {
      values[row] = values[row - 1] + 1 + row * 1e-6;
    }

    Partition partition = fit(new Points(values, values.length, 1), 5, 1, 2);

    assertEquals(100_000, dendrogram(partition).size()[99_998]);
    assertEquals(0, partition.k());
  }

  @Test
  void sameRowsAreNoise() {
    Partition partition = fit(new Points(new double[20_000], 10_000, 2), null, null, 2);

    assertEquals(0, partition.k());
    assertTrue(Arrays.stream(partition.labels()).allMatch(label -> label == Partition.NOISE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void fewRowsAreNoise(int rows) {
    Partition partition = fit(new Points(new double[rows * 3], rows, 3), null, null, 1);

    assertEquals(0, partition.k());
    assertEquals(rows, partition.labels().length);
  }

  @Test
  void heapsOfSameRowsDoNotOutweighAllElse() {
    double[] values = new double[300];
    Arrays.fill(values, 100, 200, 5);
    Arrays.fill(values, 200, 300, 9);
    Partition partition = fit(new Points(values, 300, 1), 5, 5, 1);

    assertEquals(3, partition.k());
    for (int row = 0; row < 300; row++) {
      assertEquals(1, belonging(partition).strength()[row]);
      assertEquals(0, belonging(partition).outlying()[row]);
    }
  }

  @Test
  void middleOfAClusterBelongsMoreThanItsEdge() {
    double[] values = new double[101];
    for (int row = 0; row < 50; row++) {
      values[row] = Math.pow(row / 50.0, 3);
      values[50 + row] = 20 + Math.pow(row / 50.0, 3);
    }
    values[100] = 10.4;
    Partition partition = fit(new Points(values, 101, 1), 5, 3, 1);

    assertEquals(2, partition.k());
    assertEquals(1, belonging(partition).strength()[0], 1e-3);
    assertTrue(belonging(partition).strength()[49] < 0.1);
    assertEquals(0, belonging(partition).strength()[100], 1e-3);
    assertTrue(belonging(partition).outlying()[100] > 0.99);
    assertEquals(0, belonging(partition).outlying()[0], 1e-3);
  }

  @Test
  void newRowsJoinTheNearestClusterWithinReach() {
    double[] values = {0, 1, 2, 3, 4, 20, 21, 22, 23, 24, 40, 41, 42, 43, 44};
    Partition partition = fit(new Points(values, 15, 1), 5, 2, 1);
    MixedPoints others = MixedPoints.of(new Points(new double[]{-1, 19, 30, 45, 99}, 5, 1));

    int[] assigned = IntStream.range(0, 5).map(row -> partition.model().assign(others, row)).toArray();

    assertArrayEquals(new int[]{0, 1, 1, 2, Partition.NOISE}, assigned);
  }

  @Test
  void smallestClusterHasTwo() {
    Points points = new Points(new double[4], 4, 1);

    assertEquals("cluster.problem.min-cluster-size",
        assertThrows(Problem.class, () -> fit(points, 1, null, 1)).message().key());
    assertEquals("cluster.problem.min-points",
        assertThrows(Problem.class, () -> fit(points, 2, 0, 1)).message().key());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 500, 2_500, 3_500})
  void stopsWhenCancelled(int after) {
    for (int dims : new int[]{2, 20}) {
      Points points = Crowds.noise(2_000, dims, 4, RandomGenerator::nextGaussian).points();
      CancelledLater job = new CancelledLater(after - 1);
      try (Workers workers = new Workers(2)) {
        assertThrows(JobContext.Cancelled.class,
            () -> HierarchicalDensity.fit(points, new Algorithm.Hdbscan(5, 5), 1, workers, job));
        assertTrue(job.asked() <= after + 1);
      }
    }
  }
}
