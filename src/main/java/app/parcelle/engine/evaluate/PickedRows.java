package app.parcelle.engine.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.table.Chunk;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/**
 * Which of a customer's chosen rows gives the value of a column: one position a customer number, run and row packed; -1 where no
 * chosen row has a value. A row without time comes before all others. How the rows are divided into runs changes nothing.
 */
final class PickedRows {
  private static final int BLOCK = CustomerEvents.BLOCK;

  private final Dataset data;
  private final TableVersion table;
  private final Column column;
  private final ChosenRows chosen;
  private final JobContext job;

  PickedRows(Dataset data, Column column, ChosenRows chosen, JobContext job) {
    this.data = data;
    this.table = chosen.table();
    this.column = column;
    this.chosen = chosen;
    this.job = job;
  }

  /** The latest row that has a value; of those at one time, the last in the source. */
  long[] last() {
    return pick((customer, runs) -> {
      long last = -1;
      long latest = Long.MIN_VALUE;
      for (RunRows run : runs) {
        for (int row = run.first(customer); row >= 0; row = run.next(row)) {
          if (run.time(row) >= latest) {
            latest = run.time(row);
            last = run.position(row);
          }
        }
      }
      return last;
    });
  }

  /** The first row that has a value; of those at one time, the first in the source. */
  long[] first() {
    return pick((customer, runs) -> {
      long first = -1;
      long earliest = Long.MAX_VALUE;
      for (RunRows run : runs) {
        // the rows of a run are in the order of time
        int row = run.first(customer);
        if (row >= 0 && (first < 0 || run.time(row) < earliest)) {
          earliest = run.time(row);
          first = run.position(row);
        }
      }
      return first;
    });
  }

  /** The first row with the value that most rows have; of values equally frequent, the one met first. */
  long[] mostFrequent() {
    boolean oneDictionary = oneDictionary();
    return pick((customer, runs) -> {
      Map<Object, Met> values = new HashMap<>();
      Met most = null;
      for (RunRows run : runs) {
        for (int row = run.first(customer); row >= 0; row = run.next(row)) {
          Object value = oneDictionary ? (Object) run.code(row) : run.text(row);
          Met met = values.computeIfAbsent(value, v -> new Met());
          met.add(run.time(row), run.position(row));
        }
      }
      for (Met met : values.values()) {
        most = most == null || met.isBefore(most) ? met : most;
      }
      return most == null ? -1 : most.position;
    });
  }

  /** The values of picked rows as the column holds them; {@link CustomerEvents#NONE} where no row was picked. */
  long[] values(long[] positions) {
    long[] values = new long[positions.length];
    Blocks.each(Math.ceilDiv(positions.length, BLOCK), job, b -> {
      List<RowCursor> cursors = table.runs()
          .stream()
          .map(run -> new RowCursor(data, table, column, run))
          .toList();
      for (int c = b * BLOCK; c < Math.min(positions.length, (b + 1) * BLOCK); c++) {
        values[c] = positions[c] < 0
            ? CustomerEvents.NONE
            : cursors.get((int) (positions[c] >> 32)).at((int) positions[c]);
      }
    });
    return values;
  }

  /** How often a value was met, and where first. */
  private static final class Met {
    private int count;
    private long time;
    private long position;

    void add(long at, long where) {
      if (count++ == 0 || at < time) {
        time = at;
        position = where;
      }
    }

    boolean isBefore(Met other) {
      return count != other.count
          ? count > other.count
          : time != other.time ? time < other.time : position < other.position;
    }
  }

  /** Whether a code means the same everywhere. */
  private boolean oneDictionary() {
    return table.runs()
        .stream()
        .flatMap(run -> IntStream.range(0, run.chunks()).mapToObj(i -> data.chunk(table, column, run, i)))
        .map(Chunk::dictionary)
        .distinct()
        .count() <= 1;
  }

  private interface Choice {
    long of(int customer, List<RunRows> runs);
  }

  private long[] pick(Choice choice) {
    long[] positions = new long[data.customers().size()];
    List<int[]> offsets = table.runs().stream().map(run -> data.offsets(table, run)).toList();
    Blocks.each(Math.ceilDiv(positions.length, BLOCK), job, b -> {
      int to = Math.min(positions.length, (b + 1) * BLOCK);
      List<RunRows> runs = table.runs()
          .stream()
          .map(run -> new RunRows(run, chosen.spans(data, run, offsets.get(run.index()), b * BLOCK, to)))
          .toList();
      for (int c = b * BLOCK; c < to; c++) {
        positions[c] = choice.of(c, runs);
      }
    });
    return positions;
  }

  /** The chosen rows of one run that have a value, customer by customer. */
  private final class RunRows {
    private final TableVersion.Run run;
    private final RowSpans rows;
    private final RowCursor values;
    private final @Nullable RowCursor times;
    private int end;

    RunRows(TableVersion.Run run, RowSpans rows) {
      this.run = run;
      this.rows = rows;
      this.values = new RowCursor(data, table, column, run);
      this.times = table.withRole(Role.EVENT_TIME)
          .map(time -> new RowCursor(data, table, time, run))
          .orElse(null);
    }

    /** The first row of a customer; -1 when there is none. */
    int first(int customer) {
      // a run knows nothing of customers who came later
      boolean known = customer < rows.to();
      end = known ? rows.end(customer) : 0;
      return known ? present(rows.first(customer)) : -1;
    }

    /** The row after this one of the same customer; -1 when there is none. */
    int next(int row) {
      return present(rows.after(row, end));
    }

    private int present(int first) {
      int row = first;
      while (row < end && values.missing(row)) {
        row = rows.after(row, end);
      }
      return row < end ? row : -1;
    }

    long position(int row) {
      return (long) run.index() << 32 | row;
    }

    long time(int row) {
      return times == null || times.missing(row) ? Long.MIN_VALUE : times.at(row);
    }

    long code(int row) {
      return values.at(row);
    }

    Object text(int row) {
      Chunk chunk = values.chunkOf(row);
      return chunk.dictionary() == null ? (Object) values.at(row) : chunk.dictionary().text(values.at(row));
    }
  }
}
