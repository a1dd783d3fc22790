package app.parcelle.engine.intake.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How many cells the records of a table have, and what else stands among them.
 *
 * @param width columns of the table
 * @param named cells that a record must have; those behind them may be left out
 * @param frame what records around the rows look like; null where there are none
 * @param fillDown what rows leave to the row above; null where they do not
 * @param formulas whether texts stand in formulas, so that spreadsheets leave their zeros: {@code ="0012"}
 */
public record Shape(int width, int named, @Nullable Frame frame, @Nullable FillDown fillDown,
    boolean formulas) {
  /** With so many columns. */
  public Shape withWidth(int wider) {
    return new Shape(wider, named, frame, fillDown, formulas);
  }

  /** With cells that rows leave to the row above. */
  public Shape withFillDown(@Nullable FillDown cells) {
    return new Shape(width, named, frame, cells, formulas);
  }

  /** Whether the fast parser reads such records as they stand. */
  public boolean isPlain() {
    return frame == null && fillDown == null && !formulas;
  }
}
