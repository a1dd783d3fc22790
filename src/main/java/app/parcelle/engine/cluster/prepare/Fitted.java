package app.parcelle.engine.cluster.prepare;

import java.util.List;

/**
 * What a pipeline learned from the rows it was fitted to, so that later rows are prepared the same way.
 *
 * @param columns one a column of the sheet
 */
public record Fitted(List<Column> columns) {
  public Fitted {
    columns = List.copyOf(columns);
  }

  /** What was learned of one column. */
  public sealed interface Column {}

  /**
   * @param fill what a missing value becomes
   * @param low the least value kept, smaller ones become it
   * @param high the greatest
   * @param lambda of Yeo and Johnson
   * @param centre taken off the shaped value
   * @param spread by which it is then divided
   */
  public record Measure(double fill, double low, double high, double lambda, double centre, double spread)
      implements
        Column {}

  /** @param levels the values that were there, in the order of their dimensions or codes */
  public record Category(List<String> levels, int fill) implements Column {}
}
