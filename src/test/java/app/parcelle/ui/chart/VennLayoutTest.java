package app.parcelle.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import app.parcelle.ui.chart.VennLayout.Circle;

class VennLayoutTest {
  @Property(tries = 200)
  void twoCirclesAreExact(@ForAll @DoubleRange(min = 0, max = 1) double onlyFirst,
      @ForAll @DoubleRange(min = 0, max = 1) double onlySecond,
      @ForAll @DoubleRange(min = 0.01, max = 1) double both) {
    double all = onlyFirst + onlySecond + both;
    VennLayout layout = VennLayout.of(new double[]{0, onlyFirst / all, onlySecond / all, both / all});
    Circle a = layout.circles().get(0);
    Circle b = layout.circles().get(1);
    assertEquals((onlyFirst + both) / all, Math.PI * a.r() * a.r(), 1e-9);
    assertEquals((onlySecond + both) / all, Math.PI * b.r() * b.r(), 1e-9);
    assertEquals(both / all, VennLayout.lens(a.r(), b.r(), b.x() - a.x()), 1e-6);
    assertTrue(layout.error() < 0.003, layout.toString());
  }

  @Test
  void circlesApartTouchAndCirclesWithinAreWithin() {
    VennLayout apart = VennLayout.of(new double[]{0, 0.5, 0.5, 0});
    assertEquals(apart.circles().get(0).r() + apart.circles().get(1).r(), apart.circles().get(1).x(), 1e-9);
    VennLayout within = VennLayout.of(new double[]{0, 0.75, 0, 0.25});
    assertTrue(
        within.circles().get(1).x() <= within.circles().get(0).r() - within.circles().get(1).r() + 1e-6);
    assertTrue(within.spot(2).isEmpty());
    assertEquals(3, within.at(within.circles().get(1).x(), 0));
  }

  @Test
  void theAreaOfALensIsThatOfTheBook() {
    // two unit circles a radius apart share 2π/3 - √3/2
    assertEquals(2 * Math.PI / 3 - Math.sqrt(3) / 2, VennLayout.lens(1, 1, 1), 1e-12);
    assertEquals(Math.PI * 0.25, VennLayout.lens(0.5, 2, 0.3), 1e-12);
    assertEquals(0, VennLayout.lens(1, 1, 2));
  }

  @Test
  void areasAlongLinesAreThoseOfTheFormula() {
    double[] areas = VennAreas.of(List.of(new Circle(0, 0, 1), new Circle(1, 0, 1)));
    double lens = 2 * Math.PI / 3 - Math.sqrt(3) / 2;
    assertEquals(lens, areas[3], 0.003);
    assertEquals(Math.PI - lens, areas[1], 0.003);
    assertEquals(Math.PI - lens, areas[2], 0.003);
  }

  @Test
  void threeCirclesThatThereAreAreFoundAgain() {
    List<Circle> circles = List.of(new Circle(0, 0, 0.4), new Circle(0.45, 0, 0.35),
        new Circle(0.2, 0.35, 0.3));
    double[] areas = VennAreas.of(circles);
    double all = java.util.Arrays.stream(areas).sum();
    double[] shares = java.util.Arrays.stream(areas).map(area -> area / all).toArray();
    assertTrue(VennLayout.of(shares).error() < 0.005, String.valueOf(VennLayout.of(shares).error()));
  }

  @Property(tries = 60)
  void theErrorStatedIsThatOfTheAreasDrawn(@ForAll long seed) {
    Random random = new Random(seed);
    double[] shares = new double[8];
    double all = 0;
    for (int set = 1; set < 8; set++) {
      shares[set] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
      all += shares[set];
    }
    if (all == 0) {
      return;
    }
    for (int set = 1; set < 8; set++) {
      shares[set] /= all;
    }
    VennLayout layout = VennLayout.of(shares);
    double[] counted = new double[8];
    double[] bounds = layout.bounds();
    int points = 60_000;
    for (int i = 0; i < points; i++) {
      counted[layout.at(bounds[0] + (bounds[2] - bounds[0]) * random.nextDouble(),
          bounds[1] + (bounds[3] - bounds[1]) * random.nextDouble())]++;
    }
    double box = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]);
    for (int set = 1; set < 8; set++) {
      assertTrue(
          Math.abs(counted[set] / points * box - shares[set]) <= layout.error() + 0.02 * Math.max(1, box),
          layout.toString());
    }
  }

  @Test
  void theSpotOfARegionLiesInIt() {
    VennLayout layout = VennLayout.of(new double[]{0, 0.3, 0.2, 0.1, 0.2, 0.1, 0.05, 0.05});
    for (int set = 1; set < 8; set++) {
      var spot = layout.spot(set).orElseThrow();
      assertEquals(set, layout.at(spot.x(), spot.y()));
    }
  }
}
