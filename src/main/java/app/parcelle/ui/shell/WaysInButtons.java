package app.parcelle.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.Clip;
import app.parcelle.ui.theme.Parts;

/** The ways in for data side by side, the usual one first; or in a menu where there is less room. */
public final class WaysInButtons extends FlowPane {
  /** One way in; {@code id} is part of its text key. */
  private record Way(String id, Feather icon, Runnable action) {}

  public WaysInButtons(WaysIn ways, Texts texts) {
    super(8, 8);
    setAlignment(Pos.CENTER_LEFT);
    for (Way way : all(ways)) {
      Button button = Parts.button(texts.text("shell.in." + way.id), way.action); // keys: shell.in.*
      button.setGraphic(new FontIcon(way.icon));
      button.setId("in-" + way.id);
      getChildren().add(button);
    }
    getChildren().getFirst().getStyleClass().add("accent");
  }

  private static List<Way> all(WaysIn ways) {
    return List.of(new Way("import", Feather.FILE_TEXT, ways::files),
        new Way("folder", Feather.FOLDER, ways::folder),
        new Way("database", Feather.DATABASE, ways::database),
        new Way("paste", Feather.CLIPBOARD, () -> ways.paste(Clip.ofSystem())));
  }

  /** A button whose menu has the same ways. */
  public static MenuButton menu(WaysIn ways, Texts texts) {
    MenuButton menu = new MenuButton(texts.text("shell.in"));
    menu.setId("import-files");
    menu.getStyleClass().add("accent");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    for (Way way : all(ways)) {
      MenuItem item = new MenuItem(texts.text("shell.in." + way.id), new FontIcon(way.icon)); // keys: shell.in.*
      item.setId("in-" + way.id);
      item.setOnAction(_ -> way.action.run());
      menu.getItems().add(item);
    }
    return menu;
  }
}
