package app.parcelle.engine.cluster.algorithm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import smile.validation.metric.AdjustedRandIndex;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.algorithm.Algorithm.Covariance;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

class MixtureTest {
  private static Partition fit(Points points, int k, Covariance covariance, int threads) {
    try (Workers workers = new Workers(threads)) {
      return Mixture.fit(points, k, new Algorithm.GaussianMixture(covariance, 3), 1, workers,
          JobContext.silent());
    }
  }

  /** Irises, from clusters cut at petals of 2 and 4.9 cm: numbers of scikit-learn 1.2.1's GaussianMixture from there. */
  @ParameterizedTest
  @CsvSource({
      "FULL, -1.2014014385778318, 0.30096266770474206, 5.916630843438458, 5.48309074926264, 0.6353199521248064",
      "TIED, -1.7091078923554845, 0.32961723842891744, 5.941522322966903, 5.539523509144226, 0.2985905829999081",
      "DIAGONAL, -2.0463371369365837, 0.3215024873358596, 5.862379943510893, 5.514256739377204, 0.9704002410429553",
      "SPHERICAL, -2.5631449264296386, 0.40394577324950204, 5.892717527763356, 5.7033265868649075, 0.7671755430674587"})
  void sameStartGivesTheMixtureOfScikitLearn(Covariance covariance, double logLikelihood, double weight,
      double meanOfFirst, double meanOfThird, double probability) {
    Points irises = Crowds.irises().points();
    int[] start = IntStream.range(0, irises.rows())
        .mapToDouble(row -> irises.values()[row * 4 + 2])
        .mapToInt(petal -> petal < 2 ? 0 : petal < 4.9 ? 1 : 2)
        .toArray();
    try (Workers workers = Workers.inline()) {
      Mixture.Fit fit = Mixture.from(irises, start, 3, covariance, workers, JobContext.silent());

      assertEquals(logLikelihood, fit.logLikelihood(), 1e-9);
      assertEquals(weight, fit.mixture().weights()[1], 1e-9);
      assertEquals(meanOfFirst, fit.mixture().means()[4], 1e-9);
      assertEquals(meanOfThird, fit.mixture().means()[10], 1e-9);
      assertEquals(probability, fit.mixture().probabilities(MixedPoints.of(irises), 77)[2], 1e-8);
    }
  }

  @ParameterizedTest
  @CsvSource({"FULL, 44", "TIED, 24", "DIAGONAL, 26", "SPHERICAL, 17"})
  void criterionCountsTheNumbersOfItsShape(Covariance covariance, int free) {
    Points irises = Crowds.irises().points();

    var likelihood = (Partition.Detail.Likelihood) fit(irises, 3, covariance, 1).details().getFirst();

    assertEquals(free * Math.log(150) - 2 * likelihood.logLikelihood(), likelihood.bic(), 1e-9);
  }

  @Test
  void irisesFallIntoTheirKinds() {
    Crowds.Crowd irises = Crowds.irises();

    Partition found = fit(irises.points(), 3, Covariance.FULL, 2);

    // as scikit-learn's, which takes 5 of the 150 for another kind
    assertTrue(AdjustedRandIndex.of(irises.truth(), found.labels()) > 0.9);
    var likelihood = (Partition.Detail.Likelihood) found.details().getFirst();
    assertEquals(-180.19, likelihood.logLikelihood(), 0.15);
  }

  @Property(tries = 60)
  void densityIsThatOfTheFormula(@ForAll @IntRange(min = 1, max = 11) int dims, @ForAll long seed) {
    RandomGenerator random = Crowds.random(seed);
    double[] factor = new double[dims * dims];
    for (int i = 0; i < dims; i++) {
      for (int j = 0; j <= i; j++) {
        factor[i * dims + j] = i == j ? 0.5 + random.nextDouble() : random.nextGaussian();
      }
    }
    double[] drawn = random.doubles(dims).toArray();
    double[] mean = random.doubles(dims).toArray();
    // a row that stands at mean + factor x drawn is as far from the mean as drawn is from 0
    double[] row = new double[dims];
    double height = 0;
    double square = 0;
    for (int i = 0; i < dims; i++) {
      row[i] = mean[i];
      for (int j = 0; j <= i; j++) {
        row[i] += factor[i * dims + j] * drawn[j];
      }
      height -= Math.log(factor[i * dims + i]) + Math.log(2 * Math.PI) / 2;
      square += drawn[i] * drawn[i];
    }
    double[][] logs = new double[1][1];

    new MixtureDensity(new Model.Mixture(new double[]{1}, mean, factor, Covariance.FULL, dims), 1)
        .of(new Points(row, 1, dims), 0, 1, logs);

    assertEquals(height - square / 2, logs[0][0], 1e-6 * (1 + Math.abs(logs[0][0])));
  }

