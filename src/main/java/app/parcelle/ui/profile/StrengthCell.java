package app.parcelle.ui.profile;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.profile.Association;

/** A strength in a table; a dash where a column does not vary. */
final class StrengthCell extends TableCell<Association, Double> {
  private final ProfileWords words;

  StrengthCell(ProfileWords words) {
    this.words = words;
    getStyleClass().add("number");
  }

  @Override
  protected void updateItem(@Nullable Double strength, boolean empty) {
    super.updateItem(strength, empty);
    setText(empty || strength == null ? null : strength.isNaN() ? "–" : words.strength(strength));
  }
}
