package app.parcelle.engine.store;

import app.parcelle.engine.table.TableDraft;

/** What an import could not make sense of. */
public sealed interface Remark {
  /** Which of the imports into its table it is of, counted from 0. */
  int batch();

  /** The line of the source at which the record begins, counted from 1. */
  long line();

  /** The text as it stood in the source. */
  String raw();

  /** A cell whose text does not fit its column's type; its row is kept. */
  record InvalidCell(int batch, long line, String columnId, String raw) implements Remark {}

  /** A record that is no row; {@code raw} is cut at 1,000 characters. */
  record Rejected(int batch, long line, TableDraft.Reason reason, String raw) implements Remark {}
}
