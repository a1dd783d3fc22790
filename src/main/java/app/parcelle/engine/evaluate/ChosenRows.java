package app.parcelle.engine.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Rows of an event table: those that are marked and whose time lies in a range. A row without time is in the range whose low end
 * is {@code Long.MIN_VALUE}, and in no other.
 *
 * @param marks one bit a row for each run; null where all rows are marked
 */
record ChosenRows(TableVersion table, @Nullable List<long[]> marks, ValueRange times) {
  private static final long UNTIMED = Long.MIN_VALUE;

  /** Marked rows, whatever their time. */
  static ChosenRows marked(TableVersion table, List<long[]> marks) {
    return new ChosenRows(table, marks, ValueRange.of(UNTIMED, Long.MAX_VALUE));
  }

  /** Those of them that have a time. */
  ChosenRows timed() {
    return times.low() == UNTIMED
        ? new ChosenRows(table, marks, ValueRange.of(UNTIMED + 1, times.high()))
        : this;
  }

  /** A column of one run, read where the rows are. */
  RowCursor cursor(Dataset data, Column column, TableVersion.Run run) {
    return new RowCursor(data, table, column, run, times.low() > UNTIMED + 1);
  }

  @Nullable
  Column time() {
    return table.withRole(Role.EVENT_TIME).orElse(null);
  }

  long @Nullable [] marks(TableVersion.Run run) {
    return marks == null ? null : marks.get(run.index());
  }

  /** Those of customers {@code from .. to - 1} in one run, which may know fewer of them. */
  RowSpans spans(Dataset data, TableVersion.Run run, int[] offsets, int from, int to) {
    RowSpans spans = new RowSpans(offsets, from, Math.max(from, Math.min(to, run.customers())), marks(run));
    Column time = time();
    if (time != null) {
      spans.within(times, index -> data.chunk(table, time, run, index));
    } else if (times.low() > UNTIMED) {
      spans.clear();
    }
    return spans;
  }

  /** One bit a row for each run; not to be written to. */
  List<long[]> bits(Dataset data, JobContext job) {
    return table.runs().stream().map(run -> bits(data, run, job)).toList();
  }

  private long[] bits(Dataset data, TableVersion.Run run, JobContext job) {
    long[] marked = marks(run);
    long[] bits = marked == null ? Bits.full(run.rows()) : marked.clone();
    Column time = time();
    ChunkTest inside = new RangeTest(times);
    Blocks.each(run.chunks(), job, index -> {
      int firstWord = index * (Chunk.ROWS >> 6);
      if (time != null) {
        and(bits, firstWord, data.chunk(table, time, run, index), inside);
      } else if (times.low() > UNTIMED) {
        int rows = Math.min(Chunk.ROWS, run.rows() - index * Chunk.ROWS);
        java.util.Arrays.fill(bits, firstWord, firstWord + Bits.words(rows), 0);
      }
    });
    return bits;
  }

  private void and(long[] bits, int firstWord, Chunk chunk, ChunkTest inside) {
    long[] met = Bits.of(chunk.rows());
    inside.mark(chunk, met, 0);
    long[] missing = chunk.missing();
    for (int w = 0; w < met.length; w++) {
      long holes = missing == null ? 0 : missing[w];
      bits[firstWord + w] &= times.low() == UNTIMED ? met[w] | holes : met[w] & ~holes;
    }
  }
}
