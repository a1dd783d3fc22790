package app.parcelle.engine.store;

import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/**
 * A table version that is written and not yet part of the project: it can be looked at, together with all else that the project
 * holds. Closed without being published, it leaves nothing.
 */
public final class PendingTable implements AutoCloseable {
  private final TableWriter writer;
  private final Stored.Table table;
  private final Stored.State before;
  private final Stored.State state;
  private final StoredDataset data;

  PendingTable(TableWriter writer, Stored.Table table, Stored.State before, Stored.State state,
      StoredDataset data) {
    this.writer = writer;
    this.table = table;
    this.before = before;
    this.state = state;
    this.data = data;
  }

  /** With the columns that its links bring. */
  public TableVersion table() {
    return data.table(table.table().versionId());
  }

  /** All tables as they would be. */
  public Dataset data() {
    return data;
  }

  /** The state that the project would have. */
  public Stored.State state() {
    return state;
  }

  /** What is stored of the table beside its values. */
  public Stored.Table stored() {
    return table;
  }

  Stored.State before() {
    return before;
  }

  TableWriter writer() {
    return writer;
  }

  @Override
  public void close() {
    writer.close();
  }
}
