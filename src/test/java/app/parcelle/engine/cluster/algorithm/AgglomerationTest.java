package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.algorithm.Algorithm.Linkage;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

class AgglomerationTest {
  private static Partition fit(Points points, int k, Linkage linkage, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Agglomeration.fit(points, k, new Algorithm.Hierarchical(linkage), 1, workers,
          JobContext.silent());
    }
  }

  private static Partition sampled(Points points, int k, int limit, Linkage linkage, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Agglomeration.grow(points, k, limit, linkage, 1, workers, JobContext.silent()).cut(k);
    }
  }

  private static Dendrogram tree(Partition partition) {
    return partition.details()
        .stream()
        .flatMap(
            d -> d instanceof Partition.Detail.Tree(Dendrogram found) ? Stream.of(found) : Stream.empty())
        .findAny()
        .orElseThrow();
  }

  /** Joins the two nearest groups, whose distance is found anew from all their rows each time. */
  private static List<List<Integer>> naive(Points points, int k, Linkage linkage, List<Double> heights) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int row = 0; row < points.rows(); row++) {
      groups.add(new ArrayList<>(List.of(row)));
    }
    while (groups.size() > k) {
      double least = Double.POSITIVE_INFINITY;
      int first = 0;
      int second = 1;
      for (int a = 0; a < groups.size(); a++) {
        for (int b = 0; b < a; b++) {
          double distance = distance(points, groups.get(a), groups.get(b), linkage);
          if (distance < least) {
            least = distance;
            first = b;
            second = a;
          }
        }
      }
      heights.add(least);
      groups.get(first).addAll(groups.remove(second));
    }
    return groups;
  }

  private static double distance(Points points, List<Integer> a, List<Integer> b, Linkage linkage) {
    double[] distances = a.stream()
        .flatMapToDouble(i -> b.stream()
            .mapToDouble(j -> Math.sqrt(points.squared(i, points.values(), j * points.dims()))))
        .toArray();
    return switch (linkage) {
      case SINGLE -> Arrays.stream(distances).min().orElseThrow();
      case COMPLETE -> Arrays.stream(distances).max().orElseThrow();
      case AVERAGE -> Arrays.stream(distances).average().orElseThrow();
      case WARD -> {
        List<Integer> both = new ArrayList<>(a);
        both.addAll(b);
        yield Math.sqrt(Math.max(0, 2 * (squares(points, both) - squares(points, a) - squares(points, b))));
      }
    };
  }

  private static double squares(Points points, List<Integer> rows) {
    Points group = points.pick(rows.stream().mapToInt(Integer::intValue).toArray());
    double[] centre = Centres.of(group, new int[rows.size()], 1);
    double sum = 0;
    for (int row = 0; row < group.rows(); row++) {
      sum += group.squared(row, centre, 0);
    }
    return sum;
  }

  private static int[] labels(List<List<Integer>> groups, int rows) {
    int[] labels = new int[rows];
    for (int g = 0; g < groups.size(); g++) {
      for (int row : groups.get(g)) {
        labels[row] = g;
      }
    }
    return labels;
  }

  static void assertSame(int[] expected, int[] actual) {
    assertArrayEquals(byFirst(expected), byFirst(actual));
  }

  /** Labels numbered anew in the order in which they come. */
  static int[] byFirst(int[] labels) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(labels).map(label -> numbers.computeIfAbsent(label, _ -> numbers.size())).toArray();
  }

  @Property(tries = 60)
  void joinsAsDefined(@ForAll @IntRange(min = 3, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 5) int dims,
      @ForAll Linkage linkage, @ForAll long seed) {
    Points points = Crowds.noise(rows, dims, seed, RandomGenerator::nextGaussian).points();
    int k = 2 + Math.floorMod(seed, rows - 2);
    List<Double> heights = new ArrayList<>();

    int[] expected = labels(naive(points, k, linkage, heights), rows);
    Partition actual = fit(points, k, linkage, 1);

    assertSame(expected, actual.labels());
    double[] own = Arrays.copyOf(tree(actual).height(), heights.size());
    assertArrayEquals(heights.stream().mapToDouble(Double::doubleValue).toArray(), own, 1e-9);
  }

  @Property(tries = 60)
  void equalRowsChangeNoHeight(@ForAll @IntRange(min = 5, max = 40) int rows, @ForAll Linkage linkage,
      @ForAll long seed) {
    // few values, so that many rows are equal, of which none but equal ones are as far from each other
    double[] values = {0, 1, 2.7, 7.1, 17.9, 40.3};
    Points points = Crowds.noise(rows, 1, seed, random -> values[random.nextInt(values.length)]).points();
    int different = (int) Arrays.stream(points.values()).distinct().count();
    if (different < 3) {
      return;
    }
    List<Double> heights = new ArrayList<>();

    int[] expected = labels(naive(points, 2, linkage, heights), rows);
    Partition actual = fit(points, 2, linkage, 1);

    assertSame(expected, actual.labels());
    double[] above = heights.stream().mapToDouble(Double::doubleValue).filter(h -> h > 1e-6).toArray();
    assertArrayEquals(above, Arrays.copyOf(tree(actual).height(), above.length), 1e-9);
    assertEquals(rows, tree(actual).size()[different - 2]);
  }

  @Test
  void manyRowsAreJoinedAsFew() {
    // more than a tile and more than once closing ranks
    Points points = Crowds.noise(2_600, 2, 3, RandomGenerator::nextDouble).points();
    for (Linkage linkage : Linkage.values()) {
      Dendrogram tree = tree(fit(points, 2, linkage, 1));
      int[] parts = tree.rows(tree.cut(1_300));
      double total = 0;
      if (linkage == Linkage.WARD) {
        for (double height : tree.height()) {
          total += height * height / 2;
        }
        int[] all = new int[points.rows()];
        Arrays.setAll(all, i -> i);
        double squares = squares(points, Arrays.stream(all).boxed().toList());
        assertEquals(squares, total, 1e-9 * squares);
      }
      assertEquals(1_300, Arrays.stream(parts).distinct().count());
    }
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void numberOfThreadsChangesNothing(Linkage linkage) {
    Points points = Crowds.noise(1_500, 3, 5, RandomGenerator::nextGaussian).points();

    Dendrogram one = tree(fit(points, 4, linkage, 1));
    Dendrogram three = tree(fit(points, 4, linkage, 3));

    assertArrayEquals(one.height(), three.height());
    assertArrayEquals(one.left(), three.left());
    assertArrayEquals(sampled(points, 4, 300, linkage, 1).labels(),
        sampled(points, 4, 300, linkage, 3).labels());
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void rangeCutsTheTreeOfEachK(Linkage linkage) {
    Points points = Crowds.noise(80, 3, 6, RandomGenerator::nextGaussian).points();
    try (Workers workers = Workers.inline()) {
      List<Partition> range = Agglomeration.range(points, 9, new Algorithm.Hierarchical(linkage), 1, workers,
          JobContext.silent());
      assertEquals(8, range.size());
      for (int k = 2; k <= 9; k++) {
        assertEquals(k, range.get(k - 2).k());
        assertArrayEquals(fit(points, k, linkage, 1).labels(), range.get(k - 2).labels());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void sampleFindsGroupsThatStandApartAndSaysSo(Linkage linkage) {
    Crowds.Crowd crowd = Crowds.groups(3_000, new double[][]{{0, 0}, {30, 0}, {0, 30}},
        new double[]{0.5, 0.3, 0.2}, 7);

    Partition partition = sampled(crowd.points(), 3, 400, linkage, 2);

    assertSame(crowd.truth(), partition.labels());
    assertTrue(partition.details().contains(new Partition.Detail.Sample(400)));
    assertEquals(400, tree(partition).size()[398]);
    assertEquals(3_000, tree(partition).leafOfRow().length);
  }

  @Test
  void sampleOfNearlyEqualRowsHasLeavesEnough() {
    double[] values = new double[20_000];
    for (int i = 0; i < 600; i++) {
      values[i] = i;
    }
    Points points = new Points(values, 20_000, 1);

    Partition partition = sampled(points, 450, 500, Linkage.WARD, 1);

    assertEquals(450, Arrays.stream(partition.labels()).distinct().count());
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void newRowsGoWhereTheirLikeAre(Linkage linkage) {
    Crowds.Crowd crowd = Crowds.groups(300, new double[][]{{0, 0}, {30, 0}, {0, 30}},
        new double[]{0.5, 0.3, 0.2}, 8);
    Partition partition = fit(crowd.points(), 3, linkage, 1);
    MixedPoints rows = MixedPoints.of(crowd.points());

    for (int row = 0; row < rows.rows(); row++) {
      assertEquals(partition.labels()[row], partition.model().assign(rows, row));
    }
  }

  @ParameterizedTest
  @EnumSource(Linkage.class)
  void stopsWhenCancelled(Linkage linkage) {
    Points points = Crowds.noise(3_000, 2, 1, RandomGenerator::nextDouble).points();
    for (int threads = 1; threads <= 2; threads++) {
      CancelledLater job = new CancelledLater(200);
      try (Workers workers = new Workers(threads)) {
        assertThrows(JobContext.Cancelled.class,
            () -> Agglomeration.fit(points, 3, new Algorithm.Hierarchical(linkage), 1, workers, job));
      }
      assertTrue(job.asked() < 210, "asked " + job.asked());
    }
  }

  @Test
  void saysWhatIsWrongWithTheRows() {
    Points four = new Points(new double[]{1, 2, 2, 3}, 4, 1);
    assertProblem("cluster.problem.one-cluster", four, 1);
    assertProblem("cluster.problem.fewer-than-k", four, 4);
    assertProblem("cluster.problem.fewer-than-k", four, 5);
    assertProblem("cluster.problem.duplicates", new Points(new double[]{7, 7, 7}, 3, 1), 2);
    assertProblem("cluster.problem.too-few", new Points(new double[]{7}, 1, 1), 2);
    assertEquals(3, fit(four, 3, Linkage.WARD, 1).k());
  }

  private static void assertProblem(String key, Points points, int k) {
    for (Linkage linkage : Linkage.values()) {
      assertEquals(key, assertThrows(Problem.class, () -> fit(points, k, linkage, 1)).message().key());
    }
  }
}
