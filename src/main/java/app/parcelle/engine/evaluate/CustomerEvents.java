package app.parcelle.engine.evaluate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Measures of each customer's chosen rows of one event table: one number a customer number. Customers are cut into blocks, and each
 * block reads its own rows once, in order.
 */
final class CustomerEvents {
  private static final int BLOCK = 1 << 15;

  private final Dataset data;
  private final TableVersion table;
  private final JobContext job;

  CustomerEvents(Dataset data, TableVersion table, JobContext job) {
    this.data = data;
    this.table = table;
    this.job = job;
  }

  private int customers() {
    return data.customers().size();
  }

  /** The customers who have at least one chosen row: one bit each. */
  long[] any(List<long[]> chosen) {
    long[] some = Bits.of(customers());
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = chosen.get(run.index());
      eachBlock(run.customers(), (from, to) -> {
        for (int c = from; c < to; c++) {
          if (Bits.count(bits, offsets[c], offsets[c + 1]) > 0) {
            Bits.set(some, c);
          }
        }
      });
    }
    return some;
  }

  /** How many chosen rows each has. */
  long[] lines(List<long[]> chosen) {
    long[] counts = new long[customers()];
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = chosen.get(run.index());
      eachBlock(run.customers(), (from, to) -> {
        for (int c = from; c < to; c++) {
          counts[c] += Bits.count(bits, offsets[c], offsets[c + 1]);
        }
      });
    }
    return counts;
  }

  /** How many different orders the chosen rows belong to; rows themselves where the table has no order key. */
  long[] orders(List<long[]> chosen) {
    Column key = table.withRole(Role.ORDER_KEY).orElse(null);
    if (key == null) {
      return lines(chosen);
    }
    if (table.runs().size() > 1) {
      return new OrdersAcrossRuns(data, table, key, job).count(chosen);
    }
    long[] counts = new long[customers()];
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = chosen.get(run.index());
      eachBlock(run.customers(), (from, to) -> {
        RowCursor codes = new RowCursor(data, table, key, run);
        DistinctCodes distinct = new DistinctCodes();
        for (int c = from; c < to; c++) {
          distinct.clear();
          for (int row = next(bits, offsets[c], offsets[c + 1]); row < offsets[c + 1]; row = next(bits,
              row + 1, offsets[c + 1])) {
            distinct.add(codes.missing(row) ? DistinctCodes.own(row) : codes.at(row));
          }
          counts[c] = distinct.size();
        }
      });
    }
    return counts;
  }

  /**
   * The sum of a number column over the chosen rows, in units of the column's scale; missing values are skipped.
   *
   * @throws Problem when a customer's sum does not fit 64 bits
   */
  long[] sum(List<long[]> chosen, Column column) {
    long[] sums = new long[customers()];
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = chosen.get(run.index());
      eachBlock(run.customers(), (from, to) -> {
        RowCursor values = new RowCursor(data, table, column, run);
        for (int c = from; c < to; c++) {
          long sum = sums[c];
          for (int row = next(bits, offsets[c], offsets[c + 1]); row < offsets[c + 1]; row = next(bits,
              row + 1, offsets[c + 1])) {
            if (!values.missing(row)) {
              sum = added(sum, values.at(row), column);
            }
          }
          sums[c] = sum;
        }
      });
    }
    return sums;
  }

  private static long added(long sum, long value, Column column) {
    long result = sum + value;
    if (((sum ^ result) & (value ^ result)) < 0) {
      throw new Problem(Message.of("evaluate.sum-too-large", column.name()));
    }
    return result;
  }

  /** Stands for the number of a customer who has none. */
  static final long NONE = Long.MIN_VALUE;

  /** Who has none; one bit each. */
  static long[] none(long[] numbers) {
    long[] none = Bits.of(numbers.length);
    for (int c = 0; c < numbers.length; c++) {
      if (numbers[c] == NONE) {
        Bits.set(none, c);
      }
    }
    return none;
  }

  /** Local days from the first chosen row to the reference day; {@link #NONE} where no chosen row has a time. */
  long[] daysSinceFirst(List<long[]> chosen, AsOf asOf) {
    Span span = span(chosen);
    return daysSince(span.first, span.type, asOf);
  }

  /** Local days from the last chosen row to the reference day; {@link #NONE} where no chosen row has a time. */
  long[] daysSinceLast(List<long[]> chosen, AsOf asOf) {
    Span span = span(chosen);
    return daysSince(span.last, span.type, asOf);
  }

  private long[] daysSince(long[] times, ColumnType type, AsOf asOf) {
    long today = asOf.today().toEpochDay();
    long[] days = new long[times.length];
    eachBlock(times.length, (from, to) -> {
      LocalDays local = new LocalDays(asOf.zone());
      for (int c = from; c < to; c++) {
        days[c] = times[c] == NONE ? NONE : today - (type == ColumnType.DATE ? times[c] : local.of(times[c]));
      }
    });
    return days;
  }

  /**
   * The least and greatest time of the chosen rows: first, last; {@link #NONE} for customers without.
   *
   * @param type of the column of times: day numbers, or instants
   */
  private record Span(long[] first, long[] last, ColumnType type) {}

  private Span span(List<long[]> chosen) {
    Column time = table.withRole(Role.EVENT_TIME).orElse(null);
    Span span = new Span(new long[customers()], new long[customers()],
        time == null ? ColumnType.DATE_TIME : time.type());
    java.util.Arrays.fill(span.first, NONE);
    java.util.Arrays.fill(span.last, NONE);
    if (time == null) {
      return span;
    }
    for (TableVersion.Run run : table.runs()) {
      int[] offsets = data.offsets(table, run);
      long[] bits = chosen.get(run.index());
      eachBlock(run.customers(), (from, to) -> {
        RowCursor times = new RowCursor(data, table, time, run);
        for (int c = from; c < to; c++) {
          for (int row = next(bits, offsets[c], offsets[c + 1]); row < offsets[c + 1]; row = next(bits,
              row + 1, offsets[c + 1])) {
            if (!times.missing(row)) {
              long at = times.at(row);
              span.first[c] = span.first[c] == NONE ? at : Math.min(span.first[c], at);
              span.last[c] = Math.max(span.last[c], at);
            }
          }
        }
      });
    }
    return span;
  }

  private interface CustomerRange {
    void on(int from, int to);
  }

  private void eachBlock(int customers, CustomerRange body) {
    Blocks.each((customers + BLOCK - 1) / BLOCK, job,
        b -> body.on(b * BLOCK, Math.min(customers, (b + 1) * BLOCK)));
  }

  /** The next set bit from {@code from} on, or {@code end}. */
  static int next(long[] bits, int from, int end) {
    if (from >= end) {
      return end;
    }
    int w = from >> 6;
    long word = bits[w] & -1L << from;
    int last = (end - 1) >> 6;
    while (word == 0 && w < last) {
      word = bits[++w];
    }
    return word == 0 ? end : Math.min(end, (w << 6) + Long.numberOfTrailingZeros(word));
  }

  /** Reads rows of one column mostly in ascending order: one chunk at a time. */
  static final class RowCursor {
    private final Dataset data;
    private final TableVersion table;
    private final Column column;
    private final TableVersion.Run run;
    private final long[] values = new long[Chunk.ROWS];
    private int loaded = -1;
    private @Nullable Chunk chunk;
    private long @Nullable [] missing;

    RowCursor(Dataset data, TableVersion table, Column column, TableVersion.Run run) {
      this.data = data;
      this.table = table;
      this.column = column;
      this.run = run;
    }

    private Chunk load(int row) {
      Chunk now = chunk;
      if (now == null || row >> 16 != loaded) {
        loaded = row >> 16;
        now = data.chunk(table, column, run, loaded);
        now.copyTo(values, 0);
        missing = now.missing();
        chunk = now;
      }
      return now;
    }

    long at(int row) {
      if (row >> 16 != loaded) {
        load(row);
      }
      return values[row & 0xFFFF];
    }

    boolean missing(int row) {
      if (row >> 16 != loaded) {
        load(row);
      }
      return missing != null && Bits.get(missing, row & 0xFFFF);
    }

    Chunk chunkOf(int row) {
      return load(row);
    }
  }
}
