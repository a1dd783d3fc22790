package app.parcelle.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.prepare.Pipeline;
import app.parcelle.engine.segment.JsonPart;

/** Reads the step of a scenario that looks for clusters. Its keys are the options of the command. */
final class ClusterStep {
  private static final int MOST = 1_000;

  private ClusterStep() {}

  static Scenario.Cluster read(JsonPart part) {
    part.only("fields", "algorithm", "set", "k", "maxK", "within", "missing", "shape", "scale", "categories",
        "winsorise", "outliers", "weight", "seed", "rules", "compare", "since", "assignments", "personas",
        "save");
    JsonPart rules = part.optional("rules");
    JsonPart assignments = part.optional("assignments");
    JsonPart personas = part.optional("personas");
    JsonPart save = part.optional("save");
    return new Scenario.Cluster(part.pointer(),
        part.part("fields").items().stream().map(JsonPart::text).toList(), options(part),
        rules != null && rules.flag(), beside(part),
        assignments == null ? null : ScenarioReader.inside(assignments),
        personas == null ? null : ScenarioReader.inside(personas), save == null ? null : save.text());
  }

  private static ComparisonOptions beside(JsonPart part) {
    ComparisonOptions beside = new ComparisonOptions();
    given(part, "compare",
        given -> beside.methods = given.items()
            .stream()
            .map(item -> word(item, AlgorithmText.NAMES))
            .toList());
    given(part, "since", given -> beside.since = given.day());
    return beside;
  }

  private static ClusterOptions options(JsonPart part) {
    ClusterOptions options = new ClusterOptions();
    given(part, "algorithm", given -> options.algorithm = given.text());
    given(part, "set", given -> members(given)
        .forEach((name, value) -> options.parameters.put(name,
            value.node().isNumber() ? value.node().asString() : value.text())));
    given(part, "k", given -> options.k = given.whole(2, MOST));
    given(part, "maxK", given -> options.maxK = given.whole(2, MOST));
    given(part, "within", given -> options.within = given.text());
    given(part, "missing", given -> options.missing = word(given, Pipeline.Missing.values()));
    given(part, "shape", given -> options.shape = word(given, Pipeline.Shape.values()));
    given(part, "scale", given -> options.scale = word(given, Pipeline.Scale.values()));
    given(part, "categories", given -> options.categories = word(given, Pipeline.Encoding.values()));
    given(part, "winsorise", given -> options.winsorise = given.number().doubleValue());
    given(part, "outliers", given -> options.outliers = given.number().doubleValue());
    given(part, "weight", given -> members(given)
        .forEach((name, value) -> options.weights.put(name, value.number().doubleValue())));
    given(part, "seed", given -> options.seed = given.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
    return options;
  }

  private static void given(JsonPart part, String name, Consumer<JsonPart> reading) {
    JsonPart given = part.optional(name);
    if (given != null) {
      reading.accept(given);
    }
  }

  private static Map<String, JsonPart> members(JsonPart part) {
    Map<String, JsonPart> members = new LinkedHashMap<>();
    part.object().node().propertyNames().forEach(name -> members.put(name, part.part(name)));
    return members;
  }

  private static <E extends Enum<E>> E word(JsonPart part, E[] all) {
    List<String> words = Arrays.stream(all).map(Converters::word).toList();
    return all[words.indexOf(word(part, words))];
  }

  private static String word(JsonPart part, List<String> words) {
    if (!words.contains(part.text())) {
      throw part.expectedOneOf(words);
    }
    return part.text();
  }
}
