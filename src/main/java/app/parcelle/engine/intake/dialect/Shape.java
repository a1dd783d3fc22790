package app.parcelle.engine.intake.dialect;

/**
 * How many cells the records of a table have.
 *
 * @param width columns of the table
 * @param named cells that a record must have; those behind them may be left out
 */
public record Shape(int width, int named) {}
