package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.evaluate.MemberRows;
import app.parcelle.engine.evaluate.Value;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.segment.MembersViewModel.Order;
import app.parcelle.ui.theme.Parts;

/** The rows themselves. Sorting is asked of the engine: the table never moves a row. */
final class MembersTable extends TableView<MemberRows.Row> {
  private static final String KEY = "key";
  private static final double ROW = 30;
  private static final double LEAST_WIDTH = 110;
  /** About as wide as a letter of a column's name, and as what says that it is sorted. */
  private static final double LETTER = 7.5;
  private static final double ARROW = 36;

  private final Desk desk;
  private final MembersViewModel model;
  private final List<Consumer<Order>> orders = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private boolean everything;

  /** @param why told of the key of a row that a person opens */
  MembersTable(Desk desk, Consumer<String> why) {
    this.desk = desk;
    this.model = desk.audience().members();
    setId("members");
    setAccessibleText(desk.text("audience.members.title"));
    setFixedCellSize(ROW);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
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
    everything = false;
    List<Object> wanted = new ArrayList<>(List.of(KEY));
    List<Field> fields = rows == null ? List.of() : rows.fields();
    fields.forEach(field -> wanted.add(field.id()));
    if (!getColumns().stream().map(TableColumn::getId).toList().equals(wanted)) {
      getColumns().setAll(columns(fields));
    }
    setItems(rows == null ? FXCollections.observableArrayList() : new MemberPages(rows));
  }

  private List<TableColumn<MemberRows.Row, String>> columns(List<Field> fields) {
    orders.clear();
    headings.clear();
    List<TableColumn<MemberRows.Row, String>> columns = new ArrayList<>();
    columns.add(column(KEY, model.key(), desk.text("audience.members.key"), MemberRows.Row::key));
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      int at = i;
      TableColumn<MemberRows.Row, String> column = column(field.id(), field, desk.title(field),
          row -> model.shown(field, words(row.values().get(at))));
      if (field.type().isNumber()) {
        column.getStyleClass().add("number");
      }
      columns.add(column);
    }
    headings.add(desk.text("audience.members.key"));
    fields.forEach(field -> headings.add(desk.title(field)));
    mark(model.order().get());
    return columns;
  }

  /** Shows by which column the rows are sorted. */
  void mark(Order order) {
    orders.forEach(heading -> heading.accept(order));
  }

  private String words(@Nullable Value value) {
    return value == null ? "" : desk.figures().value(value);
  }

  private TableColumn<MemberRows.Row, String> column(String id, @Nullable Field field, String title,
      Function<MemberRows.Row, String> say) {
    TableColumn<MemberRows.Row, String> column = new TableColumn<>();
    column.setId(id);
    column.setGraphic(heading(id, field, title));
    column.setPrefWidth(Math.max(LEAST_WIDTH, LETTER * title.length() + ARROW));
    column.setReorderable(false);
    column.setSortable(false);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(say.apply(features.getValue())));
    column.setCellFactory(_ -> new Cell());
    return column;
  }

  /** A value of any length; one that may be cut stands in full in its tooltip. */
  private static final class Cell extends TableCell<MemberRows.Row, String> {
    private static final int SHORT = 12;

    private final Tooltip full = new Tooltip();

    Cell() {
      getStyleClass().add("given");
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      if (!empty && text != null && text.length() > SHORT) {
        full.setText(text);
        setTooltip(full);
      } else {
        setTooltip(null);
      }
    }
  }

  /** The name of a column; a press sorts by it, then the other way round, then no longer. By keyboard too. */
  private Button heading(String id, @Nullable Field field, String title) {
    Button heading = Parts.button(title, () -> {
      Order now = model.order().get();
      boolean sorted = field != null && field.equals(now.by());
      model.sort(sorted && now.descending() ? null : field, sorted && !now.descending());
    }, "heading-of-column");
    heading.setId("sort-" + id);
    heading.setContentDisplay(ContentDisplay.RIGHT);
    FontIcon arrow = new FontIcon();
    orders.add(order -> {
      boolean sorted = field != null && field.equals(order.by());
      arrow.setIconCode(order.descending() ? Feather.ARROW_DOWN : Feather.ARROW_UP);
      heading.setGraphic(sorted ? arrow : null);
      heading.setAccessibleText(sorted
          ? desk.text(order.descending() ? "audience.members.descending" : "audience.members.ascending",
              title)
          : desk.text("audience.members.sort", title));
    });
    return heading;
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
    return List.copyOf(headings);
  }
}
