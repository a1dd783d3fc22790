package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.algorithm.KMeans;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

class SilhouetteTest {
  /** The definition of Rousseeuw 1987, word for word, for each row. */
  private static double[] naive(Points points, int[] labels, int k) {
    double[] silhouettes = new double[points.rows()];
    for (int i = 0; i < points.rows(); i++) {
      double[] totals = new double[k];
      int[] sizes = new int[k];
      for (int j = 0; j < points.rows(); j++) {
        if (i != j) {
          totals[labels[j]] += Math.sqrt(points.squared(j, points.values(), i * points.dims()));
          sizes[labels[j]]++;
        }
      }
      double a = totals[labels[i]] / sizes[labels[i]];
      double b = Double.POSITIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        if (c != labels[i] && sizes[c] > 0) {
          b = Math.min(b, totals[c] / sizes[c]);
        }
      }
      silhouettes[i] = sizes[labels[i]] == 0 || b == Double.POSITIVE_INFINITY ? 0 : (b - a) / Math.max(a, b);
    }
    return silhouettes;
  }

  private static double[][] ofRows(Points points, int threads, int[]... labels) {
    try (Workers workers = new Workers(threads)) {
      return Silhouette.ofRows(points, List.of(labels), workers, JobContext.silent());
    }
  }

  private static double[] means(Points points, int threads, int[]... labels) {
    try (Workers workers = new Workers(threads)) {
      return Silhouette.means(points, List.of(labels), workers, JobContext.silent());
    }
  }

  @Property(tries = 100)
  void agreesWithTheDefinition(@ForAll @IntRange(min = 3, max = 150) int rows,
      @ForAll @IntRange(min = 1, max = 4) int dims, @ForAll @IntRange(min = 1, max = 5) int k,
      @ForAll long seed) {
    Points points = Crowds.noise(rows, dims, seed, RandomGenerator::nextGaussian).points();
    RandomGenerator random = Crowds.random(seed);
    int[] one = random.ints(rows, 0, k).toArray();
    int[] two = random.ints(rows, 0, k).toArray();

    double[][] silhouettes = ofRows(points, 2, one, two);
    double[] means = means(points, 2, one, two);

    assertArrayEquals(naive(points, one, k), silhouettes[0], 1e-12);
    assertArrayEquals(naive(points, two, k), silhouettes[1], 1e-12);
    assertEquals(Arrays.stream(silhouettes[0]).average().orElseThrow(), means[0], 1e-12);
    assertEquals(Arrays.stream(silhouettes[1]).average().orElseThrow(), means[1], 1e-12);
  }

  @Test
  void rowAloneInItsClusterCountsZero() {
    Points points = new Points(new double[]{0, 1, 9}, 3, 1);

    assertEquals((8.0 / 9 + 7.0 / 8) / 3, means(points, 1, new int[]{0, 0, 1})[0], 1e-12);
  }

  @Test
  void equalRowsOfOneClusterAreAsNearAsCanBe() {
    Points points = new Points(new double[]{4, 4, 7, 7}, 4, 1);

    assertEquals(1, means(points, 1, new int[]{0, 0, 1, 1})[0]);
    assertEquals(0, means(new Points(new double[4], 4, 1), 1, new int[]{0, 0, 1, 1})[0]);
  }

  /** Fisher's irises: inertia and silhouette as scikit-learn's documentation and many others give them. */
  @Test
  void irisesHaveThePublishedInertiaAndSilhouette() {
    Points irises = Irises.points();
    try (Workers workers = new Workers(2)) {
      List<KMeans.Fit> fits = Starts.best(irises, 3, 10, 1, workers, JobContext.silent());
      double[] means = means(irises, 2, fits.get(0).labels(), fits.get(1).labels());

      assertEquals(152.348, fits.get(0).inertia(), 5e-4);
      assertEquals(78.851441426146, fits.get(1).inertia(), 1e-10);
      assertEquals(0.681046169211746, means[0], 1e-12);
      assertEquals(0.5528190123564091, means[1], 1e-12);
    }
  }

  /** Numbers of scikit-learn 1.2.1, where noise was taken away before. */
  @Test
  void silhouettesAreThoseOfScikitLearn() {
    double[][] rows = ofRows(Irises.points(), 2, Irises.byPetal(), Irises.everyFourth(), Irises.withNoise(),
        Irises.withOneAlone());

    assertEquals(0.8447478614101177, rows[0][0], 1e-9);
    assertEquals(0.42405305077128685, rows[0][60], 1e-9);
    assertEquals(0.06102539776112344, rows[0][149], 1e-9);
    assertEquals(0.5190903067585306, Silhouette.mean(rows[0]), 1e-9);
    assertEquals(-0.04186639853966319, Silhouette.mean(rows[1]), 1e-9);
    assertEquals(0.5320887353692603, Silhouette.mean(rows[2]), 1e-9);
    assertEquals(0.15501003461752097, Silhouette.mean(rows[3]), 1e-9);
  }

  @Test
  void noiseHasNoSilhouetteAndOneClusterHasNone() {
    Points points = new Points(new double[]{0, 1, 9}, 3, 1);

    assertArrayEquals(new double[]{0, 0, Double.NaN}, ofRows(points, 1, new int[]{0, 0, -1})[0]);
    assertEquals(Double.NaN, means(points, 1, new int[]{-1, -1, -1})[0]);
  }
}
