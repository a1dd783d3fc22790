package app.parcelle.engine.store;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What cells of a column become that were not understood.
 *
 * @param values by the text of the cell; others stay as they are
 * @param only the only cell that is meant; null for all
 */
public record Mends(Map<String, Value> values, Remark.@Nullable InvalidCell only) {
  public Mends {
    values = Map.copyOf(values);
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
    return values.values().stream().mapToInt(Value::scale).max().orElse(0);
  }

  /** What becomes of a cell; null where it stays as it is. */
  @Nullable
  Value of(long place, String raw) {
    boolean meant = only == null || Batch.place(only.batch(), only.line()) == place;
    return meant ? values.get(raw) : null;
  }
}
