package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.algorithm.Algorithm.Linkage;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

class DendrogramTest {
  private static final Points FOURTEEN = new Points(
      new double[]{1.49, -0.41, 1.94, 4.57, -0.7, -0.7, 4.74, 2.3, -1.41, 1.63, -1.39, -1.4, 0.73, -5.74,
          -5.17,
          -1.69, -3.04, 0.94, -2.72, -4.24, 4.4, -0.68, 0.2, -4.27, -1.63, 0.33, -3.45, 1.13},
      14, 2);

  private static Dendrogram tree(Points points, Linkage linkage) {
    try (Workers workers = Workers.inline()) {
      return Agglomeration.grow(points, 2, 1_000, linkage, 1, workers, JobContext.silent()).tree();
    }
  }

  /** Heights by {@code linkage}, clusters by {@code fcluster} of SciPy 1.10.1: at 4 clusters, and at height 3. */
  @ParameterizedTest
  @CsvSource({
      "WARD, 0.4518849411078 0.982903861015918 1.31848397790796 1.56262599492009 2.44075807895826 2.92249893070981"
          + " 3.53624094201738 3.60456654814417 4.00739732661154 5.65622223750093 6.6713373222066 9.58779041281149"
          + " 13.7539015243987, 1 1 4 1 4 4 2 3 4 3 1 2 4 4, 1 2 7 3 8 7 4 5 8 6 1 4 8 8",
      "AVERAGE, 0.4518849411078 0.982903861015918 1.31848397790796 1.56262599492009 1.84869194853033"
          + " 2.61083584223106 2.92249893070981 3.34106748335893 3.60456654814417 4.02477990514881 4.50725228444287"
          + " 5.51591699971411 6.65637792390951, 1 2 4 2 4 4 3 4 4 3 1 3 4 4, 1 2 6 3 6 6 4 7 6 5 1 4 6 6",
      "COMPLETE, 0.4518849411078 0.982903861015918 1.31848397790796 1.56262599492009 2.10038091783372"
          + " 2.92249893070981 3.30324083287913 3.53624094201738 3.60456654814417 5.79776681145422 6.01439938813511"
          + " 8.04172245231082 10.6830800802016, 1 1 3 1 3 3 2 4 3 4 1 2 3 3, 1 2 5 3 6 5 4 7 6 8 1 4 6 6",
      "SINGLE, 0.4518849411078 0.982903861015918 1.31848397790796 1.3877319625922 1.53629424265015 1.56262599492009"
          + " 2.20911747084667 2.92015410552252 2.92249893070981 2.99933325924279 3.13600063775504 3.30315001173123"
          + " 3.60456654814417, 2 4 2 2 2 2 1 3 2 1 2 1 2 2, 2 4 2 2 2 2 1 3 2 1 2 1 2 2"})
  void treesAndCutsAreThoseOfScipy(Linkage linkage, String heights, String four, String three) {
    Dendrogram tree = tree(FOURTEEN, linkage);

    assertArrayEquals(Arrays.stream(heights.split(" ", -1)).mapToDouble(Double::parseDouble).toArray(),
        tree.height(), 1e-9);
    AgglomerationTest.assertSame(labels(four), tree.rows(tree.cut(4)));
    AgglomerationTest.assertSame(labels(three), tree.rows(tree.cut(3.0)));
  }

  private static int[] labels(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Property(tries = 100)
  void cutsAreNestedAndAsMany(@ForAll @IntRange(min = 2, max = 40) int rows, @ForAll Linkage linkage,
      @ForAll long seed) {
    Dendrogram tree = tree(Crowds.noise(rows, 2, seed, RandomGenerator::nextDouble).points(), linkage);

    int[] finer = tree.cut(rows);
    for (int k = rows; k >= 1; k--) {
      int[] cut = tree.cut(k);
      assertEquals(k, Arrays.stream(cut).distinct().count());
      // in the order of the first leaf
      assertArrayEquals(AgglomerationTest.byFirst(cut), cut);
      int[] parent = new int[rows];
      Arrays.fill(parent, -1);
      for (int leaf = 0; leaf < rows; leaf++) {
        int fine = finer[leaf];
        assertEquals(parent[fine] < 0 ? cut[leaf] : parent[fine], cut[leaf]);
        parent[fine] = cut[leaf];
      }
      if (k < rows) {
        assertArrayEquals(cut, tree.cut(tree.height()[rows - k - 1]));
      }
      finer = cut;
    }
    assertArrayEquals(tree.cut(rows), tree.cut(-1.0));
  }

  @Test
  void thereAreNoMoreClustersThanLeaves() {
    Dendrogram tree = tree(FOURTEEN, Linkage.WARD);

    assertThrows(IllegalArgumentException.class, () -> tree.cut(15));
    assertThrows(IllegalArgumentException.class, () -> tree.cut(0));
  }
}
