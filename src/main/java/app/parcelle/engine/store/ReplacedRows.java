package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.TableVersion;

/** The rows of a table whose key comes again: which they are, and all that is counted of them. */
final class ReplacedRows {
  private final StoredDataset data;
  private final TableVersion table;
  private final JobContext job;
  private final List<long @Nullable []> kept = new ArrayList<>();
  private final Map<String, Cells> cells = new HashMap<>();
  private final Map<Integer, Integer> byBatch = new HashMap<>();
  private final List<Long> invalidPlaces = new ArrayList<>();

  /** How many cells of a column had no value, the invalid ones among them. */
  private record Cells(long missing, long invalid) {}

  private ReplacedRows(StoredDataset data, TableVersion table, JobContext job) {
    this.data = data;
    this.table = table;
    this.job = job;
  }

  /**
   * Finds them.
   *
   * @param former the rows there are
   * @param next the rows that come, with the same key column
   */
  static ReplacedRows of(StoredDataset former, TableVersion table, StoredDataset next, TableVersion coming,
      Column key, JobContext job) {
    RowKeys keys = new RowKeys(key);
    BitSet again = new BitSet();
    int[] numbers = new int[Chunk.ROWS];
    for (TableVersion.Run run : coming.runs()) {
      for (int index = 0; index < run.chunks(); index++) {
        job.throwIfCancelled();
        int rows = keys.of(next, coming, run, index, numbers);
        for (int row = 0; row < rows; row++) {
          if (numbers[row] != RowKeys.NONE) {
            again.set(numbers[row]);
          }
        }
      }
    }
    ReplacedRows replaced = new ReplacedRows(former, table, job);
    for (TableVersion.Run run : table.runs()) {
      replaced.kept.add(replaced.keptOf(run, keys, again, numbers));
    }
    return replaced;
  }

  private long @Nullable [] keptOf(TableVersion.Run run, RowKeys keys, BitSet again, int[] numbers) {
    long[] left = Bits.full(run.rows());
    boolean any = false;
    for (int index = 0; index < run.chunks(); index++) {
      job.throwIfCancelled();
      int rows = keys.of(data, table, run, index, numbers);
      long[] gone = Bits.of(rows);
      int first = index * Chunk.ROWS;
      for (int row = 0; row < rows; row++) {
        if (numbers[row] != RowKeys.NONE && again.get(numbers[row])) {
          Bits.set(gone, row);
          left[(first + row) >> 6] &= ~(1L << row);
        }
      }
      if (Bits.count(gone) > 0) {
        any = true;
        count(run, index, gone);
      }
    }
    return any ? left : null;
  }

  private void count(TableVersion.Run run, int index, long[] gone) {
    long[] invalid = Bits.of(gone.length * 64);
    for (Column column : table.columns()) {
      Chunk chunk = data.chunk(table, column, run, index);
      Cells before = cells.getOrDefault(column.id(), new Cells(0, 0));
      cells.put(column.id(),
          new Cells(before.missing + both(gone, chunk.missing()),
              before.invalid + both(gone, chunk.invalid())));
      if (chunk.invalid() != null && column.origin() == Column.Origin.STORED) {
        Bits.or(invalid, Bits.both(gone, chunk.invalid()));
      }
    }
    Chunk lines = data.lines(table, run, index);
    for (int row = 0; row < lines.rows(); row++) {
      if (Bits.get(gone, row)) {
        byBatch.merge(Batch.batch(lines.at(row)), 1, Integer::sum);
        if (Bits.get(invalid, row)) {
          invalidPlaces.add(lines.at(row));
        }
      }
    }
  }

  private static int both(long[] gone, long @Nullable [] marks) {
    return marks == null ? 0 : Bits.countBoth(gone, marks);
  }

  /** Which rows of a run stay; null where all do. */
  long @Nullable [] kept(int run) {
    return kept.get(run);
  }

  long rows() {
    return byBatch.values().stream().mapToLong(Integer::longValue).sum();
  }

  long missing(Column column) {
    return cells.getOrDefault(column.id(), new Cells(0, 0)).missing;
  }

  long invalid(Column column) {
    return cells.getOrDefault(column.id(), new Cells(0, 0)).invalid;
  }

  /** How many rows of a batch are replaced. */
  int ofBatch(int batch) {
    return byBatch.getOrDefault(batch, 0);
  }

  /** The places of the rows that had a cell that was not understood. */
  List<Long> invalidPlaces() {
    return invalidPlaces;
  }
}
