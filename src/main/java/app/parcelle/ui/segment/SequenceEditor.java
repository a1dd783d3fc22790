package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Sequence;
import app.parcelle.engine.segment.Condition.Step;
import app.parcelle.engine.segment.Gap;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;

/** Events one after the other, as a chain: each step with its table and its tests, and between two steps how long it takes. */
final class SequenceEditor implements ValueEditor {
  private static final int MOST = 5;

  private final Desk desk;
  private final EventParts make;
  private final Edits edits;
  private final VBox chain = new VBox(4);
  private Row row;

  SequenceEditor(Desk desk, Row row, Edits edits) {
    this.desk = desk;
    this.make = new EventParts(desk);
    this.edits = edits;
    this.row = row;
    chain.getStyleClass().add("chain");
    build();
  }

  @Override
  public List<Node> parts() {
    return List.of(chain);
  }

  @Override
  public boolean show(Row now) {
    if (!(now.test() instanceof Sequence)) {
      return false;
    }
    boolean other = !now.test().equals(row.test());
    row = now;
    if (other) {
      build();
    }
    return true;
  }

  private void build() {
    List<Node> lines = new ArrayList<>();
    List<Step> steps = sequence().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (i > 0) {
        lines.add(gap(i, steps.get(i)));
      }
      lines.add(step(i, steps.get(i)));
    }
    if (steps.size() < MOST && !steps.getLast().not()) {
      lines.add(Parts.line(6, Parts.button(desk.text("builder.sequence.add"), this::add, "quiet"),
          Parts.button(desk.text("builder.sequence.addNot"), this::addNot, "quiet")));
    }
    chain.getChildren().setAll(lines);
  }

  private Node step(int index, Step step) {
    HBox line = Parts.line(6, Parts.chip(desk.figures().count(index + 1), "step"));
    TableVersion table = desk.fields().events(step.table()).orElse(null);
    if (step.not()) {
      line.getChildren().add(Parts.fixed(desk.text("builder.sequence.none"), "exclusion"));
    }
    if (table == null) {
      line.getChildren().add(Parts.fixed(step.table(), "bad"));
    } else {
      MenuButton tables = make.tables(table,
          other -> change(index, s -> new Step(other.name(), null, s.gap(), s.not())));
      Button where = make.where(table, index + 1, () -> at(index).where(),
          now -> change(index, s -> new Step(s.table(), now, s.gap(), s.not()), false));
      line.getChildren().addAll(tables, where);
      if (index == 0) {
        line.getChildren().add(make.window(table, () -> sequence().window(), this::within));
      }
    }
    line.getChildren().add(Parts.gap());
    if (index == sequence().steps().size() - 1 && index > 0) {
      CheckBox not = new CheckBox(desk.text("builder.sequence.not"));
      not.setSelected(step.not());
      not.setOnAction(_ -> change(index, s -> new Step(s.table(), s.where(), s.gap(), not.isSelected())));
      line.getChildren().add(not);
    }
    if (sequence().steps().size() > 2) {
      Button remove = Parts.iconButton(Feather.X, desk.text("builder.sequence.remove", index + 1));
      remove.setOnAction(_ -> remove(index));
      line.getChildren().add(remove);
    }
    line.getStyleClass().add("step-line");
    return line;
  }

  private Node gap(int index, Step step) {
    return new GapLine(desk, step.gap(),
        gap -> change(index, s -> new Step(s.table(), s.where(), gap, s.not()), false));
  }

  private void add() {
    Step last = sequence().steps().getLast();
    put(steps -> steps.add(new Step(last.table(), null, days(30), false)), true);
  }

  private void addNot() {
    Step last = sequence().steps().getLast();
    put(steps -> steps.add(new Step(last.table(), null, days(30), true)), true);
  }

  private void remove(int index) {
    put(steps -> {
      steps.remove(index);
      steps.replaceAll(s -> new Step(s.table(), StepReferences.without(index + 1, s.where()), s.gap(), s.not()));
      Step first = steps.getFirst();
      steps.set(0, new Step(first.table(), first.where(), null, false));
    }, true);
  }

  private void within(Window window) {
    edits.replace(new Row(row.id(), new Sequence(sequence().steps(), window), Set.of()), false);
  }

  private void change(int index, UnaryOperator<Step> edit) {
    change(index, edit, true);
  }

  /** @param rebuild the controls are others then */
  private void change(int index, UnaryOperator<Step> edit, boolean rebuild) {
    put(steps -> steps.set(index, edit.apply(steps.get(index))), rebuild);
  }

  private void put(Consumer<List<Step>> edit, boolean rebuild) {
    List<Step> steps = new ArrayList<>(sequence().steps());
    edit.accept(steps);
    Row next = new Row(row.id(), new Sequence(steps, sequence().window()), Set.of());
    if (!rebuild) {
      // what is being typed in stays
      row = next;
    }
    edits.replace(next, false);
    if (!rebuild) {
      relabel();
    }
  }

  /** The words of the tests of each step. */
  private void relabel() {
    int index = 0;
    for (Node node : chain.getChildren()) {
      if (node.getStyleClass().contains("step-line") && node instanceof HBox line) {
        Step step = sequence().steps().get(index++);
        desk.fields()
            .events(step.table())
            .ifPresent(table -> line.getChildren()
                .stream()
                .filter(part -> part instanceof Button button && button.getStyleClass().contains("chip"))
                .forEach(part -> make.showWhere((Button) part, table, step.where())));
      }
    }
  }

  private Sequence sequence() {
    return (Sequence) row.test();
  }

  private Step at(int index) {
    return sequence().steps().get(index);
  }

  private static @Nullable Gap days(int n) {
    return new Gap(null, new Gap.Elapsed(n, Gap.Unit.DAYS));
  }

  /** Whether every step says enough. */
  static boolean complete(Sequence sequence) {
    return sequence.steps().size() >= 2
        && sequence.steps().stream().map(Step::table).noneMatch(String::isBlank)
        && sequence.steps().stream().map(Step::where).allMatch(SequenceEditor::holds);
  }

  private static boolean holds(@Nullable Condition where) {
    return !(where instanceof Condition.AllOf(List<Condition> children)) || !children.isEmpty();
  }
}
