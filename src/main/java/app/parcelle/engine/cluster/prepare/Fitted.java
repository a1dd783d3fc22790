package app.parcelle.engine.cluster.prepare;

import java.util.Arrays;
import java.util.List;

import app.parcelle.engine.cluster.points.MixedPoints;
import app.parcelle.engine.cluster.points.Workers;
import app.parcelle.engine.cluster.prepare.Pipeline.Missing;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Problem;

/**
 * What a pipeline learned from the rows it was fitted to, so that later rows are prepared the same way.
 *
 * @param columns one a column of the sheet
 */
public record Fitted(List<Column> columns) {
  /** The name of the level that stands for all rare ones. */
  public static final String OTHERS = "";

  public Fitted {
    columns = List.copyOf(columns);
  }

  /** What was learned of one column. */
  public sealed interface Column {}

  /**
   * @param fill what a missing value becomes; 0 where customers without one are left out
   * @param low the least value kept, smaller ones become it
   * @param high the greatest
   * @param lambda of Yeo and Johnson; 1 changes nothing
   * @param centre taken off the shaped value
   * @param spread by which it is then divided
   * @param indicator whether a dimension of its own says who had no value
   */
  public record Measure(double fill, double low, double high, double lambda, double centre, double spread,
      boolean indicator)
      implements
        Column {}

  /**
   * @param levels the values that were there, in the order of their dimensions or codes; {@link #OTHERS} last where rare ones
   *     were joined
   * @param fill the place of the most frequent
   * @param indicator whether a dimension of its own says who had no value
   */
  public record Category(List<String> levels, int fill, boolean indicator) implements Column {
    public Category {
      levels = List.copyOf(levels);
    }
  }

  /** All rows agreed, or the field weighs nothing: no dimension. */
  public record LeftOut() implements Column {}

  /**
   * Later rows on the same scale.
   *
   * @param rowOf the row of the later sheet of each point, ascending; those without a value that is needed are not there
   */
  public record Applied(MixedPoints points, int[] rowOf) {}

  /**
   * Prepares later rows. A category that was not there when this was fitted counts among the others; where there are none it
   * is in no dimension, and as a kept category the most frequent. Nobody is set aside as an outlier.
   *
   * @param later the same columns as those fitted
   * @param pipeline that was fitted
   * @throws Problem when a column is no longer of the same kind, or a value is too large
   */
  public Applied apply(Sheet later, Pipeline pipeline, Workers workers, JobContext job) {
    SheetCheck.later(later, this);
    int[] rowOf = complete(later, pipeline);
    return new Applied(new Placing(later, pipeline, this, rowOf).points(workers, job), rowOf);
  }

  /** The rows that have a value wherever one is needed, ascending. */
  static int[] complete(Sheet sheet, Pipeline pipeline) {
    boolean[] gap = new boolean[sheet.rows()];
    for (int c = 0; c < sheet.columns().size(); c++) {
      if (pipeline.fields().get(c).missing() == Missing.LEAVE_OUT) {
        mark(sheet.columns().get(c), gap);
      }
    }
    int[] complete = new int[sheet.rows()];
    int count = 0;
    for (int row = 0; row < gap.length; row++) {
      if (!gap[row]) {
        complete[count++] = row;
      }
    }
    return Arrays.copyOf(complete, count);
  }

  private static void mark(Sheet.Source source, boolean[] gap) {
    switch (source) {
      case Sheet.Numbers(_, double[] values) -> {
        for (int row = 0; row < gap.length; row++) {
          gap[row] |= Double.isNaN(values[row]);
        }
      }
      case Sheet.Categories(_, _, int[] codes) -> {
        for (int row = 0; row < gap.length; row++) {
          gap[row] |= codes[row] < 0;
        }
      }
    }
  }
}
