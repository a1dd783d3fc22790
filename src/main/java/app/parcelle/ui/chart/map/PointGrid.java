package app.parcelle.ui.chart.map;

import java.util.Arrays;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;

/**
 * The points of a cloud that are drawn, in the order of the cells of a grid, row of cells by row of cells: what is in sight is a
 * few runs of points, and each k-th point is a sample that is even over the plane. Cells at the edges hold what lies beyond.
 */
final class PointGrid {
  static final PointGrid EMPTY = new PointGrid(PointCloud.EMPTY, JobContext.silent());

  private static final int PER_CELL = 12;
  private static final int MOST_CELLS = 512;

  /** In the order of the cells. */
  final PointCloud sorted;
  /** The row of each point of {@link #sorted} in the cloud. */
  final int[] rows;
  private final int all;
  private final double left;
  private final double bottom;
  private final double cellsWide;
  private final double cellsHigh;
  private final int side;
  private final int[] starts;

  PointGrid(PointCloud cloud, JobContext job) {
    double[] x = MapWindow.range(cloud, 0);
    double[] y = MapWindow.range(cloud, 1);
    all = cloud.size();
    side = (int) Math.clamp(Math.sqrt((double) all / PER_CELL), 1, MOST_CELLS);
    left = x[0];
    bottom = y[0];
    cellsWide = side / (x[1] - x[0]);
    cellsHigh = side / (y[1] - y[0]);
    starts = new int[side * side + 1];
    for (int point = 0; point < all; point++) {
      if (cloud.drawn(point)) {
        starts[cell(cloud, point) + 1]++;
      }
    }
    for (int cell = 0; cell < side * side; cell++) {
      starts[cell + 1] += starts[cell];
    }
    job.throwIfCancelled();
    rows = new int[starts[side * side]];
    float[] places = new float[2 * rows.length];
    int[] groups = new int[rows.length];
    int[] next = Arrays.copyOf(starts, side * side);
    for (int point = 0; point < all; point++) {
      if (cloud.drawn(point)) {
        int at = next[cell(cloud, point)]++;
        rows[at] = point;
        places[2 * at] = cloud.places()[2 * point];
        places[2 * at + 1] = cloud.places()[2 * point + 1];
        groups[at] = cloud.groups()[point];
      }
    }
    sorted = new PointCloud(places, groups);
  }

  private int cell(PointCloud cloud, int point) {
    return row(cloud.places()[2 * point + 1]) * side + column(cloud.places()[2 * point]);
  }

  private int column(double x) {
    return (int) Math.clamp((x - left) * cellsWide, 0, side - 1);
  }

  private int row(double y) {
    return (int) Math.clamp((y - bottom) * cellsHigh, 0, side - 1);
  }

  int size() {
    return rows.length;
  }

  /** How many rows the cloud has, drawn or not. */
  int rowCount() {
    return all;
  }

  /** Runs of {@link #sorted} that hold all points of a rectangle, and some around it: first, beyond the last, and so on. */
  int[] runs(double fromX, double fromY, double toX, double toY) {
    int low = row(fromY);
    int high = row(toY);
    int[] runs = new int[2 * (high - low + 1)];
    for (int row = low; row <= high; row++) {
      runs[2 * (row - low)] = starts[row * side + column(fromX)];
      runs[2 * (row - low) + 1] = starts[row * side + column(toX) + 1];
    }
    return runs;
  }

  /** The runs that are in sight, with those whose dots reach into it. */
  int[] runs(MapWindow window, double width, double height) {
    double margin = 4 / window.scale();
    return runs(window.left() - margin, window.top() - height / window.scale() - margin,
        window.left() + width / window.scale() + margin, window.top() + margin);
  }

  /** The row nearest to a place, no farther than {@code reach}; -1 where there is none. */
  int nearest(double x, double y, double reach) {
    int nearest = -1;
    double least = reach * reach;
    int[] runs = runs(x - reach, y - reach, x + reach, y + reach);
    for (int run = 0; run < runs.length; run += 2) {
      for (int at = runs[run]; at < runs[run + 1]; at++) {
        double right = sorted.places()[2 * at] - x;
        double up = sorted.places()[2 * at + 1] - y;
        if (right * right + up * up <= least) {
          least = right * right + up * up;
          nearest = rows[at];
        }
      }
    }
    return nearest;
  }

  /** The rows within a polygon, one bit each. Only cells that an edge may cross are looked at point by point. */
  long[] within(Lasso lasso, JobContext job) {
    long[] selected = Bits.of(all);
    boolean[] crossed = crossed(lasso);
    for (int row = row(lasso.bottom()); row <= row(lasso.top()); row++) {
      job.throwIfCancelled();
      for (int column = column(lasso.left()); column <= column(lasso.right()); column++) {
        int cell = row * side + column;
        boolean edge = row == 0 || column == 0 || row == side - 1 || column == side - 1;
        boolean whole = !edge && !crossed[cell];
        boolean middle = whole
            && lasso.holds(left + (column + 0.5) / cellsWide, bottom + (row + 0.5) / cellsHigh);
        for (int at = starts[cell]; at < starts[cell + 1]; at++) {
          if (whole ? middle : lasso.holds(sorted.places()[2 * at], sorted.places()[2 * at + 1])) {
            Bits.set(selected, rows[at]);
          }
        }
      }
    }
    return selected;
  }

  /** Cells in the box around each edge, and their neighbours, so that rounding at a border does no harm. */
  private boolean[] crossed(Lasso lasso) {
    boolean[] crossed = new boolean[side * side];
    int corners = lasso.x().length;
    for (int i = 0; i < corners; i++) {
      int next = (i + 1) % corners;
      int low = row(Math.min(lasso.y()[i], lasso.y()[next]));
      int high = row(Math.max(lasso.y()[i], lasso.y()[next]));
      int first = Math.max(0, column(Math.min(lasso.x()[i], lasso.x()[next])) - 1);
      int last = Math.min(side - 1, column(Math.max(lasso.x()[i], lasso.x()[next])) + 1);
      for (int row = Math.max(0, low - 1); row <= Math.min(side - 1, high + 1); row++) {
        Arrays.fill(crossed, row * side + first, row * side + last + 1, true);
      }
    }
    return crossed;
  }
}
