package app.parcelle.engine.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why one customer is in a segment or out of it.
 *
 * @param key the customer
 * @param known whether the customer is part of the base as of the reference day
 * @param member whether the customer is in
 * @param rows one for every node of the rule, root first, in document order
 */
public record Explanation(String key, boolean known, boolean member, List<Row> rows) {
  /**
   * One node of the rule.
   *
   * @param path JSON Pointer of the node, such as {@code /rule/all/0}
   * @param met whether it is true for this customer
   * @param value what was compared; null for groups, and where it is missing
   */
  public record Row(String path, boolean met, @Nullable Value value) {}
}
