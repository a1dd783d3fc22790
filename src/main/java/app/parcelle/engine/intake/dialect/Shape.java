package app.parcelle.engine.intake.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How many cells the records of a table have, and what else stands among them.
 *
 * @param width columns of the table
 * @param named cells that a record must have; those behind them may be left out
 * @param frame what records around the rows look like; null where there are none
 */
public record Shape(int width, int named, @Nullable Frame frame) {
  /** With so many columns. */
  public Shape withWidth(int wider) {
    return new Shape(wider, named, frame);
  }
}
