package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.Explanation.Presence;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.engine.table.Bits;

/** Why one customer is in or out, from what each condition says of everyone. */
record Explaining(int customer, Leaves leaves, Needs needs) {

  /** What is known of conditions without children. */
  interface Leaves {
    Evaluator.Leaf of(Condition condition);

    /** What it compares for the customer; null where that is missing, or there is nothing to show. */
    @Nullable
    Value value(Condition condition);
  }

  /**
   * @param key the customer's
   * @param known whether the customer is of the base
   * @param member whether it is in, after the limit
   */
  Explanation of(String key, boolean known, boolean member, @Nullable Condition rule) {
    List<Explanation.Row> rows = SegmentPaths.rows(rule)
        .stream()
        .map(row -> row(row.path(), row.condition(), known && isTrue(row.condition())))
        .toList();
    boolean cut = known && rule != null && isTrue(rule) && !member;
    return new Explanation(key, known, member, cut, rows,
        known && rule != null && !cut ? change(rule) : null);
  }

  private Explanation.Row row(String path, Condition condition, boolean met) {
    if (!Evaluator.isLeaf(condition)) {
      return new Explanation.Row(path, met, null, Presence.NOT_ASKED);
    }
    Value value = leaves.value(condition);
    Evaluator.Leaf leaf = leaves.of(condition);
    Presence presence = has(leaf.invalid())
        ? Presence.INVALID
        : has(leaf.missing()) ? Presence.MISSING : value == null ? Presence.NOT_ASKED : Presence.THERE;
    return new Explanation.Row(path, met, value, presence);
  }

  private boolean has(long @Nullable [] bits) {
    return bits != null && Bits.get(bits, customer);
  }

  private boolean isTrue(Condition condition) {
    return switch (condition) {
      case Condition.AllOf(var children) -> children.stream().allMatch(this::isTrue);
      case Condition.AnyOf(var children) -> children.stream().anyMatch(this::isTrue);
      case Condition.Not(var child) -> !isTrue(child);
      default -> Bits.get(leaves.of(condition).bits(), customer);
    };
  }

  private @Nullable SmallestChange change(Condition rule) {
    List<String> paths = FewestFlips.of(rule, this::isTrue).orElse(List.of());
    List<SmallestChange.Step> steps = new ArrayList<>();
    for (SegmentPaths.Row row : SegmentPaths.rows(rule)) {
      if (paths.contains(row.path())) {
        boolean wanted = !isTrue(row.condition());
        Value value = leaves.value(row.condition());
        steps.add(new SmallestChange.Step(row.path(), wanted, value,
            needs.of(row.condition(), wanted, value)));
      }
    }
    return steps.isEmpty() ? null : new SmallestChange(steps);
  }
}
