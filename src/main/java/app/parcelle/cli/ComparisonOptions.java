package app.parcelle.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.cluster.ClusterRequest;
import app.parcelle.engine.cluster.Comparison;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.cluster.quality.Agreement;
import app.parcelle.engine.project.CustomerClustering;
import app.parcelle.engine.project.PeriodComparison;
import app.parcelle.engine.project.Project;

/** What clusters that were found are compared with: other methods, and an earlier day. */
final class ComparisonOptions {
  @Option(names = "--compare", split = ",", paramLabel = "NAME", descriptionKey = "cli.option.cluster.compare")
  List<String> methods = List.of();

  @Option(names = "--since", paramLabel = "DATE", descriptionKey = "cli.option.cluster.since", converter = Converters.Day.class)
  @Nullable
  LocalDate since;

  void add(Project project, CustomerClustering found, Session session, ObjectNode json, List<String> lines) {
    if (!methods.isEmpty()) {
      compare(project, found, session, json.putObject("comparison"), lines);
    }
    if (since != null) {
      PeriodComparison periods = project.clusterings().overPeriods(found, since, session.job());
      add(periods, json.putObject("since"));
      periods.words().forEach(sentence -> lines.add(session.texts().text(sentence)));
      heirs(periods, session, lines);
    }
  }

  private void compare(Project project, CustomerClustering found, Session session, ObjectNode json,
      List<String> lines) {
    ClusterRequest request = found.result().request();
    Algorithm own = request.algorithm();
    List<Algorithm> algorithms = methods.stream()
        .map(String::strip)
        .map(method -> method.equals(AlgorithmText.name(own)) ? own : AlgorithmText.read(method, Map.of()))
        .toList();
    Comparison comparison = project.clusterings()
        .compare(request.withOnly(Math.max(2, found.result().k())), algorithms, session.job())
        .comparison();
    ArrayNode each = json.putArray("methods");
    for (Comparison.Found one : comparison.found()) {
      String name = AlgorithmText.name(one.algorithm());
      Comparison.Measures measures = one.measures();
      each.addObject()
          .put("method", name)
          .put("k", measures.k())
          .put("silhouette", measures.silhouette())
          .put("daviesBouldin", measures.daviesBouldin())
          .put("calinskiHarabasz", measures.calinskiHarabasz())
          .put("noise", measures.noise())
          .put("seconds", one.took().toMillis() / 1000.0);
      lines.add(session.text("comparison.line.method", name, measures.k(), measures.silhouette(),
          measures.daviesBouldin(), measures.calinskiHarabasz(), measures.noise()));
    }
    for (Comparison.Failed one : comparison.failed()) {
      String name = AlgorithmText.name(one.algorithm());
      String why = session.texts().text(one.why());
      each.addObject().put("method", name).put("problem", why);
      lines.add(session.text("comparison.line.failed", name, why));
    }
    pairs(comparison, session, json.putArray("agreement"), lines);
  }

  private static void pairs(Comparison comparison, Session session, ArrayNode json,
      List<String> lines) {
    for (int one = 0; one < comparison.found().size(); one++) {
      for (int two = one + 1; two < comparison.found().size(); two++) {
        Agreement agreement = comparison.agreement(one, two);
        String first = AlgorithmText.name(comparison.found().get(one).algorithm());
        String second = AlgorithmText.name(comparison.found().get(two).algorithm());
        ObjectNode pair = json.addObject().put("one", first).put("two", second);
        add(agreement, pair);
        lines.add(session.text("comparison.line.pair", first, second, agreement.adjustedRand()));
      }
    }
  }

  private static void add(Agreement agreement, ObjectNode json) {
    json.put("adjustedRand", agreement.adjustedRand())
        .put("rows", agreement.rows())
        .put("leftOut", agreement.leftOut());
    ArrayNode table = json.putArray("table");
    for (int[] line : agreement.table()) {
      ArrayNode counts = table.addArray();
      for (int count : line) {
        counts.add(count);
      }
    }
  }

  private static void add(PeriodComparison periods, ObjectNode json) {
    json.put("day", periods.earlier().toString()).put("until", periods.later().toString());
    add(periods.agreement(), json);
    json.put("stayed", periods.stayed())
        .put("moved", periods.moved())
        .put("entered", periods.entered())
        .put("left", periods.left());
    ArrayNode heirs = json.putArray("heirs");
    for (int heir : periods.heirs()) {
      if (heir == 0) {
        heirs.addNull();
      } else {
        heirs.add(heir);
      }
    }
  }

  private static void heirs(PeriodComparison periods, Session session, List<String> lines) {
    for (int cluster = 1; cluster <= periods.heirs().length; cluster++) {
      int heir = periods.heirs()[cluster - 1];
      int size = periods.then().result().portraits().get(cluster - 1).size();
      lines.add(heir == 0
          ? session.text("comparison.line.gone", cluster, size)
          : session.text("comparison.line.heir", cluster, heir,
              periods.agreement().table()[cluster - 1][heir - 1], size));
    }
  }
}
