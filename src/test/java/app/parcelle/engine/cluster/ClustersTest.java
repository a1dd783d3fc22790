package app.parcelle.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import smile.validation.metric.AdjustedRandIndex;

import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.cluster.ClusterRequest.Preparation;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.quality.Evidence;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

class ClustersTest {
  private static final double NAN = Double.NaN;
  private static final double[][] CENTRES = {{0, 0, 0}, {7, 0, 0}, {0, 7, 0}, {7, 7, 5}, {0, 0, 9}};

  private static ClusterResult find(FeatureMatrix matrix, ClusterRequest request) {
    return Clusters.find(matrix, request, 2, JobContext.silent());
  }

  private static ClusterResult find(Crowd crowd, long seed) {
    return find(crowd.matrix(), Crowds.request(crowd.columns(), seed));
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
            () -> result.silhouette().toString());
        assertEquals(share.length, result.k());
        assertEquals("cluster.reason.clear", result.reason().key());
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

        assertEquals(OptionalInt.empty(), result.recommended(), () -> result.silhouette().toString());
        assertEquals("cluster.reason.none", result.reason().key());
        assertEquals(result.silhouette().values().stream().max(Double::compare).orElseThrow(),
            result.silhouette().get(result.k()));
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
    assertEquals(Message.of("cluster.reason.few", 25, Evidence.FEWEST), result.reason());
  }

  @Test
  void numberOfThreadsChangesNothing() {
    Crowd crowd = planted(25_000, 4, new double[]{0.5, 0.25, 0.15, 0.1}, 3);
    ClusterRequest request = new ClusterRequest(Crowds.request(3, 9).fields(), null, 5, 9);

    ClusterResult one = Clusters.find(crowd.matrix(), request, 1, JobContext.silent());
    ClusterResult three = Clusters.find(crowd.matrix(), request, 3, JobContext.silent());

    assertEquals(one.silhouette(), three.silhouette());
    assertEquals(one.inertia(), three.inertia());
    assertEquals(one.reason(), three.reason());
    assertEquals(one.profiles(), three.profiles());
    assertEquals(one.axes(), three.axes());
    assertArrayEquals(one.assignment(), three.assignment());
    assertArrayEquals(one.map(), three.map());
  }

  @Test
  void askedNumberIsGivenAndTheChoiceStillShown() {
    Crowd crowd = planted(400, 4, new double[]{0.4, 0.2, 0.2, 0.2}, 5);

    ClusterResult result = find(crowd.matrix(), Crowds.request(3, 3, 1));

    assertEquals(3, result.k());
    assertEquals(3, result.profiles().size());
    assertEquals(OptionalInt.of(4), result.recommended());
    assertEquals(Set.of(2, 3, 4, 5, 6), result.silhouette().keySet());
    assertEquals(result.silhouette().keySet(), result.inertia().keySet());
    assertEquals(400, result.silhouetteSample());
  }

  @Test
  void silhouettesOfRowsStandByClusterAndFall() {
    Crowd crowd = planted(600, 3, new double[]{0.5, 0.3, 0.2}, 2);

    ClusterResult result = find(crowd, 2);

    assertEquals(result.profiles().stream().map(ClusterResult.Profile::size).toList(),
        result.rowSilhouettes().stream().map(own -> own.length).toList());
    double sum = 0;
    for (float[] own : result.rowSilhouettes()) {
      for (int i = 0; i < own.length; i++) {
        assertTrue(i == 0 || own[i] <= own[i - 1]);
        sum += own[i];
      }
    }
    assertEquals(result.silhouette().get(result.k()), sum / 600, 1e-6);
  }

  @Test
  void noMoreSilhouettesAreKeptThanTheSampleHas() {
    Crowd crowd = planted(Clusters.SILHOUETTE_ROWS + 2_000, 2, new double[]{0.7, 0.3}, 1);

    ClusterResult result = find(crowd.matrix(), Crowds.request(crowd.columns(), 2, 1));

    assertEquals(Clusters.SILHOUETTE_ROWS,
        result.rowSilhouettes().stream().mapToInt(own -> own.length).sum());
    double share = (double) result.rowSilhouettes().getFirst().length / Clusters.SILHOUETTE_ROWS;
    assertEquals(0.7, share, 0.03);
  }

  @Test
  void clustersCountFromOneTheLargestFirst() {
    Crowd crowd = planted(500, 3, new double[]{0.1, 0.6, 0.3}, 8);

    ClusterResult result = find(crowd.matrix(), Crowds.request(3, 3, 1));

    List<Integer> sizes = result.profiles().stream().map(ClusterResult.Profile::size).toList();
    assertTrue(sizes.get(0) >= sizes.get(1) && sizes.get(1) >= sizes.get(2), sizes::toString);
    for (int cluster = 1; cluster <= 3; cluster++) {
      int number = cluster;
      assertEquals(cluster, result.profiles().get(cluster - 1).cluster());
      assertEquals((long) sizes.get(cluster - 1),
          Arrays.stream(result.assignment()).filter(a -> a == number).count());
    }
  }

  @Test
  void profilesAreInTheUnitOfTheField() {
    FeatureMatrix matrix = new FeatureMatrix(List.of("basket"), 6,
        new double[]{10, 12, 20, 1000, 1100, 1500});

    ClusterResult result = find(matrix, request(2, new Preparation("b", Missing.LEAVE_OUT, true, true)));

    ClusterResult.Feature small = result.profiles().get(result.assignment()[0] - 1).features().getFirst();
    assertEquals(14, small.mean(), 1e-12);
    assertEquals(12, small.median(), 1e-12);
    assertEquals(607, small.overallMean(), 1e-12);
    assertEquals(510, small.overallMedian(), 1e-12);
    assertEquals(-0.99, small.difference(), 0.01);
  }

  @Test
  void rowsWithoutValueAreLeftOutOrGivenTheMedian() {
    FeatureMatrix matrix = new FeatureMatrix(List.of("a", "b"), 5,
        new double[]{1, 1, 2, NAN, 1, 2, 9, 8, 9, 9});
    Preparation a = new Preparation("a", Missing.LEAVE_OUT, false, true);

    ClusterResult out = find(matrix, request(2, a, new Preparation("b", Missing.LEAVE_OUT, false, true)));
    ClusterResult median = find(matrix, request(2, a, new Preparation("b", Missing.MEDIAN, false, true)));

    assertEquals(0, out.assignment()[1]);
    assertTrue(Float.isNaN(out.map()[2]) && Float.isNaN(out.map()[3]));
    assertEquals(4, out.silhouetteSample());
    assertTrue(Arrays.stream(median.assignment()).allMatch(cluster -> cluster > 0));
    assertEquals(5, median.profiles().getFirst().features().get(1).overallMean(), 1e-12);
  }

  @Test
  void logTreatsLossesAsItTreatsGains() {
    FeatureMatrix matrix = new FeatureMatrix(List.of("margin"), 4, new double[]{-100, -99, 99, 100});

    ClusterResult result = find(matrix, request(2, new Preparation("m", Missing.LEAVE_OUT, true, false)));

    assertEquals(-result.map()[0], result.map()[6], 1e-6);
    assertEquals(Math.log(101), Math.abs(result.map()[0]), 1e-5);
  }

  @Test
  void constantFieldBesideAnotherDoesNoHarm() {
    FeatureMatrix matrix = new FeatureMatrix(List.of("same", "other"), 4,
        new double[]{5, 1, 5, 2, 5, 9, 5, 10});

    ClusterResult result = find(matrix, Crowds.request(2, 2, 1));

    assertEquals(result.assignment()[0], result.assignment()[1]);
    assertEquals(0, result.profiles().getFirst().features().getFirst().difference());
    assertEquals(List.of(0.0, 1.0), result.axes().getFirst().loadings());
  }

  @Test
  void fewDifferentCustomersLimitTheNumbersTried() {
    double[] values = new double[60];
    for (int i = 0; i < 60; i++) {
      values[i] = i % 3;
    }
    ClusterResult result = find(new FeatureMatrix(List.of("a"), 60, values), Crowds.request(1, 4));

    assertEquals(Set.of(2, 3), result.silhouette().keySet());
    assertEquals(0, result.inertia().getOrDefault(3, 1.0), 1e-12);
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
    FeatureMatrix matrix = new FeatureMatrix(List.of(names), rows, values);
    Problem problem = assertThrows(Problem.class, () -> find(matrix, Crowds.request(names.length, 3, 1)));
    assertEquals("cluster.problem." + key, problem.message().key());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String text = new Texts(locale).text(problem.message());
      assertTrue(text.length() > 30 && !text.contains("{"), text);
    }
  }

  @Test
  void oneClusterIsNoClustering() {
    FeatureMatrix matrix = new FeatureMatrix(List.of("a"), 2, new double[]{1, 2});
    Problem problem = assertThrows(Problem.class, () -> find(matrix, Crowds.request(1, 1, 1)));
    assertEquals("cluster.problem.one-cluster", problem.message().key());
  }

  private static ClusterRequest request(int k, Preparation... fields) {
    return new ClusterRequest(List.of(fields), k, 3, 1);
  }
}
