package app.parcelle.ui.segment;

import java.util.function.Supplier;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** A small window under a control, closed by Escape or a click beside it. */
final class Bubble {
  private final Popup popup = new Popup();

  private Bubble(Node content) {
    StackPane card = new StackPane(content);
    card.getStyleClass().addAll("bubble", "builder");
    card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        popup.hide();
        event.consume();
      }
    });
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setHideOnEscape(true);
  }

  /** Shows content under a control and gives it the keyboard. */
  static Bubble under(Node owner, Node content) {
    Bubble bubble = new Bubble(content);
    Bounds bounds = owner.localToScreen(owner.getLayoutBounds());
    bubble.popup.show(owner, bounds.getMinX() - 8, bounds.getMaxY() - 2);
    content.requestFocus();
    return bubble;
  }

  /** Makes a button open a bubble, whose content is built when it is needed. */
  static void on(Button button, Supplier<? extends Node> content) {
    button.setOnAction(_ -> under(button, content.get()));
  }

  void onHidden(Runnable then) {
    popup.setOnHidden(_ -> then.run());
  }

  void hide() {
    popup.hide();
  }
}
