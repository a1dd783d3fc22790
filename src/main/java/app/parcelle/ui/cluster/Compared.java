package app.parcelle.ui.cluster;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.Comparison;
import app.parcelle.engine.cluster.algorithm.Algorithm;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.ComparedClusterings;

/**
 * Clusterings by several methods beside each other.
 *
 * @param found one a clustering of the comparison
 * @param methods one each: its name, of {@link app.parcelle.engine.cluster.algorithm.AlgorithmText#NAMES}
 */
record Compared(Comparison comparison, List<Found> found, List<String> methods, List<Failure> failures) {
  /** A method that found nothing, and what to change. */
  record Failure(String method, Message why) {}

  /** @param names of the methods that were asked for */
  static Compared of(Found base, ComparedClusterings compared, Map<Algorithm, String> names) {
    Comparison comparison = compared.comparison();
    List<Found> found = IntStream.range(0, comparison.found().size())
        .mapToObj(compared::clustering)
        .map(clustering -> Found.of(clustering.result().request(), clustering, base.fields()))
        .toList();
    return new Compared(comparison, found,
        comparison.found().stream().map(one -> name(names, one.algorithm())).toList(),
        comparison.failed().stream().map(f -> new Failure(name(names, f.algorithm()), f.why())).toList());
  }

  private static String name(Map<Algorithm, String> names, Algorithm algorithm) {
    return names.getOrDefault(algorithm, "");
  }
}
