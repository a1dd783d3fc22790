package app.parcelle.engine.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * Compares two versions of a table, by several keys at once. Takes 8 bytes a key. Runs that both versions share are not read,
   * but for their keys.
   *
   * @param keys columns of the later version
   */
  public static List<TableDifference> between(Dataset before, TableVersion earlier, Dataset after,
      TableVersion later, List<Column> keys, JobContext job) {
    Map<String, Integer> scales = new HashMap<>();
    later.columns().forEach(column -> scales.put(column.id(), column.scale()));
    earlier.columns().forEach(column -> scales.merge(column.id(), column.scale(), Math::max));
    List<Sums> sums = keys.stream().map(key -> new Sums(key, earlier, scales)).toList();
    Set<Stored.Run> shared = runs(before, earlier);
    shared.retainAll(runs(after, later));
    Walk walk = new Walk(sums, scales, shared, job, earlier.rows() + later.rows());
    walk.through(before, earlier, -1);
    walk.through(after, later, 1);
    return sums.stream().map(Sums::difference).toList();
  }

  private static Set<Stored.Run> runs(Dataset data, TableVersion table) {
    Stored.Table stored = data instanceof StoredDataset own ? own.stored(table.versionId()) : null;
    return stored == null ? new HashSet<>() : new HashSet<>(stored.runs());
  }

  /** Goes through the rows of a version, for all keys at once. */
  private static final class Walk {
    private final List<Sums> sums;
    private final Map<String, Integer> scales;
    private final Set<Stored.Run> shared;
    private final JobContext job;
    private final long all;
    private long done;

    Walk(List<Sums> sums, Map<String, Integer> scales, Set<Stored.Run> shared, JobContext job, long all) {
      this.sums = sums;
      this.scales = scales;
      this.shared = shared;
      this.job = job;
      this.all = all;
    }

    void through(Dataset data, TableVersion table, int sign) {
      List<Column> columns = table.columns().stream().filter(Column::isOwn).toList();
      List<RowHash> hashes = columns.stream()
          .map(column -> new RowHash(column, scales.getOrDefault(column.id(), column.scale())))
          .toList();
      long[] rows = new long[Chunk.ROWS];
      for (TableVersion.Run run : table.runs()) {
        boolean same = isShared(data, table, run);
        for (int index = 0; index < run.chunks(); index++) {
          job.progress(done, all, Message.of("project.comparing"));
          job.throwIfCancelled();
          Arrays.fill(rows, 0);
          for (int c = 0; c < columns.size() && !same; c++) {
            hashes.get(c).addTo(rows, data.chunk(table, columns.get(c), run, index));
          }
          for (Sums one : sums) {
            one.add(data, table, run, index, rows, same ? 0 : sign, sign < 0);
          }
          done += Math.min(Chunk.ROWS, run.rows() - index * Chunk.ROWS);
        }
      }
    }

    private boolean isShared(Dataset data, TableVersion table, TableVersion.Run run) {
      Stored.Table stored = data instanceof StoredDataset own ? own.stored(table.versionId()) : null;
      return stored != null && shared.contains(stored.runs().get(run.index()));
    }
  }

  /** For each key the hashes of its rows afterwards, less those before. */
  private static final class Sums {
    private final RowKeys keys;
    private final boolean inEarlier;
    private final int[] numbers = new int[Chunk.ROWS];
    private long[] sums = new long[1024];
    private final BitSet before = new BitSet();
    private final BitSet after = new BitSet();

    Sums(Column key, TableVersion earlier, Map<String, Integer> scales) {
      this.keys = new RowKeys(new Column(key.id(), key.name(), key.type(), key.role(), key.meaning(),
          scales.getOrDefault(key.id(), key.scale()), key.missing(), key.invalid(), key.ambiguous(),
          key.origin()));
      this.inEarlier = key.origin() == Column.Origin.CUSTOMER_KEY || earlier.withId(key.id()).isPresent();
    }

    /**
     * Adds a chunk.
     *
     * @param sign of its rows' hashes; 0 where they are those of the other version too
     */
    void add(Dataset data, TableVersion table, TableVersion.Run run, int index, long[] rows, int sign,
        boolean earlier) {
      if (earlier && !inEarlier) {
        return;
      }
      int size = keys.of(data, table, run, index, numbers);
      if (sums.length < keys.size()) {
        sums = Arrays.copyOf(sums,
            Math.max(keys.size(), (int) Math.min(Integer.MAX_VALUE - 16L, 2L * sums.length)));
      }
      BitSet seen = earlier ? before : after;
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
