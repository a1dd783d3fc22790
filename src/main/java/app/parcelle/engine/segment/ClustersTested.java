package app.parcelle.engine.segment;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which clusterings a rule tests. */
public final class ClustersTested {
  private ClustersTested() {}

  /** By name or id, as the rule has them; those that other segments test, which it refers to, are not among them. */
  public static Set<String> by(Condition rule) {
    return tested(rule).collect(Collectors.toSet());
  }

  private static Stream<String> tested(Condition condition) {
    return switch (condition) {
      case Condition.AllOf(var children) -> children.stream().flatMap(ClustersTested::tested);
      case Condition.AnyOf(var children) -> children.stream().flatMap(ClustersTested::tested);
      case Condition.Not(var child) -> tested(child);
      case Condition.InCluster(String clustering, var _) -> Stream.of(clustering);
      default -> Stream.empty();
    };
  }
}
