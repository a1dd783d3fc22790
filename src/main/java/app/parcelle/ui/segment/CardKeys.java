package app.parcelle.ui.segment;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** What can be done to a card: by its menu, and by the keyboard when the card has the focus. */
final class CardKeys {
  private CardKeys() {}

  /** Everything that dragging a card does is done here without a mouse. */
  static void on(Region region, long id, SegmentViewModel model) {
    region.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      boolean typing = event.getTarget() instanceof TextInputControl;
      if (act(event, typing, id, model)) {
        event.consume();
      }
    });
  }

  private static boolean act(KeyEvent event, boolean typing, long id, SegmentViewModel model) {
    KeyCode code = event.getCode();
    if (event.isAltDown() && code == KeyCode.UP) {
      model.moveUp(id);
    } else if (event.isAltDown() && code == KeyCode.DOWN) {
      model.moveDown(id);
    } else if (event.isShortcutDown() && code == KeyCode.G) {
      model.wrap(id);
    } else if (event.isShortcutDown() && code == KeyCode.D) {
      model.duplicate(id);
    } else if (event.isShortcutDown() && code == KeyCode.E) {
      model.exclude(id);
    } else if (!typing && (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE)) {
      model.remove(id);
    } else {
      return false;
    }
    return true;
  }

  static ContextMenu menu(Card card, Desk desk) {
    SegmentViewModel model = desk.model();
    long id = card.id();
    boolean excluded = card instanceof Card.Block block && block.excluded();
    ContextMenu menu = new ContextMenu(
        item(desk.text("builder.card.up"), "Alt+Up", () -> model.moveUp(id)),
        item(desk.text("builder.card.down"), "Alt+Down", () -> model.moveDown(id)),
        new SeparatorMenuItem(),
        item(desk.text("builder.card.duplicate"), "Shortcut+D", () -> model.duplicate(id)),
        item(desk.text("builder.card.wrap"), "Shortcut+G", () -> model.wrap(id)),
        item(desk.text(excluded ? "builder.card.include" : "builder.card.exclude"), "Shortcut+E",
            () -> model.exclude(id)));
    if (card instanceof Card.Block && !excluded) {
      menu.getItems().add(item(desk.text("builder.card.unwrap"), "", () -> model.unwrap(id)));
    }
    menu.getItems()
        .addAll(new SeparatorMenuItem(),
            item(desk.text("builder.card.remove"), KeyCode.DELETE.getName(), () -> model.remove(id)));
    return menu;
  }

  private static MenuItem item(String text, String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    if (!key.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(key));
    }
    item.setOnAction(_ -> action.run());
    return item;
  }
}
