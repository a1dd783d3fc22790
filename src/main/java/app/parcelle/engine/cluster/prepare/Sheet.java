package app.parcelle.engine.cluster.prepare;

import java.util.List;

/**
 * What a clustering looks at, before it is prepared: columns of the same rows.
 *
 * @param rows how many
 */
public record Sheet(int rows, List<Source> columns) {
  /** A category of more levels groups nobody, and is refused. */
  public static final int MOST_LEVELS = 1_000;

  public Sheet {
    columns = List.copyOf(columns);
  }

  /** One column. */
  public sealed interface Source {
    /** Of the field, as it is shown. */
    String name();
  }

  /** @param values one a row; NaN where missing */
  public record Numbers(String name, double[] values) implements Source {}

  /**
   * @param levels the different values, most frequent first
   * @param codes one a row: an index into {@code levels}, or -1 where missing
   */
  public record Categories(String name, List<String> levels, int[] codes) implements Source {}
}
