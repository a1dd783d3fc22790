package app.parcelle.ui.cluster;

import java.util.List;
import java.util.stream.IntStream;

import app.parcelle.engine.cluster.Comparison;
import app.parcelle.engine.cluster.algorithm.AlgorithmText;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.project.ComparedClusterings;

/**
 * Clusterings by several methods beside each other.
 *
 * @param found one a clustering of the comparison
 * @param methods one each: its name, of {@link AlgorithmText#NAMES}
 */
record Compared(Comparison comparison, List<Found> found, List<String> methods, List<Failure> failures) {
  /** A method that found nothing, and what to change. */
  record Failure(String method, Message why) {}

  static Compared of(Found base, ComparedClusterings compared) {
    Comparison comparison = compared.comparison();
    List<Found> found = IntStream.range(0, comparison.found().size())
        .mapToObj(compared::clustering)
        .map(clustering -> Found.of(clustering.result().request(), clustering, base.fields()))
        .toList();
    return new Compared(comparison, found,
        comparison.found().stream().map(one -> AlgorithmText.name(one.algorithm())).toList(),
        comparison.failed()
            .stream()
            .map(one -> new Failure(AlgorithmText.name(one.algorithm()), one.why()))
            .toList());
  }
}
