package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** @param faulty the leaves that cannot be computed, by path; what they are part of is unknown */
  Counting(long[] base, Map<String, Message> faulty, Function<Condition, Evaluator.Leaf> leaves) {
    this.base = base;
    this.faulty = faulty;
    this.leaves = leaves;
  }

  /** Who is in; null where that is unknown. */
  long @Nullable [] members(Condition rule) {
    return bits(SegmentPaths.ROOT, rule, "");
  }

  /** Who meets a condition that has no fault. */
  long @Nullable [] bits(Condition condition) {
    return bits(SegmentPaths.ROOT, condition, "");
  }

  List<Evaluation.Row> rows(Condition rule) {
    List<Evaluation.Row> rows = new ArrayList<>();
    long[] members = members(rule);
    addRow(SegmentPaths.ROOT, rule, members, rule, members, rows);
    return rows;
  }

  /** @param soFar what is left after this node and its earlier siblings; null where unknown */
  private void addRow(String path, Condition node, long @Nullable [] soFar, Condition rule,
      long @Nullable [] members,
      List<Evaluation.Row> rows) {
    long[] alone = bits(path, node, "");
    Message fault = faulty.get(path);
    int missing = 0;
    int invalid = 0;
    if (fault == null && Evaluator.isLeaf(node)) {
      Evaluator.Leaf leaf = leaves.apply(node);
      missing = both(leaf.missing(), base);
      invalid = both(leaf.invalid(), base);
    }
    rows.add(new Evaluation.Row(path, count(alone), count(soFar), lost(path, rule, members),
        fault == null ? missing : -1, fault == null ? invalid : -1, fault));
    switch (node) {
      case Condition.AllOf(List<Condition> children) -> {
        long[] left = base.clone();
        for (int i = 0; i < children.size(); i++) {
          String child = SegmentPaths.all(path, i);
          left = combine(left, bits(child, children.get(i), ""), true);
          addRow(child, children.get(i), left, rule, members, rows);
        }
      }
      case Condition.AnyOf(List<Condition> children) -> {
        long[] left = new long[base.length];
        for (int i = 0; i < children.size(); i++) {
          String child = SegmentPaths.any(path, i);
          left = combine(left, bits(child, children.get(i), ""), false);
          addRow(child, children.get(i), left, rule, members, rows);
        }
      }
      case Condition.Not(Condition child) ->
        addRow(SegmentPaths.not(path), child, alone, rule, members, rows);
      default -> {
        // a leaf
      }
    }
  }

  private static long @Nullable [] combine(long @Nullable [] left, long @Nullable [] next, boolean and) {
    if (left == null || next == null) {
      return null;
    }
    long[] combined = left.clone();
    if (and) {
      Bits.and(combined, next);
    } else {
      Bits.or(combined, next);
    }
    return combined;
  }

  /** How many more members there would be without a node. Without the rule itself there is none, and everyone is left. */
  private int lost(String path, Condition rule, long @Nullable [] members) {
    if (members == null) {
      return 0;
    }
    long[] without = bits(SegmentPaths.ROOT, rule, path);
    return (without == null ? Bits.count(base) : Bits.count(without)) - Bits.count(members);
  }

  /**
   * Who meets a node, among the base.
   *
   * @param without a path whose node is left out; a group that is left with no child is left out too
   * @return null where it is unknown, or left out
   */
  private long @Nullable [] bits(String path, Condition node, String without) {
    if (path.equals(without) || faulty.containsKey(path)) {
      return null;
    }
    return switch (node) {
      case Condition.AllOf(List<Condition> children) -> {
        List<long @Nullable []> parts = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
          addPart(parts, SegmentPaths.all(path, i), children.get(i), without);
        }
        yield all(parts, true);
      }
      case Condition.AnyOf(List<Condition> children) -> {
        List<long @Nullable []> parts = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
          addPart(parts, SegmentPaths.any(path, i), children.get(i), without);
        }
        yield all(parts, false);
      }
      case Condition.Not(Condition child) -> {
        long[] inner = bits(SegmentPaths.not(path), child, without);
        yield inner == null ? null : complement(inner);
      }
      default -> {
        long[] met = leaves.apply(node).bits().clone();
        Bits.and(met, base);
        yield met;
      }
    };
  }

  private void addPart(List<long @Nullable []> parts, String path, Condition child, String without) {
    long[] bits = bits(path, child, without);
    boolean leftOut = without.equals(path) || without.startsWith(path + "/");
    if (bits != null || !leftOut) {
      parts.add(bits);
    }
  }

  /** All or any of the parts; null when there is none, or when one is unknown. */
  private static long @Nullable [] all(List<long @Nullable []> parts, boolean and) {
    long[] combined = null;
    for (long[] part : parts) {
      if (part == null) {
        return null;
      }
      combined = combined == null ? part : combine(combined, part, and);
    }
    return combined;
  }

  private long[] complement(long[] inner) {
    long[] not = base.clone();
    Bits.andNot(not, inner);
    return not;
  }

  private static int both(long[] a, long[] b) {
    int n = 0;
    for (int w = 0; w < a.length; w++) {
      n += Long.bitCount(a[w] & b[w]);
    }
    return n;
  }

  private static int count(long @Nullable [] bits) {
    return bits == null ? -1 : Bits.count(bits);
  }
}
