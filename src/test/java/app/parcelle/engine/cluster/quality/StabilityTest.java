package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;
import app.parcelle.engine.cluster.Crowds.Crowd;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

class StabilityTest {
  private static final Crowd THREE = Crowds.groups(300, new double[][]{{0, 0}, {20, 0}, {0, 20}},
      new double[]{0.5, 0.3, 0.2}, 1);

  private static double[][] stability(Points points, Choice.Refit refit, int threads, int[]... labellings) {
    try (Workers workers = new Workers(threads)) {
      return Stability.of(points, List.of(labellings), refit, 10, 7, workers, JobContext.silent());
    }
  }

  private static Choice.Refit kMeans() {
    return Choice.Refit.kMeans(3, JobContext.silent());
  }

  @Test
  void groupsFarApartComeAgain() {
    assertArrayEquals(new double[]{1, 1, 1}, stability(THREE.points(), kMeans(), 2, THREE.truth())[0]);
  }

  @Test
  void aGroupCutInTwoDissolvesAndTheOthersStay() {
    int[] cut = THREE.truth().clone();
    for (int row = 0; row < cut.length; row++) {
      cut[row] = cut[row] == 0 ? row % 2 * 3 : cut[row];
    }

    double[] stability = stability(THREE.points(), kMeans(), 2, cut)[0];

    assertTrue(stability[0] < 0.75 && stability[3] < 0.75, () -> Arrays.toString(stability));
    assertEquals(1, stability[1], 0.1);
    assertEquals(1, stability[2], 0.1);
  }

  @Test
  void aClusterLostInNoiseIsNotFoundAgain() {
    Choice.Refit allNoise = (sample, _, _) -> _ -> {
      int[] labels = new int[sample.rows()];
      Arrays.fill(labels, -1);
      return labels;
    };
    assertArrayEquals(new double[]{0, 0, 0}, stability(THREE.points(), allNoise, 1, THREE.truth())[0]);
  }

  @Test
  void rowsThatWereNoiseAndAreFoundInAClusterCountAgainstIt() {
    int[] half = THREE.truth().clone();
    for (int row = 0; row < half.length; row += 2) {
      half[row] = -1;
    }
    Choice.Refit truth = (sample, _, _) -> _ -> nearest(sample);

    assertEquals(0.5, stability(THREE.points(), truth, 1, half)[0][0], 0.1);
  }

  private static int[] nearest(Points sample) {
    int[] labels = new int[sample.rows()];
    Arrays.setAll(labels,
        row -> sample.values()[2 * row] > 10 ? 1 : sample.values()[2 * row + 1] > 10 ? 2 : 0);
    return labels;
  }

  @Test
  void aClusterWithoutRowsHasNoStability() {
    assertEquals(Double.NaN, stability(THREE.points(), kMeans(), 1, moved(THREE.truth()))[0][0]);
  }

  private static int[] moved(int[] labels) {
    return Arrays.stream(labels).map(label -> label + 1).toArray();
  }

  @Test
  void fewerDifferentRowsThanClustersAreNoFault() {
    Points twins = new Points(new double[]{1, 1, 1, 1, 1, 1, 9, 9}, 8, 1);
    Points same = new Points(new double[5], 5, 1);

    double[] stability = stability(twins, kMeans(), 1, new int[]{0, 0, 0, 0, 0, 0, 1, 1})[0];

    assertTrue(stability[0] > 0.8, () -> Arrays.toString(stability));
    assertArrayEquals(new double[]{1}, stability(same, kMeans(), 1, new int[5])[0]);
  }

  @Test
  void numberOfThreadsAndOtherLabellingsChangeNothing() {
    int[] other = Crowds.random(3).ints(300, 0, 5).toArray();
    double[][] both = stability(THREE.points(), kMeans(), 3, THREE.truth(), other);

    assertArrayEquals(both[1], stability(THREE.points(), kMeans(), 1, other)[0]);
  }
}
