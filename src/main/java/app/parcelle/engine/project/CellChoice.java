package app.parcelle.engine.project;

import app.parcelle.engine.store.Remark;

/** Which of the cells of a column that were not understood are meant. */
public sealed interface CellChoice {

  /** One cell. */
  record Cell(Remark.InvalidCell cell) implements CellChoice {}

  /** All that had this very text. */
  record Text(String raw) implements CellChoice {}

  /** All of them. */
  record All() implements CellChoice {}
}
