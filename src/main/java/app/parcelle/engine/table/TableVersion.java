package app.parcelle.engine.table;

import java.util.List;
import java.util.Objects;
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
 * @param links to columns of other tables, at most one from each column
 * @param sale what counts as a sale; null where nobody has said, and every row that counts is one
 */
public record TableVersion(long versionId, String tableId, String name, TableKind kind, List<Column> columns,
    List<Run> runs, @Nullable String countsWhen, List<Link> links,
    @Nullable Sale sale) {

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
    // documents of earlier projects have none
    links = Objects.requireNonNullElse(links, List.<Link>of());
    links = List.copyOf(links);
  }

  /** A table without links. */
  public TableVersion(long versionId, String tableId, String name, TableKind kind, List<Column> columns,
      List<Run> runs, @Nullable String countsWhen) {
    this(versionId, tableId, name, kind, columns, runs, countsWhen, List.of(), null);
  }

  public TableVersion withKind(TableKind other) {
    return new TableVersion(versionId, tableId, name, other, columns, runs, countsWhen, links, sale);
  }

  public TableVersion withColumns(List<Column> others) {
    return new TableVersion(versionId, tableId, name, kind, others, runs, countsWhen, links, sale);
  }

  public TableVersion withLinks(List<Link> others) {
    return new TableVersion(versionId, tableId, name, kind, columns, runs, countsWhen, others, sale);
  }

  public TableVersion withCountsWhen(@Nullable String rule) {
    return new TableVersion(versionId, tableId, name, kind, columns, runs, rule, links, sale);
  }

  public TableVersion withSale(@Nullable Sale other) {
    return new TableVersion(versionId, tableId, name, kind, columns, runs, countsWhen, links, other);
  }

  public long rows() {
    return runs.stream().mapToLong(Run::rows).sum();
  }

  public Optional<Column> withRole(Role role) {
    return columns.stream().filter(c -> c.role() == role).findFirst();
  }

  /** The column of a name, whatever the case. */
  public Optional<Column> named(String column) {
    String folded = Folding.fold(column);
    return columns.stream().filter(c -> Folding.fold(c.name()).equals(folded)).findFirst();
  }

  /** The link through which its rows find their customers; empty where its keys are those of the customers. */
  public Optional<Link> customerLink() {
    return withRole(Role.CUSTOMER_KEY).flatMap(this::linkFrom);
  }

  public Optional<Link> linkFrom(Column column) {
    return links.stream().filter(link -> link.isFrom(column.name())).findFirst();
  }

  public Optional<Column> withId(String id) {
    return columns.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
