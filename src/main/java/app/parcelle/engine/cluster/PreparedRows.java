package app.parcelle.engine.cluster;

import java.util.Arrays;

import app.parcelle.engine.cluster.ClusterRequest.Missing;
import app.parcelle.engine.cluster.ClusterRequest.Preparation;
import app.parcelle.engine.cluster.points.Points;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The rows of a matrix that take part, on the scale on which distances are measured.
 *
 * @param points the rows that take part, prepared
 * @param rowOf the row of the matrix of each point, ascending
 * @param filled rows x columns as in the matrix, the medians put in; only the rows that take part are of use
 * @param different how many different points there are, at most the number asked for
 */
record PreparedRows(Points points, int[] rowOf, double[] filled, int different) {
  /** Larger values lose all others when they are squared. */
  private static final double LARGEST = 1e100;

  /**
   * Prepares a matrix.
   *
   * @param enough how many different points need to be told apart
   * @throws Problem when the fields leave nothing to cluster; it says what to change
   */
  static PreparedRows of(FeatureMatrix matrix, ClusterRequest request, int enough) {
    int columns = matrix.columns();
    if (columns == 0) {
      throw new Problem(Message.of("cluster.problem.no-field"));
    }
    if (request.fields().size() != columns) {
      throw new IllegalArgumentException("fields: " + request.fields().size());
    }
    checkFinite(matrix);
    double[] filled = matrix.values().clone();
    for (int c = 0; c < columns; c++) {
      fill(matrix, c, request.fields().get(c).missing(), filled);
    }
    int[] rowOf = complete(filled, matrix.rows(), columns);
    if (rowOf.length < 2) {
      throw tooFew(matrix, rowOf.length);
    }
    double[] values = new double[Math.multiplyExact(rowOf.length, columns)];
    for (int i = 0; i < rowOf.length; i++) {
      System.arraycopy(filled, rowOf[i] * columns, values, i * columns, columns);
    }
    boolean varies = false;
    for (int c = 0; c < columns; c++) {
      varies |= scale(values, c, columns, request.fields().get(c));
    }
    if (!varies) {
      throw new Problem(columns == 1
          ? Message.of("cluster.problem.constant", matrix.names().getFirst())
          : Message.of("cluster.problem.duplicates"));
    }
    Points points = new Points(values, rowOf.length, columns);
    return new PreparedRows(points, rowOf, filled, different(points, enough));
  }

  private static void checkFinite(FeatureMatrix matrix) {
    int columns = matrix.columns();
    for (int i = 0; i < matrix.values().length; i++) {
      if (Math.abs(matrix.values()[i]) > LARGEST) {
        throw new Problem(Message.of("cluster.problem.infinite", matrix.names().get(i % columns)));
      }
    }
  }

  private static void fill(FeatureMatrix matrix, int column, Missing missing, double[] filled) {
    int columns = matrix.columns();
    double[] known = new double[matrix.rows()];
    int count = 0;
    for (int at = column; at < filled.length; at += columns) {
      if (!Double.isNaN(filled[at])) {
        known[count++] = filled[at];
      }
    }
    if (count == 0 && matrix.rows() > 0) {
      throw new Problem(Message.of("cluster.problem.all-missing", matrix.names().get(column)));
    }
    if (missing == Missing.LEAVE_OUT || count == matrix.rows()) {
      return;
    }
    double median = Profiles.median(known, 0, count);
    for (int at = column; at < filled.length; at += columns) {
      if (Double.isNaN(filled[at])) {
        filled[at] = median;
      }
    }
  }

  private static int[] complete(double[] filled, int rows, int columns) {
    int[] complete = new int[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      boolean gap = false;
      for (int c = 0; c < columns; c++) {
        gap |= Double.isNaN(filled[row * columns + c]);
      }
      if (!gap) {
        complete[count++] = row;
      }
    }
    return Arrays.copyOf(complete, count);
  }

  private static Problem tooFew(FeatureMatrix matrix, int complete) {
    return matrix.rows() < 2
        ? new Problem(Message.of("cluster.problem.too-few", matrix.rows()))
        : new Problem(Message.of("cluster.problem.too-few-complete", complete, matrix.rows()));
  }

  /** Prepares a column in place; false when all its values are the same. */
  private static boolean scale(double[] values, int column, int columns, Preparation how) {
    int rows = values.length / columns;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int at = column; at < values.length; at += columns) {
      double value = how.log() ? Math.copySign(Math.log1p(Math.abs(values[at])), values[at]) : values[at];
      values[at] = value;
      low = Math.min(low, value);
      high = Math.max(high, value);
      sum += value;
    }
    if (!how.standardise()) {
      return low < high;
    }
    double mean = low == high ? low : sum / rows;
    double squares = 0;
    for (int at = column; at < values.length; at += columns) {
      values[at] -= mean;
      squares += values[at] * values[at];
    }
    double deviation = Math.sqrt(squares / rows);
    for (int at = column; at < values.length && deviation > 0; at += columns) {
      values[at] /= deviation;
    }
    return low < high;
  }

  private static int different(Points points, int enough) {
    int[] found = new int[enough];
    int count = 0;
    for (int row = 0; row < points.rows() && count < enough; row++) {
      boolean known = false;
      for (int i = 0; i < count && !known; i++) {
        known = points.squared(row, points.values(), found[i] * points.dims()) == 0;
      }
      if (!known) {
        found[count++] = row;
      }
    }
    return count;
  }
}
