package app.parcelle.engine.table;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A table as it is at one point of the project's history. Immutable; another version shares the chunks that are the same.
 *
 * @param versionId unique in the project
 * @param tableId stable over all versions, such as {@code t1}
 * @param name unique in the project, whatever the case
 * @param columns in the order of the file, derived ones last
 * @param runs the rows, each run sorted by (customer, time), ties in the order of the source
 * @param countsWhen which rows count, in the small language of {@code engine.segment.RowRule}; null when all do
 */
public record TableVersion(long versionId, String tableId, String name, TableKind kind, List<Column> columns,
    List<Run> runs, @Nullable String countsWhen) {

  /**
   * Rows sorted by customer number, then time. Rows {@code offsets[c] .. offsets[c + 1])} belong to customer c; those from
   * {@code offsets[customers]} on have no customer.
   *
   * @param index position of the run in its version
   * @param rows how many
   * @param customers how many customers the directory held when the run was written
   */
  public record Run(int index, int rows, int customers) {
    /** How many chunks each column has in this run. */
    public int chunks() {
      return (rows + Chunk.ROWS - 1) / Chunk.ROWS;
    }
  }

  public TableVersion {
    columns = List.copyOf(columns);
    runs = List.copyOf(runs);
  }

  public long rows() {
    return runs.stream().mapToLong(Run::rows).sum();
  }

  public Optional<Column> withRole(Role role) {
    return columns.stream().filter(c -> c.role() == role).findFirst();
  }

  public Optional<Column> withId(String id) {
    return columns.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
