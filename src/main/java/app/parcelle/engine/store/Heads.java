package app.parcelle.engine.store;

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
      History.At at = History.present(c);
      return of(at.number(), at.stateId(),
          at.state() == null ? Stored.State.EMPTY : StoredJson.state(at.state()), former);
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
