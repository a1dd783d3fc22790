package app.parcelle.engine.intake.dialect;

import java.util.List;

/**
 * Cells that stand in the first of several rows only and hold for all of them, as the state of an order does where each of
 * its lines is a row.
 *
 * @param by the number of the column whose value all rows of a group share
 * @param columns the numbers of the columns to fill
 */
public record FillDown(int by, List<Integer> columns) {
  public FillDown {
    columns = List.copyOf(columns);
  }
}
