package app.parcelle.ui.cluster;

import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.ui.theme.Parts;

/**
 * Keeps the clusters that are shown, and lists those that the project keeps, each with what can be done to it; not there while
 * there is neither.
 */
final class KeptMenu extends MenuButton {
  private final ClusterViewModel model;
  private final ClusterWords words;
  private final Consumer<@Nullable Node> ask;
  private final InvalidationListener changed = _ -> list();

  /** @param ask shows a line in which something is asked; null takes it away */
  KeptMenu(ClusterViewModel model, ClusterWords words, Consumer<@Nullable Node> ask) {
    this.model = model;
    this.words = words;
    this.ask = ask;
    setId("kept-clusterings");
    setText(words.text("clusters.saved"));
    setMnemonicParsing(false);
    setMinWidth(USE_PREF_SIZE);
    model.kept().all().addListener(new WeakInvalidationListener(changed));
    setOnShowing(_ -> list());
    list();
  }

  private void list() {
    getItems().setAll(model.kept().all().stream().map(this::menu).toList());
    if (model.canKeep()) {
      if (!getItems().isEmpty()) {
        getItems().addFirst(new SeparatorMenuItem());
      }
      getItems().addFirst(item("clusters.saved.keep", this::keep));
    }
    setVisible(!getItems().isEmpty());
    setManaged(!getItems().isEmpty());
  }

  private Menu menu(SavedClustering kept) {
    Menu menu = new Menu(words.text("clusters.saved.one", kept.name(), kept.k()));
    menu.setMnemonicParsing(false);
    MenuItem assign = item("clusters.saved.refresh", () -> model.kept().assign(kept));
    assign.setDisable(!kept.hasModel());
    menu.getItems()
        .setAll(item("clusters.saved.open", () -> model.open(kept)), assign, new SeparatorMenuItem(),
            item("clusters.saved.rename", () -> rename(kept)),
            item("clusters.saved.remove", () -> model.kept().remove(kept)));
    return menu;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(words.text(key)); // keys: clusters.saved.*
    item.setId(key.replace('.', '-'));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void keep() {
    ask(words.text("clusters.save.ask"), model.freeName(words.text("clusters.save.name")), model::keep);
  }

  private void rename(SavedClustering kept) {
    ask(words.text("clusters.saved.rename.ask", kept.name()), kept.name(),
        name -> model.kept().rename(kept, name));
  }

  private void ask(String what, String proposed, Consumer<String> then) {
    TextField name = new TextField(proposed);
    name.setId("kept-name");
    name.setAccessibleText(what);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button save = Parts.button(words.text("clusters.save"), () -> {
      ask.accept(null);
      then.accept(name.getText());
    });
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    name.setOnAction(_ -> save.fire());
    name.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        ask.accept(null);
        event.consume();
      }
    });
    ask.accept(Parts.line(8, Parts.fixed(what, "muted"), name, save,
        Parts.button(words.text("clusters.cancel"), () -> ask.accept(null), "quiet")));
    name.requestFocus();
    name.selectAll();
  }
}
