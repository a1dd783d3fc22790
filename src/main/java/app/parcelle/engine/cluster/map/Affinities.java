package app.parcelle.engine.cluster.map;

import java.util.Arrays;

/**
 * How much each row is drawn to those near it: a symmetric matrix of which only what is not 0 is kept, row by row, columns
 * ascending.
 *
 * @param starts where each row begins, and the end
 */
record Affinities(int[] starts, int[] columns, double[] weights) {
  /** What becomes of the weight from a row to another and that back. */
  interface Join {
    double of(double there, double back);
  }

  /** @param weights one for each of the nearest rows, from the row to it */
  static Affinities of(NearestRows nearest, double[] weights, Join join) {
    int k = nearest.k();
    int rows = k == 0 ? 0 : nearest.rows().length / k;
    int[] into = new int[rows + 1];
    for (int row : nearest.rows()) {
      into[row + 1]++;
    }
    for (int row = 0; row < rows; row++) {
      into[row + 1] += into[row];
    }
    // the rows from which each is near, ascending because they are gone through so
    int[] from = new int[nearest.rows().length];
    int[] next = into.clone();
    for (int i = 0; i < from.length; i++) {
      from[next[nearest.rows()[i]]++] = i;
    }
    int[] starts = new int[rows + 1];
    int[] columns = new int[2 * from.length];
    double[] joined = new double[2 * from.length];
    int at = 0;
    double[] back = new double[rows];
    double[] there = new double[rows];
    for (int row = 0; row < rows; row++) {
      int begin = at;
      for (int i = row * k; i < (row + 1) * k; i++) {
        there[nearest.rows()[i]] = weights[i];
        columns[at++] = nearest.rows()[i];
      }
      for (int i = into[row]; i < into[row + 1]; i++) {
        int other = from[i] / k;
        back[other] = weights[from[i]];
        columns[at++] = other;
      }
      Arrays.sort(columns, begin, at);
      int end = begin;
      for (int i = begin; i < at; i++) {
        int column = columns[i];
        if (end == begin || columns[end - 1] != column) {
          columns[end] = column;
          joined[end++] = join.of(there[column], back[column]);
        }
      }
      for (int i = begin; i < end; i++) {
        there[columns[i]] = 0;
        back[columns[i]] = 0;
      }
      at = end;
      starts[row + 1] = at;
    }
    return new Affinities(starts, Arrays.copyOf(columns, at), Arrays.copyOf(joined, at));
  }

  int rows() {
    return starts.length - 1;
  }
}
