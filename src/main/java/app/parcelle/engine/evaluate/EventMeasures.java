package app.parcelle.engine.evaluate;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Dataset;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;

/** What is measured of each customer's events. Returns that are taken off sums are seen by sums alone. */
final class EventMeasures {
  private final Dataset data;
  private final AsOf asOf;
  private final EventRows rows;
  private final JobContext job;
  private final CustomerEvents events;

  EventMeasures(Dataset data, AsOf asOf, EventRows rows, JobContext job) {
    this.data = data;
    this.asOf = asOf;
    this.rows = rows;
    this.job = job;
    this.events = new CustomerEvents(data, job);
  }

  /** The measure of a window. */
  Measured of(TableVersion table, Measure measure, @Nullable FieldRef property, Window window,
      @Nullable Condition where) {
    return measured(measure, table, property, new Choice() {
      @Override
      public ChosenRows rows() {
        return rows.chosen(table, window, where);
      }

      @Override
      public ChosenRows summed(Column column) {
        return rows.summed(table, column, window, where);
      }
    });
  }

  /** The measure of a range of times. */
  Measured of(TableVersion table, Measure measure, @Nullable FieldRef property, ValueRange times,
      @Nullable Condition where) {
    return measured(measure, table, property, new Choice() {
      @Override
      public ChosenRows rows() {
        return rows.chosen(table, times, where);
      }

      @Override
      public ChosenRows summed(Column column) {
        return rows.summed(table, column, times, where);
      }
    });
  }

  /** The rows that are measured. */
  private interface Choice {
    ChosenRows rows();

    /** Those of a sum. */
    ChosenRows summed(Column column);
  }

  private Measured measured(Measure measure, TableVersion table, @Nullable FieldRef property, Choice chosen) {
    return switch (measure) {
      case COUNT -> Measured.of(events.orders(chosen.rows()), 0);
      case LINES -> Measured.of(events.lines(chosen.rows()), 0);
      case SUM -> {
        Column column = number(table, property);
        yield Measured.of(events.sum(chosen.summed(column), column), column.scale());
      }
      case AVERAGE -> {
        Column column = number(table, property);
        long[] counts = new long[data.customers().size()];
        long[] sums = events.sum(chosen.rows(), column, counts);
        yield Measured.average(sums, counts, column.scale());
      }
      case MINIMUM, MAXIMUM -> {
        Column column = number(table, property);
        yield Measured.orNone(events.extreme(chosen.rows(), column, measure == Measure.MAXIMUM),
            column.scale());
      }
      case DISTINCT -> Measured.of(events.distinct(chosen.rows(), column(table, property)), 0);
      case FIRST, LAST -> {
        Column column = number(table, property);
        PickedRows picked = new PickedRows(data, column, chosen.rows(), job);
        yield Measured.orNone(picked.values(measure == Measure.FIRST ? picked.first() : picked.last()),
            column.scale());
      }
      case DAYS_SINCE_LAST -> Measured.orNone(events.daysSinceLast(chosen.rows(), asOf), 0);
      case DAYS_SINCE_FIRST -> Measured.orNone(events.daysSinceFirst(chosen.rows(), asOf), 0);
      case DAYS_BETWEEN -> Measured.orNone(events.daysBetween(chosen.rows(), asOf), 0);
    };
  }

  private static Column number(TableVersion table, @Nullable FieldRef property) {
    Column column = column(table, property);
    if (!column.type().isNumber()) {
      throw new Problem(Message.of("evaluate.wrong-type", column.name()));
    }
    return column;
  }

  private static Column column(TableVersion table, @Nullable FieldRef property) {
    return property == null
        ? table.withRole(Role.AMOUNT)
            .orElseThrow(() -> new Problem(Message.of("evaluate.no-amount", table.name())))
        : EventRows.column(table, property);
  }

  /** The times of each customer's first or last chosen row, as the column of times holds them; none where there is no such row. */
  long[] edge(Condition.Edge edge, ChosenRows chosen) {
    return switch (edge) {
      case FIRST -> events.first(chosen);
      case LAST -> events.last(chosen);
    };
  }

  long[] any(ChosenRows chosen) {
    return events.any(chosen);
  }

  long[] lines(ChosenRows chosen) {
    return events.lines(chosen);
  }
}
