package app.parcelle.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import smile.validation.metric.AdjustedRandIndex;

import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.explain.Portrait;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Pipeline.Shape;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.cluster.quality.Choice;
import app.parcelle.engine.cluster.quality.Evidence;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class ClustersTest {
  private static final double NAN = Double.NaN;
  private static final double[][] CENTRES = {{0, 0, 0}, {7, 0, 0}, {0, 7, 0}, {7, 7, 5}, {0, 0, 9}};

  private static ClusterResult find(Sheet sheet, ClusterRequest request) {
    return Clusters.find(sheet, null, request, 2, JobContext.silent());
  }

  private static ClusterResult find(Crowd crowd, long seed) {
    return find(crowd.sheet(), Crowds.request(crowd.columns(), seed));
  }

  private static Crowd planted(int rows, int groups, double[] shares, long seed) {
    return Crowds.groups(rows, Arrays.copyOf(CENTRES, groups), shares, seed);
  }

  @Test
  void plantedGroupsOfUnequalSizesAreRecommendedAndRecovered() {
    double[][] shares = {{0.6, 0.3, 0.1}, {0.5, 0.25, 0.15, 0.1}, {0.4, 0.25, 0.15, 0.12, 0.08}};
    for (double[] share : shares) {
      for (int seed = 0; seed < 2; seed++) {
        Crowd crowd = planted(600, share.length, share, seed);

        ClusterResult result = find(crowd, seed);

        assertEquals(OptionalInt.of(share.length), result.recommended(),
            () -> choice(result).candidates().toString());
        assertEquals(share.length, result.k());
        assertNotEquals("cluster.reason.none", choice(result).reason().key());
        assertTrue(AdjustedRandIndex.of(crowd.truth(), result.assignment()) > 0.9);
      }
    }
  }

  @Test
  void pureNoiseRecommendsNone() {
    Crowds.Shape counts = random -> Math.floor(random.nextExponential() * 3);
    List<Crowds.Shape> shapes = List.of(RandomGenerator::nextGaussian, RandomGenerator::nextDouble,
        RandomGenerator::nextExponential, counts, random -> random.nextInt(2));
    for (Crowds.Shape shape : shapes) {
      for (int columns : new int[]{1, 3}) {
        Crowd crowd = Crowds.noise(400, columns, columns, shape);
        if (columns == 1 && shape == shapes.getLast()) {
          continue;
        }

        ClusterResult result = find(crowd, 11);

        assertEquals(OptionalInt.empty(), result.recommended(), () -> choice(result).candidates().toString());
        assertEquals("cluster.reason.none", choice(result).reason().key());
        assertEquals(choice(result).candidates()
            .stream()
            .max(Comparator.comparingDouble(Choice.Candidate::silhouette))
            .map(Choice.Candidate::k), Optional.of(result.k()));
      }
    }
  }

  @Test
  void customersOnALineAreNoGroups() {
    Crowd noise = Crowds.noise(800, 3, 2, RandomGenerator::nextGaussian);
    double[] values = noise.values().clone();
    for (int i = 0; i < values.length; i += 3) {
      values[i + 1] = values[i] + 0.3 * values[i + 1];
      values[i + 2] = 0.3 * values[i + 2] - values[i];
    }

    assertEquals(OptionalInt.empty(), find(new Crowd(values, noise.truth(), 3), 3).recommended());
  }

  @Test
  void aFewOutliersAreNoGroup() {
    Crowd noise = Crowds.noise(800, 2, 7, RandomGenerator::nextGaussian);
    for (int i = 0; i < 12; i++) {
      noise.values()[i] = 30 + noise.values()[i];
    }

    assertEquals(OptionalInt.empty(), find(noise, 3).recommended());
  }

  @Test
  void aHandfulOfCustomersTellsNothing() {
    ClusterResult result = find(planted(25, 3, new double[]{0.4, 0.3, 0.3}, 1), 1);

    assertEquals(OptionalInt.empty(), result.recommended());
    assertEquals(Message.of("cluster.reason.few", 25, Evidence.FEWEST), choice(result).reason());
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Crowd crowd = planted(25_000, 4, new double[]{0.5, 0.25, 0.15, 0.1}, 3);
    ClusterRequest request = Crowds.request(null, 5, 9, Crowds.request(3, 9).preparation().fields());

    ClusterResult one = Clusters.find(crowd.sheet(), null, request, 1, JobContext.silent());
    ClusterResult three = Clusters.find(crowd.sheet(), null, request, 3, JobContext.silent());

    assertEquals(one.choice(), three.choice());
    assertEquals(one.portraits(), three.portraits());
    assertArrayEquals(one.axes().vectors(), three.axes().vectors());
    assertArrayEquals(one.assignment(), three.assignment());
  }

  @Test
  void askedNumberIsGivenAndTheChoiceStillShown() {
    Crowd crowd = planted(400, 4, new double[]{0.4, 0.2, 0.2, 0.2}, 5);

    ClusterResult result = find(crowd.sheet(), Crowds.request(3, 3, 1));

    assertEquals(3, result.k());
    assertEquals(3, result.portraits().size());
    assertEquals(OptionalInt.of(4), result.recommended());
    assertEquals(List.of(2, 3, 4, 5, 6), compared(result));
    assertEquals(List.of(2, 3, 4, 5, 6), result.byK().stream().map(Partition::k).toList());
    assertEquals(400, result.separation().rows());
  }

  @Test
  void silhouettesOfRowsStandByClusterAndFall() {
    Crowd crowd = planted(600, 3, new double[]{0.5, 0.3, 0.2}, 2);

    ClusterResult result = find(crowd, 2);

    assertEquals(result.portraits().stream().map(Portrait::size).toList(),
        result.separation().ofRows().stream().map(own -> own.length).toList());
    double sum = 0;
    for (float[] own : result.separation().ofRows()) {
      for (int i = 0; i < own.length; i++) {
        assertTrue(i == 0 || own[i] <= own[i - 1]);
        sum += own[i];
      }
    }
    assertEquals(result.separation().silhouette(), sum / 600, 1e-6);
    for (int cluster = 1; cluster <= 3; cluster++) {
      int own = cluster;
      int[] points = result.separation().points().get(cluster - 1);
      assertTrue(Arrays.stream(points).allMatch(point -> result.clusterOfPoint(point) == own));
      assertEquals(result.portraits().get(cluster - 1).size(), Arrays.stream(points).distinct().count());
    }
  }

  @Test
  void noMoreSilhouettesAreKeptThanTheSampleHas() {
    Crowd crowd = planted(Choice.SILHOUETTE_ROWS + 2_000, 2, new double[]{0.7, 0.3}, 1);

    ClusterResult result = find(crowd.sheet(), Crowds.request(crowd.columns(), 2, 1));

    assertEquals(Choice.SILHOUETTE_ROWS,
        result.separation().ofRows().stream().mapToInt(own -> own.length).sum());
    double share = (double) result.separation().ofRows().getFirst().length / Choice.SILHOUETTE_ROWS;
    assertEquals(0.7, share, 0.03);
  }

  @Test
  void clustersCountFromOneTheLargestFirst() {
    Crowd crowd = planted(500, 3, new double[]{0.1, 0.6, 0.3}, 8);

    ClusterResult result = find(crowd.sheet(), Crowds.request(3, 3, 1));

    List<Integer> sizes = result.portraits().stream().map(Portrait::size).toList();
    assertTrue(sizes.get(0) >= sizes.get(1) && sizes.get(1) >= sizes.get(2), sizes::toString);
    for (int cluster = 1; cluster <= 3; cluster++) {
      int number = cluster;
      assertEquals(cluster, result.portraits().get(cluster - 1).cluster());
      assertEquals((long) sizes.get(cluster - 1),
          Arrays.stream(result.assignment()).filter(a -> a == number).count());
    }
  }

  @Test
  void profilesAreInTheUnitOfTheField() {
    Sheet sheet = Crowds.sheet(List.of("basket"), 6, 10, 12, 20, 1000, 1100, 1500);

    ClusterResult result = find(sheet,
        request(2, Crowds.steps("b", Missing.LEAVE_OUT, Shape.LOG, Scale.STANDARD)));

    Portrait.Measure small = result.portraits().get(result.assignment()[0] - 1).measures().getFirst();
    assertEquals(14, small.own().mean(), 1e-12);
    assertEquals(12, small.own().median(), 1e-12);
    assertEquals(607, small.overall().mean(), 1e-12);
    assertEquals(510, small.overall().median(), 1e-12);
    assertTrue(small.difference().high() < 0);
  }

  @Test
  void rowsWithoutValueAreLeftOutOrGivenTheMedian() {
    Sheet sheet = Crowds.sheet(List.of("a", "b"), 5, 1, 1, 2, NAN, 1, 2, 9, 8, 9, 9);
    FieldSteps a = Crowds.steps("a", Missing.LEAVE_OUT, Shape.AS_IS, Scale.STANDARD);

    ClusterResult out = find(sheet,
        request(2, a, Crowds.steps("b", Missing.LEAVE_OUT, Shape.AS_IS, Scale.STANDARD)));
    ClusterResult median = find(sheet,
        request(2, a, Crowds.steps("b", Missing.MEDIAN, Shape.AS_IS, Scale.STANDARD)));

    assertEquals(0, out.assignment()[1]);
    assertEquals(1, out.prepared().missing());
    assertEquals(4, out.separation().rows());
    assertTrue(Arrays.stream(median.assignment()).allMatch(cluster -> cluster > 0));
    assertEquals(5, median.prepared().rowOf().length);
  }

  @Test
  void logTreatsLossesAsItTreatsGains() {
    Sheet sheet = Crowds.sheet(List.of("margin"), 4, -100, -99, 99, 100);

    ClusterResult result = find(sheet,
        request(2, Crowds.steps("m", Missing.LEAVE_OUT, Shape.LOG, Scale.NONE)));

    double[] values = result.points().numbers().values();
    assertEquals(-values[0], values[3], 1e-12);
    assertEquals(Math.log(101), values[3], 1e-12);
  }

  @Test
  void constantFieldBesideAnotherDoesNoHarm() {
    Sheet sheet = Crowds.sheet(List.of("same", "other"), 4, 5, 1, 5, 2, 5, 9, 5, 10);

    ClusterResult result = find(sheet, Crowds.request(2, 2, 1));

    assertEquals(result.assignment()[0], result.assignment()[1]);
    assertEquals(0, result.portraits().getFirst().measures().getFirst().difference().value());
    assertFalse(result.prepared().warnings().isEmpty());
  }

  @Test
  void fewDifferentCustomersLimitTheNumbersTried() {
    double[] values = new double[60];
    for (int i = 0; i < 60; i++) {
      values[i] = i % 3;
    }
    ClusterResult result = find(Crowds.sheet(List.of("a"), 60, values), Crowds.request(1, 4));

    assertEquals(List.of(2, 3), compared(result));
    assertEquals(0, choice(result).candidates().getLast().inertia(), 1e-12);
  }

  @Test
  void badInputIsRefusedWithWhatToChange() {
    refused("no-field", new double[0], 3, new String[0]);
    refused("all-missing", new double[]{NAN, NAN, NAN}, 3, "a");
    refused("too-few", new double[0], 0, "a");
    refused("too-few", new double[]{1}, 1, "a");
    refused("too-few-complete", new double[]{1, NAN, NAN, 2}, 2, "a", "b");
    refused("constant", new double[]{4, 4, 4}, 3, "a");
    refused("duplicates", new double[]{4, 5, 4, 5, 4, 5}, 3, "a", "b");
    refused("infinite", new double[]{1, Double.POSITIVE_INFINITY, 2}, 3, "a");
    refused("infinite", new double[]{1, 2, -1e200}, 3, "a");
    refused("fewer-than-k", new double[]{1, 2, 1, 2, 1, 2}, 6, "a");
  }

  private static void refused(String key, double[] values, int rows, String... names) {
    Sheet sheet = Crowds.sheet(List.of(names), rows, values);
    Problem problem = assertThrows(Problem.class, () -> find(sheet, Crowds.request(names.length, 3, 1)));
    assertEquals("cluster.problem." + key, problem.message().key());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String text = new Texts(locale).text(problem.message());
      assertTrue(text.length() > 30 && !text.contains("{"), text);
    }
  }

  @Test
  void oneClusterIsNoClustering() {
    Sheet sheet = Crowds.sheet(List.of("a"), 2, 1, 2);
    Problem problem = assertThrows(Problem.class, () -> find(sheet, Crowds.request(1, 1, 1)));
    assertEquals("cluster.problem.one-cluster", problem.message().key());
  }

  @Test
  void anotherOfTheNumbersComparedIsShownWithoutLookingAgain() {
    Crowd crowd = planted(400, 4, new double[]{0.4, 0.2, 0.2, 0.2}, 5);
    ClusterResult four = find(crowd, 1);

    ClusterResult three = Clusters.withK(four, 3, null, JobContext.silent());

    ClusterResult asked = find(crowd.sheet(),
        Crowds.request(3, 8, 1, Crowds.request(3, 1).preparation().fields()));
    assertArrayEquals(asked.assignment(), three.assignment());
    assertEquals(asked.portraits(), three.portraits());
    assertEquals(four.choice(), three.choice());
  }

  @Test
  void everyMethodFindsPlantedGroups() {
    Crowd crowd = planted(400, 3, new double[]{0.4, 0.35, 0.25}, 4);
    // round groups of one spread, which the third column would no more be once standardised
    List<FieldSteps> asTheyAre = IntStream.range(0, 3)
        .mapToObj(c -> Crowds.steps("f" + c, Missing.LEAVE_OUT, Shape.AS_IS, Scale.NONE))
        .toList();
    for (String name : AlgorithmText.NAMES) {
      Algorithm algorithm = AlgorithmText.read(name, Map.of());
      ClusterRequest request = new ClusterRequest(null, new Pipeline(asTheyAre, 0), algorithm,
          algorithm.asksForK() ? Integer.valueOf(3) : null, 0, 7);

      ClusterResult result = find(crowd.sheet(), request);

      double agreement = AdjustedRandIndex.of(crowd.truth(), result.assignment());
      assertTrue(agreement > 0.85, () -> name + " " + agreement);
      assertEquals(result.k(), result.portraits().size());
      assertEquals(400, result.portraits().stream().mapToInt(Portrait::size).sum() + result.noise());
    }
  }

  private static Choice choice(ClusterResult result) {
    return Objects.requireNonNull(result.choice());
  }

  private static List<Integer> compared(ClusterResult result) {
    return choice(result).candidates().stream().map(Choice.Candidate::k).toList();
  }

  private static ClusterRequest request(int k, FieldSteps... fields) {
    return Crowds.request(k, 3, 1, List.of(fields));
  }
}
