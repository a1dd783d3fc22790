package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.SegmentPaths;

/**
 * The fewest conditions of a rule whose truth has to change for the rule to change its own. In a tree where every condition stands
 * once this is one walk: what "all" needs to become true is what its children that are false need together, to become
 * false what the cheapest of them needs; "any" is its mirror. Conditions that stand several times change together, so that their
 * truth is fixed before each walk, in every way there is.
 */
final class FewestFlips {
  /** Of the conditions that stand several times so many may change; each doubles the work. */
  private static final int MOST_SHARED = 12;

  private final Map<Condition, Leaf> leaves = new HashMap<>();
  private final List<Condition> shared = new ArrayList<>();

  /** A condition without children. */
  private static final class Leaf {
    private final int position;
    private final String path;
    private final boolean met;
    private int places;

    Leaf(int position, String path, boolean met) {
      this.position = position;
      this.path = path;
      this.met = met;
    }
  }

  private FewestFlips(Condition rule, Predicate<Condition> met) {
    for (SegmentPaths.Row row : SegmentPaths.rows(rule)) {
      if (Evaluator.isLeaf(row.condition())) {
        Condition condition = row.condition();
        Leaf leaf = leaves.computeIfAbsent(condition,
            c -> new Leaf(leaves.size(), row.path(), met.test(c)));
        if (++leaf.places == 2 && isChangeable(condition) && shared.size() < MOST_SHARED) {
          shared.add(condition);
        }
      }
    }
  }

  /**
   * The conditions to change, by the path of their first place, in document order.
   *
   * @param met whether a condition without children is true
   * @return empty where no change of conditions changes the rule
   */
  static Optional<List<String>> of(Condition rule, Predicate<Condition> met) {
    FewestFlips flips = new FewestFlips(rule, met);
    boolean wanted = !flips.isTrue(rule);
    List<Leaf> best = null;
    for (int changed = 0; changed < 1 << flips.shared.size(); changed++) {
      List<Leaf> found = flips.with(changed, rule, wanted);
      if (found != null && (best == null || isBetter(found, best))) {
        best = found;
      }
    }
    return Optional.ofNullable(best).map(found -> found.stream().map(leaf -> leaf.path).toList());
  }

  private static boolean isChangeable(Condition condition) {
    return !(condition instanceof Condition.Everyone);
  }

  private boolean isTrue(Condition condition) {
    return switch (condition) {
      case Condition.AllOf(var children) -> children.stream().allMatch(this::isTrue);
      case Condition.AnyOf(var children) -> children.stream().anyMatch(this::isTrue);
      case Condition.Not(var child) -> !isTrue(child);
      default -> leaf(condition).met;
    };
  }

  private Leaf leaf(Condition condition) {
    Leaf leaf = leaves.get(condition);
    if (leaf == null) {
      throw new IllegalArgumentException("not of the rule");
    }
    return leaf;
  }

  /** The best where exactly those of the shared conditions change whose bit is set. */
  private @Nullable List<Leaf> with(int changed, Condition rule, boolean wanted) {
    List<Leaf> best = best(rule, wanted, changed);
    if (best == null) {
      return null;
    }
    List<Leaf> all = new ArrayList<>(best);
    for (int i = 0; i < shared.size(); i++) {
      if ((changed >> i & 1) == 1) {
        all.add(leaf(shared.get(i)));
      }
    }
    all.sort((a, b) -> Integer.compare(a.position, b.position));
    return all;
  }

  private @Nullable List<Leaf> best(Condition condition, boolean wanted, int changed) {
    return switch (condition) {
      case Condition.AllOf(var children) -> wanted
          ? together(children, true, changed)
          : cheapest(children, false, changed);
      case Condition.AnyOf(var children) -> wanted
          ? cheapest(children, true, changed)
          : together(children, false, changed);
      case Condition.Not(var child) -> best(child, !wanted, changed);
      default -> ofLeaf(condition, wanted, changed);
    };
  }

  private @Nullable List<Leaf> ofLeaf(Condition condition, boolean wanted, int changed) {
    Leaf leaf = leaf(condition);
    int at = shared.indexOf(condition);
    if (at >= 0) {
      return (leaf.met != ((changed >> at & 1) == 1)) == wanted ? List.of() : null;
    }
    boolean free = leaf.places == 1 && isChangeable(condition);
    return leaf.met == wanted ? List.of() : free ? List.of(leaf) : null;
  }

  private @Nullable List<Leaf> together(List<Condition> children, boolean wanted, int changed) {
    List<Leaf> all = new ArrayList<>();
    for (Condition child : children) {
      List<Leaf> needed = best(child, wanted, changed);
      if (needed == null) {
        return null;
      }
      all.addAll(needed);
    }
    return all;
  }

  private @Nullable List<Leaf> cheapest(List<Condition> children, boolean wanted, int changed) {
    List<Leaf> cheapest = null;
    for (Condition child : children) {
      List<Leaf> needed = best(child, wanted, changed);
      if (needed != null && (cheapest == null || needed.size() < cheapest.size())) {
        cheapest = needed;
      }
    }
    return cheapest;
  }

  /** Smaller, or of the same size and earlier in the document. */
  private static boolean isBetter(List<Leaf> one, List<Leaf> other) {
    if (one.size() != other.size()) {
      return one.size() < other.size();
    }
    List<Integer> earlier = positions(one);
    List<Integer> later = positions(other);
    for (int i = 0; i < earlier.size(); i++) {
      int compared = earlier.get(i).compareTo(later.get(i));
      if (compared != 0) {
        return compared < 0;
      }
    }
    return false;
  }

  private static List<Integer> positions(List<Leaf> leaves) {
    List<Integer> positions = new ArrayList<>(leaves.stream().map(leaf -> leaf.position).toList());
    Collections.sort(positions);
    return positions;
  }
}
