package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.segment.Field;

/** The rows themselves. Sorting is asked of the engine: the table never moves a row. */
final class MembersTable extends TableView<MemberRows.Row> {
  private static final double ROW = 30;

  private final Desk desk;
  private final MembersViewModel model;
  private boolean everything;
  private boolean showing;

  /** @param why told of the key of a row that a person opens */
  MembersTable(Desk desk, Consumer<String> why) {
    this.desk = desk;
    this.model = desk.audience().members();
    setId("members");
    setAccessibleText(desk.text("audience.members.title"));
    setFixedCellSize(ROW);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setSortPolicy(_ -> {
      askOrder();
      return true;
    });
    setRowFactory(_ -> {
      TableRow<MemberRows.Row> row = new TableRow<>();
      row.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
        if (event.getClickCount() == 2 && row.getItem() != null) {
          why.accept(row.getItem().key());
        }
      });
      return row;
    });
    addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, why));
    getSelectionModel().selectedIndexProperty().subscribe(_ -> everything = false);
  }

  /** Puts other rows in the place of those that are there; with the columns that they have. */
  void show(@Nullable MemberRows rows) {
    showing = true;
    try {
      everything = false;
      List<Field> fields = rows == null ? List.of() : rows.fields();
      List<Object> shown = getColumns().stream().map(TableColumn::getUserData).toList();
      List<Object> wanted = new ArrayList<>(List.of("key"));
      fields.forEach(field -> wanted.add(field.id()));
      if (!shown.equals(wanted)) {
        getColumns().setAll(columns(fields));
        markOrder();
      }
      setItems(rows == null ? FXCollections.observableArrayList() : new MemberPages(rows));
    } finally {
      showing = false;
    }
  }

  private List<TableColumn<MemberRows.Row, String>> columns(List<Field> fields) {
    List<TableColumn<MemberRows.Row, String>> columns = new ArrayList<>();
    columns.add(column("key", desk.text("audience.members.key"), 120, MemberRows.Row::key));
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      int at = i;
      TableColumn<MemberRows.Row, String> column = column(field.id(), desk.title(field), 120,
          row -> model.shown(field, words(row.values().get(at))));
      if (field.type().isNumber()) {
        column.getStyleClass().add("number");
      }
      columns.add(column);
    }
    return columns;
  }

  private String words(@Nullable Value value) {
    return value == null ? "" : desk.figures().value(value);
  }

  private TableColumn<MemberRows.Row, String> column(String id, String title, double width,
      Function<MemberRows.Row, String> say) {
    TableColumn<MemberRows.Row, String> column = new TableColumn<>(title);
    column.setUserData(id);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(say.apply(features.getValue())));
    column.setCellFactory(_ -> new TableCell<>() {
      @Override
      protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
      }
    });
    return column;
  }

  private void askOrder() {
    if (showing) {
      return;
    }
    if (getSortOrder().isEmpty()) {
      model.sort(null, false);
      return;
    }
    TableColumn<MemberRows.Row, ?> first = getSortOrder().getFirst();
    boolean descending = first.getSortType() == TableColumn.SortType.DESCENDING;
    Field by = "key".equals(first.getUserData())
        ? model.key()
        : model.choices().stream().filter(f -> f.id().equals(first.getUserData())).findFirst().orElse(null);
    model.sort(by, descending);
  }

  /** The arrow of a column that was sorted by before the columns were made anew. */
  private void markOrder() {
    MembersViewModel.Order order = model.order().get();
    Field by = order.by();
    if (by == null) {
      return;
    }
    String id = by instanceof Field.Key ? "key" : by.id();
    getColumns().stream().filter(column -> id.equals(column.getUserData())).findFirst().ifPresent(column -> {
      column.setSortType(
          order.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
      getSortOrder().add(column);
    });
  }

  private void key(KeyEvent event, Consumer<String> why) {
    if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
      // a million rows are chosen by saying so, not one by one
      getSelectionModel().clearSelection();
      everything = true;
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
      why.accept(getSelectionModel().getSelectedItem().key());
      event.consume();
    }
  }

  /** The rows that are chosen; null for all of them, when all are or none is. */
  @Nullable
  List<Integer> chosen() {
    return everything || getSelectionModel().isEmpty()
        ? null
        : List.copyOf(getSelectionModel().getSelectedIndices());
  }

  /** The names of the columns. */
  List<String> head() {
    return getColumns().stream().map(TableColumn::getText).toList();
  }
}
