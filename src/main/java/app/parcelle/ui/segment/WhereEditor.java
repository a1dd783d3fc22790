package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
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
  private final Consumer<@Nullable Condition> change;
  private final List<Row> rows = new ArrayList<>();
  private final VBox lines = new VBox(6);

  WhereEditor(Desk desk, TableVersion table, @Nullable Condition where,
      Consumer<@Nullable Condition> change) {
    super(10);
    this.desk = desk;
    this.table = table;
    this.change = change;
    for (Condition test : tests(where)) {
      rows.add(new Row(rows.size(), test, java.util.Set.of()));
    }
    MenuButton add = new MenuButton(desk.text("builder.where.add"));
    for (Column column : table.columns()) {
      if (column.role() != Role.CUSTOMER_KEY) {
        MenuItem item = new MenuItem(column.name());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> add(column));
        add.getItems().add(item);
      }
    }
    setPrefWidth(440);
    getChildren().addAll(Parts.label(desk.text("builder.where.title", table.name()), "section-label"), lines,
        add);
    rebuild();
  }

  /** Whether a where is a list of plain tests, which is what this editor can show. */
  static boolean shows(@Nullable Condition where) {
    return tests(where).stream().allMatch(test -> Operators.field(test) != null);
  }

  /** The plain tests that a where is made of. */
  static List<Condition> tests(@Nullable Condition where) {
    return where == null
        ? List.of()
        : where instanceof Condition.AllOf(var children) ? children : List.of(where);
  }

  private void add(Column column) {
    Subject subject = Subject.of(table, column, desk);
    Row row = new Row(rows.size(), new Condition.Everyone(),
        java.util.Set.of());
    rows.add(Operators.of(subject, desk.today()).getFirst().choose().apply(row));
    rebuild();
    report();
  }

  private void rebuild() {
    lines.getChildren().clear();
    for (int i = 0; i < rows.size(); i++) {
      int at = i;
      FieldRef ref = Operators.field(rows.get(i).test());
      Optional<Column> column = ref == null ? Optional.empty() : column(ref);
      if (column.isPresent()) {
        Wrapping controls = new Wrapping();
        HBox.setHgrow(controls, Priority.ALWAYS);
        CriterionEditor[] editor = new CriterionEditor[1];
        editor[0] = new CriterionEditor(desk, Subject.of(table, column.get(), desk), rows.get(at), controls,
            (row, _) -> {
              rows.set(at, row);
              editor[0].show(row);
              report();
            });
        var remove = Parts.iconButton(Feather.X, desk.text("builder.where.remove"));
        remove.setOnAction(_ -> {
          rows.remove(at);
          rebuild();
          report();
        });
        lines.getChildren()
            .add(Parts.line(8, Parts.fixed(column.get().name(), "heading"), controls, remove));
      }
    }
  }

  private void report() {
    List<Condition> complete = rows.stream().filter(Row::complete).map(Row::test).toList();
    change.accept(complete.isEmpty()
        ? null
        : complete.size() == 1 ? complete.getFirst() : new Condition.AllOf(complete));
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
