package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

/**
 * Carries a field or a card over the screen. It is JavaFX's full press-drag-release gesture rather than the system's drag and
 * drop: nothing leaves the window, and it works the same without a display.
 */
final class Dragging {
  /** What is carried. */
  sealed interface Load {
    /** Whether a card is carried. */
    boolean holds(long id);

    /** A new criterion. */
    record Fresh(Source source) implements Load {
      @Override
      public boolean holds(long id) {
        return false;
      }
    }

    /** Cards that move. */
    record Existing(List<Long> ids) implements Load {
      public Existing {
        ids = List.copyOf(ids);
      }

      @Override
      public boolean holds(long id) {
        return ids.contains(id);
      }
    }
  }

  private final Pane layer = new Pane();
  private final Label ghost = new Label();
  private final EventHandler<MouseEvent> followed = this::follow;
  private @Nullable Load load;
  private @Nullable Scene over;

  Dragging() {
    layer.setMouseTransparent(true);
    layer.setPickOnBounds(false);
    ghost.getStyleClass().add("drag-ghost");
    ghost.setVisible(false);
    ghost.setManaged(false);
    layer.getChildren().add(ghost);
  }

  /** Lies over the whole screen and shows what is carried. */
  Pane layer() {
    return layer;
  }

  /** What is carried now; null when nothing is. */
  @Nullable
  Load load() {
    return load;
  }

  /**
   * Lets a person pick something up at a handle.
   *
   * @param what null where there is nothing to pick up now
   */
  void from(Node handle, Supplier<? extends @Nullable Load> what, Supplier<String> name) {
    handle.setCursor(Cursor.OPEN_HAND);
    handle.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
      Load picked = event.getButton() == MouseButton.PRIMARY ? what.get() : null;
      if (picked != null && handle.getScene() != null) {
        load = picked;
        int more = load instanceof Load.Existing(List<Long> ids) ? ids.size() - 1 : 0;
        ghost.setText(more > 0 ? name.get() + " + " + more : name.get());
        handle.startFullDrag();
        over = handle.getScene();
        over.addEventFilter(MouseEvent.MOUSE_DRAGGED, followed);
        event.consume();
      }
    });
    handle.addEventHandler(MouseDragEvent.MOUSE_DRAG_DONE, _ -> drop());
  }

  /** Nothing is carried any more. */
  void drop() {
    load = null;
    ghost.setVisible(false);
    if (over != null) {
      over.removeEventFilter(MouseEvent.MOUSE_DRAGGED, followed);
      over = null;
    }
  }

  /** What lies under the mouse does not get the event: a slider there would move its thumb. */
  private void follow(MouseEvent event) {
    event.consume();
    Point2D at = layer.sceneToLocal(event.getSceneX(), event.getSceneY());
    ghost.setVisible(true);
    ghost.autosize();
    ghost.relocate(Math.rint(at.getX() + 12), Math.rint(at.getY() + 8));
  }
}
