package app.parcelle.ui.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** One place of the workbench: what stands right of the rail. Built once for an open project, on the JavaFX thread. */
public interface Screen {
  /** The whole area between the rail and the window's right edge, side panels included; asked again after a relabel. */
  Region view();

  /** Called each time it comes to the front, and when the project has changed while it is there. */
  void shown();

  /** Called instead of {@link #shown()} when something was asked of it: a draft to open, files to import. */
  default void arrive(Place place) {
    shown();
  }

  /**
   * Builds its view anew in the language that {@link Workbench#texts()} now speaks, and keeps what the person was doing.
   *
   * @return false when it cannot; the screen is then built anew
   */
  default boolean relabel() {
    return false;
  }

  /** Undoes the last step within the screen (an edit of a draft); false when there is none, and the project's is undone. */
  default boolean undo() {
    return false;
  }

  default boolean redo() {
    return false;
  }

  /** Whether {@link #undo()} would undo something. */
  default ObservableValue<Boolean> undoable() {
    return new ReadOnlyBooleanWrapper(false);
  }

  /** Whether {@link #redo()} would do something again. */
  default ObservableValue<Boolean> redoable() {
    return new ReadOnlyBooleanWrapper(false);
  }

  /** What can be done here and now, for the field at the top. */
  default List<Action> actions() {
    return List.of();
  }

  /** @param key of the words for it */
  record Action(String key, Runnable run) {}
}
