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
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.prepare.Sheet;

/** Against SciPy 1.10 for the same rows. */
class AssociationTest {
  @Test
  void correlationsAreScipys() {
    assertEquals(0.8934723992609156, Association.pearson(Written.U, Written.Y), 1e-12);
    Association ranks = Association.between(numbers("u", Written.U), numbers("y", Written.Y));
    assertEquals(Association.Kind.RANKS, ranks.kind());
    assertEquals(0.8994891054345048, ranks.value(), 1e-12);
    assertEquals(0.8960695618616842, Association.spearman(Written.TIES, Written.Y), 1e-12);
  }

  @Test
  void cramersVIsBergsmas() {
    Association v = Association.between(labels(), together());
    assertEquals(Association.Kind.CRAMERS_V, v.kind());
    assertEquals(0.4854998487625994, v.value(), 1e-12);
  }

  @Test
  void theRatioIsTheRootOfTheVarianceBetween() {
    Association ratio = Association.between(labels(), numbers("y", Written.Y));
    assertEquals(Association.Kind.RATIO, ratio.kind());
    assertEquals(0.8202540246685183, ratio.value(), 1e-12);
    assertEquals(ratio, Association.between(numbers("y", Written.Y), labels()));
  }

  @Test
  void whatDoesNotVaryGoesWithNothing() {
    Sheet.Numbers same = numbers("same", new double[300]);
    Sheet.Categories one = new Sheet.Categories("one", List.of("x"), new int[300]);
    for (Sheet.Source other : List.of(numbers("u", Written.U), labels())) {
      assertEquals(0, Association.between(same, other).value());
      assertEquals(0, Association.between(one, other).value());
    }
  }

  @Test
  void aFieldGoesWithItselfAndItsOpposite() {
    double[] opposite = Arrays.stream(Written.U).map(u -> -u * u * u).toArray();
    assertEquals(1, Association.between(labels(), labels()).value(), 1e-12);
    assertEquals(1, Association.spearman(Written.U, Written.U), 1e-12);
    assertEquals(-1, Association.spearman(Written.U, opposite), 1e-12);
  }

  @Property(tries = 50)
  void gapsOfEitherAreLeftOut(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] a = random.doubles(60).map(v -> v < 0.2 ? Double.NaN : Math.round(9 * v)).toArray();
    double[] b = random.doubles(60).map(v -> v < 0.2 ? Double.NaN : v).toArray();
    int[] known = IntStream.range(0, 60).filter(i -> a[i] >= 0 && b[i] >= 0).toArray();
    double[] knownA = Arrays.stream(known).mapToDouble(i -> a[i]).toArray();
    double[] knownB = Arrays.stream(known).mapToDouble(i -> b[i]).toArray();

    assertEquals(Association.pearson(knownA, knownB), Association.pearson(a, b), 1e-12);
    assertEquals(Association.spearman(knownA, knownB), Association.spearman(a, b), 1e-12);
    assertTrue(Math.abs(Association.spearman(a, b)) <= 1);
  }
}
