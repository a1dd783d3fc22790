package app.parcelle.engine.cluster.quality;

import java.util.Arrays;

/**
 * Which cluster of one clustering is which of another, each at most once, so that as many rows as possible keep their cluster: the
 * assignment problem, solved by shortest augmenting paths with potentials (Jonker and Volgenant, <i>A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems</i>, Computing 38, 1987) in O(n³).
 */
public final class Matching {
  private static final int NONE = -1;

  private final long[][] cost;
  private final int size;
  private final long[] ofRow;
  private final long[] ofColumn;
  private final int[] rowOf;

  private Matching(int[][] table, int size) {
    this.size = size;
    cost = new long[size][size];
    for (int row = 0; row < table.length; row++) {
      for (int column = 0; column < table[row].length; column++) {
        cost[row][column] = -table[row][column];
      }
    }
    ofRow = new long[size];
    ofColumn = new long[size];
    rowOf = new int[size];
    Arrays.fill(rowOf, NONE);
  }

  /**
   * The best partner of each cluster.
   *
   * @param table rows in common, clusters of the first x clusters of the second
   * @return one a cluster of the first: the cluster of the second, or -1 where it has none with a row in common
   */
  public static int[] of(int[][] table) {
    int columns = table.length == 0 ? 0 : table[0].length;
    Matching matching = new Matching(table, Math.max(table.length, columns));
    for (int row = 0; row < matching.size; row++) {
      matching.place(row);
    }
    int[] partners = new int[table.length];
    Arrays.fill(partners, NONE);
    for (int column = 0; column < columns; column++) {
      int row = matching.rowOf[column];
      if (row < table.length && table[row][column] > 0) {
        partners[row] = column;
      }
    }
    return partners;
  }

  /** Gives a row a column; rows placed before may get others. */
  private void place(int first) {
    long[] slack = new long[size];
    int[] cameFrom = new int[size];
    boolean[] seen = new boolean[size];
    Arrays.fill(slack, Long.MAX_VALUE);
    int row = first;
    int from = NONE;
    int free;
    while (true) {
      int next = NONE;
      for (int column = 0; column < size; column++) {
        if (!seen[column]) {
          long reduced = cost[row][column] - ofRow[row] - ofColumn[column];
          if (reduced < slack[column]) {
            slack[column] = reduced;
            cameFrom[column] = from;
          }
          next = next == NONE || slack[column] < slack[next] ? column : next;
        }
      }
      relax(first, slack[next], slack, seen);
      seen[next] = true;
      if (rowOf[next] == NONE) {
        free = next;
        break;
      }
      from = next;
      row = rowOf[next];
    }
    while (free != NONE) {
      int before = cameFrom[free];
      rowOf[free] = before == NONE ? first : rowOf[before];
      free = before;
    }
  }

  private void relax(int first, long by, long[] slack, boolean[] seen) {
    ofRow[first] += by;
    for (int column = 0; column < size; column++) {
      if (seen[column]) {
        ofRow[rowOf[column]] += by;
        ofColumn[column] -= by;
      } else {
        slack[column] -= by;
      }
    }
  }
}
