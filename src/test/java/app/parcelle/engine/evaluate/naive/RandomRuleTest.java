package app.parcelle.engine.evaluate.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.SegmentPaths;

/** A comparison on conditions that hold nobody or everybody would show little. */
class RandomRuleTest {
  private static final Set<Class<?>> GROUPS = Set.of(Condition.AllOf.class, Condition.AnyOf.class,
      Condition.Not.class);
  /** They are only within others, where no row tells of them. */
  private static final Set<Class<?>> OF_ROWS = Set.of(Condition.StepTest.class, Condition.Occurrence.class);

  /** How many conditions of a kind there were, and how many held some of the base, and not all. */
  private static final class Tally {
    private int all;
    private int some;

    @Override
    public String toString() {
      return some + " of " + all;
    }
  }

  @Test
  void everyKindOfConditionIsDrawnAndMostHoldSomeCustomersAndNotAll() {
    Map<String, Tally> tallies = new TreeMap<>();
    for (long seed = 1; seed <= 12; seed++) {
      NaiveWorld world = RandomWorld.of(seed);
      for (int rule = 0; rule < 100; rule++) {
        count(world, RandomRule.segment(seed * 1_000 + rule, 3), tallies);
      }
    }
    Set<String> drawn = new HashSet<>(tallies.keySet());
    Arrays.stream(Condition.class.getPermittedSubclasses())
        .filter(kind -> !GROUPS.contains(kind) && !OF_ROWS.contains(kind))
        .forEach(kind -> assertTrue(drawn.remove(kind.getSimpleName()), () -> kind + " in " + tallies));
    assertEquals(Set.of(), drawn);
    int all = tallies.values().stream().mapToInt(t -> t.all).sum();
    int some = tallies.values().stream().mapToInt(t -> t.some).sum();
    assertTrue(some * 10 > all * 6, tallies::toString);
    tallies.forEach((kind, tally) -> assertTrue(kind.equals("Everyone") || tally.some * 5 > tally.all,
        () -> kind + ": " + tallies));
  }

  private static void count(NaiveWorld world, Segment segment, Map<String, Tally> tallies) {
    NaiveModel model = new NaiveModel(world, segment);
    for (SegmentPaths.Row row : SegmentPaths.rows(segment.rule())) {
      Condition condition = row.condition();
      if (!GROUPS.contains(condition.getClass())) {
        int members = model.meeting(condition).size();
        Tally tally = tallies.computeIfAbsent(condition.getClass().getSimpleName(), k -> new Tally());
        tally.all++;
        tally.some += members > 0 && members < model.base().size() ? 1 : 0;
      }
    }
  }
}
