package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.segment.Operators.Choice;

/** The operator of a criterion about a field, and the editor of its values; rebuilt only when the operator changes. */
final class CriterionEditor {
  private final Desk desk;
  private final Subject subject;
  private final FlowPane line;
  private final ValueEditor.Edits edits;
  private final List<Choice> choices;
  private @Nullable Choice shown;
  private ValueEditor values = ValueEditor.NONE;
  private Row row;

  /** @param line where the controls go */
  CriterionEditor(Desk desk, Subject subject, Row row, FlowPane line, ValueEditor.Edits edits) {
    this.desk = desk;
    this.subject = subject;
    this.row = row;
    this.line = line;
    this.edits = edits;
    this.choices = Operators.of(subject, desk.today());
    show(row);
  }

  void show(Row now) {
    row = now;
    Choice choice = choices.stream().filter(c -> c.chosen().test(now.test())).findFirst().orElse(null);
    if (choice == null || !choice.equals(shown) || !values.show(now)) {
      shown = choice;
      rebuild(choice);
    }
  }

  private void rebuild(@Nullable Choice choice) {
    values = switch (row.test()) {
      case Condition.NumberTest test -> new NumberEditor(desk, subject, test, edits);
      case Condition.TextTest test -> new TextEditor(desk, subject, test, edits);
      case Condition.DateTest test -> new DateEditor(desk, subject, test, edits);
      case Condition.ListTest _ -> new ListEditor(desk, subject, row, edits);
      case Condition.ListSize _ -> new ComparisonEditor(desk, subject.title(), row, now -> {
        Condition.ListSize size = (Condition.ListSize) now.test();
        return Comparison.Asked.of(size.operator(), size.value(), size.second(), now.blanks());
      }, (test, asked) -> new Condition.ListSize(((Condition.ListSize) test).field(), asked.operator(),
          asked.value(),
          asked.upTo()), edits);
      case Condition.Ranked _,Condition.InBand _ -> new RankEditor(desk, subject, row, edits);
      default -> ValueEditor.NONE;
    };
    boolean focused = line.getChildren().stream().findFirst().map(javafx.scene.Node::isFocused).orElse(false);
    line.getChildren().clear();
    if (choice != null) {
      MenuButton box = Inputs.grouped(choices, choice,
          c -> desk.text("builder.group." + Operators.id(c.group())), c -> desk.text(c.key()), // keys: builder.group.*
          c -> edits.replace(c.choose().apply(row), false));
      box.setAccessibleText(desk.text("builder.operator", subject.title()));
      box.getStyleClass().add("operator");
      line.getChildren().add(box);
      if (focused) {
        box.requestFocus();
      }
    }
    line.getChildren().addAll(values.parts());
    values.show(row);
  }
}
