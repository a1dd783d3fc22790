package app.parcelle.engine.project;

import app.parcelle.engine.table.Dataset;

/**
 * An import into a table, done but for its last step: what it changes can be looked at, and it can be kept or dropped. While it is
 * open, nothing else can be imported and no clusters saved. Closed without {@link #keep}, it leaves nothing.
 */
public final class PendingImport implements AutoCloseable {
  private final FileImport.Prepared prepared;
  private final RefreshReport report;
  private final Runnable publish;

  PendingImport(FileImport.Prepared prepared, RefreshReport report, Runnable publish) {
    this.prepared = prepared;
    this.report = report;
    this.publish = publish;
  }

  public RefreshReport report() {
    return report;
  }

  /** All tables and customers as they would be. */
  public Dataset data() {
    return prepared.pending().data();
  }

  /**
   * Makes it part of the project, as one step of the journal.
   *
   * @throws app.parcelle.engine.message.Problem when tables have changed since it was done
   */
  public void keep() {
    publish.run();
  }

  @Override
  public void close() {
    prepared.close();
  }
}
