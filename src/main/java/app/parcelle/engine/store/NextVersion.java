package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.RunMerger.Placed;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * The next version of a table: the rows of the former one that stay, and behind them those that come. The columns of the former
 * version stay, with nothing in them where the rows that come do not have them; others follow behind.
 */
final class NextVersion {
  private final ChunkStore chunks;
  private final Stored.Table former;
  private final Stored.Table coming;
  private final Into.Kept kept;
  private final @Nullable ReplacedRows replaced;
  private final List<Column> columns;
  private final Map<Integer, Long> nothing = new LinkedHashMap<>();

  /**
   * @param coming the rows that come, with the column ids of the former version
   * @param replaced the rows that go where the others are kept; null where all or none are
   */
  NextVersion(ChunkStore chunks, Stored.Table former, Stored.Table coming, Into.Kept kept,
      @Nullable ReplacedRows replaced) {
    this.chunks = chunks;
    this.former = former;
    this.coming = coming;
    this.kept = kept;
    this.replaced = replaced;
    this.columns = columns();
  }

  List<Column> stored() {
    return columns.stream().filter(c -> c.origin() == Column.Origin.STORED).toList();
  }

  private long keptRows() {
    return kept == Into.Kept.NONE
        ? 0
        : former.table().rows() - (replaced == null ? 0 : replaced.rows());
  }

  private List<Column> columns() {
    Map<String, Column> next = new LinkedHashMap<>();
    coming.table().columns().stream().filter(Column::isOwn).forEach(c -> next.put(c.id(), c));
    List<Column> all = new ArrayList<>();
    for (Column own : former.table().columns()) {
      if (own.isOwn()) {
        all.add(joined(own, next.remove(own.id())));
      }
    }
    for (Column added : next.values()) {
      all.add(new Column(added.id(), added.name(), added.type(), added.role(), added.meaning(), added.scale(),
          added.missing() + keptRows(), added.invalid(), added.ambiguous(), added.origin()));
    }
    return withDerived(all, former.table().columns());
  }

  /** Columns, and behind them those of a former version that are computed of them. */
  static List<Column> withDerived(List<Column> columns, List<Column> before) {
    List<Column> all = new ArrayList<>(columns.stream().filter(Column::isOwn).toList());
    int scale = scale(all, Role.QUANTITY) + scale(all, Role.UNIT_PRICE);
    before.stream().filter(column -> !column.isOwn()).forEach(column -> all.add(scaled(column, scale)));
    return all;
  }

  private static int scale(List<Column> columns, Role role) {
    return columns.stream().filter(c -> c.role() == role).mapToInt(Column::scale).findFirst().orElse(0);
  }

  private static Column scaled(Column column, int scale) {
    return new Column(column.id(), column.name(), column.type(), column.role(), column.meaning(), scale,
        column.missing(),
        column.invalid(), column.ambiguous(), column.origin());
  }

  private Column joined(Column own, @Nullable Column next) {
    boolean stays = kept != Into.Kept.NONE;
    long missing = stays ? own.missing() - (replaced == null ? 0 : replaced.missing(own)) : 0;
    long invalid = stays ? own.invalid() - (replaced == null ? 0 : replaced.invalid(own)) : 0;
    if (next == null) {
      return new Column(own.id(), own.name(), own.type(), own.role(), own.meaning(), own.scale(),
          missing + coming.table().rows(), invalid, own.ambiguous(), own.origin());
    }
    int scale = stays ? Math.max(own.scale(), next.scale()) : next.scale();
    ColumnType type = own.type() == ColumnType.WHOLE && scale > 0 ? ColumnType.DECIMAL : own.type();
    String ambiguous = next.ambiguous() == null && stays ? own.ambiguous() : next.ambiguous();
    return new Column(own.id(), own.name(), type, own.role(), own.meaning(), scale, missing + next.missing(),
        invalid + next.invalid(), ambiguous, own.origin());
  }

  /**
   * All runs, each with all stored columns.
   *
   * @throws Problem when a number has no room among others with more decimals
   */
  List<Placed> runs() {
    List<Placed> all = new ArrayList<>();
    for (int i = 0; i < former.runs().size() && kept != Into.Kept.NONE; i++) {
      TableVersion.Run shape = former.table().runs().get(i);
      all.add(new Placed(shape, completed(shape, former.runs().get(i)),
          replaced == null ? null : replaced.kept(i)));
    }
    for (int i = 0; i < coming.runs().size(); i++) {
      TableVersion.Run shape = coming.table().runs().get(i);
      all.add(new Placed(shape, completed(shape, coming.runs().get(i)), null));
    }
    return all;
  }

  private Stored.Run completed(TableVersion.Run shape, Stored.Run run) {
    requireRoom(run);
    Map<String, Stored.Values> values = new LinkedHashMap<>(run.columns());
    stored().forEach(column -> values.computeIfAbsent(column.id(), _ -> nothing(column, shape)));
    return new Stored.Run(run.counts(), values, run.lines());
  }

  /** A column without values: one chunk serves for all that are full. */
  private Stored.Values nothing(Column column, TableVersion.Run shape) {
    List<Long> ids = new ArrayList<>(Collections.nCopies(shape.rows() / Chunk.ROWS, nothing(Chunk.ROWS)));
    if (shape.rows() % Chunk.ROWS > 0) {
      ids.add(nothing(shape.rows() % Chunk.ROWS));
    }
    Stored.Texts none = new Stored.Texts(null, 0, 0, List.of());
    return new Stored.Values(ids, 0, column.type().isText() ? List.of(none) : List.of());
  }

  private Long nothing(int rows) {
    return nothing.computeIfAbsent(rows, n -> chunks.add(new long[n], n, Bits.full(n), null));
  }

  private void requireRoom(Stored.Run run) {
    for (Column column : stored()) {
      Stored.Values values = run.columns().get(column.id());
      if (values != null && values.texts().isEmpty() && values.scale() < column.scale()) {
        long factor = ValueSource.powerOfTen(column.scale() - values.scale());
        for (long id : values.chunks()) {
          Chunk chunk = chunks.chunk(id, null, column.name());
          long room = Long.MAX_VALUE / factor;
          if (chunk.min() <= chunk.max() && (chunk.max() > room || chunk.min() < -room)) {
            throw new Problem(Message.of("store.no-room", column.name(), column.scale()));
          }
        }
      }
    }
  }

  /**
   * The version.
   *
   * @param merged its runs, as they come out of the merger
   */
  Stored.Table of(List<Placed> merged, List<Batch> batches, List<Long> remarks, @Nullable String recipe) {
    TableVersion before = former.table();
    TableVersion table = new TableVersion(coming.table().versionId(), before.tableId(), before.name(),
        before.kind(), columns, merged.stream().map(Placed::shape).toList(), before.countsWhen(),
        before.links(), before.sale());
    return new Stored.Table(table, merged.stream().map(Placed::values).toList(), batches, remarks, recipe);
  }

  /** The imports that the rows are of. */
  List<Batch> batches(Batch last) {
    List<Batch> all = new ArrayList<>();
    for (int i = 0; i < former.batches().size() && kept != Into.Kept.NONE; i++) {
      all.add(former.batches().get(i).withReplaced(replaced == null ? 0 : replaced.ofBatch(i)));
    }
    all.add(last);
    return all;
  }
}
