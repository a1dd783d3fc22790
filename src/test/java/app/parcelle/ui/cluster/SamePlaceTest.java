package app.parcelle.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class SamePlaceTest {
  @Test
  void crowdStandsAroundItsPlace() {
    float[] places = new float[2 * 101];
    Arrays.fill(places, 10);
    places[200] = 110;
    places[201] = Float.NaN;
    SamePlace.spread(places);
    assertArrayEquals(new float[]{10, 10}, Arrays.copyOf(places, 2));
    assertTrue(Float.isNaN(places[201]));

    // far from the origin one way, as a place in the north is
    places = new float[2 * 101];
    Arrays.fill(places, 10);
    for (int point = 0; point <= 100; point++) {
      places[2 * point + 1] = 1_000;
    }
    places[200] = 110;
    SamePlace.spread(places);
    long apart = 0;
    for (int point = 0; point < 100; point++) {
      double away = Math.hypot(places[2 * point] - 10, places[2 * point + 1] - 1_000);
      assertTrue(away <= 3.01, () -> "so far: " + away);
      apart += away > 0 ? 1 : 0;
    }
    assertEquals(99, apart);
    assertEquals(110, places[200]);
  }

  @Test
  void whoStandsAloneStaysThere() {
    float[] places = {1, 2, 3, 4, 5, 6};
    SamePlace.spread(places);
    assertArrayEquals(new float[]{1, 2, 3, 4, 5, 6}, places);
  }
}
