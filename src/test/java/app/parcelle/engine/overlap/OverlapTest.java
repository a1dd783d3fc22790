package app.parcelle.engine.overlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.table.Bits;

class OverlapTest {
  private static final int MOST_CUSTOMERS = 700;

  @Property(tries = 400)
  void regionsAreWhatLookingAtEachCustomerGives(@ForAll long seed, @ForAll @IntRange(max = 12) int segments,
      @ForAll @IntRange(min = 1, max = MOST_CUSTOMERS) int customers) {
    Random random = new Random(seed);
    long[] base = random(random, customers, 0.8);
    List<long[]> members = memberships(random, segments, customers, base);

    Overlap overlap = Overlap.of(members, base, JobContext.silent());

    Map<Integer, Integer> counted = new HashMap<>();
    for (int customer = 0; customer < customers; customer++) {
      if (Bits.get(base, customer)) {
        int set = 0;
        for (int i = 0; i < segments; i++) {
          set |= Bits.get(members.get(i), customer) ? 1 << i : 0;
        }
        counted.merge(set, 1, Integer::sum);
      }
    }
    for (int set = 0; set < 1 << segments; set++) {
      assertEquals(counted.getOrDefault(set, 0), overlap.count(set));
    }
    assertTrue(overlap.regions().stream().allMatch(region -> region.count() > 0 && region.segments() > 0));
  }

  @Property(tries = 200)
  void regionsSumToTheUnionAndPairsAreIntersections(@ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int segments) {
    Random random = new Random(seed);
    long[] base = random(random, MOST_CUSTOMERS, 0.9);
    List<long[]> members = memberships(random, segments, MOST_CUSTOMERS, base);

    Overlap overlap = Overlap.of(members, base, JobContext.silent());

    long[] union = Bits.of(MOST_CUSTOMERS);
    members.forEach(one -> Bits.or(union, one));
    assertEquals(Bits.count(union), overlap.union());
    assertEquals(Bits.count(base), overlap.union() + overlap.outside());
    assertEquals(segments * (segments - 1) / 2, overlap.pairs().size());
    for (Pair pair : overlap.pairs()) {
      long[] first = members.get(pair.first());
      long[] second = members.get(pair.second());
      assertEquals(Bits.countBoth(first, second), pair.both());
      int any = Bits.count(Bits.either(first, second));
      assertEquals(any == 0 ? 0 : (double) pair.both() / any, pair.jaccard());
      assertEquals(pair.both(), Math.round(pair.firstInSecond() * overlap.sizes().get(pair.first())));
      assertEquals(pair.both(), Math.round(pair.secondInFirst() * overlap.sizes().get(pair.second())));
    }
    for (Overlap.Region region : overlap.regions()) {
      assertEquals(region.count(), Bits.count(Overlap.members(members, base, region.segments())));
    }
  }

  @Test
  void theLargestRegionComesFirstAndTheSimplerOfEqualOnes() {
    long[] a = bits("11110000");
    long[] b = bits("00111110");
    Overlap overlap = Overlap.of(List.of(a, b), Bits.full(8), JobContext.silent());
    assertEquals(List.of(new Overlap.Region(2, 3), new Overlap.Region(1, 2), new Overlap.Region(3, 2)),
        overlap.regions());
    assertEquals(1, overlap.outside());
    assertEquals(List.of(4, 5), overlap.sizes());
  }

  @Test
  void nineTenthsInCommonIsANearDuplicate() {
    assertTrue(new Pair(0, 1, 90, 95, 95).nearDuplicate());
    assertFalse(new Pair(0, 1, 89, 95, 94).nearDuplicate());
    assertFalse(new Pair(0, 1, 0, 0, 0).nearDuplicate());
  }

  @Test
  void theRuleOfARegionTakesInAndLeavesOut() {
    Condition a = new Condition.Known(app.parcelle.engine.segment.FieldRef.named("a"),
        Condition.Knowledge.KNOWN);
    Condition b = new Condition.Everyone();
    assertEquals(new Condition.AllOf(List.of(b, new Condition.Not(a))), Overlap.rule(2, List.of(a, b)));
    assertEquals(new Condition.AllOf(List.of(new Condition.Not(a), new Condition.Not(b))),
        Overlap.rule(0, List.of(a, b)));
  }

  @Test
  void moreThanTwelveAreRefused() {
    List<long[]> many = Collections.nCopies(13, Bits.of(8));
    assertThrows(IllegalArgumentException.class, () -> Overlap.of(many, Bits.full(8), JobContext.silent()));
  }

  @Property(tries = 100)
  void turningASquareTwiceGivesItBack(@ForAll long square) {
    long turned = RegionCounts.turned(square);
    assertEquals(square, RegionCounts.turned(turned));
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        assertEquals(square >>> (i * 8 + j) & 1, turned >>> (j * 8 + i) & 1);
      }
    }
  }

  private static List<long[]> memberships(Random random, int segments, int customers, long[] base) {
    List<long[]> members = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      long[] drawn = random(random, customers, random.nextDouble());
      if (i > 0 && random.nextInt(4) == 0) {
        drawn = members.getLast().clone();
      }
      Bits.and(drawn, base);
      members.add(drawn);
    }
    return members;
  }

  private static long[] random(Random random, int customers, double share) {
    long[] bits = Bits.of(customers);
    for (int i = 0; i < customers; i++) {
      if (random.nextDouble() < share) {
        Bits.set(bits, i);
      }
    }
    return bits;
  }

  private static long[] bits(String first) {
    long[] bits = Bits.of(first.length());
    for (int i = 0; i < first.length(); i++) {
      if (first.charAt(i) == '1') {
        Bits.set(bits, i);
      }
    }
    return bits;
  }
}
