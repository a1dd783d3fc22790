package app.parcelle.engine.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

/** Chooses rows of an event table: those that count, are seen, lie in a window and meet a where. One bit a row. */
final class EventRows {
  private final Dataset data;
  private final AsOf asOf;
  private final JobContext job;
  private final Map<Long, Rows> counting;

  /** @param counting what {@link #counting} found before, by table version; shared */
  EventRows(Dataset data, AsOf asOf, Map<Long, Rows> counting, JobContext job) {
    this.data = data;
    this.asOf = asOf;
    this.counting = counting;
    this.job = job;
  }

  /**
   * The rows of a table that count: one bit set a run.
   *
   * @param all purchases and the returns that are taken off them
   * @param purchases the same where no returns are
   */
  record Rows(List<long[]> all, List<long[]> purchases) {}

  /** The rows that count, whenever they are, returns that are taken off sums among them: one bit set a run. */
  List<long[]> counting(TableVersion table) {
    return rows(table).all();
  }

  /** The rows that count, whenever they are, without returns: one bit set a run. */
  List<long[]> purchases(TableVersion table) {
    return rows(table).purchases();
  }

  private Rows rows(TableVersion table) {
    synchronized (counting) {
      Rows known = counting.get(table.versionId());
      if (known != null) {
        return known;
      }
    }
    List<long[]> all = bits(table, SaleRule.counting(table));
    List<long[]> purchases = SaleRule.returns(table)
        .map(returns -> without(all, bits(table, returns)))
        .orElse(all);
    Rows rows = new Rows(all, purchases);
    synchronized (counting) {
      counting.put(table.versionId(), rows);
    }
    return rows;
  }

  /** The rows that meet a condition, whether they count or not: one bit set a run. */
  List<long[]> bits(TableVersion table, Condition condition) {
    return table.runs().stream().map(run -> rows(table, run, condition)).toList();
  }

  private static List<long[]> without(List<long[]> all, List<long[]> off) {
    List<long[]> rest = new ArrayList<>();
    for (int run = 0; run < all.size(); run++) {
      rest.add(Bits.without(all.get(run), off.get(run)));
    }
    return rest;
  }

  /** The purchases that are seen, in a window and with a where: one bit set a run. */
  List<long[]> chosen(TableVersion table, Window window, @Nullable Condition where) {
    return chosen(table, purchases(table), window, where);
  }

  /** The same of the rows that a sum of a column is made of: it may be less what came back. */
  List<long[]> summed(TableVersion table, Column column, Window window, @Nullable Condition where) {
    return chosen(table, SaleRule.subtractsReturns(column) ? counting(table) : purchases(table), window,
        where);
  }

  private List<long[]> chosen(TableVersion table, List<long[]> counting, Window window,
      @Nullable Condition where) {
    Column timeColumn = table.withRole(Role.EVENT_TIME).orElse(null);
    ChunkTest time = new RangeTest(
        times(window, timeColumn == null ? ColumnType.DATE_TIME : timeColumn.type()));
    List<long[]> chosen = new ArrayList<>();
    for (TableVersion.Run run : table.runs()) {
      long[] bits = counting.get(run.index()).clone();
      Blocks.each(run.chunks(), job, index -> {
        int from = index * Chunk.ROWS;
        if (timeColumn != null) {
          Chunk chunk = data.chunk(table, timeColumn, run, index);
          andPresent(bits, from >> 6, chunk, time, window instanceof Window.Ever);
        } else if (!(window instanceof Window.Ever)) {
          clear(bits, from >> 6, Math.min(Chunk.ROWS, run.rows() - from));
        }
        if (where != null) {
          long[] met = chunkRows(table, run, index, where);
          for (int w = 0; w < met.length; w++) {
            bits[(from >> 6) + w] &= met[w];
          }
        }
      });
      chosen.add(bits);
    }
    return chosen;
  }

  /** A row without time is always seen, but lies in no window. */
  private static void andPresent(long[] bits, int firstWord, Chunk chunk, ChunkTest time, boolean ever) {
    int words = Bits.words(chunk.rows());
    long[] inside = new long[words];
    time.mark(chunk, inside, 0);
    long[] missing = chunk.missing();
    for (int w = 0; w < words; w++) {
      long in = missing == null ? inside[w] : ever ? inside[w] | missing[w] : inside[w] & ~missing[w];
      bits[firstWord + w] &= in;
    }
  }

  private static void clear(long[] bits, int firstWord, int rows) {
    java.util.Arrays.fill(bits, firstWord, firstWord + Bits.words(rows), 0);
  }

  /** The times of a window, as a column of that type holds them. */
  private ValueRange times(Window window, ColumnType type) {
    LocalDate today = asOf.today();
    long cut = asOf.at(today.plusDays(1), type);
    return switch (window) {
      case Window.Ever() -> ValueRange.of(Long.MIN_VALUE, cut - 1);
      case Window.Last(var period, boolean includingToday) -> ValueRange.of(
          asOf.at(DateTests.before(today, period), type),
          includingToday ? cut - 1 : asOf.at(today, type) - 1);
      case Window.Between(LocalDate first, LocalDate last) -> ValueRange.of(asOf.at(first, type),
          Math.min(cut, asOf.at(last.plusDays(1), type)) - 1);
      case Window.Since(LocalDate first) -> ValueRange.of(asOf.at(first, type), cut - 1);
      default -> throw new UnsupportedOperationException("later");
    };
  }

  private long[] rows(TableVersion table, TableVersion.Run run, Condition condition) {
    long[] bits = Bits.of(run.rows());
    Blocks.each(run.chunks(), job, index -> {
      long[] chunk = chunkRows(table, run, index, condition);
      System.arraycopy(chunk, 0, bits, index * (Chunk.ROWS >> 6), chunk.length);
    });
    return bits;
  }

  /** The rows of one chunk that meet a condition over the table's own columns. */
  private long[] chunkRows(TableVersion table, TableVersion.Run run, int index, Condition condition) {
    int rows = Math.min(Chunk.ROWS, run.rows() - index * Chunk.ROWS);
    return switch (condition) {
      case Condition.Everyone() -> Bits.full(rows);
      case Condition.AllOf(List<Condition> children) -> {
        long[] all = Bits.full(rows);
        children.forEach(c -> Bits.and(all, chunkRows(table, run, index, c)));
        yield all;
      }
      case Condition.AnyOf(List<Condition> children) -> {
        long[] any = Bits.of(rows);
        children.forEach(c -> Bits.or(any, chunkRows(table, run, index, c)));
        yield any;
      }
      case Condition.Not(Condition child) -> {
        long[] not = Bits.full(rows);
        Bits.andNot(not, chunkRows(table, run, index, child));
        yield not;
      }
      default -> {
        AttributeTest test = AttributeTest.of(condition, ref -> column(table, ref), asOf);
        Chunk other = test.other() == null
            ? null
            : data.chunk(table, column(table, test.other()), run, index);
        yield test.mark(data.chunk(table, column(table, test.field()), run, index), other);
      }
    };
  }

  /** The column of an event table that a where speaks of, by id or name. */
  static Column column(TableVersion table, FieldRef ref) {
    return RowColumns.find(table, ref)
        .orElseThrow(() -> new Problem(Message.of("evaluate.no-column", ref.name(), table.name())));
  }
}
