package app.parcelle.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.algorithm.Partition;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.cluster.prepare.Pipeline.Encoding;
import app.parcelle.engine.cluster.prepare.Pipeline.FieldSteps;
import app.parcelle.engine.cluster.prepare.Pipeline.Scale;
import app.parcelle.engine.cluster.prepare.Sheet;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.message.Texts;

/** Every method on data and parameters that make no clusters: one message that says what to change, or an honest answer. */
class BadInputTest {
  private static final List<Algorithm> METHODS = AlgorithmText.NAMES.stream()
      .map(name -> AlgorithmText.read(name, Map.of()))
      .toList();

  private static Sheet.Numbers numbers(String name, int rows, IntToDoubleFunction value) {
    double[] values = new double[rows];
    Arrays.setAll(values, value);
    return new Sheet.Numbers(name, values);
  }

  private static Sheet.Categories texts(String name, int rows, int different) {
    return new Sheet.Categories(name, IntStream.range(0, different).mapToObj(i -> "text " + i).toList(),
        IntStream.range(0, rows).map(i -> i % different).toArray());
  }

  private static Sheet sheet(int rows, Sheet.Source... columns) {
    return new Sheet(rows, List.of(columns));
  }

  /** What nobody can cluster, with the key of what is said of it. */
  private static Map<String, Sheet> hopeless() {
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    sheets.put("cluster.problem.constant", sheet(40, numbers("same", 40, _ -> 7)));
    sheets.put("cluster.problem.all-missing",
        sheet(40, numbers("age", 40, i -> i), numbers("empty", 40, _ -> Double.NaN)));
    sheets.put("cluster.problem.duplicates",
        sheet(40, numbers("same", 40, _ -> 7), numbers("equal", 40, _ -> 3)));
    sheets.put("cluster.problem.too-few", sheet(1, numbers("age", 1, _ -> 3)));
    sheets.put("cluster.problem.too-few-complete",
        sheet(3, numbers("age", 3, i -> i == 0 ? 1 : Double.NaN), numbers("sum", 3, i -> i)));
    sheets.put("cluster.problem.infinite", sheet(40, numbers("sum", 40, i -> i == 3 ? 1e300 : i)));
    sheets.put("cluster.problem.levels", sheet(40_000, texts("town", 40_000, 10_000)));
    sheets.put("cluster.problem.free-text", sheet(40, texts("remark", 40, 40)));
    sheets.put("cluster.problem.no-field", sheet(40));
    return sheets;
  }

