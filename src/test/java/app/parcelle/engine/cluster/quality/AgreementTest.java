package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.quality.Agreement.Match;

class AgreementTest {
  /** Numbers of scikit-learn 1.2.1, where noise was taken away before. */
  @Test
  void indicesAreThoseOfScikitLearn() {
    agrees(Irises.species(), Irises.byPetal(), 0.8680377279943841);
    agrees(Irises.species(), Irises.everyFourth(), -0.015791319430802385);
    agrees(Irises.byPetal(), Irises.everyFourth(), -0.007224054843965297);
    agrees(Irises.species(), Irises.withOneAlone(), 0.8576210289508458);
    agrees(Irises.species(), Irises.withNoise(), 0.8870017089247725);
    agrees(IntStream.range(0, 3_000).map(i -> i * i % 7).toArray(),
        IntStream.range(0, 3_000)
            .map(i -> i % 3 == 0 ? i * i % 7 : (int) ((long) i * i * i % 11))
            .toArray(),
        0.13542050005902861);
  }

  @Test
  void extremesAreThoseOfScikitLearn() {
    int[] alone = {0, 1, 2, 3, 4, 5};
    agrees(alone, alone, 1);
    agrees(alone, new int[6], 0);
    agrees(alone, new int[]{0, 0, 1, 1, 2, 2}, 0);
    agrees(new int[6], new int[6], 1);
    agrees(new int[]{0, 0, 1, 1, 2, 2}, new int[]{1, 1, 0, 0, 2, 2}, 1);
    agrees(new int[]{0, 0, 1, 1}, new int[]{0, 1, 0, 1}, -0.5);
    agrees(new int[]{-1, -1}, new int[]{0, 1}, 1);
    agrees(new int[0], new int[0], 1);
  }

  private static void agrees(int[] one, int[] two, double rand) {
    assertEquals(rand, Agreement.of(one, two).adjustedRand(), 1e-9);
    assertEquals(rand, Agreement.of(two, one).adjustedRand(), 1e-9);
  }

  @Test
  void aMillionCustomersDoNotOverflow() {
    int[] labels = IntStream.range(0, 1_000_000).map(i -> i % 2).toArray();
    int[] swapped = IntStream.range(0, 1_000_000).map(i -> i < 100_000 ? i % 2 : 1 - i % 2).toArray();

    assertEquals(0.64, Agreement.of(labels, swapped).adjustedRand(), 1e-5);
  }

  @Test
  void tableCountsRowsInCommonAndNoiseApart() {
    Agreement agreement = Agreement.of(new int[]{0, 0, 1, 1, -1, 1}, new int[]{1, 1, 0, 2, 0, -1});

    assertArrayEquals(new int[][]{{0, 2, 0}, {1, 0, 1}}, agreement.table());
    assertEquals(4, agreement.rows());
    assertEquals(2, agreement.leftOut());
  }

  @Test
  void customersOfAClusterAreFoundAgainInTheNextPeriod() {
    int[] before = {0, 0, 0, 0, 1, 1, 1, 3};
    int[] after = {2, 2, 2, 0, 0, 0, 0, -1};

    assertEquals(List.of(new Match(0, 2, 0.75, 0.75), new Match(1, 0, 0.75, 1)),
        Agreement.of(before, after).matches());
  }

  @Test
  void clusteringsOfDifferentRowsCannotBeCompared() {
    assertThrows(IllegalArgumentException.class, () -> Agreement.of(new int[2], new int[3]));
  }
}
