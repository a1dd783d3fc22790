package app.parcelle.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.ClusterResult;
import app.parcelle.engine.cluster.Clusters;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.algorithm.Model;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Fitted;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.store.Stored;

class SavedClusteringJsonTest {
  private static final JobContext SILENT = JobContext.silent();
  private static final double NAN = Double.NaN;
  private static final Sheet SHEET = new Sheet(12, List.of(
      new Sheet.Numbers("basket", new double[]{1, 2, 1.5, 2.25, 40, 41, 42, 43.5, 90, 91, NAN, 93}),
      new Sheet.Categories("town", List.of("Paris", "Lyon"), new int[]{0, 0, 0, 0, 1, 1, 1, 1, 0, -1, 0, 0}),
      new Sheet.Numbers("same", new double[]{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7})));

  /** Every method, and where a parameter may be left out one with and one without. */
  static final List<Algorithm> ALGORITHMS = Stream.concat(
      AlgorithmText.NAMES.stream().map(name -> AlgorithmText.read(name, Map.of())),
      Stream.of(new Algorithm.KPrototypes(0.75, 3), new Algorithm.Spectral(4), new Algorithm.Dbscan(0.1, 2),
          new Algorithm.Hdbscan(2, 1),
          new Algorithm.GaussianMixture(Algorithm.Covariance.TIED, 2),
          new Algorithm.Hierarchical(Algorithm.Linkage.SINGLE)))
      .toList();

  private static final String FIRST = """
      {"version":1,"request":{"fields":[{"field":"t1:recency","missing":"LEAVE_OUT","log":true,"standardise":true}],\
      "k":null,"maxK":10,"seed":42},"k":3,"sizes":[5,4,2],"threads":2}""";

  private static Stored.SavedClusters saved(String document) {
    return new Stored.SavedClusters("k1", "Kinds", document, 12, List.of(), List.of(), List.of());
  }

  private static ClusterResult found(Algorithm algorithm) {
    Pipeline.Encoding encoding = algorithm.takesCategories()
        ? Pipeline.Encoding.KEPT
        : Pipeline.Encoding.ONE_HOT;
    Pipeline pipeline = new Pipeline(Stream.of("basket", "town", "same")
        .map(field -> new Pipeline.FieldSteps(field, Pipeline.Missing.INDICATOR, 0.05,
            Pipeline.Shape.YEO_JOHNSON, Pipeline.Scale.ROBUST, encoding, 1.5))
        .toList(), 0.1);
    ClusterRequest request = new ClusterRequest("s9", pipeline, algorithm,
        algorithm.asksForK() ? Integer.valueOf(2) : null, 0, Long.MAX_VALUE);
    return Clusters.find(SHEET, null, request, 2, SILENT);
  }

  @ParameterizedTest
  @FieldSource("ALGORITHMS")
  void whatIsWrittenIsReadAgain(Algorithm algorithm) {
    ClusterResult found = found(algorithm);

    Stored.SavedClusters saved = saved(SavedClusteringJson.write(found));

    ProjectView.SavedClustering read = SavedClusteringJson.read(saved);
    assertEquals(found.request(), read.request());
    assertEquals(found.k(), read.k());
    assertEquals(12, read.sizes().stream().mapToInt(Integer::intValue).sum()
        + Arrays.stream(found.assignment()).filter(cluster -> cluster == 0).count());
    long[] marks = ClusterSheet.marks(SHEET);
    SavedModel model = SavedModelBytes.read(SavedModelBytes.write(new SavedModel(found.prepared().fitted(),
        found.partition().model(), found.numberOf(), marks)), "Kinds", found.k());
    assertEquals(Arrays.toString(marks), Arrays.toString(model.marks()));
    assertEquals(found.prepared().fitted(), model.fitted());
    assertEquals(Arrays.toString(found.numberOf()), Arrays.toString(model.numberOf()));
    assertSameModel(found.partition().model(), model.model(), found.points());
  }

  private static void assertSameModel(Model written, Model read, MixedPoints points) {
    assertEquals(written.getClass(), read.getClass());
    try (Workers alone = Workers.inline()) {
      Model.Assigner one = written.assigner(alone, SILENT);
      Model.Assigner other = read.assigner(alone, SILENT);
      for (int row = 0; row < points.rows(); row++) {
        assertEquals(one.assign(points, row), other.assign(points, row));
      }
    }
    switch (written) {
      case Model.Mixture mixture -> assertEquals(Arrays.toString(mixture.probabilities(points, 3)),
          Arrays.toString(((Model.Mixture) read).probabilities(points, 3)));
      case Model.Density density ->
        assertEquals(Arrays.toString(density.reach()), Arrays.toString(((Model.Density) read).reach()));
      default -> {
      }
    }
  }

