package app.parcelle.ui.segment;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.parcelle.ui.segment.Card.Block;
import app.parcelle.ui.segment.Card.Row;
import app.parcelle.ui.segment.Dragging.Load;

/** Where in a block what is carried can be put down, and the sign that shows where it would go. */
final class DropPlaces {
  /** The part of a criterion's height, at its middle, where something is put on it rather than beside it. */
  private static final double ONTO = 0.4;

  /** A place in a block. */
  sealed interface Spot {
    /** Before the card that is there now. */
    record Before(int index) implements Spot {}

    /** On that card, to make a block of both. */
    record Onto(int index) implements Spot {}
  }

  private final VBox cards;
  private final Region line = new Region();

  DropPlaces(VBox cards) {
    this.cards = cards;
    line.getStyleClass().add("insertion-line");
    line.setManaged(false);
    line.setVisible(false);
    line.setMouseTransparent(true);
  }

  Region line() {
    return line;
  }

  /** The place at a height of the scene. */
  Spot at(Block block, Load load, double sceneY) {
    double y = cards.sceneToLocal(0, sceneY).getY();
    List<Card> children = block.children();
    for (int i = 0; i < children.size(); i++) {
      Bounds bounds = cards.getChildren().get(i).getBoundsInParent();
      double part = (y - bounds.getMinY()) / bounds.getHeight();
      if (children.get(i) instanceof Row && Math.abs(part - 0.5) < ONTO / 2
          && !load.holds(children.get(i).id())) {
        return new Spot.Onto(i);
      }
      if (part < 0.5) {
        return new Spot.Before(i);
      }
    }
    return new Spot.Before(children.size());
  }

  void show(Spot spot, int count) {
    clear();
    switch (spot) {
      case Spot.Onto(int index) -> slot(index).pointed(true);
      case Spot.Before(int index) -> {
        double y = index == 0
            ? -5
            : cards.getChildren().get(Math.min(index, count) - 1).getBoundsInParent().getMaxY() + 3;
        line.resizeRelocate(0, y, cards.getWidth(), 3);
        line.setVisible(count > 0);
      }
    }
  }

  void clear() {
    line.setVisible(false);
    cards.getChildren().forEach(node -> {
      if (node instanceof Slot slot) {
        slot.pointed(false);
      }
    });
  }

  private Slot slot(int index) {
    return (Slot) cards.getChildren().get(index);
  }
}
