package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.RowColumns;
import app.parcelle.engine.segment.SaleRule;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** Chooses rows of an event table: those that count, are seen, lie in a window and meet a where. */
final class EventRows {
  private final Dataset data;
  private final AsOf asOf;
  private final JobContext job;
  private final Known counting;

  /** @param counting what {@link #counting} found before; shared */
  EventRows(Dataset data, AsOf asOf, Known counting, JobContext job) {
    this.data = data;
    this.asOf = asOf;
    this.counting = counting;
    this.job = job;
  }

  /** The rows of tables that count, as far as somebody has found them before. */
  interface Known {
    Rows of(TableVersion table, Supplier<Rows> find);
  }

  /** The same tables, seen from an earlier day; never from a later one. */
  EventRows asOf(LocalDate day) {
    return day.isBefore(asOf.today()) ? new EventRows(data, new AsOf(day, asOf.zone()), counting, job) : this;
  }

  /**
   * The rows of a table that count: one bit set a run.
   *
   * @param all purchases and the returns that are taken off them
   * @param purchases the same where no returns are
   * @param every whether all rows of the table count
   */
  record Rows(List<long[]> all, List<long[]> purchases, boolean every) {
    /** The rows of one of the two lists; null for all that the table has. */
    private @Nullable List<long[]> marks(List<long[]> rows) {
      return every && rows == all ? null : rows;
    }

    long bytes() {
      long words = all.stream().mapToLong(bits -> bits.length).sum();
      return 8 * (all == purchases ? words : 2 * words);
    }
  }

  /** The rows that count, whenever they are, returns that are taken off sums among them: one bit set a run. */
  List<long[]> counting(TableVersion table) {
    return rows(table).all();
  }

  /** The rows that count, whenever they are, without returns: one bit set a run. */
  List<long[]> purchases(TableVersion table) {
    return rows(table).purchases();
  }

  private Rows rows(TableVersion table) {
    return counting.of(table, () -> {
      Condition counts = SaleRule.counting(table);
      List<long[]> all = bits(table, counts);
      List<long[]> purchases = SaleRule.returns(table)
          .map(returns -> without(all, bits(table, returns)))
          .orElse(all);
      return new Rows(all, purchases, counts instanceof Condition.Everyone);
    });
  }

  /** The rows that meet a condition, whether they count or not: one bit set a run. */
  List<long[]> bits(TableVersion table, Condition condition) {
    RowTest test = test(table, condition);
    return table.runs().stream().map(run -> {
      long[] bits = Bits.of(run.rows());
      Blocks.each(run.chunks(), job, index -> {
        long[] met = test.mark(run, index);
        System.arraycopy(met, 0, bits, index * (Chunk.ROWS >> 6), met.length);
      });
      return bits;
    }).toList();
  }

  private static List<long[]> without(List<long[]> all, List<long[]> off) {
    List<long[]> rest = new ArrayList<>();
    for (int run = 0; run < all.size(); run++) {
      rest.add(Bits.without(all.get(run), off.get(run)));
    }
    return rest;
  }

  /** The purchases that are seen, in a window and with a where. */
  ChosenRows chosen(TableVersion table, Window window, @Nullable Condition where) {
    return window instanceof Window.Latest latest
        ? latest(table, latest, where)
        : chosen(table, rows(table).purchases(), times(table, window), where);
  }

  /** The purchases of a range of times, which may not go beyond what is seen, with a where. */
  ChosenRows chosen(TableVersion table, ValueRange times, @Nullable Condition where) {
    return chosen(table, rows(table).purchases(), times, where);
  }

  /** The same of the rows that a sum of a column is made of: it may be less what came back. */
  ChosenRows summed(TableVersion table, Column column, Window window, @Nullable Condition where) {
    return window instanceof Window.Latest latest
        ? latest(table, latest, where)
        : summed(table, column, times(table, window), where);
  }

  ChosenRows summed(TableVersion table, Column column, ValueRange times, @Nullable Condition where) {
    Rows rows = rows(table);
    return chosen(table, SaleRule.subtractsReturns(column) ? rows.all() : rows.purchases(), times, where);
  }

  ValueRange times(TableVersion table, Window window) {
    return WindowTimes.of(window, timeType(table), asOf);
  }

  static ColumnType timeType(TableVersion table) {
    return table.withRole(Role.EVENT_TIME).map(Column::type).orElse(ColumnType.DATE_TIME);
  }

  /** Returns that are taken off sums are no events, and so among no customer's latest. */
  private ChosenRows latest(TableVersion table, Window.Latest window, @Nullable Condition where) {
    ChosenRows events = chosen(table, new Window.Ever(), window.among());
    List<long[]> latest = new PlacedEvents(data, events, job).latest(window.n());
    return chosen(table, latest, events.times(), where);
  }

  private ChosenRows chosen(TableVersion table, List<long[]> counting, ValueRange times,
      @Nullable Condition where) {
    if (where == null) {
      return new ChosenRows(table, rows(table).marks(counting), times);
    }
    RowTest test = test(table, where);
    Column time = table.withRole(Role.EVENT_TIME).orElse(null);
    List<long[]> marks = table.runs().stream().map(run -> {
      long[] bits = Bits.of(run.rows());
      Blocks.each(run.chunks(), job, index -> {
        if (time == null || touches(data.chunk(table, time, run, index), times)) {
          int firstWord = index * (Chunk.ROWS >> 6);
          long[] met = test.mark(run, index);
          for (int w = 0; w < met.length; w++) {
            bits[firstWord + w] = met[w] & counting.get(run.index())[firstWord + w];
          }
        }
      });
      return bits;
    }).toList();
    return new ChosenRows(table, marks, times);
  }

  /** Whether any row of a chunk of times may be in a range. */
  private static boolean touches(Chunk chunk, ValueRange times) {
    return (chunk.missing() != null && times.low() == Long.MIN_VALUE)
        || (chunk.min() <= times.high() && chunk.max() >= times.low());
  }

  /** A condition over the table's own columns, ready to run. */
  RowTest test(TableVersion table, Condition condition) {
    return new RowTest.Rows(data, table, asOf, occurrence -> occurrences(table, occurrence)).test(condition);
  }

  private List<long[]> occurrences(TableVersion table, Condition.Occurrence occurrence) {
    ChosenRows timed = chosen(table, new Window.Ever(), null).timed();
    List<long[]> first = new PlacedEvents(data, timed, job).first();
    return occurrence.first() ? first : without(timed.bits(data, job), first);
  }

  /** The column of an event table that a where speaks of, by id or name. */
  static Column column(TableVersion table, FieldRef ref) {
    return RowColumns.find(table, ref)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-column", ref.name(), table.name())));
  }
}
