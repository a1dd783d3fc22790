package app.parcelle.engine.cluster.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;

class NeighboursTest {
  private static Points points(int rows, int dims, boolean tied, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] values = random.doubles((long) rows * dims, 0, 5).map(x -> tied ? Math.rint(x) : x).toArray();
    return new Points(values, rows, dims);
  }

  private static Neighbours neighbours(Points points, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Neighbours.of(points, workers, JobContext.silent());
    }
  }

  @Property(tries = 200)
  void nearestAreThoseOfAllDistances(@ForAll @IntRange(min = 1, max = 400) int rows,
      @ForAll @IntRange(min = 1, max = 40) int dims, @ForAll @IntRange(min = 1, max = 30) int k,
      @ForAll boolean tied, @ForAll long seed) {
    Points points = points(rows, dims, tied, seed);
    Neighbours neighbours = neighbours(points, 1 + rows % 3);
    Nearest nearest = new Nearest(k);
    for (int row = 0; row < rows; row += 7) {
      int at = row * dims;
      double[] all = IntStream.range(0, rows)
          .mapToDouble(i -> points.squared(i, points.values(), at))
          .toArray();

      neighbours.nearest(points.values(), at, nearest);

      assertEquals(Math.min(k, rows), nearest.size());
      double[] found = IntStream.range(0, nearest.size()).mapToDouble(nearest::squared).toArray();
      double[] own = IntStream.range(0, nearest.size()).mapToDouble(i -> all[nearest.row(i)]).toArray();
      assertArrayEquals(own, found);
      assertEquals(nearest.size(), IntStream.range(0, nearest.size()).map(nearest::row).distinct().count());
      Arrays.sort(all);
      assertArrayEquals(Arrays.copyOf(all, nearest.size()), found);
    }
  }

  @Property(tries = 200)
  void thoseWithinARadiusAreAllFound(@ForAll @IntRange(min = 0, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 40) int dims, @ForAll @IntRange(min = 0, max = 40) int tenths,
      @ForAll boolean tied, @ForAll long seed) {
    Points points = points(rows, dims, tied, seed);
    Neighbours neighbours = neighbours(points, 1);
    double squared = tenths * tenths / 100.0 * dims;
    for (int row = 0; row < rows; row += 5) {
      int at = row * dims;
      Set<Integer> expected = IntStream.range(0, rows)
          .filter(i -> points.squared(i, points.values(), at) <= squared)
          .boxed()
          .collect(Collectors.toSet());
      Set<Integer> found = new TreeSet<>();

      neighbours.within(points.values(), at, squared, found::add);

      assertEquals(expected, found);
      assertEquals(true, neighbours.crowded(points.values(), at, squared, expected.size()));
      assertEquals(false, neighbours.crowded(points.values(), at, squared, expected.size() + 1));
    }
  }

  @Test
  void equallyFarRowsAreInTheirOrder() {
    Points points = new Points(new double[]{1, 0, 1, 0, 1, 2, 0}, 7, 1);
    Nearest nearest = new Nearest(7);

    neighbours(points, 1).nearest(new double[]{0}, 0, nearest);

    assertArrayEquals(new int[]{1, 3, 6, 0, 2, 4, 5}, IntStream.range(0, 7).map(nearest::row).toArray());
  }

  @Test
  void numberOfThreadsChangesNothingOfTheTree() {
    Points points = points(5_000, 3, true, 9);
    PointTree one = neighbours(points, 1).tree();
    PointTree more = neighbours(points, 3).tree();

    assertArrayEquals(IntStream.range(0, 5_000).map(one::row).toArray(),
        IntStream.range(0, 5_000).map(more::row).toArray());
  }
}