  static Stream<Arguments> hopelessForAll() {
    Map<String, Sheet> sheets = hopeless();
    return METHODS.stream()
        .flatMap(method -> sheets.entrySet()
            .stream()
            .map(one -> Arguments.of(AlgorithmText.name(method), one.getKey(), method, one.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hopelessForAll")
  void dataThatMakesNoClustersIsRefusedWithWhatToChange(String name, String key, Algorithm method,
      Sheet sheet) {
    for (Integer k : method.asksForK() ? Arrays.asList(2, null) : Arrays.asList((Integer) null)) {
      assertEquals(key, refused(sheet, method, k, Scale.STANDARD).key(), name);
    }
    Sheet infinite = sheet(40, numbers("sum", 40, i -> i == 3 ? Double.NEGATIVE_INFINITY : i));
    assertEquals("cluster.problem.infinite", refused(infinite, method, null, Scale.STANDARD).key());
  }

  /** What is hard, and may be clustered or refused. */
  private static Map<String, Sheet> hard() {
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    sheets.put("two customers", sheet(2, numbers("age", 2, i -> i)));
    sheets.put("three customers", sheet(3, numbers("age", 3, i -> i * i), numbers("sum", 3, i -> i)));
    sheets.put("five customers", sheet(5, numbers("age", 5, i -> i * i), numbers("sum", 5, i -> i)));
    sheets.put("two different", sheet(500, numbers("age", 500, i -> i % 2)));
    sheets.put("one who differs", sheet(500, numbers("age", 500, i -> i == 7 ? 1 : 0)));
    sheets.put("three different", sheet(500, numbers("age", 500, i -> i % 3 * (i % 3))));
    sheets.put("a constant beside", sheet(60, numbers("age", 60, i -> i), numbers("same", 60, _ -> 7)));
    sheets.put("fields that say the same",
        sheet(60, numbers("age", 60, i -> i), numbers("years", 60, i -> i)));
    sheets.put("immense", sheet(60, numbers("sum", 60, i -> i * 1e98), numbers("age", 60, i -> i)));
    sheets.put("tiny",
        sheet(60, numbers("sum", 60, i -> i * 1e-300), numbers("age", 60, i -> i % 4 * 1e-300)));
    sheets.put("far away", sheet(60, numbers("sum", 60, i -> 1e15 + i), numbers("age", 60, i -> i % 7)));
    sheets.put("one immense", sheet(60, numbers("sum", 60, i -> i == 9 ? 9e99 : i)));
    sheets.put("texts", sheet(120, texts("town", 120, 4), numbers("age", 120, i -> i % 9)));
    sheets.put("only texts", sheet(120, texts("town", 120, 4)));
    sheets.put("more fields than customers", sheet(12, IntStream.range(0, 40)
        .mapToObj(c -> numbers("f" + c, 12, i -> Math.sin(i * 7.3 + c * c)))
        .toArray(Sheet.Source[]::new)));
    return sheets;
  }

  static Stream<Arguments> hardForAll() {
    Map<String, Sheet> sheets = hard();
    return METHODS.stream()
        .flatMap(method -> sheets.entrySet()
            .stream()
            .map(one -> Arguments.of(AlgorithmText.name(method), one.getKey(), method, one.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hardForAll")
  void dataThatHardlyMakesClustersIsClusteredOrRefused(String name, String what, Algorithm method,
      Sheet sheet) {
    for (Scale scale : List.of(Scale.STANDARD, Scale.NONE, Scale.ROBUST)) {
      for (Encoding encoding : Encoding.values()) {
        for (Integer k : method.asksForK() ? Arrays.asList(2, 3, 8, null) : Arrays.asList((Integer) null)) {
          answered(sheet, request(sheet, method, k, scale, encoding));
        }
      }
    }
  }

  static Stream<Algorithm> wrongParameters() {
    return Stream.of(new Algorithm.KMeans(0), new Algorithm.KMeans(-3), new Algorithm.KPrototypes(-1.0, 3),
        new Algorithm.KPrototypes(Double.NaN, 3), new Algorithm.KPrototypes(null, 0),
        new Algorithm.GaussianMixture(Algorithm.Covariance.FULL, 0), new Algorithm.Spectral(0),
        new Algorithm.Spectral(-1), new Algorithm.Spectral(5_000), new Algorithm.XMeans(0),
        new Algorithm.XMeans(1), new Algorithm.XMeans(-1), new Algorithm.GMeans(1, 1e-4),
        new Algorithm.GMeans(20, Double.NaN), new Algorithm.GMeans(20, 0), new Algorithm.GMeans(20, 2),
        new Algorithm.Dbscan(Double.NaN, null), new Algorithm.Dbscan(0.0, null),
        new Algorithm.Dbscan(-1.0, null), new Algorithm.Dbscan(Double.POSITIVE_INFINITY, null),
        new Algorithm.Dbscan(1e300, 3), new Algorithm.Dbscan(1e-300, 3), new Algorithm.Dbscan(null, 0),
        new Algorithm.Dbscan(null, 1_000), new Algorithm.Hdbscan(1, null), new Algorithm.Hdbscan(-5, null),
        new Algorithm.Hdbscan(1_000, null), new Algorithm.Hdbscan(null, 0),
        new Algorithm.Hdbscan(null, 1_000));
  }

  @ParameterizedTest
  @MethodSource("wrongParameters")
  void parametersThatMakeNoSenseAreRefusedOrDoNoHarm(Algorithm method) {
    Sheet sheet = sheet(60, numbers("age", 60, i -> i % 10), numbers("sum", 60, i -> i * i % 13));
    answered(sheet, request(sheet, method, method.asksForK() ? 3 : null, Scale.STANDARD, Encoding.ONE_HOT));
  }

  @ParameterizedTest
  @MethodSource("methodsThatAskForK")
  void numbersOfClustersThatMakeNoSenseAreRefused(Algorithm method) {
    Sheet sheet = sheet(60, numbers("age", 60, i -> i % 10), numbers("sum", 60, i -> i * i % 13));
    for (int k : new int[]{0, 1, -1, Integer.MIN_VALUE}) {
      assertEquals("cluster.problem.one-cluster", refused(sheet, method, k, Scale.STANDARD).key());
    }
    for (int k : new int[]{61, 1_000, Integer.MAX_VALUE}) {
      assertEquals("cluster.problem.fewer-than-k", refused(sheet, method, k, Scale.STANDARD).key());
    }
  }

  static Stream<Algorithm> methodsThatAskForK() {
    return METHODS.stream().filter(Algorithm::asksForK);
  }

  private static ClusterRequest request(Sheet sheet, Algorithm method, @Nullable Integer k, Scale scale,
      Encoding encoding) {
    List<FieldSteps> steps = new ArrayList<>();
    for (Sheet.Source column : sheet.columns()) {
      steps.add(new FieldSteps(column.name(), Pipeline.Missing.LEAVE_OUT, 0, Pipeline.Shape.AS_IS, scale,
          encoding, 1));
    }
    return new ClusterRequest(null, new Pipeline(steps, 0), method, k, k == null ? 5 : 0, 1);
  }

  private static Message refused(Sheet sheet, Algorithm method, @Nullable Integer k, Scale scale) {
    ClusterRequest request = request(sheet, method, k, scale, Encoding.ONE_HOT);
    Problem problem = assertThrows(Problem.class,
        () -> Clusters.find(sheet, null, request, 2, JobContext.silent()));
    assertSaid(problem.message());
    return problem.message();
  }

  private static void answered(Sheet sheet, ClusterRequest request) {
    ClusterResult result;
    try {
      result = Clusters.find(sheet, null, request, 2, JobContext.silent());
    } catch (Problem problem) {
      assertSaid(problem.message());
      return;
    }
    assertEquals(sheet.rows(), result.assignment().length);
    assertEquals(result.k(), result.portraits().size());
    Partition partition = result.partition();
    assertTrue(Arrays.stream(partition.labels()).allMatch(l -> l >= Partition.NOISE && l < partition.k()));
    result.portraits().forEach(portrait -> assertTrue(portrait.size() > 0, request.toString()));
  }

  private static void assertSaid(Message message) {
    List<String> said = Stream.of(Locale.ENGLISH, Locale.FRENCH)
        .map(locale -> new Texts(locale).text(message))
        .toList();
    said.forEach(
        text -> assertFalse(text.isBlank() || text.contains("{") || text.contains("problem."), text));
    assertFalse(said.getFirst().equals(said.getLast()), said.getFirst());
  }
}
