package app.parcelle.ui.chart.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.ui.chart.Picked;

class PointRasterTest {
  private static final int RED = 0xFFFF0000;
  private static final int GREY = 0xFF808080;
  private static final int BLUE = 0xFF0000FF;
  private static final MapWindow ONE_TO_ONE = new MapWindow(0, 10, 1);

  private final int[] pixels = new int[100];
  private final PointRaster raster = new PointRaster().on(10, 10, pixels);

  private void dots(PointCloud cloud, int radius, int highlighted, int... colours) {
    raster.dots(cloud, new int[]{0, cloud.size()}, 1, ONE_TO_ONE,
        new Ink(colours, highlighted, Picked.NONE, new int[0]), radius);
  }

  private int density(PointCloud cloud, int cell, int... colours) {
    return raster.density(cloud, new int[]{0, cloud.size()}, 1, ONE_TO_ONE, Ink.plain(colours), cell);
  }

  private static PointCloud cloud(int[] groups, float... places) {
    return new PointCloud(places, groups);
  }

  private int at(int x, int y) {
    return pixels[y * 10 + x];
  }

  @Test
  void dotLiesWhereItsPointIsWithYUpwards() {
    dots(cloud(new int[]{1}, 2.5f, 8.5f), 1, 0, GREY, RED);

    assertTrue(at(2, 1) >>> 24 > 128 && (at(2, 1) >> 16 & 255) > 128, Integer.toHexString(at(2, 1)));
    assertEquals(5, Arrays.stream(pixels).filter(pixel -> pixel != 0).count());
  }

  @Test
  void pointsOutsideAndThoseWithoutPlaceAreNotDrawn() {
    PointCloud cloud = cloud(new int[]{1, 1, 0, 1}, -50, 5, 5, 90, Float.NaN, 5, Float.NaN, Float.NaN);

    dots(cloud, 2, 0, GREY, RED);
    assertArrayEquals(new int[100], pixels);
    assertEquals(0, density(cloud, 2, GREY, RED));
    assertArrayEquals(new int[100], pixels);
  }

  @Test
  void pointsOfNoGroupHaveTheColourOfNone() {
    dots(cloud(new int[]{0}, 2.5f, 8.5f), 1, 0, GREY, RED);

    assertEquals(at(2, 1) >> 16 & 255, at(2, 1) & 255);
    assertTrue(at(2, 1) != 0);
  }

  @Test
  void densityCountsEveryPointInSightOnce() {
    RandomGenerator random = new SplittableRandom(5);
    float[] places = new float[2_000];
    int[] groups = new int[1_000];
    int inSight = 0;
    for (int i = 0; i < 1_000; i++) {
      places[2 * i] = (float) random.nextDouble(-5, 15);
      places[2 * i + 1] = (float) random.nextDouble(-5, 15);
      double y = 10 - places[2 * i + 1];
      inSight += places[2 * i] >= 0 && places[2 * i] < 10 && y >= 0 && y < 10 ? 1 : 0;
    }
    PointCloud cloud = new PointCloud(places, groups);
    PointGrid grid = new PointGrid(cloud, JobContext.silent());

    assertEquals(inSight, density(cloud, 2, GREY, RED));
    assertEquals(inSight, raster.density(grid.sorted, grid.runs(ONE_TO_ONE, 10, 10), 1, ONE_TO_ONE,
        Ink.plain(GREY, RED), 3));
  }

  @Test
  void dotAtTheEdgeIsCut() {
    dots(cloud(new int[]{1}, 0f, 10f), 2, 0, GREY, RED);

    assertTrue(at(0, 0) != 0);
    assertEquals(0, at(9, 1));

    dots(cloud(new int[]{1}, 9.5f, 0.5f), 2, 0, GREY, RED);

    assertTrue(at(9, 9) != 0);
    assertEquals(0, at(0, 0));
  }

  @Test
  void highlightedGroupStandsOut() {
    PointCloud cloud = cloud(new int[]{1, 2}, 2.5f, 5.5f, 7.5f, 5.5f);

    dots(cloud, 1, 2, GREY, RED, BLUE);

    assertTrue(at(7, 4) >>> 24 > 2 * (at(2, 4) >>> 24), "the other is dimmed");
  }

  @Test
  void selectedRowsStandOutWhateverTheOrderOfPoints() {
    PointCloud cloud = cloud(new int[]{1, 1}, 2.5f, 5.5f, 7.5f, 5.5f);
    long[] secondRow = {0b10};

    raster.dots(cloud, new int[]{0, 2}, 1, ONE_TO_ONE,
        new Ink(new int[]{GREY, RED}, 0, secondRow, new int[]{1, 0}), 1);

    assertTrue(at(2, 4) >>> 24 > 2 * (at(7, 4) >>> 24), "the first point is of the second row");
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
    density(new PointCloud(places, groups), 1, GREY, RED);

    assertEquals(255, at(1, 5) >>> 24);
    assertTrue(at(9, 5) >>> 24 > 30 && at(9, 5) >>> 24 < 128, Integer.toHexString(at(9, 5)));
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
