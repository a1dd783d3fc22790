package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;

class UnimodalFitTest {
  @Test
  void skewedValuesKeepTheirQuantiles() {
    double[] values = Crowds.noise(2_000, 1, 3, RandomGenerator::nextExponential).values();
    UnimodalFit fit = UnimodalFit.of(values);
    Arrays.sort(values);

    for (double share : new double[]{0.1, 0.5, 0.9, 0.99}) {
      assertEquals(values[(int) (share * 2_000)], fit.quantile(share),
          0.05 + 0.05 * values[(int) (share * 2_000)]);
    }
  }

  @Test
  void gapBetweenTwoHumpsIsFilled() {
    double[] values = Crowds
        .noise(2_000, 1, 4, random -> random.nextGaussian() + (random.nextBoolean() ? 20 : 0))
        .values();
    UnimodalFit fit = UnimodalFit.of(values);

    long between = IntStream.range(0, 1_000)
        .mapToDouble(i -> fit.quantile((i + 0.5) / 1_000))
        .filter(v -> v > 4 && v < 16)
        .count();
    assertTrue(between > 200, "between " + between);
  }

  @Test
  void levelsStayLevels() {
    double[] values = new double[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 8 < 5 ? 1 : i % 8 < 7 ? 2 : 3;
    }
    UnimodalFit fit = UnimodalFit.of(values);

    assertEquals(1, fit.quantile(0.62));
    assertEquals(2, fit.quantile(0.63));
    assertEquals(2, fit.quantile(0.87));
    assertEquals(3, fit.quantile(0.88));
  }

  @Test
  void levelsBetweenTwoHumpsAreFilledToo() {
    double[] values = new double[900];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 9 == 8 ? 3 : i % 2 == 0 ? 1 : 5;
    }
    UnimodalFit fit = UnimodalFit.of(values);

    double share = IntStream.range(0, 900)
        .filter(i -> fit.quantile((i + 0.5) / 900) == 3)
        .count()
        / 900.0;
    assertTrue(share > 0.2, "share " + share);
  }

  @Test
  void constantColumnStaysConstant() {
    UnimodalFit fit = UnimodalFit.of(new double[]{7, 7, 7});

    assertEquals(7, fit.quantile(0.01));
    assertEquals(7, fit.quantile(0.99));
  }
}
