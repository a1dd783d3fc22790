package app.parcelle.ui.intake;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.Cell;
import app.parcelle.engine.intake.ImportPreview.PreviewColumn;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Role;
import app.parcelle.ui.theme.Parts;

/** The first rows as they would be imported; over each column its name, its type to choose, and its role. */
final class PreviewTable extends TableView<List<Cell>> {
  /** More are not drawn; they are imported all the same. */
  static final int COLUMNS = 60;

  private static final double ROW = 30;
  private static final double NARROWEST = 132;
  private static final double WIDEST = 260;
  private static final double LETTER = 7.2;

  /** Room of the arrow beside the type, in letters. */
  private static final int ARROW = 3;

  /** What two chips have around them, in letters. */
  private static final int CHIPS = 4;

  private final ImportViewModel model;
  private final DataWords words;
  private final InvalidationListener chosen = _ -> mark();

  PreviewTable(ImportViewModel model, ImportPreview preview, DataWords words) {
    this.model = model;
    this.words = words;
    setId("preview");
    getStyleClass().add("preview-table");
    setFixedCellSize(ROW);
    setAccessibleText(words.text("data.import.parsed"));
    getSelectionModel().setCellSelectionEnabled(true);
    for (int i = 0; i < Math.min(COLUMNS, preview.columns().size()); i++) {
      getColumns().add(column(preview, i));
    }
    getItems().setAll(preview.rows());
    getFocusModel().focusedCellProperty().addListener(_ -> {
      int column = getFocusModel().getFocusedCell().getColumn();
      if (column >= 0) {
        model.column().set(preview.columns().get(column).name());
      }
    });
    model.column().addListener(new WeakInvalidationListener(chosen));
    mark();
  }

  private TableColumn<List<Cell>, @Nullable Cell> column(ImportPreview preview, int index) {
    PreviewColumn seen = preview.columns().get(index);
    TableColumn<List<Cell>, @Nullable Cell> column = new TableColumn<>();
    column.setUserData(seen.name());
    column.setGraphic(header(seen));
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width(preview, index));
    column.setMinWidth(NARROWEST);
    if (seen.type().isNumber()) {
      column.getStyleClass().add("number");
    }
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(
        index < features.getValue().size() ? features.getValue().get(index) : null));
    column.setCellFactory(_ -> new PreviewCell(words.text("data.cell.missing")));
    return column;
  }

  /** As wide as its longest text, within reason. */
  private double width(ImportPreview preview, int index) {
    PreviewColumn column = preview.columns().get(index);
    int longest = Math.max(column.name().length(), words.of(column.type()).length() + ARROW);
    String meaning = words.of(column.meaning());
    if (!meaning.isEmpty()) {
      longest = Math.max(longest, role(column).length() + meaning.length() + CHIPS);
    }
    for (List<Cell> row : preview.rows()) {
      longest = Math.max(longest, index < row.size() ? row.get(index).text().length() : 0);
    }
    return Math.clamp(longest * LETTER + 24, NARROWEST, WIDEST);
  }

  private String role(PreviewColumn seen) {
    return seen.role() == Role.NONE ? words.text("data.role.choose") : words.of(seen.role());
  }

  private VBox header(PreviewColumn seen) {
    Label name = Parts.given(seen.name(), "column-name");
    ComboBox<ColumnType> type = new ComboBox<>();
    type.getItems().setAll(ColumnType.values());
    type.setValue(seen.type());
    type.setConverter(new DialectBar.Naming<>(words::of));
    type.setAccessibleText(words.text("data.type.for", seen.name()));
    type.setMaxWidth(Double.MAX_VALUE);
    type.setOnAction(_ -> model.type(seen.name(), type.getValue()));
    Label role = Parts.chip(role(seen));
    if (seen.role() == Role.CUSTOMER_KEY || seen.role() == Role.EVENT_TIME) {
      role.getStyleClass().add("accent");
    }
    HBox chips = new HBox(5, role);
    if (!seen.meaning().is(Meaning.Kind.NONE)) {
      chips.getChildren().add(Parts.chip(words.of(seen.meaning())));
    }
    VBox header = new VBox(5, name, type, chips);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("preview-header");
    header.setOnMouseClicked(_ -> model.column().set(seen.name()));
    return header;
  }

  private void mark() {
    String name = model.column().get();
    for (TableColumn<List<Cell>, ?> column : getColumns()) {
      column.getStyleClass().remove("chosen-column");
      if (column.getUserData().equals(name)) {
        column.getStyleClass().add("chosen-column");
      }
    }
  }

  /** A cell as read: missing and invalid ones are marked with more than a colour. */
  private static final class PreviewCell extends TableCell<List<Cell>, @Nullable Cell> {
    private final Label missing;

    PreviewCell(String missingWord) {
      missing = Parts.chip(missingWord, "warning");
    }

    @Override
    protected void updateItem(@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      getStyleClass().remove("invalid-cell");
      setGraphic(null);
      setText(null);
      if (empty || cell == null) {
        return;
      }
      if (cell.invalid()) {
        getStyleClass().add("invalid-cell");
        setText(cell.text() + " ✕");
      } else if (cell.missing()) {
        setGraphic(missing);
      } else {
        setText(cell.text());
      }
    }
  }
}
