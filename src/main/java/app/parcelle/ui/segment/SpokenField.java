package app.parcelle.ui.segment;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.segment.DateCriterion;
import app.parcelle.ui.theme.Parts;

/** Days in the words of a person, and those that are asked for every day to click on. */
final class SpokenField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField field = new TextField();
  private final Label answer = Parts.wrapped("", "muted", "small");

  /**
   * @param understand gives what a phrase means
   * @param preset gives what a preset means here; empty when it means nothing
   * @param words says what has been understood
   * @param take called with what has been understood, on Enter or a click
   */
  <T> SpokenField(Desk desk, Function<String, Optional<T>> understand,
      Function<DateCriterion, Optional<T>> preset,
      Function<T, String> words, Consumer<T> take) {
    super(6);
    field.setPromptText(desk.text("builder.spoken.prompt"));
    field.setAccessibleText(desk.text("builder.spoken.name"));
    answer.setText(desk.text("builder.spoken.hint"));
    field.textProperty().addListener((_, _, text) -> {
      Optional<T> meant = text.isBlank() ? Optional.empty() : understand.apply(text);
      field.pseudoClassStateChanged(WRONG, !text.isBlank() && meant.isEmpty());
      answer.setText(text.isBlank()
          ? desk.text("builder.spoken.hint")
          : meant.map(found -> desk.text("builder.spoken.understood", words.apply(found)))
              .orElseGet(() -> desk.text("builder.spoken.unclear")));
    });
    field.setOnAction(_ -> understand.apply(field.getText()).ifPresent(take));
    FlowPane presets = new FlowPane(4, 4);
    presets.setPrefWrapLength(360);
    for (DayPresets one : DayPresets.ALL) {
      preset.apply(one.days()).ifPresent(meant -> {
        ToggleButton chip = new ToggleButton(desk.text(one.key())); // keys: builder.preset.*
        chip.getStyleClass().add("toggle-chip");
        chip.setOnAction(_ -> {
          chip.setSelected(false);
          take.accept(meant);
        });
        presets.getChildren().add(chip);
      });
    }
    getChildren().addAll(field, answer, presets);
    focusedProperty().subscribe(focused -> {
      if (focused) {
        field.requestFocus();
      }
    });
  }
}
