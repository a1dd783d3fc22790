package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;
import app.parcelle.engine.table.TableVersion;

/** The columns of drafts that come into a table: which of its columns they are, by their names. */
final class ComingColumns {
  private final Map<String, Column> former = new HashMap<>();
  private final int firstFree;
  private final int batch;
  private final boolean into;

  /**
   * @param table that they come into; null for a new one
   * @param batch the number of the import in its table
   */
  ComingColumns(@Nullable TableVersion table, int batch) {
    this.batch = batch;
    this.into = table != null;
    int highest = 0;
    if (table != null) {
      for (Column column : table.columns()) {
        if (column.isOwn()) {
          former.put(Folding.fold(column.name()), column);
          highest = Math.max(highest, Integer.parseInt(column.id().substring(1)));
        }
      }
    }
    this.firstFree = highest + 1;
  }

  /** The draft with the roles of the table's columns, none for others, and with lines that say which import they are of. */
  TableDraft aligned(TableDraft draft) {
    if (!into) {
      return draft;
    }
    List<ColumnDraft> columns = new ArrayList<>();
    for (ColumnDraft column : draft.columns()) {
      Column own = former.get(Folding.fold(column.name()));
      columns.add(new ColumnDraft(own == null ? column.name() : own.name(), column.type(),
          own == null ? Role.NONE : own.role(), column.meaning(), column.scale(), column.ambiguous(),
          column.chunks(),
          column.invalid()));
    }
    long first = Batch.place(batch, 0);
    List<Chunk> lines = draft.lines().stream().map(chunk -> shifted(chunk, first)).toList();
    List<TableDraft.Reject> rejects = draft.rejects()
        .stream()
        .map(r -> new TableDraft.Reject(Batch.place(batch, r.line()), r.raw(), r.reason()))
        .toList();
    return new TableDraft(draft.rows(), columns, lines, rejects);
  }

  private static Chunk shifted(Chunk chunk, long by) {
    boolean empty = chunk.min() > chunk.max();
    return new Chunk(chunk.rows(), chunk.base() + by, chunk.step(), chunk.data(),
        empty ? chunk.min() : chunk.min() + by, empty ? chunk.max() : chunk.max() + by, chunk.missing(),
        chunk.invalid(), chunk.dictionary());
  }

  /** The ids of a draft's columns, in their order: those of the table, and the next ones for columns that it does not have. */
  List<String> ids(TableDraft draft) {
    List<String> ids = new ArrayList<>();
    int free = firstFree;
    for (ColumnDraft column : draft.columns()) {
      Column own = former.get(Folding.fold(column.name()));
      ids.add(own == null ? "c" + free++ : own.id());
    }
    return ids;
  }
}
