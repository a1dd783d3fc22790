package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.Condition.Occurrence;
import app.parcelle.engine.segment.Condition.StepTest;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.NumberOperator;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Tests of an event's own columns, all of which an event has to meet to be looked at. */
final class WhereEditor extends VBox {
  private final Desk desk;
  private final TableVersion table;
  private final int step;
  private final Consumer<@Nullable Condition> change;
  private final List<Row> rows = new ArrayList<>();
  private final VBox lines = new VBox(6);

  /** @param step of the sequence that the events are of, from 1; 0 outside a sequence */
  WhereEditor(Desk desk, TableVersion table, int step, @Nullable Condition where,
      Consumer<@Nullable Condition> change) {
    super(10);
    this.desk = desk;
    this.table = table;
    this.step = step;
    this.change = change;
    for (Condition test : tests(where)) {
      rows.add(new Row(rows.size(), test, Set.of()));
    }
    setPrefWidth(480);
    getChildren().addAll(Parts.label(desk.text("builder.where.title", table.name()), "section-label"), lines,
        adding());
    rebuild();
  }

  /** Whether a where is a list of plain tests, which is what this editor can show. */
  static boolean shows(@Nullable Condition where) {
    return tests(where).stream()
        .allMatch(
            test -> Operators.field(test) != null || test instanceof Occurrence || test instanceof StepTest);
  }

  /** The plain tests that a where is made of. */
  static List<Condition> tests(@Nullable Condition where) {
    return where == null
        ? List.of()
        : where instanceof Condition.AllOf(var children) ? children : List.of(where);
  }

  private MenuButton adding() {
    MenuButton add = new MenuButton(desk.text("builder.where.add"));
    for (Column column : table.columns()) {
      if (column.role() != Role.CUSTOMER_KEY) {
        add.getItems().add(item(column.name(), () -> add(column)));
      }
    }
    add.getItems().add(new SeparatorMenuItem());
    add.getItems().add(item(desk.text("builder.where.addFirst"), () -> add(new Occurrence(true))));
    if (step > 1) {
      add.getItems().add(item(desk.text("builder.where.addStep"), this::addStepTest));
    }
    return add;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void add(Column column) {
    Subject subject = Subject.of(table, column, desk);
    Row row = new Row(rows.size(), new Condition.Everyone(), Set.of());
    rows.add(Operators.of(subject, desk.today()).getFirst().choose().apply(row));
    rebuild();
    report();
  }

  private void add(Condition test) {
    rows.add(new Row(rows.size(), test, Set.of()));
    rebuild();
    report();
  }

  /** The same column as that of the first step, to begin with. */
  private void addStepTest() {
    table.columns()
        .stream()
        .filter(column -> column.role() == Role.PRODUCT)
        .findFirst()
        .or(() -> table.columns().stream().filter(column -> column.role() != Role.CUSTOMER_KEY).findFirst())
        .ifPresent(column -> add(new StepTest(ref(column), NumberOperator.EQUAL, 1, ref(column))));
  }

  private void rebuild() {
    lines.getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      int at = i;
      Button remove = Parts.iconButton(Feather.X, desk.text("builder.where.remove"));
      remove.setOnAction(_ -> {
        rows.remove(at);
        rebuild();
        report();
      });
      editor(at).ifPresent(line -> lines.getChildren().add(Parts.line(8, line, remove)));
    }
  }

  private Optional<Node> editor(int at) {
    return switch (rows.get(at).test()) {
      case Occurrence occurrence -> {
        MenuButton which = Inputs.choice(List.of(true, false), occurrence.first(),
            first -> desk.text(first ? "builder.where.first" : "builder.where.repeated"),
            first -> put(at, new Row(at, new Occurrence(first), Set.of())));
        which.setAccessibleText(desk.text("builder.where.addFirst"));
        yield Optional.of(grown(which));
      }
      case StepTest test -> Optional.of(grown(
          new StepTestLine(desk, table, step, test, now -> put(at, new Row(at, now, Set.of())))));
      case Condition test -> plain(at, test);
    };
  }

  private Optional<Node> plain(int at, Condition test) {
    FieldRef ref = Operators.field(test);
    return (ref == null ? Optional.<Column>empty() : column(ref)).map(column -> {
      Wrapping controls = new Wrapping();
      CriterionEditor[] editor = new CriterionEditor[1];
      editor[0] = new CriterionEditor(desk, Subject.of(table, column, desk), rows.get(at), controls,
          (row, _) -> {
            put(at, row);
            editor[0].show(row);
          });
      HBox.setHgrow(controls, Priority.ALWAYS);
      HBox line = Parts.line(8, Parts.fixed(column.name(), "heading"), controls);
      return grown(line);
    });
  }

  private static Node grown(Node line) {
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private void put(int at, Row row) {
    rows.set(at, row);
    report();
  }

  private void report() {
    List<Condition> complete = rows.stream().filter(Row::complete).map(Row::test).toList();
    change.accept(complete.isEmpty()
        ? null
        : complete.size() == 1 ? complete.getFirst() : new Condition.AllOf(complete));
  }

  private FieldRef ref(Column column) {
    return new FieldRef(column.name(), table.tableId() + "." + column.id());
  }

  private Optional<Column> column(FieldRef ref) {
    return table.columns()
        .stream()
        .filter(c -> ref.id() == null
            ? Folding.fold(c.name()).equals(Folding.fold(ref.name()))
            : ref.id().equals(table.tableId() + "." + c.id()))
        .findFirst();
  }
}
