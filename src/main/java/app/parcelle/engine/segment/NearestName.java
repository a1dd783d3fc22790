package app.parcelle.engine.segment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import app.parcelle.engine.table.Folding;

/** The known name that a mistyped one most likely means. */
final class NearestName {
  private NearestName() {}

  /** The closest of the names, if no more than a third of its letters differ; case and accents do not count. */
  static Optional<String> of(String wanted, Collection<String> names) {
    String folded = Folding.fold(wanted);
    return names.stream()
        .filter(name -> distance(folded, Folding.fold(name)) <= Math.max(1, folded.length() / 3))
        .min(Comparator.comparingInt(name -> distance(folded, Folding.fold(name))));
  }

  /**
   * How many letters have to be added, removed, replaced or swapped with their neighbour (optimal string alignment).
   * Time and space a.length x b.length.
   */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
