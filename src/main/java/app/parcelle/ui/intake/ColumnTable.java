package app.parcelle.ui.intake;

import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.chart.Histogram;
import app.parcelle.ui.theme.Parts;

/** The columns of a table, one a line. */
final class ColumnTable extends TableView<Column> {
  private static final double ROW = 36;
  private static final double HEADER_FONT = 12;
  private static final double HEADER_MARGIN = 20;

  private final TablesViewModel model;
  private final DataWords words;
  private final InvalidationListener measured = _ -> refresh();

  ColumnTable(TablesViewModel model, TableVersion table, DataWords words) {
    this.model = model;
    this.words = words;
    setId("columns");
    setAccessibleText(words.text("data.columns", table.columns().size()));
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    TableColumn<Column, Column> name = column("data.column.name", 176, (cell, column) -> {
      cell.setText(column.name());
      cell.getStyleClass().add("figure");
    });
    // the one that gives way in a narrow window
    name.setMinWidth(110);
    getColumns().add(name);
    TableColumn<Column, Column> type = column("data.column.type", 112,
        (cell, column) -> cell.setText(words.of(column.type(), column.meaning())));
    type.setMinWidth(table.columns()
        .stream()
        .map(column -> words.of(column.type(), column.meaning()))
        .distinct()
        .mapToDouble(ColumnTable::widthOf)
        .reduce(type.getMinWidth(), Math::max));
    getColumns().add(type);
    getColumns().add(column("data.column.role", 132, (cell, column) -> cell.setGraphic(role(column))));
    getColumns().add(column("data.column.shape", 112, (cell, column) -> cell.setGraphic(shape(column))));
    getColumns()
        .add(number("data.column.missing",
            (cell, column) -> cell.setText(words.count(column.missing() - column.invalid()))));
    getColumns().add(number("data.column.invalid", (cell, column) -> {
      cell.setText(words.count(column.invalid()));
      cell.getStyleClass().removeAll("bad-text");
      if (column.invalid() > 0) {
        cell.getStyleClass().add("bad-text");
      }
    }));
    getItems().setAll(table.columns());
    getSelectionModel().select(model.column().get());
    getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> model.column().set(chosen));
    model.shapes().addListener(new WeakInvalidationListener(measured));
  }

  private Label role(Column column) {
    boolean main = column.role() == Role.CUSTOMER_KEY || column.role() == Role.EVENT_TIME;
    Label chip = Parts.chip(words.of(column.role()));
    if (main) {
      chip.getStyleClass().add("accent");
    }
    chip.setVisible(column.role() != Role.NONE);
    return chip;
  }

  private Node shape(Column column) {
    ColumnShape shape = model.shapes().get(column.id());
    if (shape != null && shape.allDifferent()) {
      Label different = new Label(words.text("data.shape.different"));
      different.getStyleClass().addAll("muted", "small");
      return different;
    }
    Histogram histogram = new Histogram(words.text("data.shape.of", column.name()), 96, 20);
    if (shape != null) {
      histogram.show(shape.bars());
    }
    return histogram;
  }

  private TableColumn<Column, Column> number(String key, BiConsumer<Cell, Column> fill) {
    TableColumn<Column, Column> column = column(key, 76, fill);
    column.getStyleClass().add("number");
    return column;
  }

  private TableColumn<Column, Column> column(String key, double width, BiConsumer<Cell, Column> fill) {
    TableColumn<Column, Column> column = new TableColumn<>(words.text(key)); // keys: data.column.*
    column.setPrefWidth(width);
    column.setMinWidth(Math.max(0.9 * width, widthOf(column.getText())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        features -> new javafx.beans.property.ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(_ -> new Cell(fill));
    return column;
  }

  /** The width of a header, in pixels. */
  private static double widthOf(String header) {
    Text text = new Text(header);
    text.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, HEADER_FONT));
    return Math.ceil(text.getLayoutBounds().getWidth()) + HEADER_MARGIN;
  }

  /** A cell that a function fills from the whole line. */
  private static final class Cell extends TableCell<Column, Column> {
    private final BiConsumer<Cell, Column> fill;

    Cell(BiConsumer<Cell, Column> fill) {
      this.fill = fill;
    }

    @Override
    protected void updateItem(@Nullable Column column, boolean empty) {
      super.updateItem(column, empty);
      setText(null);
      setGraphic(null);
      if (!empty && column != null) {
        fill.accept(this, column);
      }
    }
  }
}
