package app.parcelle.engine.intake;

import app.parcelle.engine.table.TableDraft;

/**
 * Takes what an import reads. It is called by one thread at a time, though not always by the same; the reader waits while
 * it works.
 */
public interface DraftSink {
  /** The next rows, in the order of the source. The last draft has the final scale and reading of every column. */
  void accept(TableDraft draft);

  /** A column is not what its beginning promised: everything accepted so far is void, the source is read again. */
  void restart();
}
