package app.parcelle.ui.segment;

import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.converter.LocalDateStringConverter;

/** Where a person chooses or types a value of a criterion. */
final class Inputs {
  /** How long typing has to rest before it counts as an edit. */
  static final Duration TYPING = Duration.millis(150);

  private static final double DAY = 128;

  /** A group of a menu that is longer is a menu of its own. */
  private static final int MANY = 10;

  /** In a menu that would have more lines, headings and all, every group but the first is a menu of its own. */
  private static final int SCREENFUL = 22;

  private Inputs() {}

  /** A choice among values, such as an operator, as wide as the one chosen; the action is called when it changes. */
  static <T> MenuButton choice(List<T> values, T chosen, Function<T, String> name, Consumer<T> change) {
    MenuButton button = new MenuButton(name.apply(chosen));
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("choice");
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      RadioMenuItem item = new RadioMenuItem(name.apply(value));
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(value.equals(chosen));
      item.setOnAction(_ -> {
        button.setText(item.getText());
        change.accept(value);
      });
      button.getItems().add(item);
    }
    return button;
  }

  /** A {@link #choice} among many, under headings; values of a heading stand together. */
  static <T> MenuButton grouped(List<T> values, T chosen, Function<T, String> heading,
      Function<T, String> name,
      Consumer<T> change) {
    MenuButton button = choice(values, chosen, name, change);
    List<MenuItem> items = List.copyOf(button.getItems());
    Map<String, List<MenuItem>> groups = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      groups.computeIfAbsent(heading.apply(values.get(i)), _ -> new ArrayList<>()).add(items.get(i));
    }
    button.getItems().clear();
    boolean tall = items.size() + groups.size() > SCREENFUL;
    groups.forEach((words, group) -> {
      boolean first = button.getItems().isEmpty();
      if (group.size() > MANY || (tall && !first && group.size() > 1)) {
        Menu inner = new Menu(words);
        inner.setMnemonicParsing(false);
        inner.getItems().setAll(group);
        button.getItems().add(inner);
      } else {
        button.getItems().add(heading(words));
        button.getItems().addAll(group);
      }
    });
    return button;
  }

  private static MenuItem heading(String words) {
    MenuItem heading = new MenuItem(words);
    heading.setMnemonicParsing(false);
    heading.setDisable(true);
    heading.getStyleClass().add("menu-heading");
    return heading;
  }

  /** Shows another value of a {@link #choice} as the one chosen; a value that is not offered leaves it as it is. */
  static void choose(MenuButton choice, int index) {
    List<RadioMenuItem> items = choice.getItems()
        .stream()
        .filter(RadioMenuItem.class::isInstance)
        .map(RadioMenuItem.class::cast)
        .toList();
    if (index >= 0 && index < items.size()) {
      items.get(index).setSelected(true);
      choice.setText(items.get(index).getText());
    }
  }

  /** A day, typed or picked in a calendar, as it is written in the language of the desk. */
  static DatePicker day(LocalDate start, Desk desk) {
    DatePicker picker = new DatePicker(start);
    picker.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, desk.texts().locale(), null));
    picker.setPrefWidth(DAY);
    picker.setMinWidth(DAY);
    picker.setAccessibleText(desk.text("builder.date.day"));
    return picker;
  }

  /** A field whose text counts once typing rests, or at once on Enter and when the field is left. */
  static TextField field(String text, double width, Consumer<String> change) {
    TextField field = new TextField(text);
    field.setPrefWidth(width);
    field.setMinWidth(width);
    field.setMaxWidth(width);
    PauseTransition rest = new PauseTransition(TYPING);
    rest.setOnFinished(_ -> change.accept(field.getText()));
    field.textProperty().addListener((_, _, _) -> {
      if (field.isFocused()) {
        rest.playFromStart();
      }
    });
    Runnable now = () -> {
      if (rest.getStatus() == Animation.Status.RUNNING) {
        rest.stop();
        change.accept(field.getText());
      }
    };
    field.setOnAction(_ -> now.run());
    field.focusedProperty().addListener((_, _, focused) -> {
      if (!focused) {
        now.run();
      }
    });
    return field;
  }
}
