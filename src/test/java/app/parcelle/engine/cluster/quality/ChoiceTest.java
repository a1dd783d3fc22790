package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.CentreClusters;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.algorithm.Starts;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.quality.Choice.Candidate;
import app.parcelle.engine.job.CancelledLater;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

class ChoiceTest {
  private static final double[][] CENTRES = {{0, 0, 0}, {7, 0, 0}, {0, 7, 0}, {7, 7, 5}, {0, 0, 9}};

  private static Choice choice(Points points, int maxK, int threads) {
    JobContext job = JobContext.silent();
    try (Workers workers = new Workers(threads)) {
      List<Partition> byK = CentreClusters.range(points, maxK, new Algorithm.KMeans(Starts.COUNT), 1, workers,
          job);
      return Choice.of(points, byK, Choice.Refit.kMeans(3, job), 1, workers, job);
    }
  }

  private static Crowd planted(int rows, double... shares) {
    return Crowds.groups(rows, Arrays.copyOf(CENTRES, shares.length), shares, 3);
  }

  @Test
  void plantedGroupsAreRecommendedForSeveralReasons() {
    Choice choice = choice(planted(600, 0.5, 0.25, 0.15, 0.1).points(), 7, 2);

    assertEquals(OptionalInt.of(4), choice.recommended());
    assertEquals(List.of(2, 3, 4, 5, 6, 7), choice.candidates().stream().map(Candidate::k).toList());
    Candidate four = choice.candidates().get(2);
    assertEquals(best(choice, Candidate::silhouette), four);
    assertEquals(best(choice, Candidate::simplifiedSilhouette), four);
    assertEquals(best(choice, Candidate::calinskiHarabasz), four);
    assertEquals(best(choice, c -> -c.daviesBouldin()), four);
    assertEquals(OptionalInt.of(4), choice.elbow());
    assertEquals(OptionalInt.of(4), choice.byGap());
    assertTrue(four.leastStability() > 0.95 && four.stability() >= four.leastStability());
    assertTrue(four.gap() > choice.candidates().getFirst().gap() && four.gapError() > 0);
    assertTrue(four.silhouette() > four.without() + 0.1);
    assertEquals(0.1, four.smallestShare(), 0.02);
    assertTrue(choice.hopkins() > Hopkins.CROWDED);
    assertEquals("cluster.reason.and", choice.reason().key());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String text = new Texts(locale).text(choice.reason());
      assertTrue(text.startsWith("4 ") && !text.contains("{"), text);
    }
  }

  private interface Measure {
    double of(Candidate candidate);
  }

  private static Candidate best(Choice choice, Measure measure) {
    return choice.candidates()
        .stream()
        .max((a, b) -> Double.compare(measure.of(a), measure.of(b)))
        .orElseThrow();
  }

  @Test
  void irisesAreTwoClustersAndThreeFinerOnesAreMentioned() {
    Choice choice = choice(Irises.points(), 6, 2);

    assertEquals(OptionalInt.of(2), choice.recommended());
    Candidate two = choice.candidates().getFirst();
    assertEquals(0.681046169211746, two.silhouette(), 1e-12);
    assertEquals(152.348, two.inertia(), 5e-4);
    assertEquals(150, choice.silhouetteRows());
    assertEquals("cluster.reason.finer", ((Message) choice.reason().args().get(1)).key());
  }

  @Test
  void noiseHasNoRecommendation() {
    List<Crowds.Shape> shapes = List.of(RandomGenerator::nextGaussian, RandomGenerator::nextDouble,
        RandomGenerator::nextExponential, random -> Math.floor(random.nextExponential() * 3));
    for (Crowds.Shape shape : shapes) {
      Choice choice = choice(Crowds.noise(400, 3, 3, shape).points(), 6, 2);

      assertEquals(OptionalInt.empty(), choice.recommended());
      assertEquals("cluster.reason.none", choice.reason().key());
    }
  }

  /** One long crowd: its halves and thirds come back whoever is drawn, its sixths do not. */
  @Test
  void whereThereAreNoClustersTheFinestSlicesThatComeBackAreNamed() {
    Choice choice = choice(Crowds.noise(1_000, 2, 3, RandomGenerator::nextDouble).points(), 6, 2);

    int finest = choice.candidates()
        .stream()
        .filter(candidate -> candidate.leastStability() >= 0.85)
        .mapToInt(Candidate::k)
        .max()
        .orElse(0);
    assertTrue(finest > 0);
    assertEquals(finest, choice.reason().args().get(3));
    String text = new Texts(Locale.ENGLISH).text(choice.reason());
    assertTrue(text.endsWith("has " + finest + "."), text);
  }

  @Test
  void aWeakButStableDivisionOfManyColumnsIsBelieved() {
    double[][] two = {new double[30], IntStream.range(0, 30).mapToDouble(_ -> 0.9).toArray()};

    assertEquals(OptionalInt.of(2),
        choice(Crowds.groups(800, two, new double[]{0.5, 0.5}, 2).points(), 5, 2).recommended());
  }

  @Test
  void groupsInVeryManyColumnsAreFoundAndNoiseInThemIsNot() {
    double[][] three = new double[3][130];
    for (int group = 0; group < 3; group++) {
      Arrays.fill(three[group], group * 43, group * 43 + 43, 1.5);
    }

    assertEquals(OptionalInt.of(3),
        choice(Crowds.groups(400, three, new double[]{0.4, 0.3, 0.3}, 2).points(), 5, 2).recommended());
    assertEquals(OptionalInt.empty(),
        choice(Crowds.noise(300, 130, 5, RandomGenerator::nextGaussian).points(), 4, 2).recommended());
  }

  @Test
  void largeDataIsSampledAndSaysSo() {
    Choice choice = choice(planted(8_000, 0.6, 0.4).points(), 3, 2);

    assertEquals(Choice.SILHOUETTE_ROWS, choice.silhouetteRows());
    assertEquals(Evidence.ROWS, choice.gapRows());
    assertEquals(Evidence.ROWS, choice.stabilityRows());
    assertEquals(OptionalInt.of(2), choice.recommended());
  }

  @Test
  void silhouetteOfManyColumnsIsComputedOnFewerRows() {
    assertEquals(5_000, Choice.silhouetteRows(1));
    assertEquals(5_000, Choice.silhouetteRows(100));
    assertEquals(2_500, Choice.silhouetteRows(400));
    assertEquals(1_000, Choice.silhouetteRows(100_000));
  }

  @Test
  void aHandfulOfCustomersTellsNothingButIsMeasured() {
    Choice choice = choice(planted(20, 0.5, 0.5).points(), 4, 1);

    assertEquals(OptionalInt.empty(), choice.recommended());
    assertEquals(Message.of("cluster.reason.few", 20, Evidence.FEWEST), choice.reason());
    assertTrue(choice.candidates().getFirst().silhouette() > 0.5);
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Points points = planted(2_000, 0.5, 0.3, 0.2).points();

    assertEquals(choice(points, 4, 1), choice(points, 4, 3));
  }

  @Test
  void rowsOfFewDifferentValuesAreMeasuredAsFarAsTheyGo() {
    double[] values = new double[300];
    Arrays.setAll(values, i -> i % 3 * (i % 3));

    Choice choice = choice(new Points(values, 300, 1), 6, 1);

    assertEquals(2, choice.candidates().size());
    assertEquals(0, choice.candidates().getLast().inertia());
    assertEquals(1, choice.candidates().getLast().silhouette());
  }

  @Test
  void noiseOfAnAlgorithmIsLeftOut() {
    Crowd crowd = planted(300, 0.5, 0.5);
    int[] labels = crowd.truth().clone();
    Arrays.fill(labels, 0, 30, Partition.NOISE);
    Partition found = new Partition(2, labels, new Model.Centres(new double[3], 3), List.of());

    Choice choice;
    try (Workers workers = Workers.inline()) {
      choice = Choice.of(crowd.points(), List.of(found), Choice.Refit.kMeans(1, JobContext.silent()), 1,
          workers, JobContext.silent());
    }

    assertEquals(OptionalInt.of(2), choice.recommended());
    assertEquals(0.5, choice.candidates().getFirst().smallestShare(), 0.1);
  }

  @Test
  void cancelledWorkStops() {
    CancelledLater impatient = new CancelledLater(100);
    Crowd crowd = planted(900, 0.5, 0.5);
    Partition found = new Partition(2, crowd.truth(), new Model.Centres(new double[3], 3), List.of());
    try (Workers workers = new Workers(2)) {
      assertThrows(JobContext.Cancelled.class, () -> Choice.of(crowd.points(), List.of(found),
          Choice.Refit.kMeans(3, impatient), 1, workers, impatient));
    }
  }
}
