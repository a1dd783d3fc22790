package app.parcelle.ui.segment;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;

import app.parcelle.engine.segment.Condition.Measured;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Wrapping;

/** One side of a comparison of two measures: the table, what is measured, in which window, of which events. */
final class MeasuredLine extends Wrapping {
  private final Desk desk;
  private final EventParts make;
  private final Consumer<Measured> change;
  private Measured measured;

  MeasuredLine(Desk desk, Measured start, Consumer<Measured> change) {
    this.desk = desk;
    this.make = new EventParts(desk);
    this.measured = start;
    this.change = change;
    setPrefWrapLength(300);
    build();
  }

  void show(Measured now) {
    if (!now.equals(measured)) {
      measured = now;
      build();
    }
  }

  private void build() {
    getChildren().clear();
    TableVersion table = desk.fields().events(measured.table()).orElse(null);
    if (table == null) {
      return;
    }
    MenuButton tables = make.tables(table,
        other -> become(EventParts.counted(other.name(), measured.window())));
    MenuButton measures = make.questions(EventQuestion.measures(table),
        new EventQuestion(EventQuestion.Kind.MEASURE, measured.measure(), measured.property()), table.name(),
        asked -> become(EventParts.measured(measured, asked.measure(), asked.property())));
    Button window = make.window(table, () -> measured.window(),
        now -> become(EventShape.with(measured, now)));
    Button where = make.where(table, 0, () -> measured.where(),
        now -> become(EventShape.where(measured, now)));
    getChildren().addAll(measures, tables, window, where);
  }

  private void become(Measured now) {
    boolean sameTable = now.table().equals(measured.table());
    measured = now;
    change.accept(now);
    if (!sameTable) {
      build();
    } else if (getChildren().size() == 4) {
      make.show((Button) getChildren().get(2), now.window());
      desk.fields()
          .events(now.table())
          .ifPresent(table -> make.showWhere((Button) getChildren().get(3), table, now.where()));
    }
  }
}
