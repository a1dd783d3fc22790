package app.parcelle.engine.evaluate;

import java.util.List;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Bits;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** Who there is: customers of a customer table, and those with at least one row that counts and is seen. */
final class Base {
  private final Dataset data;
  private final EventRows rows;
  private final OneEach oneEach;
  private final JobContext job;

  Base(Dataset data, EventRows rows, OneEach oneEach, JobContext job) {
    this.data = data;
    this.rows = rows;
    this.oneEach = oneEach;
    this.job = job;
  }

  /** One bit a customer number. */
  long[] customers() {
    long[] base = Bits.of(data.customers().size());
    for (TableVersion table : ofKind(TableKind.CUSTOMERS)) {
      if (oneEach.holds(table)) {
        return Bits.full(data.customers().size());
      }
      add(new ChosenRows(table, null, ValueRange.of(Long.MIN_VALUE, Long.MAX_VALUE)), base);
    }
    for (TableVersion table : ofKind(TableKind.EVENTS)) {
      // mostly the customer tables have everyone already, and no event has to be looked at
      if (Bits.count(base) < data.customers().size()) {
        add(rows.chosen(table, new Window.Ever(), null), base);
      }
    }
    return base;
  }

  private List<TableVersion> ofKind(TableKind kind) {
    return data.tables().stream().filter(t -> t.kind() == kind).toList();
  }

  private void add(ChosenRows chosen, long[] base) {
    Bits.or(base, new CustomerEvents(data, job).any(chosen));
  }
}
