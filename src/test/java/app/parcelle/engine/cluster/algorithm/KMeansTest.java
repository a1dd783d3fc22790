package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.clustering.CentroidClustering;
import smile.math.MathEx;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;

class KMeansTest {
  /** Lloyd's iteration as it is defined: every distance, every time. */
  private static KMeans.Fit naive(Points points, double[] start) {
    int dims = points.dims();
    int k = start.length / dims;
    double[] centres = start.clone();
    int[] labels = new int[points.rows()];
    for (int iteration = 1;; iteration++) {
      int[] before = labels.clone();
      double inertia = 0;
      double[] sums = new double[centres.length];
      int[] counts = new int[k];
      for (int row = 0; row < points.rows(); row++) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < k; j++) {
          double squared = points.squared(row, centres, j * dims);
          if (squared < least) {
            least = squared;
            labels[row] = j;
          }
        }
        inertia += least;
        counts[labels[row]]++;
        for (int d = 0; d < dims; d++) {
          sums[labels[row] * dims + d] += points.values()[row * dims + d];
        }
      }
      if (iteration > 1 && Arrays.equals(before, labels)) {
        return new KMeans.Fit(k, centres, labels, inertia, iteration);
      }
      for (int i = 0; i < sums.length; i++) {
        centres[i] = counts[i / dims] == 0 ? centres[i] : sums[i] / counts[i / dims];
      }
    }
  }

  private static KMeans.Fit fit(Points points, double[] start, int threads) {
    try (Workers workers = new Workers(threads)) {
      return KMeans.fit(points, start, KMeans.Patience.UNTIL_STILL, workers, JobContext.silent());
    }
  }

  @Property(tries = 150)
  void boundsChangeNothingOfLloydsIteration(@ForAll @IntRange(min = 10, max = 400) int rows,
      @ForAll @IntRange(min = 1, max = 6) int dims, @ForAll @IntRange(min = 2, max = 9) int k,
      @ForAll long seed) {
    Points points = Crowds.noise(rows, dims, seed, RandomGenerator::nextGaussian).points();
    double[] start = Starts.plusPlus(points, k, 1, Crowds.random(seed + 1));

    KMeans.Fit expected = naive(points, start);
    KMeans.Fit actual = fit(points, start, 1);

    assertEquals(expected.inertia(), actual.inertia(), 1e-9 * expected.inertia());
    assertArrayEquals(expected.labels(), actual.labels());
  }

  @Test
  void rowsOfSeveralBlocksAreAllCounted() {
    Points points = Crowds.noise(3 * Workers.BLOCK + 17, 2, 8, RandomGenerator::nextDouble).points();
    double[] start = Starts.plusPlus(points, 3, 1, Crowds.random(9));

    KMeans.Fit expected = naive(points, start);
    KMeans.Fit actual = fit(points, start, 2);

    assertEquals(expected.inertia(), actual.inertia(), 1e-9 * expected.inertia());
    assertArrayEquals(expected.labels(), actual.labels());
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = Crowds.noise(40_000, 3, 5, RandomGenerator::nextGaussian).points();
    double[] start = Starts.plusPlus(points, 7, 1, Crowds.random(6));

    KMeans.Fit one = fit(points, start, 1);

    for (int threads = 2; threads <= 4; threads++) {
      KMeans.Fit more = fit(points, start, threads);
      assertArrayEquals(one.centres(), more.centres());
      assertArrayEquals(one.labels(), more.labels());
      assertEquals(one.inertia(), more.inertia());
    }
  }

  /** Held here, because a logger that nobody holds is forgotten with its level. */
  private static final Logger SMILE = Logger.getLogger("smile.clustering");

  @BeforeAll
  static void silenceSmile() {
    SMILE.setLevel(Level.OFF);
  }

  @Test
  void bestOfSeveralStartsIsAsGoodAsSmile() {
    for (int seed = 0; seed < 5; seed++) {
      Crowd crowd = Crowds.groups(600, new double[][]{{0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {4, 4, 4}, {0, 0, 6}},
          new double[]{0.4, 0.2, 0.2, 0.1, 0.1}, seed);
      MathEx.setSeed(seed + 1);
      double peer = Double.POSITIVE_INFINITY;
      for (int run = 0; run < 6; run++) {
        CentroidClustering<double[], double[]> model = smile.clustering.KMeans.lloyd(crowd.asRows(), 5, 200);
        double reached = inertia(crowd, model.group(), 5);
        peer = Math.min(peer, reached);
        double[] theirs = Arrays.stream(model.centers()).flatMapToDouble(Arrays::stream).toArray();
        assertTrue(fit(crowd.points(), theirs, 1).inertia() <= reached * (1 + 1e-9));
      }
      try (Workers workers = Workers.inline()) {
        var fits = Starts.best(crowd.points(), 5, Starts.COUNT, seed, workers, JobContext.silent());
        double own = fits.getLast().inertia();
        // optima that differ in a handful of rows between two groups are a few millionths apart
        assertTrue(own <= peer * (1 + 1e-4), own + " > " + peer);
      }
    }
  }

  /** From the labels alone, because Smile keeps the centres of the iteration before. */
  private static double inertia(Crowd crowd, int[] labels, int k) {
    Points points = crowd.points();
    double[] centres = new double[k * points.dims()];
    int[] sizes = new int[k];
    for (int row = 0; row < labels.length; row++) {
      sizes[labels[row]]++;
      for (int d = 0; d < points.dims(); d++) {
        centres[labels[row] * points.dims() + d] += points.values()[row * points.dims() + d];
      }
    }
    for (int i = 0; i < centres.length; i++) {
      centres[i] /= Math.max(1, sizes[i / points.dims()]);
    }
    double inertia = 0;
    for (int row = 0; row < labels.length; row++) {
      inertia += points.squared(row, centres, labels[row] * points.dims());
    }
    return inertia;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void findsTheBestOfAllPartitionsOfAFewRows(long seed) {
    Points points = Crowds.noise(8, 2, seed, RandomGenerator::nextGaussian).points();
    double least = Double.POSITIVE_INFINITY;
    for (int code = 0; code < Math.pow(3, 8); code++) {
      int[] labels = new int[8];
      for (int i = 0, rest = code; i < 8; i++, rest /= 3) {
        labels[i] = rest % 3;
      }
      least = Math.min(least, inertia(new Crowd(points.values(), labels, 2), labels, 3));
    }
    try (Workers workers = Workers.inline()) {
      double found = Starts.best(points, 3, 30, seed, workers, JobContext.silent()).getLast().inertia();
      assertEquals(least, found, 1e-9 * least);
    }
  }

  @Test
  void emptyClusterIsGivenTheFarthestRow() {
    Points points = new Points(new double[]{0, 1, 2, 10, 11, 30}, 6, 1);

    KMeans.Fit fit = fit(points, new double[]{0, 500, 600}, 1);

    assertArrayEquals(new int[]{0, 0, 0, 2, 2, 1}, relabelled(fit.labels()));
    assertEquals(2.5, fit.inertia(), 1e-12);
  }

  /** With the labels of rows 0, 5 and 3 as 0, 1 and 2. */
  private static int[] relabelled(int[] labels) {
    return Arrays.stream(labels).map(l -> l == labels[0] ? 0 : l == labels[5] ? 1 : 2).toArray();
  }

  @Test
  void stopsWhenCancelled() {
    Points points = Crowds.noise(100_000, 2, 1, RandomGenerator::nextDouble).points();
    CancelledLater job = new CancelledLater(20);
    double[] start = Starts.plusPlus(points, 8, 1, Crowds.random(2));
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class,
          () -> KMeans.fit(points, start, KMeans.Patience.UNTIL_STILL, workers, job));
    }
    assertTrue(job.asked() < 30, "asked " + job.asked());
  }
}
