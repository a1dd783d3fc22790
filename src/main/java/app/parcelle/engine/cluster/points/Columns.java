package app.parcelle.engine.cluster.points;

import java.util.Arrays;

/**
 * Points one dimension after the other, so that the distances of one place to many rows are found in loops that a processor
 * does several of at once. Rows may be overwritten and the last dropped, which {@link Points} does not allow.
 */
public final class Columns {
  private final double[][] columns;
  private int rows;

  public Columns(Points points) {
    this.rows = points.rows();
    this.columns = new double[points.dims()][rows];
    for (int row = 0, at = 0; row < rows; row++) {
      for (double[] column : columns) {
        column[row] = points.values()[at++];
      }
    }
  }

  public int rows() {
    return rows;
  }

  public int dims() {
    return columns.length;
  }

  public double get(int row, int dim) {
    return columns[dim][row];
  }

  public void set(int row, int dim, double value) {
    columns[dim][row] = value;
  }

  /** Where a row stands, put into {@code place}. */
  public void read(int row, double[] place) {
    for (int d = 0; d < columns.length; d++) {
      place[d] = columns[d][row];
    }
  }

  /** Overwrites a row with another. */
  public void move(int from, int to) {
    for (double[] column : columns) {
      column[to] = column[from];
    }
  }

  /** Forgets all rows but the first so many. */
  public void keep(int first) {
    rows = first;
  }

  /**
   * Squared Euclidean distances of a place to the rows {@code from} to {@code to - 1}.
   *
   * @param squared the first of which is that to row {@code from}
   */
  public void squared(double[] place, int from, int to, double[] squared) {
    int count = to - from;
    Arrays.fill(squared, 0, count, 0);
    for (int d = 0; d < columns.length; d++) {
      add(columns[d], from, place[d], squared, count);
    }
  }

  private static void add(double[] column, int from, double place, double[] squared, int count) {
    for (int i = 0; i < count; i++) {
      double gap = column[from + i] - place;
      squared[i] += gap * gap;
    }
  }
}
