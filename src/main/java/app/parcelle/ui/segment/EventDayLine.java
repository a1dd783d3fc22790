package app.parcelle.ui.segment;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import app.parcelle.engine.segment.Condition.DateTest;
import app.parcelle.engine.segment.Condition.EventDateTest;
import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Wrapping;

/** What the day of a first or last event has to be, asked as of any date. */
final class EventDayLine extends Wrapping {
  /**
   * @param shows where it asks to be told of another criterion
   * @param change takes the criterion that a person gives
   */
  EventDayLine(Desk desk, TableVersion table, Supplier<EventDateTest> now, List<Consumer<Row>> shows,
      Consumer<DateCriterion> change) {
    setPrefWrapLength(300);
    FieldRef day = FieldRef.named(table.name());
    Subject subject = new Subject(day, table.name(), ColumnType.DATE_TIME, 0, List.of(),
        Set.of(Subject.Mark.EVENT_DAY), _ -> {}, (_, _, _) -> {});
    CriterionEditor editor = new CriterionEditor(desk, subject, row(day, now.get()), this, (row, _) -> {
      if (row.test() instanceof DateTest test) {
        change.accept(test.criterion());
      }
    });
    shows.add(_ -> editor.show(row(day, now.get())));
  }

  private static Row row(FieldRef day, EventDateTest test) {
    return new Row(0, new DateTest(day, test.criterion(), false), Set.of());
  }
}
