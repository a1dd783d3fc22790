package app.parcelle.engine.cluster.algorithm;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;

import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.job.JobContext;

/**
 * The two nearest of many centres, for some rows at a time. The rows stand column by column, so that the processor measures
 * several at once; each distance adds its dims in their order, as {@link Points#squared} does.
 */
final class NearestTwo {
  /** Rows measured together. */
  static final int ROWS = 64;

  private final Points points;
  private final double[] centres;
  private final double[][] columns;
  private final double[] sums = new double[ROWS];
  private final int[] rows = new int[ROWS];
  private int count;

  /** The nearest centre of each row. */
  final int[] nearest = new int[ROWS];
  /** The squared distance to it. */
  final double[] first = new double[ROWS];
  /** The squared distance to the second nearest; infinite with one centre. */
  final double[] second = new double[ROWS];

  /** @param centres k x dims, row-major */
  NearestTwo(Points points, double[] centres) {
    this.points = points;
    this.centres = centres;
    this.columns = new double[points.dims()][ROWS];
  }

  /** Measures the rows of a block; once some are measured, {@code each} is told where each of them stands here. */
  static void ofBlock(int block, Points points, double[] centres, JobContext job,
      ObjIntConsumer<NearestTwo> each) {
    NearestTwo two = new NearestTwo(points, centres);
    int end = Workers.blockEnd(block, points.rows());
    for (int row = block * Workers.BLOCK; row < end; row++) {
      if (two.add(row) || row == end - 1) {
        job.throwIfCancelled();
        two.measure();
        for (int i = 0; i < two.count; i++) {
          each.accept(two, i);
        }
        two.clear();
      }
    }
  }

  void clear() {
    count = 0;
  }

  /** Adds a row to be measured; true when no more can be added before {@link #measure}. */
  boolean add(int row) {
    int from = row * columns.length;
    for (int d = 0; d < columns.length; d++) {
      columns[d][count] = points.values()[from + d];
    }
    rows[count++] = row;
    return count == ROWS;
  }

  int count() {
    return count;
  }

  int row(int i) {
    return rows[i];
  }

  void measure() {
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    Arrays.fill(second, Double.POSITIVE_INFINITY);
    for (int j = 0, at = 0; at < centres.length; j++, at += columns.length) {
      Arrays.fill(sums, 0);
      int d = 0;
      for (; d + 4 <= columns.length; d += 4) {
        addFour(d, at + d);
      }
      for (; d < columns.length; d++) {
        addOne(columns[d], centres[at + d]);
      }
      for (int i = 0; i < count; i++) {
        double sum = sums[i];
        if (sum < first[i]) {
          second[i] = first[i];
          first[i] = sum;
          nearest[i] = j;
        } else if (sum < second[i]) {
          second[i] = sum;
        }
      }
    }
  }

  private void addFour(int d, int at) {
    double[] sum = sums;
    double[] a = columns[d];
    double[] b = columns[d + 1];
    double[] c = columns[d + 2];
    double[] e = columns[d + 3];
    double ofA = centres[at];
    double ofB = centres[at + 1];
    double ofC = centres[at + 2];
    double ofE = centres[at + 3];
    for (int i = 0; i < ROWS; i++) {
      double gapA = a[i] - ofA;
      double gapB = b[i] - ofB;
      double gapC = c[i] - ofC;
      double gapE = e[i] - ofE;
      sum[i] = sum[i] + gapA * gapA + gapB * gapB + gapC * gapC + gapE * gapE;
    }
  }

  private void addOne(double[] column, double centre) {
    double[] sum = sums;
    for (int i = 0; i < ROWS; i++) {
      double gap = column[i] - centre;
      sum[i] += gap * gap;
    }
  }
}
