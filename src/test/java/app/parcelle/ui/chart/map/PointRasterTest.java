package app.parcelle.ui.chart.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class PointRasterTest {
  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;
  private static final MapWindow ONE_TO_ONE = new MapWindow(0, 10, 1);

  private final int[] pixels = new int[100];
  private final PointRaster raster = new PointRaster(10, 10, pixels);

  private static PointCloud cloud(int[] groups, float... places) {
    return new PointCloud(places, groups);
  }

  private int at(int x, int y) {
    return pixels[y * 10 + x];
  }

  @Test
  void dotLiesWhereItsPointIsWithYUpwards() {
    raster.dots(cloud(new int[]{1}, 2.5f, 8.5f), ONE_TO_ONE, new int[]{RED}, 0, 1);

    assertTrue(at(2, 1) >>> 24 > 128 && (at(2, 1) >> 16 & 255) > 128, Integer.toHexString(at(2, 1)));
    assertEquals(5, Arrays.stream(pixels).filter(pixel -> pixel != 0).count());
  }

  @Test
  void dotsOutsideAndPointsOfNoGroupAreNotDrawn() {
    PointCloud cloud = cloud(new int[]{1, 1, 0, 1}, -50, 5, 5, 90, 5, 5, Float.NaN, Float.NaN);

    raster.dots(cloud, ONE_TO_ONE, new int[]{RED}, 0, 2);
    assertArrayEquals(new int[100], pixels);
    raster.density(cloud, ONE_TO_ONE, new int[]{RED}, 0, 2);
    assertArrayEquals(new int[100], pixels);
  }

  @Test
  void dotAtTheEdgeIsCut() {
    raster.dots(cloud(new int[]{1}, 0f, 10f), ONE_TO_ONE, new int[]{RED}, 0, 2);

    assertTrue(at(0, 0) != 0);
    assertEquals(0, at(9, 1));

    raster.dots(cloud(new int[]{1}, 9.5f, 0.5f), ONE_TO_ONE, new int[]{RED}, 0, 2);

    assertTrue(at(9, 9) != 0);
    assertEquals(0, at(0, 0));
  }

  @Test
  void highlightedGroupStandsOut() {
    PointCloud cloud = cloud(new int[]{1, 2}, 2.5f, 5.5f, 7.5f, 5.5f);

    raster.dots(cloud, ONE_TO_ONE, new int[]{RED, BLUE}, 2, 1);

    assertTrue(at(7, 4) >>> 24 > 2 * (at(2, 4) >>> 24), "the other is dimmed");
  }

  @Test
  void moreColourWhereMorePointsAre() {
    float[] places = new float[42];
    int[] groups = new int[21];
    for (int i = 0; i < 21; i++) {
      groups[i] = 1;
      places[2 * i] = i < 20 ? 1 : 9;
      places[2 * i + 1] = 5;
    }
    raster.density(new PointCloud(places, groups), ONE_TO_ONE, new int[]{RED}, 0, 1);

    assertEquals(255, at(1, 5) >>> 24);
    assertTrue(at(9, 5) >>> 24 > 30 && at(9, 5) >>> 24 < 128, Integer.toHexString(at(9, 5)));
  }

  @Test
  void nearestPointIsFoundWithinReach() {
    PointCloud cloud = cloud(new int[]{1, 2, 0}, 2, 5, 5, 5, 6.1f, 5);

    assertEquals(1, PointRaster.nearest(cloud, ONE_TO_ONE, 6, 5, 3));
    assertEquals(-1, PointRaster.nearest(cloud, ONE_TO_ONE, 9.5, 5, 3));
  }

  @Test
  void windowHoldsAllPointsButTheFarthest() {
    float[] places = new float[4_000];
    int[] groups = new int[2_000];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = 1;
      places[2 * i] = i % 100;
      places[2 * i + 1] = i % 37;
    }
    places[0] = 1e6f;
    MapWindow window = MapWindow.around(new PointCloud(places, groups), 400, 300);

    assertTrue(window.x(0) >= 0 && window.x(99) <= 400 && window.x(99) > 300);
    assertTrue(window.y(36) >= 0 && window.y(0) <= 300);
  }

  @Test
  void zoomKeepsWhatIsUnderThePointer() {
    MapWindow before = new MapWindow(-3, 8, 20);
    MapWindow after = before.zoomed(1.7, 120, 45).moved(0, 0);
    double x = before.left() + 120 / before.scale();
    double y = before.top() - 45 / before.scale();

    assertEquals(120, after.x(x), 1e-9);
    assertEquals(45, after.y(y), 1e-9);
    assertEquals(130, after.moved(10, 0).x(x), 1e-9);
  }
}
