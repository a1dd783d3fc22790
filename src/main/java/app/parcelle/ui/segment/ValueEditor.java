package app.parcelle.ui.segment;

import java.util.List;

import javafx.scene.Node;

/** Where a person gives the values of one criterion. */
interface ValueEditor {
  /** The controls, from left to right; asked once. */
  List<Node> parts();

  /**
   * Shows the criterion as it is now, without disturbing what is being typed.
   *
   * @return false when it asks something that this editor has no controls for
   */
  boolean show(Card.Row row);

  /** Takes what a person has given. */
  interface Edits {
    /** @param continues part of the edit before, and undone with it */
    void replace(Card.Row row, boolean continues);
  }

  /** For criteria that need no value. */
  ValueEditor NONE = new ValueEditor() {
    @Override
    public List<Node> parts() {
      return List.of();
    }

    @Override
    public boolean show(Card.Row row) {
      return true;
    }
  };
}
