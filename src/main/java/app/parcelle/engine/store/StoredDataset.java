package app.parcelle.engine.store;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Dictionary;
import app.parcelle.engine.table.Sale;
import app.parcelle.engine.table.TableVersion;

/** The tables of one state of a project, read from its file chunk by chunk. */
final class StoredDataset implements Dataset {
  private final List<TableVersion> tables;
  private final Derived derived;
  private final Map<Long, Stored.Table> stored = new HashMap<>();
  private final CustomerDirectory customers;
  private final ZoneId zone;
  private final ValueSource source;

  StoredDataset(List<Stored.Table> tables, CustomerDirectory customers, ZoneId zone, ValueSource source) {
    this.derived = Derived.of(tables.stream().map(Stored.Table::table).toList());
    this.tables = derived.tables();
    tables.forEach(t -> stored.put(t.table().versionId(), t));
    this.customers = customers;
    this.zone = zone;
    this.source = source;
  }

  /** Other tables and customers, with values from the same file. */
  StoredDataset with(List<Stored.Table> others, CustomerDirectory directory) {
    return new StoredDataset(others, directory, zone, source);
  }

  /** A table and where its values lie; null where this state has no such version. */
  Stored.@Nullable Table stored(long versionId) {
    return stored.get(versionId);
  }

  /** A table of this state with all its columns. */
  TableVersion table(long versionId) {
    return tables.stream().filter(t -> t.versionId() == versionId).findFirst().orElseThrow();
  }

  /** A table as it is stored. */
  Stored.Table storedTable(String tableId) {
    return stored.values()
        .stream()
        .filter(t -> t.table().tableId().equals(tableId))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<TableVersion> tables() {
    return tables;
  }

  @Override
  public Dictionary customers() {
    return customers;
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public Chunk chunk(TableVersion table, Column column, TableVersion.Run run, int index) {
    return switch (column.origin()) {
      case STORED -> storedChunk(table, column, run, index);
      case CUSTOMER_KEY -> keys(table, run, index);
      case AMOUNT ->
        source.derived(table.versionId(), column.id(), derived.versions(table), run.index(), index,
            () -> AmountChunks.amounts(this, table, run, index));
      case MARGIN -> margin(table, column, run, index);
      case LOOKUP -> looked(table, column, run, index);
    };
  }

  private Chunk margin(TableVersion table, Column column, TableVersion.Run run, int index) {
    Sale.Cost cost = table.sale() == null ? null : table.sale().cost();
    if (cost == null) {
      throw new IllegalArgumentException("no column " + column.id());
    }
    return source.derived(table.versionId(), column.id(), derived.versions(table), run.index(), index,
        () -> AmountChunks.margins(this, table, cost, run, index));
  }

  private Chunk looked(TableVersion table, Column column, TableVersion.Run run, int index) {
    Derived.Looked looked = derived.of(table, column);
    if (looked == null) {
      throw new IllegalArgumentException("no column " + column.id());
    }
    return source.derived(table.versionId(), column.id(), looked.versions(), run.index(), index,
        () -> source.lookups().of(this, looked, chunk(table, looked.from(), run, index)));
  }

  /** A table that is not part of this state, with the columns that its links would bring here. */
  TableVersion with(TableVersion table) {
    List<TableVersion> all = new ArrayList<>(stored.values().stream().map(Stored.Table::table).toList());
    all.removeIf(t -> t.tableId().equals(table.tableId()));
    all.add(table);
    return Derived.of(all).tables().getLast();
  }

  private Chunk storedChunk(TableVersion table, Column column, TableVersion.Run run, int index) {
    Stored.Values values = run(table, run).columns().get(column.id());
    if (values == null) {
      throw new IllegalArgumentException("no column " + column.id());
    }
    return source.chunk(values, index, column.scale(), table.name() + "." + column.name());
  }

  private Stored.Run run(TableVersion table, TableVersion.Run run) {
    Stored.Table found = stored.get(table.versionId());
    if (found == null) {
      throw new IllegalArgumentException("no table version " + table.versionId());
    }
    return found.runs().get(run.index());
  }

  @Override
  public int[] offsets(TableVersion table, TableVersion.Run run) {
    return source.offsets(run(table, run).counts(), run.customers(), table.name());
  }

  /** The line of the source of each row. */
  Chunk lines(TableVersion table, TableVersion.Run run, int index) {
    return source.chunk(run(table, run).lines(), index, 0, table.name());
  }

  /** The customer numbers of the rows of a chunk, with the directory behind them. */
  private Chunk keys(TableVersion table, TableVersion.Run run, int index) {
    int[] offsets = offsets(table, run);
    int from = index * Chunk.ROWS;
    int rows = Math.min(Chunk.ROWS, run.rows() - from);
    long[] numbers = new long[rows];
    int keyed = Math.max(0, Math.min(rows, offsets[offsets.length - 1] - from));
    int customer = firstAt(offsets, from);
    for (int i = 0; i < keyed; i++) {
      while (offsets[customer + 1] <= from + i) {
        customer++;
      }
      numbers[i] = customer;
    }
    long[] missing = null;
    if (keyed < rows) {
      missing = Bits.of(rows);
      for (int i = keyed; i < rows; i++) {
        Bits.set(missing, i);
      }
    }
    return Chunk.pack(numbers, rows, missing, null, customers);
  }

  /** The last customer whose rows begin at or before a position. */
  private static int firstAt(int[] offsets, int position) {
    int low = 0;
    int high = offsets.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (offsets[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return Math.min(low, Math.max(0, offsets.length - 2));
  }
}
