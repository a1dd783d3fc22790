package app.parcelle.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.table.Bits;

/**
 * How many more members there would be without each node of a rule, from one walk over its nodes: on the way down it is known who
 * would be a member if everybody met the node, and who if nobody did.
 *
 * <p>To leave a node out of "all" is to say that everybody meets it, and of "any" that nobody does. A group with one child goes
 * with it, and so does a "not"; without the rule itself everyone of the base is in.
 */
final class MarginalLoss {
  private final Map<String, Integer> lost = new HashMap<>();
  private final int members;

  private MarginalLoss(int members) {
    this.members = members;
  }

  /** By path, negative where there would be fewer; empty where it is unknown who the members are. */
  static Map<String, Integer> of(Counting.Node root, long[] base) {
    if (root.met() == null) {
      return Map.of();
    }
    MarginalLoss loss = new MarginalLoss(Bits.count(root.met()));
    loss.add(root, base, new long[base.length], base);
    return loss.lost;
  }

  /**
   * @param ifMet the members if everyone met this node
   * @param ifNot the members if nobody did
   * @param without the members without this node
   */
  private void add(Counting.Node node, long[] ifMet, long[] ifNot, long[] without) {
    lost.put(node.path(), Bits.count(without) - members);
    switch (node.condition()) {
      case Condition.AllOf g -> eachBeside(node.children(), Bits::both, (child, others) -> {
        long[] everyone = others == null ? ifMet : Bits.choose(others, ifMet, ifNot);
        add(child, everyone, ifNot, others == null ? without : everyone);
      });
      case Condition.AnyOf g -> eachBeside(node.children(), Bits::either, (child, others) -> {
        long[] nobody = others == null ? ifNot : Bits.choose(others, ifMet, ifNot);
        add(child, ifMet, nobody, others == null ? without : nobody);
      });
      default -> node.children().forEach(child -> add(child, ifNot, ifMet, without));
    }
  }

  private interface Beside {
    /** @param others who meets all (or any) of the other children; null where there is none */
    void on(Counting.Node child, long @Nullable [] others);
  }

  private static void eachBeside(List<Counting.Node> children, BinaryOperator<long[]> combination,
      Beside body) {
    long[] behind = null;
    for (int i = children.size() - 1; i >= 0; i--) {
      long[] before = i == 0 ? null : children.get(i - 1).soFar();
      body.on(children.get(i), combined(before, behind, combination));
      behind = combined(children.get(i).met(), behind, combination);
    }
  }

  private static long @Nullable [] combined(long @Nullable [] a, long @Nullable [] b,
      BinaryOperator<long[]> combination) {
    return a == null ? b : b == null ? a : combination.apply(a, b);
  }
}
