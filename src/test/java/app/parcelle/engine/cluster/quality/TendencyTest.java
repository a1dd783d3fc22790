package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/** The Hopkins statistic, the gap statistic and the elbow. */
class TendencyTest {
  private static double hopkins(Points points, long seed) {
    try (Workers workers = new Workers(2)) {
      return Hopkins.of(points, seed, workers, JobContext.silent());
    }
  }

  @Test
  void rowsThrownEvenlyAreAboutAHalf() {
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      sum += hopkins(Crowds.noise(1_000, 2, seed, RandomGenerator::nextDouble).points(), seed);
    }
    assertEquals(0.5, sum / 20, 0.03);
  }

  @Test
  void rowsThatCrowdAreNearOneAndALatticeNearNull() {
    double[][] centres = {{0, 0}, {50, 0}, {0, 50}};
    Points groups = Crowds.groups(600, centres, new double[]{0.4, 0.3, 0.3}, 1).points();
    double[] lattice = new double[2 * 900];
    for (int i = 0; i < 900; i++) {
      lattice[2 * i] = i % 30;
      lattice[2 * i + 1] = Math.floorDiv(i, 30);
    }

    double crowded = hopkins(groups, 1);
    double spaced = hopkins(new Points(lattice, 900, 2), 1);

    assertTrue(crowded > 0.99, "crowded " + crowded);
    assertTrue(spaced < 0.2, "spaced " + spaced);
    assertEquals("cluster.tendency.crowded", Hopkins.words(crowded).key());
    assertEquals("cluster.tendency.spaced", Hopkins.words(spaced).key());
    assertEquals("cluster.tendency.even", Hopkins.words(0.5).key());
  }

  @Test
  void distancesToThePowerOfHundredsOfColumnsStayNumbers() {
    double hopkins = hopkins(Crowds.noise(100, 700, 1, random -> 1e3 * random.nextDouble()).points(), 1);

    assertTrue(hopkins >= 0 && hopkins <= 1, "hopkins " + hopkins);
  }

  @Test
  void duplicatesCrowdAndOneRowSaysNothing() {
    assertEquals(Double.NaN, hopkins(new Points(new double[]{3}, 1, 1), 1));
    assertEquals(Double.NaN, hopkins(new Points(new double[20], 20, 1), 1));
    assertEquals("cluster.tendency.unknown", Hopkins.words(Double.NaN).key());
    double[] twins = new double[100];
    twins[99] = 1;
    assertTrue(hopkins(new Points(twins, 100, 1), 1) > 0.9);
  }

  @Test
  void gapIsTheMeanOfTheReferencesLessTheOwn() {
    Gap gap = Gap.of(new double[]{5, 3, 2.9}, new double[][]{{5, 4, 3}, {5, 4.2, 3.2}});

    assertArrayEquals(new double[]{0, 1.1, 0.2}, gap.values(), 1e-12);
    assertArrayEquals(new double[]{0, 0.1 * Math.sqrt(1.5), 0.1 * Math.sqrt(1.5)}, gap.errors(), 1e-12);
    assertEquals(OptionalInt.of(2), gap.smallest());
  }

  @Test
  void gapThatAlwaysGrowsRecommendsNothing() {
    double[][] still = {{0, 0, 0}, {0, 0, 0}};

    assertEquals(OptionalInt.empty(), Gap.of(new double[]{-1, -2, -3}, still).smallest());
    assertEquals(OptionalInt.of(1), Gap.of(new double[]{0, 1, 2}, still).smallest());
  }

  @Test
  void elbowIsWhereTheInertiaStopsFalling() {
    double[] bends = Elbow.bends(new double[]{1000, 500, 100, 90, 81, 0});

    assertArrayEquals(new double[]{Double.NaN, 1.25, 40, 10 / 9.0, 9 / 81.0, Double.NaN}, bends, 1e-12);
  }

  @Test
  void elbowIsNotTheFirstStepBecauseThatIsTheGreatest() {
    // the sample shop by recency, frequency and monetary: five kinds
    double[] bends = Elbow.bends(new double[]{11517, 5855, 3994, 2221, 1420, 1183, 1032, 902, 810, 742});

    assertEquals(3.4, bends[4], 0.1);
    assertEquals(bends[4], Arrays.stream(bends).filter(bend -> !Double.isNaN(bend)).max().orElseThrow());
  }

  @Test
  void inertiaThatHardlyFallsOrRisesBendsNowhereByChance() {
    double[] bends = Elbow.bends(new double[]{1000, 200, 199, 199, 205, 100});

    assertArrayEquals(new double[]{Double.NaN, 160, 0.2, 0, 0, Double.NaN}, bends, 1e-12);
    assertArrayEquals(new double[]{Double.NaN, Double.NaN, Double.NaN}, Elbow.bends(new double[3]), 0);
  }
}
