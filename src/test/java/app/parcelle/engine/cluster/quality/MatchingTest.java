package app.parcelle.engine.cluster.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.cluster.Crowds;

class MatchingTest {
  @Test
  void renumberedClustersFindEachOther() {
    assertArrayEquals(new int[]{2, 0, 1}, Matching.of(new int[][]{{1, 0, 40}, {30, 2, 0}, {0, 20, 0}}));
  }

  @Test
  void whatIsBestForAllGoesBeforeWhatIsBestForOne() {
    // 0 likes 0 best, but 1 has nowhere else to go
    assertArrayEquals(new int[]{1, 0}, Matching.of(new int[][]{{10, 9}, {9, 0}}));
  }

  @Test
  void clustersThatShareNobodyHaveNoPartner() {
    assertArrayEquals(new int[]{0, -1}, Matching.of(new int[][]{{5, 0, 0}, {4, 0, 0}}));
    assertArrayEquals(new int[0], Matching.of(new int[0][]));
  }

  @Test
  void noOtherMatchingKeepsMoreRows() {
    RandomGenerator random = Crowds.random(11);
    for (int trial = 0; trial < 400; trial++) {
      int[][] table = new int[1 + random.nextInt(5)][1 + random.nextInt(5)];
      for (int[] line : table) {
        Arrays.setAll(line, _ -> random.nextInt(3) == 0 ? 0 : random.nextInt(20));
      }
      int[] partners = Matching.of(table);
      int kept = 0;
      Set<Integer> taken = new HashSet<>();
      for (int row = 0; row < partners.length; row++) {
        if (partners[row] >= 0) {
          assertEquals(true, taken.add(partners[row]), "a cluster has one partner");
          kept += table[row][partners[row]];
        }
      }
      assertEquals(most(table, 0, 0), kept);
    }
  }

  /** Tries all matchings of the rows from {@code row} on. */
  private static int most(int[][] table, int row, int taken) {
    if (row == table.length) {
      return 0;
    }
    int most = most(table, row + 1, taken);
    for (int column = 0; column < table[row].length; column++) {
      if ((taken & 1 << column) == 0) {
        most = Math.max(most, table[row][column] + most(table, row + 1, taken | 1 << column));
      }
    }
    return most;
  }
}
