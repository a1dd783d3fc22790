package app.parcelle.ui.segment;

import java.util.function.Supplier;

import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.WindowEvent;

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
    bubble.closeAt(owner);
    content.requestFocus();
    return bubble;
  }

  /** Shows content over the middle of an area and gives it the keyboard. */
  static Bubble over(Node area, Node content) {
    Bubble bubble = new Bubble(content);
    Bounds bounds = area.localToScreen(area.getLayoutBounds());
    bubble.popup.setOnShown(_ -> {
      bubble.popup.setX(bounds.getCenterX() - bubble.popup.getWidth() / 2);
      bubble.popup.setY(bounds.getCenterY() - bubble.popup.getHeight() / 2);
    });
    bubble.popup.show(area, bounds.getCenterX(), bounds.getMinY());
    content.requestFocus();
    return bubble;
  }

  /** A press on the control it hangs from closes it, and does not open another. */
  private void closeAt(Node owner) {
    EventHandler<MouseEvent> close = event -> {
      popup.hide();
      event.consume();
    };
    owner.addEventFilter(MouseEvent.MOUSE_PRESSED, close);
    popup.addEventHandler(WindowEvent.WINDOW_HIDDEN,
        _ -> owner.removeEventFilter(MouseEvent.MOUSE_PRESSED, close));
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
