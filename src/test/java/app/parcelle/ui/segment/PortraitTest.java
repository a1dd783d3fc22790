package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;

class PortraitTest {
  private final SmallShop shop = new SmallShop(200);

  @Test
  void everyoneIsLikeEveryone() {
    Portrait portrait = portrait(new Condition.Everyone());
    assertTrue(portrait.apart().stream().allMatch(apart -> apart.index() == 100));
  }

  @Test
  void revenueIsTheExactSumOverTheMembers() {
    Condition rule = new Condition.NumberTest(FieldRef.named("recency"), NumberOperator.AT_LEAST,
        BigDecimal.TEN,
        null, false);
    FieldColumn recency = column("recency");
    FieldColumn spent = column("monetary");
    long cents = IntStream.range(0, 200)
        .filter(c -> recency.values()[c] >= 10)
        .mapToLong(c -> spent.values()[c])
        .sum();
    Portrait portrait = portrait(rule);
    assertEquals(BigDecimal.valueOf(cents, 2), portrait.revenue());
    assertNotNull(portrait.basket());
    assertTrue(
        portrait.apart().stream().anyMatch(a -> a.field().name().equals("recency") && a.index() > 100));
    assertEquals(6, portrait.members().size());
  }

  @Test
  void nobodyHasNoPortrait() {
    Portrait portrait = portrait(new Condition.Not(new Condition.Everyone()));
    assertNull(portrait.revenue());
    assertTrue(portrait.members().isEmpty() && portrait.apart().isEmpty());
  }

  @Test
  void aDistributionHoldsEveryCustomerWithAValue() {
    FieldColumn age = column("Âge");
    Distribution distribution = Distribution.of(age);
    assertEquals(200 - Bits.count(age.missing()), distribution.bars().stream().mapToInt(i -> i).sum());
    assertTrue(
        distribution.low() >= 18 && distribution.high() <= 92 && distribution.low() < distribution.high());
  }

  @Test
  void textsAreRankedByHowManyHaveThem() {
    Distribution countries = Distribution.of(column("Pays"));
    assertEquals("France", countries.values().folded().getFirst().text());
    assertTrue(
        countries.values().folded().getFirst().count() >= countries.values().folded().getLast().count());
  }

  private Portrait portrait(Condition rule) {
    Segment segment = new Segment("", rule, new Segment.Reference.Project(), null);
    return Portrait.of(shop, segment, shop.evaluate(segment, JobContext.silent()), JobContext.silent());
  }

  private FieldColumn column(String name) {
    return shop.column(shop.fields().find(FieldRef.named(name)).orElseThrow(),
        new Segment.Reference.Project(),
        JobContext.silent());
  }
}
