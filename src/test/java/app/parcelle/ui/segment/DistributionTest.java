package app.parcelle.ui.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.evaluate.FieldColumn;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.table.Bits;

class DistributionTest {
  private final SmallShop shop = new SmallShop(200);

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

  private FieldColumn column(String name) {
    return shop.column(shop.fields().find(FieldRef.named(name)).orElseThrow(),
        new Segment.Reference.Project(),
        JobContext.silent());
  }
}
