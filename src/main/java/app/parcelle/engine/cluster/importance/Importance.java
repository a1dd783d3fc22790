package app.parcelle.engine.cluster.importance;

import java.util.List;

/**
 * How much one field matters.
 *
 * @param name of the field
 * @param mutualInformation with the target, in nats; see {@link MutualInformation}
 * @param association with the target
 * @param permutation what is lost when the field's values are dealt anew to the customers: see {@link Importances}
 * @param redundantWith the fields that say almost the same
 */
public record Importance(String name, double mutualInformation, Association association, double permutation,
    List<String> redundantWith) {
  public Importance {
    redundantWith = List.copyOf(redundantWith);
  }
}
