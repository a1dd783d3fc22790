package app.parcelle.engine.evaluate;

import org.jspecify.annotations.Nullable;

/** One value a customer, by customer number. */
public interface Cells {
  /** The value of a customer; null where it is missing. */
  @Nullable
  Value at(int customer);
}
