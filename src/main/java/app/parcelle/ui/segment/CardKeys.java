package app.parcelle.ui.segment;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** What can be done to cards: by their menu, by the mouse, and by the keyboard when a card has the focus. */
final class CardKeys {
  private CardKeys() {}

  /** Everything that dragging a card does is done here without a mouse. */
  static void on(Region region, long id, Desk desk) {
    region.setFocusTraversable(true);
    region.focusedProperty().subscribe(focused -> {
      if (focused) {
        desk.model().select(id);
      }
    });
    region.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      boolean done = event.getTarget() == region
          ? onCard(event, region, id, desk) || act(event, id, desk)
          : inCard(event, region, id, desk);
      if (done) {
        event.consume();
      }
    });
    region.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> press(event, region, id, desk));
    region.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
      if (event.isStillSincePress() && !event.isShortcutDown() && !event.isShiftDown()
          && event.getButton() == MouseButton.PRIMARY) {
        desk.model().choose(Chosen.one(id));
        event.consume();
      }
    });
  }

  /** Shift takes all up to here, the shortcut key one more or one less. Several chosen cards stay so, to be dragged. */
  private static void press(MouseEvent event, Region region, long id, Desk desk) {
    Chosen now = desk.model().chosen();
    if (event.isShiftDown()) {
      desk.model().choose(now.upTo(id, desk.model().draft()));
    } else if (event.isShortcutDown()) {
      desk.model().choose(now.toggled(id));
    } else if (!now.holds(id)) {
      desk.model().choose(Chosen.one(id));
    }
    if (desk.model().chosen().lead() == id) {
      region.requestFocus();
    }
    event.consume();
  }

  /** The keys that go from card to card. */
  private static boolean onCard(KeyEvent event, Region region, long id, Desk desk) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return false;
    }
    SegmentViewModel model = desk.model();
    List<Long> order = model.draft().order();
    int at = order.indexOf(id);
    switch (event.getCode()) {
      case UP -> go(order, at - 1, event.isShiftDown(), model);
      case DOWN -> go(order, at + 1, event.isShiftDown(), model);
      case LEFT -> model.draft()
          .parent(id)
          .filter(block -> block.id() != Draft.ROOT)
          .ifPresent(block -> model.choose(Chosen.one(block.id())));
      case RIGHT -> model.draft()
          .block(id)
          .filter(block -> !block.children().isEmpty())
          .ifPresent(block -> model.choose(Chosen.one(block.children().getFirst().id())));
      case ENTER -> firstControl(region);
      case INSERT, PLUS, ADD -> Adding.below(desk, region);
      case CONTEXT_MENU -> model.draft()
          .find(id)
          .ifPresent(card -> menu(card, desk).show(region, javafx.geometry.Side.BOTTOM, 24, 0));
      case DELETE, BACK_SPACE -> desk.cards().remove(desk.cards().around(id));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void go(List<Long> order, int to, boolean more, SegmentViewModel model) {
    if (to >= 0 && to < order.size()) {
      model.choose(more ? model.chosen().upTo(order.get(to), model.draft()) : Chosen.one(order.get(to)));
    }
  }

  private static void firstControl(Region region) {
    for (Node node : region.lookupAll("*")) {
      if (node != region && node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
        node.requestFocus();
        return;
      }
    }
  }

  private static boolean inCard(KeyEvent event, Region region, long id, Desk desk) {
    if (event.getCode() == KeyCode.ESCAPE) {
      region.requestFocus();
      return true;
    }
    boolean typing = event.getTarget() instanceof TextInputControl;
    boolean clipboard = event.getCode() == KeyCode.C || event.getCode() == KeyCode.X
        || event.getCode() == KeyCode.V
        || event.getCode() == KeyCode.A;
    return !(typing && clipboard) && act(event, id, desk);
  }

  private static boolean act(KeyEvent event, long id, Desk desk) {
    CardEdits cards = desk.cards();
    KeyCode code = event.getCode();
    if (event.isAltDown() && code == KeyCode.UP) {
      cards.moveUp(cards.around(id));
    } else if (event.isAltDown() && code == KeyCode.DOWN) {
      cards.moveDown(cards.around(id));
    } else if (!event.isShortcutDown()) {
      return false;
    } else if (code == KeyCode.G && event.isShiftDown()) {
      cards.unwrap(id);
    } else if (code == KeyCode.G) {
      cards.group(cards.around(id));
    } else if (code == KeyCode.J) {
      cards.joinOtherWay(id);
    } else if (code == KeyCode.D) {
      cards.duplicate(cards.around(id));
    } else if (code == KeyCode.E) {
      cards.exclude(cards.around(id));
    } else if (code == KeyCode.A) {
      cards.chooseMore();
    } else if (code == KeyCode.C) {
      copy(desk, cards.around(id));
    } else if (code == KeyCode.X) {
      List<Long> ids = cards.around(id);
      if (copy(desk, ids)) {
        cards.remove(ids);
      }
    } else {
      return false;
    }
    return true;
  }

  /** Puts cards on the clipboard; false when none of them says anything yet. */
  private static boolean copy(Desk desk, List<Long> ids) {
    return desk.cards()
        .copied(ids)
        .map(json -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(json);
          return Clipboard.getSystemClipboard().setContent(content);
        })
        .orElse(false);
  }

  static ContextMenu menu(Card card, Desk desk) {
    CardEdits cards = desk.cards();
    long id = card.id();
    boolean excluded = BlockWords.excluded(card);
    List<Long> ids = cards.around(id);
    ContextMenu menu = new ContextMenu(
        item(desk, desk.text("builder.card.up"), "Alt+Up", () -> cards.moveUp(ids)),
        item(desk, desk.text("builder.card.down"), "Alt+Down", () -> cards.moveDown(ids)),
        new SeparatorMenuItem(),
        item(desk, desk.text("builder.card.copy"), "Shortcut+C", () -> copy(desk, ids)),
        item(desk, desk.text("builder.card.duplicate"), "Shortcut+D", () -> cards.duplicate(ids)),
        item(desk, desk.text("builder.card.wrap"), "Shortcut+G", () -> cards.group(ids)),
        item(desk, desk.text(excluded ? "builder.card.include" : "builder.card.exclude"), "Shortcut+E",
            () -> cards.exclude(ids)));
    if (card instanceof Card.Block && !excluded) {
      menu.getItems()
          .add(item(desk, desk.text("builder.card.unwrap"), "Shortcut+Shift+G", () -> cards.unwrap(id)));
    }
    menu.getItems()
        .addAll(new SeparatorMenuItem(),
            item(desk, desk.text("builder.card.remove"), KeyCode.DELETE.getName(), () -> cards.remove(ids)));
    return menu;
  }

  private static MenuItem item(Desk desk, String text, String key, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setAccelerator(new NamedKeys(KeyCombination.valueOf(key), desk));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
