package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** Chooses the day to compare with: none, a month, a quarter or a year before the day of the counts, or any other. */
final class SinceField extends HBox {
  private final ComboBox<Choice> choices = new ComboBox<>();
  private final DatePicker day = new DatePicker();

  /** What can be chosen. */
  private enum Choice {
    NONE, MONTH, QUARTER, YEAR, DAY
  }

  /** @param then told of the day; null for none */
  SinceField(Desk desk, Consumer<@Nullable LocalDate> then) {
    super(6);
    getStyleClass().add("since");
    choices.getItems().setAll(Choice.values());
    choices.setValue(Choice.NONE);
    choices.setAccessibleText(desk.text("audience.since.title"));
    choices.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable Choice choice) {
        return choice == null
            ? ""
            : desk.text("audience.since." + choice.name().toLowerCase(Locale.ROOT)); // keys: audience.since.*
      }

      @Override
      public Choice fromString(String text) {
        return Choice.NONE;
      }
    });
    day.setPrefWidth(130);
    day.setAccessibleText(desk.text("audience.since.day"));
    AudienceView.present(day, false);
    getChildren().setAll(choices, day);
    choices.valueProperty().subscribe((_, choice) -> {
      AudienceView.present(day, choice == Choice.DAY);
      LocalDate today = desk.today();
      then.accept(switch (choice) {
        case NONE -> null;
        case MONTH -> today.minusMonths(1);
        case QUARTER -> today.minusMonths(3);
        case YEAR -> today.minusYears(1);
        case DAY -> day.getValue();
      });
    });
    day.valueProperty().subscribe((_, chosen) -> {
      if (choices.getValue() == Choice.DAY) {
        then.accept(chosen);
      }
    });
  }
}
