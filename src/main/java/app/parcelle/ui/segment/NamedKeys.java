package app.parcelle.ui.segment;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys under the names that they have in the person's language; JavaFX knows the English ones only. */
final class NamedKeys extends KeyCombination {
  private final KeyCombination keys;
  private final Desk desk;

  NamedKeys(KeyCombination keys, Desk desk) {
    this.keys = keys;
    this.desk = desk;
  }

  @Override
  public boolean match(KeyEvent event) {
    return keys.match(event);
  }

  @Override
  public String getName() {
    return keys.getName();
  }

  @Override
  public String getDisplayText() {
    return keys.getDisplayText()
        .replace("Shift", desk.text("builder.key.shift"))
        .replace("Delete", desk.text("builder.key.delete"));
  }
}
