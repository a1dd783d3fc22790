package app.parcelle.engine.cluster.map;

import java.util.Arrays;

/** Points on a plane in cells of four, each with its mass and centre (Barnes and Hut 1986). */
final class QuadTree {
  private static final int DEEPEST = 40;

  private final double[] points;
  private double side;
  private double left;
  private double low;
  private int cells;

  /** Four a cell: 0 for none, a cell, or the complement of a point. */
  private int[] children;

  private double[] x;
  private double[] y;
  private int[] mass;

  /** @param points rows x 2 */
  QuadTree(double[] points) {
    this.points = points;
    int room = points.length + 64;
    this.children = new int[4 * room];
    this.x = new double[room];
    this.y = new double[room];
    this.mass = new int[room];
  }

  /** Puts the points into cells anew, as they stand now. */
  void build() {
    left = Double.POSITIVE_INFINITY;
    low = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      right = Math.max(right, points[i]);
      low = Math.min(low, points[i + 1]);
      high = Math.max(high, points[i + 1]);
    }
    side = Math.max(right - left, high - low) * (1 + 1e-9);
    cells = 0;
    add();
    for (int i = 0; i < points.length; i += 2) {
      insert(i / 2);
    }
    for (int cell = 0; cell < cells; cell++) {
      x[cell] /= mass[cell];
      y[cell] /= mass[cell];
    }
  }

  private void insert(int point) {
    double size = side;
    double cornerX = left;
    double cornerY = low;
    int cell = 0;
    for (int depth = 0;; depth++) {
      x[cell] += points[2 * point];
      y[cell] += points[2 * point + 1];
      mass[cell]++;
      size /= 2;
      int right = points[2 * point] >= cornerX + size ? 1 : 0;
      int upper = points[2 * point + 1] >= cornerY + size ? 1 : 0;
      cornerX += right * size;
      cornerY += upper * size;
      int slot = 4 * cell + right + 2 * upper;
      int child = children[slot];
      if (child == 0) {
        children[slot] = ~point;
        return;
      }
      if (child < 0) {
        int made = add();
        children[slot] = made;
        int other = ~child;
        if (depth >= DEEPEST) {
          // points at the same place stay together
          x[made] = points[2 * other] + points[2 * point];
          y[made] = points[2 * other + 1] + points[2 * point + 1];
          mass[made] = 2;
          return;
        }
        x[made] = points[2 * other];
        y[made] = points[2 * other + 1];
        mass[made] = 1;
        double half = size / 2;
        int otherRight = points[2 * other] >= cornerX + half ? 1 : 0;
        int otherUpper = points[2 * other + 1] >= cornerY + half ? 1 : 0;
        children[4 * made + otherRight + 2 * otherUpper] = child;
        child = made;
      } else if (depth >= DEEPEST) {
        x[child] += points[2 * point];
        y[child] += points[2 * point + 1];
        mass[child]++;
        return;
      }
      cell = child;
    }
  }

  private int add() {
    if (cells == mass.length) {
      children = Arrays.copyOf(children, 2 * children.length);
      x = Arrays.copyOf(x, 2 * cells);
      y = Arrays.copyOf(y, 2 * cells);
      mass = Arrays.copyOf(mass, 2 * cells);
    }
    Arrays.fill(children, 4 * cells, 4 * cells + 4, 0);
    x[cells] = 0;
    y[cells] = 0;
    mass[cells] = 0;
    return cells++;
  }

  /**
   * Adds to {@code force} how all points push one by Student's distribution: x, y, and the sum of the similarities. A cell whose
   * side is less than {@code theta} times its distance counts as one point.
   */
  void push(int point, double theta, double[] force) {
    push(0, side * side, point, theta * theta, force);
  }

  private void push(int cell, double squaredSide, int point, double theta, double[] force) {
    double gapX = points[2 * point] - x[cell];
    double gapY = points[2 * point + 1] - y[cell];
    double squared = gapX * gapX + gapY * gapY;
    boolean leaf = true;
    for (int slot = 4 * cell; slot < 4 * cell + 4; slot++) {
      leaf &= children[slot] == 0;
    }
    if (leaf || squaredSide < theta * squared) {
      add(force, mass[cell], gapX, gapY, squared);
      return;
    }
    for (int slot = 4 * cell; slot < 4 * cell + 4; slot++) {
      int child = children[slot];
      if (child > 0) {
        push(child, squaredSide / 4, point, theta, force);
      } else if (child < 0 && ~child != point) {
        double x1 = points[2 * point] - points[2 * ~child];
        double y1 = points[2 * point + 1] - points[2 * ~child + 1];
        add(force, 1, x1, y1, x1 * x1 + y1 * y1);
      }
    }
  }

  private static void add(double[] force, int mass, double gapX, double gapY, double squared) {
    double similarity = 1 / (1 + squared);
    force[0] += mass * similarity * similarity * gapX;
    force[1] += mass * similarity * similarity * gapY;
    force[2] += mass * similarity;
  }
}
