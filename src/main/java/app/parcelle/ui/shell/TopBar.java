package app.parcelle.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.Clip;
import app.parcelle.ui.theme.Theme;

/** The line over everything: project, search, reference day, undo and redo, language, theme. */
final class TopBar extends HBox {
  private final ShellViewModel model;
  private final Texts texts;
  private final ObservableValue<Boolean> undoable;
  private final ObservableValue<Boolean> redoable;

  /**
   * @param undoable whether the screen in front has something to undo, before the project has
   * @param redoable whether it has something to do again
   */
  TopBar(ShellViewModel model, Node commandField, Runnable undo, Runnable redo,
      ObservableValue<Boolean> undoable, ObservableValue<Boolean> redoable) {
    this.model = model;
    this.undoable = undoable;
    this.redoable = redoable;
    this.texts = model.texts();
    getStyleClass().add("top-bar");
    Label brand = new Label("Parcelle");
    brand.getStyleClass().add("brand");
    HBox left = new HBox(new Logo(18), brand, projectMenu());
    left.getStyleClass().add("top-bar-left");
    HBox right = new HBox(asOf(), undoButton(undo), redoButton(redo), languageMenu(), themeButton());
    right.getStyleClass().add("top-bar-right");
    // equal shares left and right keep the search field in the middle while there is room
    left.setPrefWidth(430);
    right.setPrefWidth(430);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    left.setMinWidth(Region.USE_PREF_SIZE);
    left.setMinWidth(260);
    getChildren().addAll(left, commandField, right);
  }

  private MenuButton projectMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("project-menu");
    menu.setMnemonicParsing(false);
    menu.textProperty()
        .bind(Bindings.createStringBinding(
            () -> model.open().get() == null ? texts.text("shell.menu.none") : model.view().get().name(),
            model.open(),
            model.view()));
    Menu recent = new Menu(texts.text("shell.menu.recent"));
    menu.setOnShowing(_ -> {
      recent.getItems()
          .setAll(model.recent().get().stream().map(Recent::file).map(this::recentItem).toList());
      recent.setDisable(recent.getItems().isEmpty());
    });
    menu.getItems()
        .addAll(item("shell.menu.new", model::createProject), item("shell.menu.open", model::openProject),
            recent, new SeparatorMenuItem(), item("shell.menu.import", model.waysIn()::files),
            item("shell.menu.folder", model.waysIn()::folder),
            item("shell.menu.database", model.waysIn()::database),
            item("shell.menu.paste", () -> model.waysIn().paste(Clip.ofSystem())),
            new SeparatorMenuItem(),
            item("shell.menu.sample.en", () -> model.openSample(false)),
            item("shell.menu.sample.fr", () -> model.openSample(true)));
    return menu;
  }

  private MenuItem recentItem(Path file) {
    MenuItem item = new MenuItem(WaysIn.nameOf(file) + "  —  " + file.getParent());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> model.openProject(file));
    return item;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.text(key));
    item.setOnAction(_ -> action.run());
    return item;
  }

  private HBox asOf() {
    Label words = new Label(texts.text("shell.as-of"));
    words.getStyleClass().add("muted");
    Label day = new Label();
    day.getStyleClass().add("figure");
    day.textProperty()
        .bind(model.facts()
            .map(facts -> facts.asOf() == null
                ? ""
                : texts.text("shell.as-of.day", facts.asOf()))
            .orElse(""));
    HBox both = new HBox(words, day);
    both.getStyleClass().add("as-of");
    both.visibleProperty().bind(day.textProperty().isNotEmpty());
    words.setMinWidth(Region.USE_PREF_SIZE);
    day.setMinWidth(Region.USE_PREF_SIZE);
    return both;
  }

  private Button undoButton(Runnable undo) {
    Button button = iconButton("undo", Feather.CORNER_UP_LEFT, undo);
    button.disableProperty()
        .bind(Bindings.createBooleanBinding(
            () -> !undoable.getValue() && model.facts().getValue().undo() == null,
            undoable, model.facts()));
    button.tooltipProperty()
        .bind(model.facts()
            .map(facts -> stepTooltip("shell.undo", "shell.undo.what", facts.undo())));
    button.setAccessibleText(texts.text("shell.undo"));
    return button;
  }

  private Button redoButton(Runnable redo) {
    Button button = iconButton("redo", Feather.CORNER_UP_RIGHT, redo);
    button.disableProperty()
        .bind(Bindings.createBooleanBinding(
            () -> !redoable.getValue() && model.facts().getValue().redo() == null,
            redoable, model.facts()));
    button.tooltipProperty()
        .bind(model.facts()
            .map(facts -> stepTooltip("shell.redo", "shell.redo.what", facts.redo())));
    button.setAccessibleText(texts.text("shell.redo"));
    return button;
  }

  private Tooltip stepTooltip(String plain, String with, @org.jspecify.annotations.Nullable Message what) {
    return new Tooltip(what == null ? texts.text(plain) : texts.text(with, what));
  }

  private MenuButton languageMenu() {
    MenuButton menu = new MenuButton(texts.french() ? "FR" : "EN");
    menu.setId("language-menu");
    menu.setTooltip(new Tooltip(texts.text("shell.language")));
    menu.setAccessibleText(texts.text("shell.language"));
    menu.getItems()
        .addAll(item("shell.language.fr", () -> model.speak(Locale.FRANCE)),
            item("shell.language.en", () -> model.speak(Locale.UK)));
    menu.setMinWidth(Region.USE_PREF_SIZE);
    return menu;
  }

  private Button themeButton() {
    Button button = iconButton("theme", Feather.MOON,
        () -> model.dress(model.settings().get().theme().other()));
    button.graphicProperty()
        .bind(model.settings()
            .map(settings -> new FontIcon(settings.theme() == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
    button.setTooltip(new Tooltip(texts.text("shell.theme.other")));
    button.setAccessibleText(texts.text("shell.theme.other"));
    return button;
  }

  private static Button iconButton(String id, Feather icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().add("icon-only");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
