package app.parcelle.ui.chart.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;

class PointGridTest {
  private static final int ROWS = 20_000;

  private final SplittableRandom random = new SplittableRandom(11);
  private final PointCloud cloud = cloud();
  private final PointGrid grid = new PointGrid(cloud, JobContext.silent());

  /** Two heaps, a few far away, some without a place. */
  private PointCloud cloud() {
    float[] places = new float[2 * ROWS];
    int[] groups = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      groups[row] = row % 3;
      double far = row % 5_000 == 7 ? 1_000 : 1;
      places[2 * row] = (float) (far * (random.nextGaussian() + 4 * (row % 2)));
      places[2 * row + 1] = (float) (far * random.nextGaussian());
      if (row % 97 == 0) {
        places[2 * row] = Float.NaN;
      }
    }
    return new PointCloud(places, groups);
  }

  @Test
  void everyPointWithAPlaceIsThereOnceWithItsGroup() {
    int[] sorted = grid.rows.clone();
    Arrays.sort(sorted);
    int[] drawn = java.util.stream.IntStream.range(0, ROWS).filter(cloud::drawn).toArray();

    assertArrayEquals(drawn, sorted);
    for (int at = 0; at < grid.size(); at++) {
      assertEquals(cloud.groups()[grid.rows[at]], grid.sorted.groups()[at]);
      assertEquals(cloud.places()[2 * grid.rows[at] + 1], grid.sorted.places()[2 * at + 1]);
    }
  }

  @Test
  void lassoSelectsWhatABruteForceTestSelects() {
    for (int round = 0; round < 50; round++) {
      int corners = 3 + random.nextInt(40);
      double reach = round % 5 == 0 ? 5_000 : random.nextDouble(0.2, 6);
      double[] x = random.doubles(corners, -reach, reach).toArray();
      double[] y = random.doubles(corners, -reach, reach).toArray();
      Lasso lasso = new Lasso(x, y);
      long[] expected = Bits.of(ROWS);
      for (int row = 0; row < ROWS; row++) {
        if (cloud.drawn(row) && odd(x, y, cloud.places()[2 * row], cloud.places()[2 * row + 1])) {
          Bits.set(expected, row);
        }
      }
      assertArrayEquals(expected, grid.within(lasso, JobContext.silent()));
    }
  }

  /** Crossings of a ray to the right, edge by edge. */
  private static boolean odd(double[] x, double[] y, double atX, double atY) {
    int crossings = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      double low = Math.min(y[i], y[next]);
      double high = Math.max(y[i], y[next]);
      if (low <= atY && atY < high) {
        double share = (atY - y[i]) / (y[next] - y[i]);
        crossings += x[i] + share * (x[next] - x[i]) > atX ? 1 : 0;
      }
    }
    return crossings % 2 == 1;
  }

  @Test
  void nearestIsTheNearestOfAll() {
    for (int round = 0; round < 200; round++) {
      double x = random.nextDouble(-4, 8);
      double y = random.nextDouble(-4, 4);
      double least = 0.3 * 0.3;
      int nearest = -1;
      for (int row = 0; row < ROWS; row++) {
        double right = cloud.places()[2 * row] - x;
        double up = cloud.places()[2 * row + 1] - y;
        if (right * right + up * up < least) {
          least = right * right + up * up;
          nearest = row;
        }
      }
      assertEquals(nearest, grid.nearest(x, y, 0.3));
    }
  }

  @Test
  void runsOfAWindowHoldAllThatIsInSight() {
    MapWindow window = new MapWindow(-0.5, 1, 100);
    int[] runs = grid.runs(window, 300, 200);
    boolean[] held = new boolean[ROWS];
    int count = 0;
    for (int run = 0; run < runs.length; run += 2) {
      for (int at = runs[run]; at < runs[run + 1]; at++) {
        held[grid.rows[at]] = true;
        count++;
      }
    }
    for (int row = 0; row < ROWS; row++) {
      double x = window.x(cloud.places()[2 * row]);
      double y = window.y(cloud.places()[2 * row + 1]);
      assertTrue(held[row] || !(x >= 0 && x < 300 && y >= 0 && y < 200));
    }
    assertTrue(count < ROWS / 2, count + " of " + ROWS);
  }

  @Test
  void cloudWithoutPointsHasNoneNear() {
    assertEquals(-1, PointGrid.EMPTY.nearest(0, 0, 100));
    assertEquals(0, PointGrid.EMPTY.within(new Lasso(new double[]{0, 1, 1}, new double[]{0, 0, 1}),
        JobContext.silent()).length);
  }
}
