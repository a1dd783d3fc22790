package app.parcelle.engine.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableVersion;

/**
 * How a table has changed, key by key. A key is the same when it has the same rows, whatever their order.
 *
 * @param added keys that it did not have
 * @param changed keys that it has, with other rows
 * @param unchanged keys that it has, with the same rows
 * @param gone keys that it no longer has
 */
public record TableDifference(int added, int changed, int unchanged, int gone) {

  /**
   * Compares two versions of a table. Takes 8 bytes a key.
   *
   * @param key the column of the later version
   */
  public static TableDifference between(Dataset before, TableVersion earlier, Dataset after,
      TableVersion later, Column key, JobContext job) {
    Map<String, Integer> scales = new HashMap<>();
    later.columns().forEach(column -> scales.put(column.id(), column.scale()));
    earlier.columns().forEach(column -> scales.merge(column.id(), column.scale(), Math::max));
    Column widest = new Column(key.id(), key.name(), key.type(), key.role(), key.meaning(),
        scales.getOrDefault(key.id(), key.scale()), key.missing(), key.invalid(), key.ambiguous(),
        key.origin());
    Sums sums = new Sums(new RowKeys(widest), job, earlier.rows() + later.rows());
    if (key.origin() == Column.Origin.CUSTOMER_KEY || earlier.withId(key.id()).isPresent()) {
      sums.add(before, earlier, scales, -1);
    }
    sums.add(after, later, scales, 1);
    return sums.difference();
  }

  /** For each key the hashes of its rows afterwards, less those before. */
  private static final class Sums {
    private final RowKeys keys;
    private final JobContext job;
    private final long all;
    private long done;
    private long[] sums = new long[1024];
    private final BitSet before = new BitSet();
    private final BitSet after = new BitSet();

    Sums(RowKeys keys, JobContext job, long all) {
      this.keys = keys;
      this.job = job;
      this.all = all;
    }

    void add(Dataset data, TableVersion table, Map<String, Integer> scales, int sign) {
      List<Column> columns = table.columns().stream().filter(Column::isOwn).toList();
      List<RowHash> hashes = columns.stream()
          .map(column -> new RowHash(column, scales.getOrDefault(column.id(), column.scale())))
          .toList();
      int[] numbers = new int[Chunk.ROWS];
      long[] rows = new long[Chunk.ROWS];
      for (TableVersion.Run run : table.runs()) {
        for (int index = 0; index < run.chunks(); index++) {
          job.progress(done, all, Message.of("project.comparing"));
          job.throwIfCancelled();
          int size = keys.of(data, table, run, index, numbers);
          Arrays.fill(rows, 0, size, 0);
          for (int c = 0; c < columns.size(); c++) {
            hashes.get(c).addTo(rows, data.chunk(table, columns.get(c), run, index));
          }
          add(numbers, rows, size, sign);
          done += size;
        }
      }
    }

    private void add(int[] numbers, long[] rows, int size, int sign) {
      if (sums.length < keys.size()) {
        sums = Arrays.copyOf(sums,
            Math.max(keys.size(), (int) Math.min(Integer.MAX_VALUE - 16L, 2L * sums.length)));
      }
      BitSet seen = sign < 0 ? before : after;
      for (int row = 0; row < size; row++) {
        if (numbers[row] != RowKeys.NONE) {
          sums[numbers[row]] += sign * Fingerprint.mix(rows[row]);
          seen.set(numbers[row]);
        }
      }
    }

    TableDifference difference() {
      int added = 0;
      int changed = 0;
      int unchanged = 0;
      for (int key = after.nextSetBit(0); key >= 0; key = after.nextSetBit(key + 1)) {
        if (!before.get(key)) {
          added++;
        } else if (sums[key] == 0) {
          unchanged++;
        } else {
          changed++;
        }
      }
      return new TableDifference(added, changed, unchanged, before.cardinality() - changed - unchanged);
    }
  }
}
