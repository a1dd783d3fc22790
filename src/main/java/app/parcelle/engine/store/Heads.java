package app.parcelle.engine.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads states of a project. What the former one has read is not read again. */
final class Heads {
  private final ProjectFile file;
  private final ChunkStore chunks;
  private final ValueSource values;

  Heads(ProjectFile file, ChunkStore chunks, ValueSource values) {
    this.file = file;
    this.chunks = chunks;
    this.values = values;
  }

  /** The present one. */
  Head read(@Nullable Head former) {
    return file.read(c -> {
      long number = History.present(c);
      if (number == 0) {
        return of(0, 0, Stored.State.EMPTY, former);
      }
      try (PreparedStatement query = c.prepareStatement("""
          SELECT s.state_id, s.document FROM journal j JOIN project_state s ON s.state_id = j.state_id
          WHERE j.number = ?""")) {
        query.setLong(1, number);
        try (ResultSet row = query.executeQuery()) {
          if (!row.next()) {
            throw new SQLException("no state for journal entry " + number);
          }
          return of(number, row.getLong(1), StoredJson.state(row.getString(2)), former);
        }
      }
    });
  }

  Head of(long number, long stateId, Stored.State state, @Nullable Head former) {
    List<Stored.Table> tables = state.tables().stream().map(id -> table(id, former)).toList();
    CustomerDirectory directory = former != null && former.state().directory().equals(state.directory())
        ? (CustomerDirectory) former.data().customers()
        : new CustomerDirectory(state.directory(), chunks);
    return new Head(number, stateId, state, new StoredDataset(tables, directory, file.zone(), values));
  }

  private Stored.Table table(long versionId, @Nullable Head former) {
    Stored.Table known = former == null ? null : former.data().stored(versionId);
    return known == null ? table(versionId) : known;
  }

  /** A table version of any state. */
  Stored.Table table(long versionId) {
    return file.read(c -> TableDocuments.read(c, versionId));
  }
}
