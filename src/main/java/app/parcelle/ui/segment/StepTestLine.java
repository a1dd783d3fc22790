package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;

import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** A column of an event compared with one of the event of an earlier step: the same product as in step 1. */
final class StepTestLine extends Wrapping {
  private static final List<NumberOperator> ALL = List.of(NumberOperator.EQUAL, NumberOperator.NOT_EQUAL,
      NumberOperator.GREATER, NumberOperator.AT_LEAST, NumberOperator.LESS, NumberOperator.AT_MOST);

  private final Consumer<StepTest> change;
  private StepTest test;

  StepTestLine(Desk desk, TableVersion table, int step, StepTest start, Consumer<StepTest> change) {
    this.test = start;
    this.change = change;
    List<FieldRef> columns = table.columns()
        .stream()
        .filter(column -> column.role() != Role.CUSTOMER_KEY)
        .map(column -> ref(table, column))
        .toList();
    MenuButton column = Inputs.choice(columns, start.column(), FieldRef::name,
        ref -> become(new StepTest(ref, test.operator(), test.step(), test.other())));
    column.setAccessibleText(desk.text("builder.step.column"));
    MenuButton operator = Inputs.choice(ALL, start.operator(),
        o -> desk.text("builder.step." + Operators.id(o)), // keys: builder.step.*
        o -> become(new StepTest(test.column(), o, test.step(), test.other())));
    operator.setAccessibleText(desk.text("builder.operator", start.column().name()));
    MenuButton other = Inputs.choice(columns, start.other(), FieldRef::name,
        ref -> become(new StepTest(test.column(), test.operator(), test.step(), ref)));
    other.setAccessibleText(desk.text("builder.step.other"));
    List<Integer> earlier = IntStream.range(1, Math.max(2, step)).boxed().toList();
    MenuButton which = Inputs.choice(earlier, start.step(), n -> desk.text("builder.step.of", n),
        n -> become(new StepTest(test.column(), test.operator(), n, test.other())));
    which.setAccessibleText(desk.text("builder.step.which"));
    getChildren().addAll(column, operator, other, Parts.line(4, which));
  }

  private void become(StepTest now) {
    test = now;
    change.accept(now);
  }

  private static FieldRef ref(TableVersion table, Column column) {
    return new FieldRef(column.name(), table.tableId() + "." + column.id());
  }
}