  @ParameterizedTest
  @EnumSource(Covariance.class)
  void numberOfThreadsChangesNothing(Covariance covariance) {
    Points points = Crowds.noise(25_000, 3, 5, RandomGenerator::nextGaussian).points();

    Partition one = fit(points, 4, covariance, 1);
    Partition three = fit(points, 4, covariance, 3);

    assertArrayEquals(one.labels(), three.labels());
    assertEquals(one.details(), three.details());
  }

  @ParameterizedTest
  @EnumSource(Covariance.class)
  void modelAssignsTheRowsAsTheyAre(Covariance covariance) {
    MixedPoints irises = MixedPoints.of(Crowds.irises().points());

    Partition found = fit(irises.numbers(), 5, covariance, 1);

    int[] assigned = new int[irises.rows()];
    Arrays.setAll(assigned, row -> found.model().assign(irises, row));
    assertArrayEquals(found.labels(), assigned);
    assertEquals(found.k(), Arrays.stream(assigned).distinct().count());
    assertEquals(1, Arrays.stream(((Model.Mixture) found.model()).probabilities(irises, 9)).sum(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(Covariance.class)
  void flatAndRepeatedDataHasItsGroups(Covariance covariance) {
    // the first column constant, the others one and the same on an immense scale, few different rows
    double[] values = new double[3 * 90];
    for (int row = 0; row < 90; row++) {
      values[3 * row] = 7;
      values[3 * row + 1] = 1e9 * (row % 3 == 0 ? 1 : 5 * (row % 3) + row % 2);
      values[3 * row + 2] = values[3 * row + 1];
    }

    Partition found = fit(new Points(values, 90, 3), 3, covariance, 1);

    assertEquals(3, found.k());
    int[] expected = Arrays.stream(found.labels()).limit(3).toArray();
    for (int row = 0; row < 90; row++) {
      assertEquals(expected[row % 3], found.labels()[row]);
    }
  }

  @Test
  void asManyDimsAsAPictureHasAreNotTooMany() {
    double[][] centres = new double[2][300];
    Arrays.fill(centres[1], 3);
    Crowds.Crowd crowd = Crowds.groups(200, centres, new double[]{0.5, 0.5}, 3);

    for (Covariance covariance : Covariance.values()) {
      assertEquals(1, AdjustedRandIndex.of(crowd.truth(), fit(crowd.points(), 2, covariance, 2).labels()));
    }
  }

  @Test
  void dataThatCannotBeClusteredSaysWhatToChange() {
    assertEquals(Message.of("cluster.problem.one-cluster"), problem(1, 2, 3, 4));
    assertEquals(Message.of("cluster.problem.too-few", 1), problem(2, 5));
    assertEquals(Message.of("cluster.problem.duplicates"), problem(2, 4, 4, 4, 4));
    assertEquals(Message.of("cluster.problem.fewer-than-k", 2, 3), problem(3, 4, 4, 1, 4));
    assertEquals(Message.of("cluster.problem.mixture"), problem(2, 1e200, -1e200, 3, 5e199));
  }

  private static Message problem(int k, double... values) {
    Points points = new Points(values, values.length, 1);
    return assertThrows(Problem.class, () -> fit(points, k, Covariance.FULL, 1)).message();
  }

  @Test
  void stopsWhenCancelled() {
    Points points = Crowds.noise(10_000, 5, 1, RandomGenerator::nextDouble).points();
    AtomicInteger asked = new AtomicInteger();
    JobContext job = new JobContext() {
      @Override
      public void progress(long done, long total, Message what) {
        asked.compareAndSet(0, what.key().equals("cluster.progress.mixture") ? 1 : 0);
      }

      @Override
      public boolean cancelled() {
        return asked.get() > 0 && asked.incrementAndGet() > 100;
      }
    };
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class,
          () -> Mixture.fit(points, 8, new Algorithm.GaussianMixture(Covariance.FULL, 3), 1, workers, job));
    }
    assertTrue(asked.get() < 110, "asked " + asked);
  }
}