  @Test
  void everyKindIsAmongThoseWrittenHere() {
    List<ClusterResult> all = ALGORITHMS.stream().map(SavedClusteringJsonTest::found).toList();

    assertEquals(Set.of(Algorithm.class.getPermittedSubclasses()),
        ALGORITHMS.stream().map(Object::getClass).collect(Collectors.toSet()));
    assertEquals(Set.of(Model.class.getPermittedSubclasses()),
        all.stream().map(result -> result.partition().model().getClass()).collect(Collectors.toSet()));
    assertEquals(Set.of(Fitted.Column.class.getPermittedSubclasses()),
        all.getFirst()
            .prepared()
            .fitted()
            .columns()
            .stream()
            .map(Object::getClass)
            .collect(
                Collectors.toSet()));
    assertTrue(all.stream()
        .anyMatch(result -> result.noise() > 0
            && Arrays.stream(result.partition().labels()).anyMatch(label -> label == Partition.NOISE)));
  }

  @Test
  void groupsOfMembersHaveNoModel() {
    ClusterResult found = found(ALGORITHMS.getFirst());
    Stored.SavedClusters saved = saved(
        SavedClusteringJson.members(found.request(), new int[]{0, 1, 1, 0, 1}));

    assertEquals(List.of(3), SavedClusteringJson.read(saved).sizes());
    assertFalse(SavedClusteringJson.read(saved).hasModel());
    assertEquals("project.clustering-of-members", SavedClusteringJson.withoutModel(saved).message().key());
  }

  @Test
  void whatEarlierVersionsWroteOpensAndAssignsNobody() {
    ProjectView.SavedClustering read = SavedClusteringJson.read(saved(FIRST));

    Pipeline expected = new Pipeline(List.of(new Pipeline.FieldSteps("t1:recency", Pipeline.Missing.LEAVE_OUT,
        0, Pipeline.Shape.LOG, Pipeline.Scale.STANDARD, Pipeline.Encoding.ONE_HOT, 1)), 0);
    assertEquals(new ClusterRequest(null, expected, new Algorithm.KMeans(10), null, 10, 42), read.request());
    assertEquals(3, read.k());
    assertEquals(List.of(5, 4, 2), read.sizes());
    assertFalse(read.hasModel());
    assertEquals("project.clustering-without-model",
        SavedClusteringJson.withoutModel(saved(FIRST)).message().key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "7", "{}", "{\"version\":2}", "{\"version\":1}",
      "{\"version\":1,\"request\":{\"fields\":[{}]}}"})
  void noDocumentIsRefusedInWords(String document) {
    assertRefused("project.clustering-unreadable", saved(document));
  }

  @Test
  void aBrokenPartIsRefusedInWords() {
    String whole = SavedClusteringJson.write(found(ALGORITHMS.getFirst()));
    assertBroken(whole, s -> s.replace("\"version\":2", "\"version\":3"));
    assertBroken(whole, s -> s.replace("\"k-means\"", "\"k-dreams\""));
    assertBroken(whole, s -> s.replace("\"threads\"", "\"strings\""));
    assertBroken(whole, s -> s.replaceFirst("\"sizes\":\\[", "\"sizes\":[1,"));
    assertBroken(whole, s -> s.replaceFirst("\"algorithm\":\\{[^}]*}", "\"algorithm\":null"));
    assertBroken(whole, s -> s.replaceFirst("\"seed\":\\d+", "\"seed\":\"many\""));
    assertRefused("cluster.problem.pipeline", saved(whole.replace("YEO_JOHNSON", "BENT")));
  }

  @Test
  void aBrokenModelIsRefusedInWords() {
    ClusterResult found = found(ALGORITHMS.getFirst());
    SavedModel model = new SavedModel(found.prepared().fitted(), found.partition().model(), found.numberOf(),
        new long[12]);
    byte[] whole = SavedModelBytes.write(model);
    for (byte[] broken : List.of(new byte[0], new byte[]{1, 2, 3}, Arrays.copyOf(whole, whole.length - 9),
        SavedModelBytes
            .write(new SavedModel(model.fitted(), model.model(), new int[]{1, 3}, model.marks())))) {
      Problem problem = assertThrows(Problem.class, () -> SavedModelBytes.read(broken, "Kinds", found.k()));
      assertEquals("project.clustering-unreadable", problem.message().key());
    }
  }

  private static void assertBroken(String whole, UnaryOperator<String> damage) {
    String broken = damage.apply(whole);
    assertFalse(broken.equals(whole), whole);
    assertRefused("project.clustering-unreadable", saved(broken));
  }

  private static void assertRefused(String key, Stored.SavedClusters saved) {
    Problem problem = assertThrows(Problem.class, () -> SavedClusteringJson.read(saved));
    assertEquals(key, problem.message().key());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      String text = new Texts(locale).text(problem.message());
      assertTrue(text.length() > 30 && !text.contains("{0}"), text);
    }
  }
}
