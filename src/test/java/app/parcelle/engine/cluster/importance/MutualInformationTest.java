package app.parcelle.engine.cluster.importance;

import static app.parcelle.engine.cluster.importance.Written.labels;
import static app.parcelle.engine.cluster.importance.Written.numbers;
import static app.parcelle.engine.cluster.importance.Written.together;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.prepare.Sheet;

/** Against scikit-learn 1.2.1 where neighbours are counted, and against the definition where frequencies are. */
class MutualInformationTest {
  /** One neighbour more or less at the very radius, where a distance is rounded differently. */
  private static final double ROUNDING = 1e-3;

  @Test
  void ofANumberAndACategoryIsMutualInfoClassifs() {
    assertEquals(0.47456984623486753, MutualInformation.between(numbers("x", Written.X), labels(), 1),
        ROUNDING);
    assertEquals(0.47456984623486753, MutualInformation.between(labels(), numbers("x", Written.X), 2),
        ROUNDING);
    assertEquals(0, MutualInformation.between(numbers("w", Written.W), labels(), 1));
  }

  @Test
  void ofTwoNumbersIsMutualInfoRegressions() {
    double[] u = Written.U;
    assertEquals(0.8367896655696496, MutualInformation.between(numbers("u", u), numbers("y", Written.Y), 1),
        1e-6);
  }

  @Test
  void ofANumberWithTiesIsWithinWhatNoiseAgainstTiesDoes() {
    // scikit-learn's five first seeds give 0.117 to 0.172
    double information = MutualInformation.between(numbers("ties", Written.TIES), together(), 1);
    assertTrue(information > 0.08 && information < 0.22, String.valueOf(information));
  }

  @Property(tries = 100)
  void ofTwoCategoriesIsTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int levels,
      @ForAll @IntRange(min = 1, max = 60) int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] a = random.ints(rows, -1, levels).toArray();
    int[] b = IntStream.range(0, rows)
        .map(i -> random.nextBoolean() ? a[i] : random.nextInt(levels))
        .toArray();

    assertEquals(brute(a, b, levels),
        MutualInformation.between(categories(a, levels), categories(b, levels), 0),
        1e-12);
  }

  @Property(tries = 50)
  void aNumberOfFewValuesIsACategory(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] a = random.ints(80, 0, 4).toArray();
    int[] b = IntStream.range(0, 80).map(i -> random.nextInt(3) > 0 ? a[i] : random.nextInt(4)).toArray();
    Sheet.Numbers number = numbers("a", Arrays.stream(a).mapToDouble(code -> 10 - 2.5 * code).toArray());

    assertEquals(brute(a, b, 4), MutualInformation.between(number, categories(b, 4), 0), 1e-12);
    assertEquals(brute(a, a, 4), MutualInformation.between(number, number, 0), 1e-12);
  }

  private static Sheet.Categories categories(int[] codes, int levels) {
    return new Sheet.Categories("c", IntStream.range(0, levels).mapToObj(String::valueOf).toList(), codes);
  }

  private static double brute(int[] a, int[] b, int levels) {
    int[] rows = IntStream.range(0, a.length).filter(i -> a[i] >= 0 && b[i] >= 0).toArray();
    double n = rows.length;
    double sum = 0;
    for (int i = 0; i < levels; i++) {
      for (int j = 0; j < levels; j++) {
        int one = i;
        int other = j;
        double both = Arrays.stream(rows).filter(r -> a[r] == one && b[r] == other).count() / n;
        double first = Arrays.stream(rows).filter(r -> a[r] == one).count() / n;
        double second = Arrays.stream(rows).filter(r -> b[r] == other).count() / n;
        sum += both > 0 ? both * Math.log(both / (first * second)) : 0;
      }
    }
    return Math.max(0, sum);
  }

  @Test
  void gapsAreLeftOut() {
    double[] gaps = Written.X.clone();
    int[] codes = Written.LABEL.clone();
    for (int i = 100; i < 150; i++) {
      gaps[i] = Double.NaN;
      codes[i + 50] = -1;
    }
    int[] known = IntStream.range(0, 300).filter(i -> i < 100 || i >= 200).toArray();
    double[] x = Arrays.stream(known).mapToDouble(i -> Written.X[i]).toArray();
    int[] label = Arrays.stream(known).map(i -> Written.LABEL[i]).toArray();
    List<String> levels = labels().levels();

    assertEquals(MutualInformation.between(numbers("x", x), new Sheet.Categories("l", levels, label), 1),
        MutualInformation.between(numbers("x", gaps), new Sheet.Categories("l", levels, codes), 1), 1e-6);
    assertTrue(MutualInformation.between(numbers("x", gaps), numbers("y", Written.Y), 1) >= 0);
  }

  @Test
  void nothingToCompareTellsNothing() {
    double[] none = new double[300];
    Arrays.fill(none, Double.NaN);
    double[] constant = new double[300];

    assertEquals(0, MutualInformation.between(numbers("none", none), labels(), 1));
    assertEquals(0, MutualInformation.between(numbers("none", none), numbers("y", Written.Y), 1));
    assertEquals(0, MutualInformation.between(numbers("same", constant), numbers("y", Written.Y), 1));
    assertEquals(0,
        MutualInformation.between(numbers("few", new double[]{1, 2}), numbers("y", new double[]{3, 4}), 1),
        Math.log(2) + 1e-12);
  }
}
