package app.parcelle.ui.segment;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** The keys that work anywhere in the builder. */
record BuilderKeys(Desk desk, Notices notices, PaletteView palette, Node middle) {

  void on(Node screen) {
    screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      boolean typing = event.getTarget() instanceof TextInputControl;
      if (pressed(event, typing)) {
        event.consume();
      }
    });
    screen.addEventHandler(KeyEvent.KEY_TYPED, event -> {
      boolean typing = event.getTarget() instanceof TextInputControl;
      if (!typing && event.getCharacter().equals("?")) {
        sheet();
        event.consume();
      } else if (!typing && event.getCharacter().equals("/")) {
        palette.requestFocus();
        event.consume();
      }
    });
  }

  private boolean pressed(KeyEvent event, boolean typing) {
    if (event.getCode() == KeyCode.F1) {
      sheet();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.S) {
      desk.model().save();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.V && !typing) {
      paste(Clipboard.getSystemClipboard().getString());
    } else {
      return false;
    }
    return true;
  }

  /** Puts what was copied in a builder below the chosen card. */
  void paste(@org.jspecify.annotations.Nullable String copied) {
    if (copied == null || copied.isBlank()) {
      notices.say(Message.of("builder.said.nothingToPaste"));
      return;
    }
    try {
      desk.cards().paste(copied, desk.fields());
    } catch (Problem _) {
      // any other text may be on the clipboard
      notices.say(Message.of("builder.said.notASegment"));
    }
  }

  void sheet() {
    Bubble.over(middle, new Shortcuts(desk));
  }
}
