package app.parcelle.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.store.RunMerger.Placed;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Gives values to cells of one column that were not understood. Only chunks with such cells are written anew. */
final class Mender {
  private final ChunkStore chunks;
  private final Remarks remarks;
  private final StoredDataset data;
  private final Stored.Table former;
  private final Column column;
  private final Mends mends;
  private final JobContext job;
  private final List<Long> places = new ArrayList<>();
  private long valued;

  /** @param column of the table, stored, and no texts */
  Mender(ChunkStore chunks, Remarks remarks, StoredDataset data, Stored.Table former, Column column,
      Mends mends, JobContext job) {
    this.chunks = chunks;
    this.remarks = remarks;
    this.data = data;
    this.former = former;
    this.column = column;
    this.mends = mends;
    this.job = job;
  }

  /** Where the cells are that were mended. */
  List<Long> places() {
    return places;
  }

  /**
   * The runs with the cells mended. Rows whose time is mended stand where their new time belongs.
   *
   * @param merger brings the runs down to few, where rows had to move
   * @throws Problem when a number has no room
   */
  List<Placed> runs(RunMerger merger, ExecutorService threads) {
    List<Placed> all = new ArrayList<>();
    boolean moved = false;
    for (TableVersion.Run run : former.table().runs()) {
      long[] changed = Bits.of(run.rows());
      Stored.Run next = mended(run, changed);
      if (column.role() == Role.EVENT_TIME && Bits.count(changed) > 0) {
        moved = true;
        all.add(new Placed(run, next, Bits.without(Bits.full(run.rows()), changed)));
        all.add(new SortedRun(chunks, stored(), threads, job).of(new Placed(run, next, changed)));
      } else {
        all.add(new Placed(run, next));
      }
    }
    return moved ? merger.merge(all) : all;
  }

  List<Column> stored() {
    return former.table()
        .columns()
        .stream()
        .filter(c -> c.origin() == Column.Origin.STORED)
        .toList();
  }

  private Stored.Run mended(TableVersion.Run run, long[] changed) {
    Stored.Run values = former.runs().get(run.index());
    Stored.Values own = values.columns().get(column.id());
    if (own == null) {
      throw new IllegalArgumentException("no column " + column.id());
    }
    int scale = Math.max(own.scale(), mends.scale());
    List<Long> ids = new ArrayList<>();
    for (int index = 0; index < run.chunks(); index++) {
      job.progress(index, run.chunks(), Message.of("store.mending", column.name()));
      job.throwIfCancelled();
      Chunk chunk = chunks.chunk(own.chunks().get(index), null, column.name());
      Chunk next = mended(run, index, own.scale() == scale ? chunk : scaled(chunk, scale - own.scale()),
          scale,
          changed);
      ids.add(next == chunk ? own.chunks().get(index) : write(next));
    }
    Map<String, Stored.Values> all = new LinkedHashMap<>(values.columns());
    all.put(column.id(), new Stored.Values(ids, scale, List.of()));
    return new Stored.Run(values.counts(), all, values.lines());
  }

  private Chunk scaled(Chunk chunk, int digits) {
    try {
      return chunk.times(ValueSource.powerOfTen(digits));
    } catch (ArithmeticException e) {
      throw new Problem(Message.of("store.no-room", column.name(), mends.scale()), e);
    }
  }

  private long write(Chunk chunk) {
    long[] values = new long[chunk.rows()];
    chunk.copyTo(values, 0);
    return chunks.add(values, chunk.rows(), chunk.missing(), chunk.invalid());
  }

  /** @param changed is told the rows of the run that have a value now, or are missing */
  private Chunk mended(TableVersion.Run run, int index, Chunk chunk, int scale, long[] changed) {
    if (chunk.invalid() == null) {
      return chunk;
    }
    Chunk lines = data.lines(former.table(), run, index);
    SortedMap<Long, Integer> rows = new TreeMap<>();
    for (int row = 0; row < chunk.rows(); row++) {
      if (chunk.isInvalid(row)) {
        rows.put(lines.at(row), row);
      }
    }
    RawTexts texts = remarks.rawTexts(former.remarks(), rows);
    long[] values = new long[chunk.rows()];
    chunk.copyTo(values, 0);
    long[] missing = chunk.missing() == null ? Bits.of(chunk.rows()) : chunk.missing().clone();
    long[] invalid = chunk.invalid().clone();
    int before = places.size();
    rows.forEach((place, row) -> {
      Mends.Value value = mends.of(place, texts.at(column, row));
      if (value != null) {
        places.add(place);
        clear(invalid, row);
        Bits.set(changed, index * Chunk.ROWS + row);
        if (value.number() != null) {
          clear(missing, row);
          values[row] = scaled(value.number(), scale - value.scale());
          valued++;
        }
      }
    });
    return places.size() == before
        ? chunk
        : Chunk.pack(values, chunk.rows(), orNull(missing), orNull(invalid), null);
  }

  private long scaled(long number, int digits) {
    try {
      return Math.multiplyExact(number, ValueSource.powerOfTen(digits));
    } catch (ArithmeticException e) {
      throw new Problem(Message.of("store.no-room", column.name(), digits), e);
    }
  }

  private static void clear(long[] bits, int row) {
    bits[row >> 6] &= ~(1L << row);
  }

  private static long @Nullable [] orNull(long[] bits) {
    return Bits.count(bits) == 0 ? null : bits;
  }

  /** The columns with the mended one as it is then. */
  List<Column> columns() {
    int scale = Math.max(column.scale(), places.isEmpty() ? 0 : mends.scale());
    List<Column> all = new ArrayList<>();
    for (Column one : former.table().columns()) {
      boolean own = one.id().equals(column.id());
      all.add(own
          ? new Column(column.id(), column.name(), column.type(), column.role(), column.meaning(), scale,
              column.missing() - valued, column.invalid() - places.size(), column.ambiguous(),
              column.origin())
          : one);
    }
    return NextVersion.withDerived(all, former.table().columns());
  }
}
