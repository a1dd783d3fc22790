package app.parcelle.engine.evaluate;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.Bits;
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
  /** A multiple of 64, so that blocks share no word of bits of customers. */
  static final int BLOCK = 1 << 15;

  private final Dataset data;
  private final JobContext job;

  CustomerEvents(Dataset data, JobContext job) {
    this.data = data;
    this.job = job;
  }

  private int customers() {
    return data.customers().size();
  }

  /** The customers who have at least one chosen row: one bit each. */
  long[] any(ChosenRows chosen) {
    long[] some = Bits.of(customers());
    each(chosen, (_, rows) -> {
      for (int c = rows.from(); c < rows.to(); c++) {
        some[c >> 6] |= (rows.any(c) ? 1L : 0) << c;
      }
    });
    return some;
  }

  /** How many chosen rows each has. */
  long[] lines(ChosenRows chosen) {
    long[] counts = new long[customers()];
    each(chosen, (_, rows) -> {
      for (int c = rows.from(); c < rows.to(); c++) {
        counts[c] += rows.count(c);
      }
    });
    return counts;
  }

  /** How many different orders the chosen rows belong to; rows themselves where the table has no order key. */
  long[] orders(ChosenRows chosen) {
    Column key = chosen.table().withRole(Role.ORDER_KEY).orElse(null);
    if (key == null) {
      return lines(chosen);
    }
    if (chosen.table().runs().size() > 1) {
      return new OrdersAcrossRuns(data, key, job).count(chosen);
    }
    long[] counts = new long[customers()];
    each(chosen, (run, rows) -> {
      RowCursor codes = cursor(chosen, key, run);
      DistinctCodes distinct = new DistinctCodes();
      for (int c = rows.from(); c < rows.to(); c++) {
        int end = rows.end(c);
        int row = rows.first(c);
        if (row < end) {
          counts[c] = orders(rows, row, end, codes, distinct);
        }
      }
    });
    return counts;
  }

  /** The lines of an order mostly follow each other: only where the key changes it is looked for among those before. */
  private static int orders(RowSpans rows, int first, int end, RowCursor codes, DistinctCodes distinct) {
    long only = code(codes, first);
    int row = rows.after(first, end);
    while (row < end && code(codes, row) == only) {
      row = rows.after(row, end);
    }
    if (row == end) {
      return 1;
    }
    distinct.clear();
    distinct.add(only);
    for (; row < end; row = rows.after(row, end)) {
      distinct.add(code(codes, row));
    }
    return distinct.size();
  }

  private static long code(RowCursor codes, int row) {
    return codes.missing(row) ? DistinctCodes.own(row) : codes.at(row);
  }

  /** How many different values of a column the chosen rows have, texts folded; missing values are skipped. */
  long[] distinct(ChosenRows chosen, Column column) {
    TableVersion table = chosen.table();
    SameValues same = new SameValues(data, List.of(new SameValues.Of(table, column)), true, job);
    List<int[]> offsets = offsets(table);
    long[] counts = new long[customers()];
    Blocks.each(Math.ceilDiv(customers(), BLOCK), job, b -> {
      int from = b * BLOCK;
      int to = Math.min(customers(), from + BLOCK);
      List<RowSpans> runs = spans(chosen, offsets, from, to);
      List<SameValues.Cursor> cursors = table.runs()
          .stream()
          .map(run -> same.cursor(cursor(chosen, column, run)))
          .toList();
      DistinctCodes values = new DistinctCodes();
      for (int c = from; c < to; c++) {
        values.clear();
        for (int run = 0; run < runs.size(); run++) {
          RowSpans rows = runs.get(run);
          SameValues.Cursor codes = cursors.get(run);
          int end = c < rows.to() ? rows.end(c) : 0;
          for (int row = c < rows.to() ? rows.first(c) : 0; row < end; row = rows.after(row, end)) {
            if (!codes.missing(row)) {
              values.add(codes.at(row));
            }
          }
        }
        counts[c] = values.size();
      }
    });
    return counts;
  }

  /**
   * The sum of a number column over the chosen rows, in units of the column's scale; missing values are skipped.
   *
   * @throws Problem when a customer's sum does not fit 64 bits
   */
  long[] sum(ChosenRows chosen, Column column) {
    return sum(chosen, column, null);
  }

  /** The same, and how many rows have a value. */
  long[] sum(ChosenRows chosen, Column column, long @Nullable [] counts) {
    long[] sums = new long[customers()];
    each(chosen, (run, rows) -> {
      RowCursor values = cursor(chosen, column, run);
      for (int c = rows.from(); c < rows.to(); c++) {
        long sum = sums[c];
        int present = 0;
        int end = rows.end(c);
        for (int row = rows.first(c); row < end; row = rows.after(row, end)) {
          if (!values.missing(row)) {
            sum = added(sum, values.at(row), column);
            present++;
          }
        }
        sums[c] = sum;
        if (counts != null) {
          counts[c] += present;
        }
      }
    });
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

  /** The least value of a column in the chosen rows, or the greatest; {@link #NONE} where none has a value. */
  long[] extreme(ChosenRows chosen, Column column, boolean greatest) {
    long[] found = new long[customers()];
    Arrays.fill(found, NONE);
    each(chosen, (run, rows) -> {
      RowCursor values = cursor(chosen, column, run);
      for (int c = rows.from(); c < rows.to(); c++) {
        long best = found[c];
        int end = rows.end(c);
        for (int row = rows.first(c); row < end; row = rows.after(row, end)) {
          if (!values.missing(row)) {
            long value = values.at(row);
            best = best == NONE || value > best == greatest ? value : best;
          }
        }
        found[c] = best;
      }
    });
    return found;
  }

  /** Local days from the first chosen row to the reference day; {@link #NONE} where no chosen row has a time. */
  long[] daysSinceFirst(ChosenRows chosen, AsOf asOf) {
    return daysSince(first(chosen), chosen, asOf);
  }

  /** Local days from the last chosen row to the reference day; {@link #NONE} where no chosen row has a time. */
  long[] daysSinceLast(ChosenRows chosen, AsOf asOf) {
    return daysSince(last(chosen), chosen, asOf);
  }

  private long[] daysSince(long[] times, ChosenRows chosen, AsOf asOf) {
    long today = asOf.today().toEpochDay();
    long[] days = new long[times.length];
    eachBlock((from, to) -> {
      Days day = new Days(chosen, asOf);
      for (int c = from; c < to; c++) {
        days[c] = times[c] == NONE ? NONE : today - day.of(times[c]);
      }
    });
    return days;
  }

  /** Local days from the first chosen row to the last; {@link #NONE} where no chosen row has a time. */
  long[] daysBetween(ChosenRows chosen, AsOf asOf) {
    long[] firsts = first(chosen);
    long[] lasts = last(chosen);
    long[] days = new long[firsts.length];
    eachBlock((from, to) -> {
      Days day = new Days(chosen, asOf);
      for (int c = from; c < to; c++) {
        days[c] = firsts[c] == NONE ? NONE : day.of(lasts[c]) - day.of(firsts[c]);
      }
    });
    return days;
  }

  /** The local day of times of a table. */
  private static final class Days {
    private final boolean dates;
    private final LocalDays local;

    Days(ChosenRows chosen, AsOf asOf) {
      Column time = chosen.time();
      dates = time != null && time.type() == ColumnType.DATE;
      local = new LocalDays(asOf.zone());
    }

    long of(long time) {
      return dates ? time : local.of(time);
    }
  }

  /** The time of each customer's first chosen row that has one, as its column holds it; {@link #NONE} where there is none. */
  long[] first(ChosenRows chosen) {
    return times(chosen.timed(), (rows, c) -> rows.first(c), Math::min);
  }

  /** The same of the last. */
  long[] last(ChosenRows chosen) {
    return times(chosen.timed(), RowSpans::last, Math::max);
  }

  private interface End {
    /** The customer's row at that end; not below the end of the span where there is none. */
    int of(RowSpans rows, int customer);
  }

  private interface Better {
    long of(long a, long b);
  }

  /** Rows lie in the order of time, so that one of each run is enough. */
  private long[] times(ChosenRows timed, End end, Better better) {
    long[] found = new long[customers()];
    Arrays.fill(found, NONE);
    Column time = timed.time();
    if (time != null) {
      each(timed, (run, rows) -> {
        RowCursor times = cursor(timed, time, run);
        for (int c = rows.from(); c < rows.to(); c++) {
          if (rows.any(c)) {
            long at = times.at(end.of(rows, c));
            found[c] = found[c] == NONE ? at : better.of(found[c], at);
          }
        }
      });
    }
    return found;
  }

  private RowCursor cursor(ChosenRows chosen, Column column, TableVersion.Run run) {
    return chosen.cursor(data, column, run);
  }

  List<int[]> offsets(TableVersion table) {
    return table.runs().stream().map(run -> data.offsets(table, run)).toList();
  }

  private List<RowSpans> spans(ChosenRows chosen, List<int[]> offsets, int from, int to) {
    return chosen.table()
        .runs()
        .stream()
        .map(run -> chosen.spans(data, run, offsets.get(run.index()), from, to))
        .toList();
  }

  private interface RunRows {
    void on(TableVersion.Run run, RowSpans rows);
  }

  /** One run after the other, so that a customer's number is written by one thread at a time. */
  private void each(ChosenRows chosen, RunRows body) {
    for (TableVersion.Run run : chosen.table().runs()) {
      int[] offsets = data.offsets(chosen.table(), run);
      Blocks.each(Math.ceilDiv(run.customers(), BLOCK), job, b -> body.on(run,
          chosen.spans(data, run, offsets, b * BLOCK, Math.min(run.customers(), (b + 1) * BLOCK))));
    }
  }

  private interface CustomerRange {
    void on(int from, int to);
  }

  private void eachBlock(CustomerRange body) {
    Blocks.each(Math.ceilDiv(customers(), BLOCK), job,
        b -> body.on(b * BLOCK, Math.min(customers(), (b + 1) * BLOCK)));
  }
}
