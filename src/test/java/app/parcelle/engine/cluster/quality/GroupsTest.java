package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/** Davies-Bouldin, Calinski-Harabasz and the simplified silhouette, on what they share. */
class GroupsTest {
  private static final Points FOUR = new Points(new double[]{4, 4, 7, 7}, 4, 1);

  private static Groups groups(Points points, int... labels) {
    try (Workers workers = new Workers(2)) {
      return Groups.of(points, labels, workers, JobContext.silent());
    }
  }

  private static double simplified(Points points, int... labels) {
    try (Workers workers = new Workers(2)) {
      return SimplifiedSilhouette.mean(points, labels, groups(points, labels), workers, JobContext.silent());
    }
  }

  /** Numbers of scikit-learn 1.2.1, where noise was taken away before. */
  @Test
  void davisBouldinAndCalinskiHarabaszAreThoseOfScikitLearn() {
    agrees(Irises.byPetal(), 0.712533745010806, 521.0354136225657);
    agrees(Irises.everyFourth(), 45.98182879147707, 0.07555311950799086);
    agrees(Irises.withNoise(), 0.6871697939740864, 440.45461271448505);
    agrees(Irises.withOneAlone(), 2.1356957616328405, 345.0892723489363);
  }

  private static void agrees(int[] labels, double daviesBouldin, double calinskiHarabasz) {
    Groups groups = groups(Irises.points(), labels);
    assertEquals(daviesBouldin, DaviesBouldin.of(groups), 1e-9);
    assertEquals(calinskiHarabasz, CalinskiHarabasz.of(groups), 1e-9);
  }

  @Test
  void equalRowsCountAsInScikitLearn() {
    assertEquals(0, DaviesBouldin.of(groups(FOUR, 0, 0, 1, 1)));
    assertEquals(1, CalinskiHarabasz.of(groups(FOUR, 0, 0, 1, 1)));
    assertEquals(0, DaviesBouldin.of(groups(FOUR, 0, 1, 0, 1)));
    assertEquals(0, CalinskiHarabasz.of(groups(FOUR, 0, 1, 0, 1)));
    assertEquals(2 / 3.0, DaviesBouldin.of(groups(FOUR, 0, 0, 0, 1)), 1e-15);
    assertEquals(1, CalinskiHarabasz.of(groups(FOUR, 0, 0, 0, 1)), 1e-15);
  }

  @Test
  void oneClusterOrNoneOrOnlySingleRowsHaveNoMeasure() {
    for (int[] labels : new int[][]{{0, 0, 0, 0}, {-1, -1, -1, -1}, {-1, 2, -1, -1}}) {
      assertEquals(Double.NaN, DaviesBouldin.of(groups(FOUR, labels)));
      assertEquals(Double.NaN, CalinskiHarabasz.of(groups(FOUR, labels)));
    }
    assertEquals(Double.NaN, CalinskiHarabasz.of(groups(FOUR, 0, 1, 2, 3)));
    assertEquals(0, DaviesBouldin.of(groups(FOUR, 0, 1, 2, 3)));
    assertEquals(0, groups(new Points(new double[0], 0, 1)).rows());
  }

  @Test
  void groupsHaveSizesCentresAndSpread() {
    Groups groups = groups(new Points(new double[]{1, 0, 3, 0, 9, 9, 7, 7}, 4, 2), 0, 0, -1, 2);

    assertArrayEquals(new int[]{2, 0, 1}, groups.sizes());
    assertArrayEquals(new double[]{2, 0, 0, 0, 7, 7}, groups.centres());
    assertArrayEquals(new double[]{1, 0, 0}, groups.radii());
    assertEquals(2, groups.within());
    assertEquals(2, groups.filled());
    assertEquals(3, groups.rows());
    assertEquals(1, groups.smallest());
  }

  @Property(tries = 30)
  void inertiaSplitsIntoWithinAndBetweenOnAnyNumberOfRows(@ForAll @IntRange(min = 2, max = 20_000) int rows,
      @ForAll @IntRange(min = 1, max = 4) int dims, @ForAll @IntRange(min = 1, max = 5) int k) {
    Points points = Crowds.noise(rows, dims, rows, RandomGenerator::nextGaussian).points();
    Groups parts = groups(points, Crowds.random(rows).ints(rows, 0, k).toArray());
    Groups all = groups(points, new int[rows]);

    assertEquals(all.within(), parts.within() + parts.between(), 1e-9 * all.within());
  }

  @Test
  void simplifiedSilhouetteComparesDistancesToCentres() {
    // centres at 1 and 8: distances 1 to 8, 1 to 6, 1 to 6, 1 to 8
    Points points = new Points(new double[]{0, 2, 7, 9, 50}, 5, 1);

    assertEquals((7 / 8.0 + 5 / 6.0) / 2, simplified(points, 0, 0, 1, 1, -1), 1e-12);
    assertEquals(1, simplified(FOUR, 0, 0, 1, 1));
  }

  @Test
  void simplifiedSilhouetteOfASingleRowOrASingleClusterIsZero() {
    assertEquals((1 - 1 / 8.0 + 1 - 1 / 6.0 + 0) / 3,
        simplified(new Points(new double[]{0, 2, 9 - 1}, 3, 1), 0, 0, 1), 0.05);
    assertEquals(0, simplified(FOUR, 0, 0, 0, 0));
    assertEquals(0, simplified(new Points(new double[4], 4, 1), 0, 1, 0, 1));
    assertEquals(Double.NaN, simplified(FOUR, -1, -1, -1, -1));
  }

  @Test
  void numberOfThreadsChangesNoDigit() {
    Points points = Crowds.noise(30_000, 3, 1, RandomGenerator::nextGaussian).points();
    int[] labels = Crowds.random(2).ints(30_000, -1, 6).toArray();
    try (Workers one = Workers.inline(); Workers three = new Workers(3)) {
      Groups alone = Groups.of(points, labels, one, JobContext.silent());
      Groups together = Groups.of(points, labels, three, JobContext.silent());

      assertArrayEquals(alone.centres(), together.centres());
      assertEquals(alone.within(), together.within());
      assertEquals(SimplifiedSilhouette.mean(points, labels, alone, one, JobContext.silent()),
          SimplifiedSilhouette.mean(points, labels, alone, three, JobContext.silent()));
      assertTrue(alone.within() > 0);
    }
  }
}
