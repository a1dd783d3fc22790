package app.parcelle.ui.library;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/** Carries segments or a folder over the screen to a folder, by JavaFX's own press-drag-release gesture. */
final class Carrying {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final Pane layer = new Pane();
  private final Label ghost = new Label();
  private Load load = new Load(List.of(), "");

  /**
   * What is carried.
   *
   * @param segments ids; none where a folder is carried
   * @param folder a path; empty where segments are carried
   */
  record Load(List<String> segments, String folder) {
    boolean isNothing() {
      return segments.isEmpty() && folder.isEmpty();
    }
  }

  Carrying() {
    layer.setMouseTransparent(true);
    ghost.getStyleClass().add("drag-ghost");
    ghost.setVisible(false);
    ghost.setManaged(false);
    layer.getChildren().add(ghost);
  }

  /** Lies over the whole screen and shows what is carried. */
  Pane layer() {
    return layer;
  }

  void from(Node source, Supplier<Load> what, Supplier<String> name) {
    source.addEventHandler(MouseEvent.DRAG_DETECTED, event -> {
      Load picked = what.get();
      if (event.getButton() == MouseButton.PRIMARY && !picked.isNothing()) {
        load = picked;
        ghost.setText(name.get());
        source.startFullDrag();
        event.consume();
      }
    });
    source.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::follow);
    source.addEventHandler(MouseDragEvent.MOUSE_DRAG_DONE, _ -> drop());
  }

  void to(Node target, Consumer<Load> taken) {
    target.addEventHandler(MouseDragEvent.MOUSE_DRAG_ENTERED,
        _ -> target.pseudoClassStateChanged(TARGET, !load.isNothing()));
    target.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED,
        _ -> target.pseudoClassStateChanged(TARGET, false));
    target.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, event -> {
      Load dropped = load;
      target.pseudoClassStateChanged(TARGET, false);
      drop();
      if (!dropped.isNothing()) {
        taken.accept(dropped);
        event.consume();
      }
    });
  }

  private void drop() {
    load = new Load(List.of(), "");
    ghost.setVisible(false);
  }

  private void follow(MouseEvent event) {
    if (!load.isNothing()) {
      Point2D at = layer.sceneToLocal(event.getSceneX(), event.getSceneY());
      ghost.setVisible(true);
      ghost.autosize();
      ghost.relocate(Math.rint(at.getX() + 12), Math.rint(at.getY() + 8));
    }
  }
}
