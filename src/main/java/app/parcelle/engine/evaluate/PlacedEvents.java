package app.parcelle.engine.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Chooses the rows of a customer's events by their place among all of the customer's: the latest ones, the first one. An event is an
 * order where the table has an order key, with all its chosen lines, else a row; a line without key is an order by itself.
 */
final class PlacedEvents {
  private static final int BLOCK = 1 << 15;

  private final Dataset data;
  private final ChosenRows chosen;
  private final TableVersion table;
  private final @Nullable Column key;
  private final @Nullable SameValues orders;
  private final JobContext job;

  /** @param chosen what rows are events at all */
  PlacedEvents(Dataset data, ChosenRows chosen, JobContext job) {
    this.data = data;
    this.chosen = chosen;
    this.table = chosen.table();
    this.key = table.withRole(Role.ORDER_KEY).orElse(null);
    this.orders = key == null
        ? null
        : new SameValues(data, List.of(new SameValues.Of(table, key)), false, job);
    this.job = job;
  }

  /** The rows of each customer's last {@code n} events; an order is as late as its last line. One bit a row for each run. */
  List<long[]> latest(int n) {
    return mark((rows, ids, found, marks) -> {
      found.clear();
      for (int i = rows.size() - 1; i >= 0; i--) {
        long id = ids.of(rows.position(i));
        if (found.size() < n) {
          found.add(id);
        }
        if (found.contains(id)) {
          marks.add(rows.position(i));
        }
      }
    });
  }

  /** The rows of each customer's first event; an order is as early as its first line. One bit a row for each run. */
  List<long[]> first() {
    return mark((rows, ids, _, marks) -> {
      long first = ids.of(rows.position(0));
      for (int i = 0; i < rows.size(); i++) {
        if (ids.of(rows.position(i)) == first) {
          marks.add(rows.position(i));
        }
      }
    });
  }

  /** Marks rows of one customer. */
  private interface Choice {
    void mark(MergedRows rows, Ids ids, CodeSet found, Marks marks);
  }

  private List<long[]> mark(Choice choice) {
    List<long[]> all = table.runs().stream().map(run -> Bits.of(run.rows())).toList();
    List<int[]> offsets = table.runs().stream().map(run -> data.offsets(table, run)).toList();
    int customers = data.customers().size();
    Blocks.each(Math.ceilDiv(customers, BLOCK), job, b -> {
      int to = Math.min(customers, (b + 1) * BLOCK);
      MergedRows rows = new MergedRows(data, chosen, offsets, b * BLOCK, to, false);
      Ids ids = new Ids();
      CodeSet found = new CodeSet();
      Marks marks = new Marks(offsets, b * BLOCK, to);
      for (int c = b * BLOCK; c < to; c++) {
        rows.load(c);
        if (rows.size() > 0) {
          choice.mark(rows, ids, found, marks);
        }
      }
      marks.addTo(all);
    });
    return all;
  }

  /** The event that a row belongs to. */
  private final class Ids {
    private final List<SameValues.Cursor> cursors = new ArrayList<>();

    Ids() {
      if (orders != null && key != null) {
        for (TableVersion.Run run : table.runs()) {
          cursors.add(orders.cursor(new RowCursor(data, table, key, run)));
        }
      }
    }

    long of(long position) {
      if (cursors.isEmpty()) {
        return position;
      }
      SameValues.Cursor keys = cursors.get((int) (position >> 32));
      int row = (int) position;
      return keys.missing(row) ? Long.MIN_VALUE + position : keys.at(row);
    }
  }

  /** Bits of the rows of some customers; neighbours share words at the edges. */
  private final class Marks {
    private final int[] firstWords;
    private final List<long[]> words = new ArrayList<>();

    Marks(List<int[]> offsets, int from, int to) {
      firstWords = new int[offsets.size()];
      for (TableVersion.Run run : table.runs()) {
        int[] starts = offsets.get(run.index());
        int first = starts[Math.min(from, run.customers())];
        firstWords[run.index()] = first >> 6;
        words.add(new long[Bits.words(starts[Math.min(to, run.customers())]) - (first >> 6)]);
      }
    }

    void add(long position) {
      int run = (int) (position >> 32);
      int row = (int) position;
      words.get(run)[(row >> 6) - firstWords[run]] |= 1L << row;
    }

    void addTo(List<long[]> all) {
      for (int run = 0; run < words.size(); run++) {
        long[] to = all.get(run);
        synchronized (to) {
          for (int w = 0; w < words.get(run).length; w++) {
            to[firstWords[run] + w] |= words.get(run)[w];
          }
        }
      }
    }
  }
}
