package app.parcelle.ui.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

import app.parcelle.engine.value.RfmReport;
import app.parcelle.engine.value.RfmReport.Figures;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.value.ValueViewModel.Found;

/** What the pictures show, as tables. */
final class TablesPane extends VBox {
  private static final double ROW = 30;
  private static final double NAME = 190;

  private record Named(String name, Figures figures) {}

  private record Move(String from, String to, int customers) {}

  TablesPane(ValueWords words, Found found) {
    super(10);
    getStyleClass().addAll("card", "value-card");
    RfmReport now = found.now();
    List<Named> segments = new ArrayList<>();
    for (int i = 0; i < now.segments().size(); i++) {
      segments.add(new Named(now.model().names().get(i), now.segments().get(i)));
    }
    TableView<Named> named = table("rfm-segment-table", words.text("value.segments.name"), segments, 12);
    add(named, words.text("value.bounds.segment"), Named::name, false);
    add(named, words.text("value.shade.customers"), s -> words.count(s.figures().customers()), true);
    add(named, words.text("value.table.orders"), s -> words.count(s.figures().orders()), true);
    add(named, words.text("value.shade.revenue"), s -> words.amount(s.figures().revenue()), true);
    add(named, words.text("value.shade.basket"), s -> words.amount(s.figures().averageBasket()), true);
    add(named, words.text("value.figure.recency"), s -> {
      Integer days = s.figures().recency();
      return days == null ? words.text("value.none") : words.count(days);
    }, true);
    TableView<Move> moves = table("rfm-move-table", words.text("value.moves.name"), moves(words, found), 10);
    add(moves, words.day(found.before().day()), Move::from, false);
    add(moves, words.day(now.day()), Move::to, false);
    add(moves, words.text("value.shade.customers"), m -> words.count(m.customers()), true);
    getChildren().addAll(Parts.label(words.text("value.segments"), "heading"), named,
        Parts.label(words.text("value.moves"), "heading"), moves);
  }

  private static List<Move> moves(ValueWords words, Found found) {
    List<String> names = new ArrayList<>(found.now().model().names());
    names.add(words.text("value.moves.notYet"));
    int[][] counts = RfmReport.moves(found.before(), found.now());
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        if (counts[i][j] > 0 && !(i == names.size() - 1 && j == names.size() - 1)) {
          moves.add(new Move(names.get(i), names.get(j), counts[i][j]));
        }
      }
    }
    moves.sort((a, b) -> Integer.compare(b.customers(), a.customers()));
    return moves;
  }

  private static <T> TableView<T> table(String id, String name, List<T> rows, int most) {
    TableView<T> table = new TableView<>();
    table.setId(id);
    table.setAccessibleText(name);
    table.setFixedCellSize(ROW);
    table.getItems().setAll(rows);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPrefHeight(ROW * (Math.min(most, Math.max(2, rows.size())) + 1) + 4);
    return table;
  }

  private static <T> void add(TableView<T> table, String title, Function<T, String> value, boolean figure) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setSortable(false);
    if (figure) {
      column.getStyleClass().add("number");
    } else {
      column.setMinWidth(NAME);
    }
    table.getColumns().add(column);
  }
}
