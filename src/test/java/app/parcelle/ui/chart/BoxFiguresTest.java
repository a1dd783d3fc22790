package app.parcelle.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.points.Quantile;

class BoxFiguresTest {
  @Test
  void figuresOfNineNumbersAreThoseOfTheDefinition() {
    BoxFigures figures = BoxFigures.of(DoubleStream.of(7, 1, 2, 3, 4, 5, 6, 8, 100, Double.NaN));

    assertEquals(new BoxFigures(9, 1, 3, 5, 7, 8, 1), figures);
  }

  @Test
  void whiskersAreTheFarthestValuesWithinReach() {
    SplittableRandom random = new SplittableRandom(9);
    for (int round = 0; round < 200; round++) {
      double[] values = random.doubles(1 + random.nextInt(40), -1, 1).map(v -> v * v * v).toArray();
      BoxFigures figures = BoxFigures.of(Arrays.stream(values));
      double reach = 1.5 * (figures.third() - figures.first());
      double low = Arrays.stream(values).filter(v -> v >= figures.first() - reach).min().orElseThrow();
      double high = Arrays.stream(values).filter(v -> v <= figures.third() + reach).max().orElseThrow();
      long outside = Arrays.stream(values).filter(v -> v < low || v > high).count();

      assertEquals(low, figures.low());
      assertEquals(high, figures.high());
      assertEquals(outside, figures.outside());
      assertTrue(figures.first() <= figures.median() && figures.median() <= figures.third());
    }
  }

  @Test
  void quantileLiesBetweenValuesAsInTypeSeven() {
    assertEquals(1.75, Quantile.of(new double[]{1, 2, 3, 4}, 0.25), 1e-12);
    assertEquals(2.5, Quantile.of(new double[]{1, 2, 3, 4}, 0.5), 1e-12);
    assertEquals(3, Quantile.of(new double[]{3}, 0.9), 1e-12);
  }

  @Test
  void noValueHasNoFigures() {
    BoxFigures none = BoxFigures.of(DoubleStream.of(Double.NaN));

    assertEquals(0, none.count());
    assertTrue(Double.isNaN(none.median()));
  }

  @Test
  void ticksAreRoundNumbersWithinTheRange() {
    assertArrayEquals(new double[]{0, 20, 40, 60, 80}, Ticks.of(-3, 97, 6), 1e-9);
    assertArrayEquals(new double[]{0.5, 1, 1.5}, Ticks.of(0.3, 1.7, 3), 1e-9);
    assertArrayEquals(new double[]{5}, Ticks.of(5, 5, 3));
  }
}
