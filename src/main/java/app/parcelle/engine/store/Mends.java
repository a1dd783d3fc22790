package app.parcelle.engine.store;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What cells of a column become that were not understood. What is said of one cell goes over what is said of its text; cells of
 * which nothing is said stay as they are.
 *
 * @param texts by the text of cells
 * @param cells by the places of single ones, as {@link Batch#place} has them
 */
public record Mends(Map<String, Value> texts, Map<Long, Value> cells) {
  public Mends {
    texts = Map.copyOf(texts);
    cells = Map.copyOf(cells);
  }

  /**
   * What a cell becomes.
   *
   * @param number as the column's type has it; null where there is nothing
   * @param scale digits of it behind the decimal point
   */
  public record Value(@Nullable Long number, int scale) {
    public static final Value MISSING = new Value(null, 0);
  }

  /** The largest scale of all values. */
  int scale() {
    return Stream.concat(texts.values().stream(), cells.values().stream())
        .mapToInt(Value::scale)
        .max()
        .orElse(0);
  }

  /** What becomes of a cell; null where it stays as it is. */
  @Nullable
  Value of(long place, String raw) {
    Value own = cells.get(place);
    return own == null ? texts.get(raw) : own;
  }
}
