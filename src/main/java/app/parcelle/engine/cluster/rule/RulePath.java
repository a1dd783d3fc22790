package app.parcelle.engine.cluster.rule;

import java.util.List;

/**
 * Rules for the same members, from short to faithful.
 *
 * @param candidates each with more conditions than the one before, and nearer to the members on the customers it was fitted
 *     on; none where the fields do not tell the members from the others
 * @param seed by which customers were held out
 * @param heldOut how many were
 * @param fitted how many the rules were fitted on
 */
public record RulePath(List<RuleCandidate> candidates, long seed, int heldOut, int fitted) {
  public RulePath {
    candidates = List.copyOf(candidates);
  }
}
