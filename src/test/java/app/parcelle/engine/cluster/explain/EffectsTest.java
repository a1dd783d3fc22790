package app.parcelle.engine.cluster.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.explain.Portrait.Difference;

class EffectsTest {
  /** Borenstein and others, 2009, page 27: means 103 and 100, deviations 5.5 and 4.5, 50 each. */
  @Test
  void publishedExampleOfHedges() {
    Difference g = Effects.hedges(50, 103, 49 * 5.5 * 5.5, 50, 100, 49 * 4.5 * 4.5);
    assertEquals(0.5924, g.value(), 5e-5);
    assertEquals(0.0411, Math.pow((g.high() - g.low()) / 2 / 1.96, 2), 5e-5);
  }

  /** Three times as frequent as among the others: 30 of 100 against 20 of 200; the ratio's interval is 1.797 to 5.008. */
  @Test
  void liftHasTheIntervalOfKatzBroughtToEveryone() {
    Difference lift = Effects.lift(30, 100, 20, 200);
    assertEquals(1.8, lift.value(), 1e-12);
    assertEquals(1.419914632468896, lift.low(), 1e-9);
    assertEquals(2.14378843586482, lift.high(), 1e-9);
  }

  @Test
  void valueThatOneSideLacksHasAnInterval() {
    Difference none = Effects.lift(0, 50, 40, 100);
    assertEquals(0, none.value());
    assertTrue(none.high() < 1 && none.low() == 0, none::toString);
    Difference only = Effects.lift(20, 50, 0, 100);
    assertEquals(3, only.value(), 1e-12);
    assertTrue(only.low() > 1 && only.high() <= 3, only::toString);
    assertEquals(new Difference(1, 1, 1), Effects.lift(50, 50, 0, 0));
  }

  @Test
  void withoutSpreadOnlyEqualMeansCompare() {
    assertEquals(new Difference(0, 0, 0), Effects.hedges(3, 5, 0, 4, 5, 0));
    assertTrue(Double.isNaN(Effects.hedges(3, 5, 0, 4, 6, 0).value()));
    assertTrue(Double.isNaN(Effects.hedges(1, 5, 0, 1, 6, 0).value()));
  }

  /** Of 400 pairs of samples from one crowd, about 95 % of the intervals hold 0. */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    Random random = new Random(3);
    int held = 0;
    for (int trial = 0; trial < 400; trial++) {
      double[] a = random.doubles(30).toArray();
      double[] b = random.doubles(50).toArray();
      Difference g = Effects.hedges(30, mean(a), squares(a), 50, mean(b), squares(b));
      held += g.low() <= 0 && g.high() >= 0 ? 1 : 0;
    }
    assertTrue(held >= 368 && held <= 394, "held " + held);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
  }
}
