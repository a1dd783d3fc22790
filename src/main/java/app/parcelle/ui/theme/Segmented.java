package app.parcelle.ui.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A choice of one among few, side by side; always one is chosen. Arrow keys move it. */
public final class Segmented<T> extends HBox {
  private final ObjectProperty<T> value;
  private final List<T> choices;
  private final List<ToggleButton> buttons = new ArrayList<>();

  /** @param choices at least one; the first is chosen */
  public Segmented(List<T> choices, Function<T, String> label) {
    this.choices = List.copyOf(choices);
    this.value = new SimpleObjectProperty<>(this.choices.getFirst());
    getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    for (T choice : this.choices) {
      ToggleButton button = new ToggleButton(label.apply(choice));
      button.setMnemonicParsing(false);
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setOnAction(_ -> choose(choice));
      button.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
      buttons.add(button);
    }
    buttons.getFirst().getStyleClass().add("first");
    buttons.getLast().getStyleClass().add("last");
    getChildren().setAll(buttons);
    value.addListener((_, _, _) -> show());
    show();
  }

  /** The choice made; may be bound both ways. */
  public ObjectProperty<T> valueProperty() {
    return value;
  }

  public T getValue() {
    return value.get();
  }

  /** Whether a choice can be made now. */
  public void offer(T choice, boolean possible) {
    buttons.get(choices.indexOf(choice)).setDisable(!possible);
  }

  private void choose(T choice) {
    value.set(choice);
    show();
  }

  private void show() {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(choices.get(i).equals(value.get()));
    }
  }

  private void move(KeyEvent event) {
    int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    int next = choices.indexOf(value.get()) + step;
    if (step != 0 && next >= 0 && next < choices.size() && !buttons.get(next).isDisabled()) {
      choose(choices.get(next));
      buttons.get(next).requestFocus();
      event.consume();
    }
  }
}
