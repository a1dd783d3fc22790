package app.parcelle.ui.intake;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.ui.theme.Parts;

/** The tables of a database, to tick; the space bar ticks too. */
final class DatabaseTableList extends ListView<String> {
  private static final double ROW = 30;

  private final DatabaseViewModel model;

  DatabaseTableList(DatabaseViewModel model, DataWords words) {
    super(model.found());
    this.model = model;
    setId("database-tables");
    setAccessibleText(words.text("database.tables"));
    setFixedCellSize(ROW);
    setPlaceholder(Parts.label(words.text("database.not-found"), "muted"));
    setCellFactory(_ -> new CheckBoxListCell<>(this::ticked));
    VBox.setVgrow(this, Priority.ALWAYS);
    setOnKeyPressed(event -> {
      String table = getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.SPACE && table != null) {
        tick(table, !model.chosen().contains(table));
        refresh();
        event.consume();
      }
    });
  }

  private BooleanProperty ticked(String table) {
    BooleanProperty ticked = new SimpleBooleanProperty(model.chosen().contains(table));
    ticked.subscribe((_, now) -> tick(table, now));
    return ticked;
  }

  private void tick(String table, boolean chosen) {
    if (chosen) {
      model.chosen().add(table);
    } else {
      model.chosen().remove(table);
    }
  }
}
