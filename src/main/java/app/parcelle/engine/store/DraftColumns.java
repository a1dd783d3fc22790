package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnDraft;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableDraft;

/** The columns of a table as its drafts come in: counts add up, and the largest scale wins. */
final class DraftColumns {
  private DraftColumns() {}

  /**
   * @param ids of the columns, in their order
   * @param before the columns so far; empty at the first draft
   * @param linked whether the key column holds no keys of customers, but values through which they are found
   */
  static List<Column> of(TableDraft draft, List<String> ids, List<Column> before, boolean linked) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < draft.columns().size(); i++) {
      ColumnDraft column = draft.columns().get(i);
      @Nullable
      Column former = before.isEmpty() ? null : before.get(i);
      long missing = column.chunks().stream().mapToLong(DraftColumns::missing).sum();
      columns.add(new Column(ids.get(i), column.name(), column.type(), column.role(), column.meaning(),
          former == null ? column.scale() : Math.max(former.scale(), column.scale()),
          missing + (former == null ? 0 : former.missing()),
          column.invalid().size() + (former == null ? 0 : former.invalid()), column.ambiguous(),
          column.role() == Role.CUSTOMER_KEY && !linked
              ? Column.Origin.CUSTOMER_KEY
              : Column.Origin.STORED));
    }
    return List.copyOf(columns);
  }

  private static long missing(Chunk chunk) {
    return chunk.missing() == null ? 0 : Bits.count(chunk.missing());
  }
}
