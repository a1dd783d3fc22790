package app.parcelle.ui.export;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.theme.Parts;

/** The button that adds a column: fields that are none yet, to be searched by name. */
final class AddColumn extends Button {
  private final ExportViewModel model;
  private final TextField search = new TextField();
  private final ListView<Field> found = new ListView<>();
  private final ContextMenu popup;

  AddColumn(ExportViewModel model, Texts texts) {
    super(texts.text("exports.column.add"));
    this.model = model;
    setId("add-column");
    getStyleClass().addAll("link", "add-column");
    search.setId("column-search");
    search.setPromptText(texts.text("exports.column.search"));
    search.textProperty().addListener((_, _, _) -> find());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    found.setId("columns-found");
    found.setPrefSize(260, 240);
    found.setCellFactory(_ -> new Name());
    found.setPlaceholder(Parts.label(texts.text("exports.column.nothing"), "muted"));
    found.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        take(found.getSelectionModel().getSelectedItem());
        event.consume();
      }
    });
    VBox content = new VBox(8, search, found);
    content.getStyleClass().add("column-finder");
    CustomMenuItem item = new CustomMenuItem(content, false);
    item.getStyleClass().add("column-finder-item");
    popup = new ContextMenu(item);
    setOnAction(_ -> open());
  }

  private void open() {
    search.clear();
    find();
    popup.show(this, Side.TOP, 0, -4);
    search.requestFocus();
  }

  private void find() {
    String wanted = Folding.fold(search.getText());
    List<Field> fields = model.available()
        .stream()
        .filter(field -> Folding.fold(model.heading(field)).contains(wanted))
        .toList();
    found.getItems().setAll(fields);
    found.getSelectionModel().selectFirst();
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      take(found.getSelectionModel().getSelectedItem());
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      found.requestFocus();
      event.consume();
    }
  }

  private void take(@Nullable Field field) {
    if (field != null) {
      popup.hide();
      model.add(field);
    }
  }

  private final class Name extends ListCell<Field> {
    Name() {
      setOnMouseClicked(_ -> take(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Field field, boolean empty) {
      super.updateItem(field, empty);
      setText(field == null || empty ? null : model.heading(field));
    }
  }
}
