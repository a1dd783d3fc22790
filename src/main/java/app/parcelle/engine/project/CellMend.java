package app.parcelle.engine.project;

/** What becomes of cells that were not understood. */
public sealed interface CellMend {

  /** They have the value of another text. */
  record ReadAs(String text) implements CellMend {}

  /** They are read again with a part of their text replaced, wherever it stands in it; those that still say nothing stay. */
  record ReplacePart(String part, String by) implements CellMend {}

  /** There is nothing. */
  record Missing() implements CellMend {}
}
