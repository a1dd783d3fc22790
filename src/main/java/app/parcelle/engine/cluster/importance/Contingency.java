package app.parcelle.engine.cluster.importance;

import java.util.Arrays;

import app.parcelle.engine.cluster.prepare.Sheet;

/**
 * How often each two levels of two categories meet, over the rows that have both.
 *
 * @param counts levels of the first x levels of the second
 * @param first how often each level of the first occurs
 * @param second how often each of the second
 */
record Contingency(int[][] counts, int[] first, int[] second, int rows) {
  static Contingency of(Sheet.Categories a, Sheet.Categories b) {
    int[] first = new int[a.levels().size()];
    int[] second = new int[b.levels().size()];
    int[][] counts = new int[first.length][second.length];
    int rows = 0;
    for (int i = 0; i < a.codes().length; i++) {
      int one = a.codes()[i];
      int other = b.codes()[i];
      if (one >= 0 && other >= 0) {
        counts[one][other]++;
        first[one]++;
        second[other]++;
        rows++;
      }
    }
    return new Contingency(counts, first, second, rows);
  }

  int occurring(int[] margin) {
    return (int) Arrays.stream(margin).filter(count -> count > 0).count();
  }
}
