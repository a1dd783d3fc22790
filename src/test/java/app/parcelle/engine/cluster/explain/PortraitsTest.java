package app.parcelle.engine.cluster.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.explain.Portrait.Level;
import app.parcelle.engine.cluster.explain.Portrait.Measure;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;

class PortraitsTest {
  private static final double NONE = Double.NaN;

  @Property(tries = 100)
  void figuresAreThoseOfBruteForce(@ForAll long seed) {
    Random random = new Random(seed);
    int rows = 4 + random.nextInt(60);
    boolean skewed = random.nextBoolean();
    double[] values = random.doubles(rows, -3, 9)
        .map(v -> random.nextInt(6) == 0 ? NONE : skewed ? Math.exp(v) : Math.round(v))
        .toArray();
    int[] assignment = random.ints(rows, 0, 4).toArray();
    List<Portrait> portraits = of(new Sheet(rows, List.of(new Sheet.Numbers("n", values))), assignment, 3,
        null);
    double[] all = known(values, assignment, -1);
    for (Portrait portrait : portraits) {
      Measure measure = portrait.measures().getFirst();
      double[] own = known(values, assignment, portrait.cluster());
      double[] others = known(values, assignment, -1 - portrait.cluster());
      assertEquals(own.length, measure.known());
      assertEquals(mean(own), measure.own().mean(), 1e-9);
      assertEquals(mean(all), measure.overall().mean(), 1e-9);
      if (own.length > 0) {
        assertEquals(quantile(own, 0.25), measure.own().lowerQuartile(), 1e-9);
        assertEquals(quantile(own, 0.5), measure.own().median(), 1e-9);
        assertEquals(quantile(own, 0.75), measure.own().upperQuartile(), 1e-9);
      }
      if (own.length > 0 && others.length > 0 && squares(own) + squares(others) > 1e-9) {
        double[] a = measure.skewed() ? logarithms(own) : own;
        double[] b = measure.skewed() ? logarithms(others) : others;
        Portrait.Difference expected = Effects.hedges(a.length, mean(a), squares(a), b.length, mean(b),
            squares(b));
        assertEquals(expected.value(), measure.difference().value(), 1e-9);
        assertEquals(expected.low(), measure.difference().low(), 1e-9);
      }
    }
  }

  @Test
  void valueIsSumShareAverageAndBasket() {
    Sheet sheet = new Sheet(5, List.of());
    List<Portrait> portraits = of(sheet, new int[]{1, 1, 2, 0, 2}, 2,
        new Spending(new double[]{30, 50, 20, 1_000, NONE}, new double[]{1, 3, 2, 9, NONE}));
    assertEquals(new Portrait.Value(80, 0.8, 40, 20), portraits.getFirst().value());
    assertEquals(new Portrait.Value(20, 0.2, 20, 10), portraits.getLast().value());
    assertEquals(0.5, portraits.getFirst().share());
    assertNull(of(sheet, new int[]{1, 1, 2, 0, 2}, 2, null).getFirst().value());
  }

  @Test
  void basketIsUnknownWithoutOrders() {
    List<Portrait> portraits = of(new Sheet(1, List.of()), new int[]{1}, 1,
        new Spending(new double[]{30}, null));
    assertTrue(Double.isNaN(Objects.requireNonNull(portraits.getFirst().value()).basket()));
  }

  @Test
  void indexIsAHundredForTheAverage() {
    Sheet sheet = new Sheet(4, List.of(new Sheet.Numbers("a", new double[]{1, 1, 3, 3}),
        new Sheet.Numbers("b", new double[]{-1, -1, 1, 1})));
    Portrait second = of(sheet, new int[]{1, 1, 2, 2}, 2, null).getLast();
    assertEquals(OptionalDouble.of(150), second.measures().getFirst().index());
    assertEquals(OptionalDouble.empty(), second.measures().getLast().index());
  }

  @Test
  void indexOfASkewedFieldIsThatOfTheMiddle() {
    Sheet sheet = new Sheet(6, List.of(new Sheet.Numbers("a", new double[]{1, 1, 2, 4, 5, 300})));
    Measure measure = of(sheet, new int[]{1, 1, 1, 2, 2, 2}, 2, null).getLast().measures().getFirst();
    assertTrue(measure.skewed());
    assertEquals(OptionalDouble.of(100 * 5 / 3.0), measure.index());
  }

  @Test
  void levelsAreSortedByWhatIsSureOfThem() {
    // of 100 members 60 are blue; of 200 others 20; one odd colour is in one member alone
    int[] codes = IntStream.range(0, 300)
        .map(i -> i == 0 ? 2 : i < 61 ? 0 : i < 100 ? 1 : i < 120 ? 0 : 1)
        .toArray();
    int[] assignment = IntStream.range(0, 300).map(i -> i < 100 ? 1 : 2).toArray();
    Portrait.Mix mix = of(new Sheet(300, List.of(new Sheet.Categories("colour", List.of("blue", "red", "odd"),
        codes))), assignment, 2, null).getFirst().mixes().getFirst();
    assertEquals(List.of("blue", "red", "odd"), mix.levels().stream().map(Level::text).toList());
    assertEquals(0.6, mix.levels().getFirst().share(), 1e-12);
    assertEquals(80.0 / 300, mix.levels().getFirst().overall(), 1e-12);
    assertEquals(0.6 / (80.0 / 300), mix.levels().getFirst().lift().value(), 1e-12);
  }

  @Test
  void typicalAreNearestToTheCentreAndBorderlineBetweenTwo() {
    Points points = new Points(new double[]{0, 1, 2, 4, 10, 11, 12, 8}, 8, 1);
    List<Examples> examples = Examples.of(MixedPoints.of(points), new int[]{0, 0, 0, 0, 1, 1, 1, -1}, 2, 2,
        Workers.inline(), JobContext.silent());
    assertArrayEquals(new int[]{2, 1}, examples.getFirst().typical());
    assertArrayEquals(new int[]{3, 2}, examples.getFirst().borderline());
    assertArrayEquals(new int[]{5, 4}, examples.getLast().typical());
    assertArrayEquals(new int[]{4, 5}, examples.getLast().borderline());
  }

  @Test
  void categoriesCountInTheDistanceByTheirWeight() {
    MixedPoints points = new MixedPoints(new Points(new double[]{0, 0, 0.1, 5, 5}, 5, 1),
        List.of(new MixedPoints.Category(new int[]{1, 1, 0, 0, 0}, 2, 3)));
    Examples first = Examples
        .of(points, new int[]{0, 0, 0, 1, 1}, 2, 3, Workers.inline(), JobContext.silent())
        .getFirst();
    assertArrayEquals(new int[]{0, 1, 2}, first.typical());
    assertArrayEquals(new int[]{2, 0, 1}, first.borderline());
  }

  private static List<Portrait> of(Sheet sheet, int[] assignment, int k, @Nullable Spending spending) {
    return Portraits.of(sheet, assignment, k, spending, Workers.inline(), JobContext.silent());
  }

  /** @param which a cluster, -1 for all, -1 - c for all but c */
  private static double[] known(double[] values, int[] assignment, int which) {
    return IntStream.range(0, values.length)
        .filter(i -> assignment[i] > 0
            && (which > 0 ? assignment[i] == which : which == -1 || assignment[i] != -1 - which))
        .mapToDouble(i -> values[i])
        .filter(v -> !Double.isNaN(v))
        .sorted()
        .toArray();
  }

  private static double[] logarithms(double[] values) {
    return Arrays.stream(values).map(Math::log1p).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(NONE);
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
