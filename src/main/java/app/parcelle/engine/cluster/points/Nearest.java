package app.parcelle.engine.cluster.points;

/** The nearest rows found so far, at most so many: a heap with the farthest on top, then sorted. To be used by one thread. */
public final class Nearest {
  private final int[] rows;
  private final double[] squared;
  private int size;

  /** @param most how many are looked for */
  public Nearest(int most) {
    this.rows = new int[most];
    this.squared = new double[most];
  }

  public int size() {
    return size;
  }

  /** The row that is {@code i}th nearest, from 0. */
  public int row(int i) {
    return rows[i];
  }

  /** Squared distance of the {@code i}th nearest. */
  public double squared(int i) {
    return squared[i];
  }

  void clear() {
    size = 0;
  }

  /** A row as far as that, or farther, is of no use. */
  double limit() {
    return size < rows.length ? Double.POSITIVE_INFINITY : squared[0];
  }

  void add(int row, double distance) {
    if (size < rows.length) {
      int i = size++;
      while (i > 0 && squared[(i - 1) / 2] < distance) {
        move((i - 1) / 2, i);
        i = (i - 1) / 2;
      }
      put(i, row, distance);
    } else {
      sink(size, row, distance);
    }
  }

  /** Nearest first; of equally far ones the earlier row. */
  void sort() {
    for (int end = size - 1; end > 0; end--) {
      int row = rows[end];
      double distance = squared[end];
      move(0, end);
      sink(end, row, distance);
    }
    for (int i = 1; i < size; i++) {
      int row = rows[i];
      int j = i;
      for (; j > 0 && squared[j - 1] == squared[i] && rows[j - 1] > row; j--) {
        rows[j] = rows[j - 1];
      }
      rows[j] = row;
    }
  }

  private void sink(int end, int row, double distance) {
    int i = 0;
    for (int child = 1; child < end; child = 2 * i + 1) {
      if (child + 1 < end && squared[child + 1] > squared[child]) {
        child++;
      }
      if (squared[child] <= distance) {
        break;
      }
      move(child, i);
      i = child;
    }
    put(i, row, distance);
  }

  private void move(int source, int target) {
    put(target, rows[source], squared[source]);
  }

  private void put(int i, int row, double distance) {
    rows[i] = row;
    squared[i] = distance;
  }
}
