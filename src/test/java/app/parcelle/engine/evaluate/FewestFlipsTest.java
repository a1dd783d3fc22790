package app.parcelle.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.AllOf;
import app.parcelle.engine.segment.Condition.AnyOf;
import app.parcelle.engine.segment.Condition.Everyone;
import app.parcelle.engine.segment.Condition.Not;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.SegmentPaths;

class FewestFlipsTest {
  private static final Condition A = leaf(0);
  private static final Condition B = leaf(1);
  private static final Condition C = leaf(2);

  /** Trees of up to nine conditions, some of which stand several times; compared with all sets of conditions there are. */
  @Property(tries = 3_000)
  void theNamedFlipsChangeMembershipAndNoSmallerSetDoes(@ForAll long seed) {
    Random random = new Random(seed);
    Condition rule = tree(random, 3);
    Map<Condition, Boolean> truth = new HashMap<>();
    List<Condition> leaves = leaves(rule);
    leaves.forEach(leaf -> truth.put(leaf, leaf instanceof Everyone || random.nextBoolean()));
    Optional<List<String>> found = FewestFlips.of(rule, truth::get);
    List<Condition> free = leaves.stream().filter(leaf -> !(leaf instanceof Everyone)).toList();
    int least = smallest(rule, truth, free);
    assertEquals(least >= 0, found.isPresent());
    if (found.isPresent()) {
      assertEquals(least, found.get().size());
      Set<Condition> changed = new LinkedHashSet<>(conditions(rule, found.get()));
      assertEquals(found.get().size(), changed.size());
      assertNotEquals(isTrue(rule, truth), isTrue(rule, flipped(truth, changed)));
    }
  }

  @Test
  void firstOfEqualsIsTheFirstInTheDocument() {
    assertEquals(Optional.of(List.of("/rule/any/0")),
        FewestFlips.of(new AnyOf(List.of(A, B, C)), _ -> false));
    assertEquals(Optional.of(List.of("/rule/all/0")), FewestFlips.of(new AllOf(List.of(A, B, C)), _ -> true));
  }

  @Test
  void everyMissingConditionOfAllIsNeeded() {
    assertEquals(Optional.of(List.of("/rule/all/0", "/rule/all/2")),
        FewestFlips.of(new AllOf(List.of(A, B, C)), B::equals));
  }

  @Test
  void aConditionThatStandsTwiceChangesInBothPlaces() {
    Condition either = new AnyOf(List.of(new AllOf(List.of(A, B)), new AllOf(List.of(new Not(A), C))));
    assertEquals(Optional.of(List.of("/rule/any/0/all/1")), FewestFlips.of(either, A::equals));
    assertEquals(Optional.empty(), FewestFlips.of(new AnyOf(List.of(A, new Not(A))), A::equals));
  }

  @Test
  void everyoneCannotBeChanged() {
    assertEquals(Optional.empty(), FewestFlips.of(new Everyone(), _ -> true));
    assertEquals(Optional.of(List.of("/rule/all/1/not")),
        FewestFlips.of(new AllOf(List.of(new Everyone(), new Not(A))), c -> true));
    assertFalse(FewestFlips.of(new Not(new Everyone()), _ -> true).isPresent());
    assertTrue(FewestFlips.of(new AnyOf(List.of(new Not(new Everyone()), A)), c -> c instanceof Everyone)
        .isPresent());
  }

  private static Condition leaf(int number) {
    return new Condition.NumberTest(FieldRef.named("f" + number), NumberOperator.EQUAL, BigDecimal.ONE, null,
        false);
  }

  private static Condition tree(Random random, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(6);
    return switch (kind) {
      case 1, 2 -> new AllOf(children(random, depth));
      case 3, 4 -> new AnyOf(children(random, depth));
      case 5 -> new Not(tree(random, depth - 1));
      default -> random.nextInt(12) == 0 ? new Everyone() : leaf(random.nextInt(9));
    };
  }

  private static List<Condition> children(Random random, int depth) {
    List<Condition> children = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      children.add(tree(random, depth - 1));
    }
    return children;
  }

  private static List<Condition> leaves(Condition rule) {
    return SegmentPaths.rows(rule)
        .stream()
        .map(SegmentPaths.Row::condition)
        .filter(Evaluator::isLeaf)
        .distinct()
        .toList();
  }

  private static List<Condition> conditions(Condition rule, List<String> paths) {
    return SegmentPaths.rows(rule)
        .stream()
        .filter(row -> paths.contains(row.path()))
        .map(SegmentPaths.Row::condition)
        .toList();
  }

  private static Map<Condition, Boolean> flipped(Map<Condition, Boolean> truth, Set<Condition> changed) {
    Map<Condition, Boolean> other = new HashMap<>(truth);
    changed.forEach(condition -> other.put(condition, !truth.get(condition)));
    return other;
  }

  /** The size of the smallest set that changes the rule, of all sets; -1 where none does. */
  private static int smallest(Condition rule, Map<Condition, Boolean> truth, List<Condition> free) {
    boolean is = isTrue(rule, truth);
    int least = -1;
    for (int set = 0; set < 1 << free.size(); set++) {
      Set<Condition> changed = new LinkedHashSet<>();
      for (int i = 0; i < free.size(); i++) {
        if ((set >> i & 1) == 1) {
          changed.add(free.get(i));
        }
      }
      if (isTrue(rule, flipped(truth, changed)) != is && (least < 0 || changed.size() < least)) {
        least = changed.size();
      }
    }
    return least;
  }

  private static boolean isTrue(Condition rule, Map<Condition, Boolean> truth) {
    return switch (rule) {
      case AllOf(var children) -> children.stream().allMatch(child -> isTrue(child, truth));
      case AnyOf(var children) -> children.stream().anyMatch(child -> isTrue(child, truth));
      case Not(var child) -> !isTrue(child, truth);
      default -> truth.get(rule);
    };
  }
}
