package app.parcelle.ui.library;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Filings;
import app.parcelle.ui.theme.Parts;

/** The folders, nested; segments and folders can be dropped on them. F2 renames one, Delete removes it. */
final class FolderList extends VBox {
  private static final String ALL = "";
  private static final double INDENT = 14;

  private final LibraryViewModel model;
  private final Texts texts;
  private final Carrying carrying;
  private final ListView<String> list = new ListView<>();
  private final TextField name = new TextField();
  private @Nullable String renamed;

  FolderList(LibraryViewModel model, Texts texts, Carrying carrying) {
    super(8);
    this.model = model;
    this.texts = texts;
    this.carrying = carrying;
    getStyleClass().addAll("side-panel", "left");
    list.setId("library-folders");
    list.setAccessibleText(texts.text("library.folders"));
    list.setCellFactory(_ -> new Cell());
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel().selectedItemProperty().subscribe(path -> {
      if (path != null) {
        model.folder().set(path.equals(ALL) ? null : path);
      }
    });
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    name.setId("library-folder-name");
    name.setPromptText(texts.text("library.folder.new"));
    name.setAccessibleText(texts.text("library.folder.new"));
    name.setOnAction(_ -> take());
    name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        leave();
        event.consume();
      }
    });
    Button add = Parts.iconButton(Feather.FOLDER_PLUS, texts.text("library.folder.add"));
    add.setOnAction(_ -> take());
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMinWidth(60);
    getChildren().addAll(Parts.label(texts.text("library.folders"), "heading"), list,
        Parts.line(4, name, add));
  }

  Subscription follow() {
    return Subscription.combine(model.present().subscribe(_ -> build()),
        model.folder().subscribe(this::select));
  }

  private void build() {
    List<String> paths = new ArrayList<>(List.of(ALL));
    paths.addAll(model.filings().allFolders());
    list.getItems().setAll(paths);
    select(model.folder().get());
  }

  private void select(@Nullable String path) {
    list.getSelectionModel().select(path == null ? ALL : path);
  }

  /** Makes the folder, or gives the one that is renamed its name. */
  private void take() {
    String written = name.getText().strip();
    if (written.isEmpty()) {
      name.requestFocus();
      return;
    }
    if (renamed != null) {
      model.renameFolder(renamed, written);
    } else {
      String inside = model.folder().get();
      model.addFolder(inside == null ? written : inside + "/" + written);
    }
    leave();
  }

  private void leave() {
    renamed = null;
    name.clear();
    name.setPromptText(texts.text("library.folder.new"));
    list.requestFocus();
  }

  private void rename(String path) {
    renamed = path;
    name.setPromptText(texts.text("library.folder.rename"));
    name.setText(Filings.name(path));
    name.requestFocus();
    name.selectAll();
  }

  private void key(KeyEvent event) {
    String path = list.getSelectionModel().getSelectedItem();
    if (path == null || path.equals(ALL)) {
      return;
    }
    if (event.getCode() == KeyCode.F2) {
      rename(path);
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      model.removeFolder(path);
      event.consume();
    }
  }

  /** A folder with the number of segments in it. */
  private final class Cell extends ListCell<String> {
    private final Label label = Parts.given("");
    private final Label inside = Parts.fixed("", "small", "muted");
    private final HBox line = Parts.line(6, new FontIcon(Feather.FOLDER), label, Parts.gap(), inside);

    Cell() {
      setPrefWidth(0);
      carrying.from(this,
          () -> new Carrying.Load(List.of(), isEmpty() || getItem() == null ? ALL : getItem()),
          () -> Filings.name(getItem()));
      carrying.to(this, this::take);
    }

    private void take(Carrying.Load load) {
      String path = getItem();
      if (isEmpty() || path == null) {
        return;
      }
      if (load.segments().isEmpty()) {
        model.moveFolder(load.folder(), path.equals(ALL) ? null : path);
      } else {
        model.move(load.segments(), path);
      }
    }

    @Override
    protected void updateItem(@Nullable String path, boolean empty) {
      super.updateItem(path, empty);
      if (empty || path == null) {
        setGraphic(null);
        setContextMenu(null);
        setAccessibleText(null);
        return;
      }
      boolean all = path.equals(ALL);
      label.setText(all ? texts.text("library.all") : Filings.name(path));
      label.getTooltip().setText(all ? label.getText() : path);
      inside.setText(texts.text("library.number", model.inside(all ? null : path)));
      line.setPadding(new Insets(0, 0, 0, INDENT * path.chars().filter(c -> c == '/').count()));
      setGraphic(line);
      setAccessibleText(label.getText() + ", " + inside.getText());
      setContextMenu(all ? null : menu(path));
    }

    private ContextMenu menu(String path) {
      MenuItem rename = new MenuItem(texts.text("library.folder.rename"));
      rename.setOnAction(_ -> rename(path));
      MenuItem remove = new MenuItem(texts.text("library.folder.remove"));
      remove.setOnAction(_ -> model.removeFolder(path));
      return new ContextMenu(rename, remove);
    }
  }
}
