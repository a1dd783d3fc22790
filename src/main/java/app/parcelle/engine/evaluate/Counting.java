package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.SegmentPaths;
import app.parcelle.engine.table.Bits;

/** Combines what conditions give by the rules of their groups, and counts what each does. */
final class Counting {
  private final long[] base;
  private final Map<String, Message> faulty;
  private final Function<Condition, Evaluator.Leaf> leaves;

  /** @param faulty the nodes that cannot be computed, by path; what they are part of is unknown */
  Counting(long[] base, Map<String, Message> faulty, Function<Condition, Evaluator.Leaf> leaves) {
    this.base = base;
    this.faulty = faulty;
    this.leaves = leaves;
  }

  /**
   * A node of a rule. Its bits are shared, and not to be written to.
   *
   * @param met who of the base meets it; null where that is unknown
   * @param soFar who is left after it and its earlier siblings, under the rule of their parent; null where that is unknown
   */
  record Node(String path, Condition condition, long @Nullable [] met, long @Nullable [] soFar,
      List<Node> children) {
    private Node leaving(long @Nullable [] left) {
      return new Node(path, condition, met, left, children);
    }

    /** It and all below it, in document order. */
    List<Node> all() {
      List<Node> all = new ArrayList<>(List.of(this));
      children.forEach(child -> all.addAll(child.all()));
      return all;
    }
  }

  /** The nodes of a rule, from its root; each is computed once. */
  Node tree(Condition rule) {
    return node(SegmentPaths.ROOT, rule);
  }

  private Node node(String path, Condition condition) {
    return switch (condition) {
      case Condition.AllOf(List<Condition> children) -> {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
          nodes.add(after(nodes, node(SegmentPaths.all(path, i), children.get(i)), Bits::both));
        }
        yield group(path, condition, nodes);
      }
      case Condition.AnyOf(List<Condition> children) -> {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
          nodes.add(after(nodes, node(SegmentPaths.any(path, i), children.get(i)), Bits::either));
        }
        yield group(path, condition, nodes);
      }
      case Condition.Not(Condition child) -> {
        Node inner = node(SegmentPaths.not(path), child);
        yield group(path, condition,
            List.of(inner.leaving(inner.met() == null ? null : Bits.without(base, inner.met()))));
      }
      default -> {
        long[] met = faulty.containsKey(path) ? null : Bits.both(leaves.apply(condition).bits(), base);
        yield new Node(path, condition, met, met, List.of());
      }
    };
  }

  private static Node after(List<Node> siblings, Node node, BinaryOperator<long[]> combination) {
    if (siblings.isEmpty()) {
      return node.leaving(node.met());
    }
    long[] before = siblings.getLast().soFar();
    return node.leaving(
        before == null || node.met() == null ? null : combination.apply(before, node.met()));
  }

  /** Whoever is left after its last child meets a group; without children that is unknown. */
  private Node group(String path, Condition condition, List<Node> children) {
    long[] met = faulty.containsKey(path) || children.isEmpty() ? null : children.getLast().soFar();
    return new Node(path, condition, met, met, children);
  }

  List<Evaluation.Row> rows(Node root) {
    Map<String, Integer> lost = MarginalLoss.of(root, base);
    return root.all().stream().map(node -> row(node, lost.getOrDefault(node.path(), 0))).toList();
  }

  private Evaluation.Row row(Node node, int lost) {
    Message fault = faulty.get(node.path());
    int missing = fault == null ? 0 : -1;
    int invalid = missing;
    if (fault == null && Evaluator.isLeaf(node.condition())) {
      Evaluator.Leaf leaf = leaves.apply(node.condition());
      missing = leaf.missing() == null ? 0 : Bits.countBoth(leaf.missing(), base);
      invalid = leaf.invalid() == null ? 0 : Bits.countBoth(leaf.invalid(), base);
    }
    return new Evaluation.Row(node.path(), count(node.met()), count(node.soFar()), lost, missing, invalid,
        fault);
  }

  private static int count(long @Nullable [] bits) {
    return bits == null ? -1 : Bits.count(bits);
  }
}
