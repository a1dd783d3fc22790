package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.cluster.algorithm.AlgorithmText;

/** Clusters of a shop with three kinds of customers, from the command line. */
class ClusterCliTest {
  static final List<String> METHODS = AlgorithmText.NAMES;
  private static final int CUSTOMERS = 180;

  @TempDir
  Path folder;

  private Path project;

  @BeforeEach
  void aShop() throws IOException {
    project = folder.resolve("shop.parcelle");
    Ran.answer("import", "--project", project, "--role", "id=customer-key",
        people("people.csv", 0, CUSTOMERS));
  }

  private Path people(String name, int from, int to) throws IOException {
    StringBuilder csv = new StringBuilder("id,age,basket,town,remark,rare,same,empty,huge\n");
    for (int i = from; i < to; i++) {
      Random random = new Random(i + 100L);
      int kind = kind(i);
      csv.append(String.format(Locale.ROOT, "A%03d,%s,%.2f,%s,%s,%s,7,,%s%n", i,
          i % 45 == 44 ? "" : String.valueOf(25 + 20 * kind + random.nextInt(6)),
          List.of(30, 60, 180).get(kind) + 5 * random.nextDouble(),
          List.of("Paris", "Lyon", "Nice").get(kind), "said %d once".formatted(i * 7), i < 3 ? "1" : "",
          i == 5 ? "1e300" : "2.5"));
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  private static int kind(int i) {
    return i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2;
  }

  private JsonNode found(Object... options) {
    return Ran.answer(words(options));
  }

  private Object[] words(Object... options) {
    return Stream.concat(Stream.of("cluster", "--project", project), Arrays.stream(options)).toArray();
  }

  /** What is said in English, once it is clear that French has it too. */
  private String refused(Object... options) {
    Ran french = Ran
        .of(Stream.concat(Arrays.stream(words(options)), Stream.of("--language", "fr")).toArray());
    Ran english = Ran.of(
        Stream.concat(Arrays.stream(words(options)), Stream.of("--language", "en")).toArray());
    assertEquals(Cli.NOT_DONE, english.code(), english.err());
    assertEquals(Cli.NOT_DONE, french.code());
    assertEquals("", english.out());
    assertFalse(french.err().isBlank() || french.err().equals(english.err()), french.err());
    assertFalse((english.err() + french.err()).contains("Exception"), english.err());
    return english.err();
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void everyMethodFindsTheKindsAndSaysTheSameTwice(String method) throws IOException {
    boolean asksForK = AlgorithmText.read(method, Map.of()).asksForK();
    Path file = folder.resolve("clusters.csv");
    Object[] options = Stream.concat(
        Stream.of("--fields", "age,basket", "--missing", "leave-out", "--algorithm", method, "--assignments",
            file, "--json"),
        asksForK
            ? Stream.of("--k", "3")
            : method.equals("dbscan") ? Stream.of("--set", "eps=0.4") : Stream.of())
        .toArray();

    Ran first = Ran.of(words(options));
    List<String> lines = Files.readAllLines(file);
    Ran second = Ran.of(words(options));

    assertEquals(Cli.DONE, first.code(), first.err());
    assertEquals(first, second);
    assertEquals(lines, Files.readAllLines(file));
    assertEquals("id,cluster", lines.getFirst().replace("\uFEFF", ""));
    assertEquals(CUSTOMERS + 1, lines.size());
    Map<String, List<Integer>> kinds = lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> !cells[1].isEmpty())
        .collect(Collectors.groupingBy(cells -> cells[1],
            Collectors.mapping(cells -> kind(Integer.parseInt(cells[0].substring(1))), Collectors.toList())));
    kinds.values().forEach(kind -> assertEquals(1, kind.stream().distinct().count(), method));
    assertTrue(kinds.values().stream().mapToInt(List::size).sum() > 0.9 * CUSTOMERS,
        kinds::toString);
  }

  @Test
  void theAnswerTellsSizesQualityAndProfiles() {
    JsonNode told = found("--fields", "age,basket,age", "--max-k", "5", "--missing", "leave-out");

    assertEquals(3, told.get("k").asInt());
    assertEquals(3, told.get("recommended").asInt());
    assertEquals(List.of(2, 3, 4, 5),
        told.get("compared").valueStream().map(candidate -> candidate.get("k").asInt()).toList());
    assertTrue(told.get("silhouette").asDouble() > 0.8);
    assertEquals(4, told.get("missing").asInt());
    assertEquals(CUSTOMERS - 4, told.get("clustered").asInt());
    assertEquals(CUSTOMERS - 4, told.get("sizes").valueStream().mapToInt(JsonNode::asInt).sum());
    assertEquals(List.of("age", "basket"),
        told.at("/profiles/0/fields").valueStream().map(field -> field.get("name").asString()).toList());
  }

  @Test
  void numbersThatCannotBeComputedAreNull() {
    Ran ran = Ran.of(words("--fields", "age,basket", "--algorithm", "dbscan", "--set", "eps=1000", "--json"));
    assertEquals(Cli.DONE, ran.code(), ran.err());
    assertFalse(ran.out().contains("NaN"), ran.out());
    assertTrue(ran.out().contains("\"silhouette\" : null"), ran.out());
    Ran rare = Ran.of(words("--fields", "age,basket,rare", "--missing", "indicator", "--k", "3", "--json"));
    assertEquals(Cli.DONE, rare.code(), rare.err());
    assertFalse(rare.out().contains("NaN") || rare.out().contains("Infinity"), rare.out());
  }

  @Test
  void onlyThoseOfASegmentTakePartAndTheRulesSayThatTheyDo() throws IOException {
    segment("Lyon or Nice", """
        {"field": "age", "op": ">=", "value": 40}""");
    Path file = folder.resolve("clusters.csv");

    JsonNode told = found("--fields", "age,basket", "--within", "lyon OR nice", "--k", "2", "--rules",
        "--assignments", file);

    int those = Ran.answer("segment", "--project", project, "--name", "Lyon or Nice").get("count").asInt();
    assertEquals(those, told.get("clustered").asInt());
    assertEquals(those, told.at("/assignments/rows").asInt());
    assertEquals(those + 1, Files.readAllLines(file).size());
    for (JsonNode cluster : told.get("rules")) {
      JsonNode candidate = cluster.get("candidates").valueStream().toList().getLast();
      assertEquals(1, candidate.at("/all/precision").asDouble());
      Path rule = Files.writeString(folder.resolve("rule.json"), candidate.get("segment").toString());
      int counted = Ran.answer("segment", "--project", project, "--file", rule).get("count").asInt();
      assertEquals(told.get("sizes").get(cluster.get("cluster").asInt() - 1).asInt(), counted);
    }
    assertTrue(refused("--fields", "age", "--within", "Nobody").contains("Nobody"));
  }

  private void segment(String name, String rule) throws IOException {
    Path file = Files.writeString(folder.resolve("segment.json"),
        "{\"version\": 1, \"name\": \"" + name + "\", \"rule\": " + rule + "}");
    Ran.answer("segment", "--project", project, "--file", file, "--save", name);
  }

  @Test
  void textsStayCategoriesForTheMethodsThatTakeThem() {
    for (String method : List.of("k-prototypes", "gower")) {
      for (String categories : List.of("kept", "one-hot")) {
        JsonNode told = found("--fields", "town,basket", "--algorithm", method, "--k", "3", "--categories",
            categories);
        assertEquals(List.of(90, 60, 30), told.get("sizes").valueStream().map(JsonNode::asInt).toList());
        assertEquals(List.of("Paris"), told.at("/profiles/0/fields/1/levels")
            .valueStream()
            .filter(level -> level.get("share").asDouble() == 1)
            .map(level -> level.get("value").asString())
            .toList());
      }
    }
    assertTrue(refused("--fields", "town,basket", "--categories", "kept").contains("k-prototypes"));
    Ran said = Ran.of(words("--fields", "town,basket", "--k", "3", "--language", "en"));
    assertTrue(said.out().contains("town: Paris 100%"), said.out());
  }

  @Test
  void whatCannotBeClusteredIsRefusedWithAWord() {
    assertTrue(refused("--fields", "age,remark").contains("remark"));
    assertTrue(refused("--fields", "age,id").contains("id"));
    assertTrue(refused("--fields", "nothing").contains("age, basket"));
    assertTrue(refused("--fields", "age", "--algorithm", "dreams").contains("k-means, k-medoids"));
    assertTrue(refused("--fields", "age", "--set", "colour=red").contains("It takes: starts"));
    assertTrue(refused("--fields", "age", "--algorithm", "gower", "--k", "2", "--set", "colour=red")
        .contains("takes none"));
    assertTrue(refused("--fields", "age", "--set", "starts=many").contains("1 – 1000"));
    assertTrue(refused("--fields", "age", "--set", "starts=0").contains("starts"));
    assertTrue(refused("--fields", "age", "--algorithm", "dbscan", "--set", "eps=NaN").contains("> 0"));
    assertTrue(refused("--fields", "age", "--algorithm", "g-means", "--set", "significance=2")
        .contains("0.000000000001 – 0.5"));
    assertTrue(refused("--fields", "age", "--algorithm", "hierarchical", "--set", "linkage=ring")
        .contains("ward, average, complete, single"));
    assertTrue(refused("--fields", "age", "--weight", "basket=2").contains("basket"));
    assertTrue(refused("--fields", "age", "--weight", "age=-1").contains("age"));
    assertTrue(refused("--fields", "age", "--k", "2000000000").contains("2,000,000,000"));
    assertTrue(refused("--fields", "age", "--k", "1").contains("2"));
    assertTrue(refused("--fields", "age", "--max-k", "1").contains("2"));
    assertTrue(refused("--fields", "age", "--algorithm", "dbscan", "--k", "3").contains("dbscan"));
    assertTrue(refused("--fields", "age", "--algorithm", "hdbscan", "--max-k", "3").contains("max-k"));
    assertTrue(refused("--fields", "age", "--winsorise", "0.7").contains("age"));
    assertTrue(refused("--fields", "age", "--outliers", "0.7").contains("outliers"));
    for (String option : List.of("--missing", "--shape", "--scale", "--categories")) {
      Ran ran = Ran.of(words("--fields", "age", option, "sideways", "--language", "en"));
      assertEquals(Cli.MISUSED, ran.code());
      assertFalse(ran.err().contains("Exception"), ran.err());
    }
  }

  @ParameterizedTest
  @FieldSource("METHODS")
  void everyMethodRefusesWhatMakesNoClustersWithAWord(String method) {
    Object[] by = {"--algorithm", method};
    assertTrue(refused(with(by, "--fields", "same")).contains("same"));
    assertTrue(refused(with(by, "--fields", "age,empty")).contains("empty"));
    assertTrue(refused(with(by, "--fields", "age,remark")).contains("remark"));
    assertTrue(refused(with(by, "--fields", "huge")).contains("huge"));
    if (AlgorithmText.read(method, Map.of()).asksForK()) {
      assertTrue(refused(with(by, "--fields", "age", "--k", "0")).contains("2"));
      assertTrue(refused(with(by, "--fields", "age", "--k", "-4")).contains("2"));
      assertTrue(refused(with(by, "--fields", "age,basket", "--k", "500")).contains("500"));
    }
    assertTrue(refused(with(by, "--fields", "age", "--set", "colour=red")).contains("colour"));
  }

  private static Object[] with(Object[] first, Object... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray();
  }

  @Test
  void eachClusterIsSaidWithItsPersona() {
    JsonNode told = found("--fields", "age,age,basket", "--k", "3", "--language", "en");

    assertEquals(List.of("age: low", "age: high", "basket: high"),
        told.get("profiles").valueStream().map(profile -> profile.get("name").asString()).toList());
    assertTrue(told.at("/profiles/0/sentence").asString().contains("below the others in “age”"));
    assertFalse(told.at("/profiles/0/advice").asString().isBlank());
    Ran said = Ran.of(words("--fields", "age,basket", "--k", "3", "--language", "fr"));
    assertTrue(said.out().contains("\u00ab\u202fbasket\u202f\u00bb"), said.out());
  }

  @Test
  void aWeightPullsTheClustersTowardsItsField() {
    Function<String, List<Integer>> sizes = weight -> found("--fields", "age,basket", "--k", "2", "--weight",
        weight, "--missing", "leave-out").get("sizes").valueStream().map(JsonNode::asInt).toList();

    assertEquals(List.of(148, 28), sizes.apply("basket=50"));
    assertEquals(List.of(88, 88), sizes.apply("age=50"));
  }

  @Test
  void savedClustersAreListedRenamedRefreshedAndRemoved() throws IOException {
    JsonNode told = found("--fields", "age,basket,town", "--k", "3", "--save", "Kinds");
    JsonNode listed = Ran.answer("clusters", "--project", project);
    assertEquals(told.at("/saved/id"), listed.at("/clusterings/0/id"));
    assertEquals("k-means", listed.at("/clusterings/0/algorithm").asString());
    assertEquals(told.get("sizes"), listed.at("/clusterings/0/sizes"));
    assertEquals("town", listed.at("/clusterings/0/fields/2").asString());
    assertTrue(refused("--fields", "age,basket", "--k", "3", "--save", "KINDS").contains("KINDS"));

    Ran.answer("refresh", "--project", project, "--table", "people", "--mode", "append",
        people("more.csv", CUSTOMERS, 210));
    JsonNode refreshed = Ran.answer("clusters", "--project", project, "--refresh", "kinds").get("refreshed");
    assertEquals(210, refreshed.get("assigned").asInt());
    assertEquals(30, refreshed.get("entered").asInt());
    assertEquals(0, refreshed.get("moved").asInt() + refreshed.get("left").asInt());

    assertEquals("Sorts", Ran.answer("clusters", "--project", project, "--rename", "Kinds", "--name", "Sorts")
        .at("/clusterings/0/name")
        .asString());
    Ran gone = Ran.of("clusters", "--project", project, "--remove", "Kinds", "--language", "en");
    assertEquals(Cli.NOT_DONE, gone.code());
    assertTrue(gone.err().contains("Sorts"), gone.err());
    assertEquals(0,
        Ran.answer("clusters", "--project", project, "--remove", "Sorts").get("clusterings").size());
    assertEquals(Cli.MISUSED, Ran.of("clusters", "--project", project, "--rename", "x").code());
    assertEquals(Cli.MISUSED, Ran.of("clusters", "--project", project, "--name", "x").code());
    assertEquals(Cli.MISUSED,
        Ran.of("clusters", "--project", project, "--remove", "x", "--refresh", "x").code());
  }

  @Test
  void aScenarioTakesTheSameOptions() throws IOException {
    Path recipe = Files.writeString(folder.resolve("recipe.json"),
        """
            {"version": 1, "zone": "Europe/Paris", "steps": [
              {"import": {"files": ["people.csv"], "options": {"version": 1, "roles": {"id": "customer-key"}}}},
              {"segment": {"segment": {"version": 1, "name": "Grown",
                "rule": {"field": "age", "op": ">=", "value": 30}}, "save": "Grown"}},
              {"cluster": {"fields": ["age", "basket", "town"], "algorithm": "k-prototypes",
                "set": {"gamma": 0.5, "starts": "4"}, "compare": ["gower", "hdbscan"], "k": 2, "maxK": 4, "within": "Grown", "missing": "median",
                "shape": "as-is", "scale": "robust", "categories": "kept", "winsorise": 0.01, "outliers": 0.02,
                "weight": {"age": 2}, "seed": 9, "rules": true, "assignments": "out.csv", "save": "Kinds"}}]}""");

    JsonNode step = Ran.answer("run", recipe, "--out", folder.resolve("out")).at("/steps/2/cluster");

    assertEquals(2, step.get("k").asInt());
    assertEquals(3, step.get("compared").size());
    assertEquals(9, step.get("seed").asInt());
    assertTrue(step.get("outliers").asInt() > 0);
    assertEquals(2, step.get("rules").size());
    assertEquals(List.of("gower", "hdbscan"),
        step.at("/comparison/methods").valueStream().map(one -> one.get("method").asString()).toList());
    assertEquals(step.at("/assignments/rows").asInt() + 1,
        Files.readAllLines(folder.resolve("out/out.csv")).size());
    segment("Grown", """
        {"field": "age", "op": ">=", "value": 30}""");
    JsonNode same = found("--fields", "age,basket,town", "--algorithm", "k-prototypes", "--set", "gamma=0.5",
        "--set", "starts=4", "--k", "2", "--max-k", "4", "--within", "Grown", "--missing", "median",
        "--shape",
        "as-is", "--scale", "robust", "--categories", "kept", "--winsorise", "0.01", "--outliers", "0.02",
        "--weight", "age=2", "--seed", "9");
    assertEquals(same.get("profiles"), step.get("profiles"));
    assertEquals(same.get("compared"), step.get("compared"));
  }

  @Test
  void aScenarioIsReadStrictly() throws IOException {
    refusedStep("\"colour\": 1", "/steps/0/cluster/colour");
    refusedStep("\"scale\": \"huge\"", "/steps/0/cluster/scale");
    refusedStep("\"set\": {\"starts\": []}", "/steps/0/cluster/set/starts");
    refusedStep("\"set\": 3", "/steps/0/cluster/set");
    refusedStep("\"weight\": {\"a\": \"much\"}", "/steps/0/cluster/weight/a");
    refusedStep("\"maxK\": 1", "/steps/0/cluster/maxK");
    refusedStep("\"compare\": [\"gower\", \"dreams\"]", "/steps/0/cluster/compare/1");
    refusedStep("\"since\": \"yesterday\"", "/steps/0/cluster/since");
    refusedStep("\"winsorise\": true", "/steps/0/cluster/winsorise");
    refusedStep("\"assignments\": \"../x.csv\"", "/steps/0/cluster/assignments");
  }

  private void refusedStep(String part, String pointer) throws IOException {
    Path recipe = Files.writeString(folder.resolve("bad.json"),
        "{\"version\": 1, \"steps\": [{\"cluster\": {\"fields\": [\"a\"], " + part + "}}]}");
    Ran ran = Ran.of("run", recipe, "--out", folder.resolve("out"), "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code(), ran.err());
    assertTrue(ran.err().contains(pointer), ran.err());
  }
}
