package app.parcelle.ui.segment;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.segment.Condition;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.segment.Measure;
import app.parcelle.engine.segment.Window;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;

/** The controls that questions about events are put together from. */
record EventParts(Desk desk) {

  /** Opens the window of events; its words are set by {@link #show(Button, Window)}. */
  Button window(TableVersion table, Supplier<Window> now, Consumer<Window> change) {
    Button button = new Button();
    button.setMnemonicParsing(false);
    button.getStyleClass().add("value");
    button.setMinWidth(Region.USE_PREF_SIZE);
    Bubble.on(button, () -> new WindowEditor(desk, table, now.get(), change));
    show(button, now.get());
    return button;
  }

  void show(Button window, Window now) {
    window.setText(WindowEditor.words(now, desk));
    window.setAccessibleText(desk.text("builder.window.title") + " " + window.getText());
  }

  /** Opens the tests that events have to meet. */
  Button where(TableVersion table, int step, Supplier<@Nullable Condition> now,
      Consumer<@Nullable Condition> change) {
    Button button = new Button();
    button.setMnemonicParsing(false);
    button.getStyleClass().add("chip");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(!WhereEditor.shows(now.get()));
    Bubble.on(button, () -> new WhereEditor(desk, table, step, now.get(), change));
    showWhere(button, table, now.get());
    return button;
  }

  void showWhere(Button where, TableVersion table, @Nullable Condition now) {
    List<Condition> tests = WhereEditor.tests(now);
    where.setText(tests.isEmpty()
        ? desk.text("builder.where.none")
        : desk.text("builder.where.some", tests.size(), table.name()));
    where.getStyleClass().remove("accent");
    if (!tests.isEmpty()) {
      where.getStyleClass().add("accent");
    }
  }

  /** What is measured, in a menu with headings. */
  MenuButton questions(List<EventQuestion> all, EventQuestion now, String name, Consumer<EventQuestion> ask) {
    MenuButton menu = Inputs.grouped(all, now,
        question -> desk.text("builder.event.group." + question.group()), // keys: builder.event.group.*
        question -> question.words(desk), ask);
    menu.setAccessibleText(desk.text("builder.event.measure", name));
    return menu;
  }

  /** The tables of events. */
  MenuButton tables(TableVersion now, Consumer<TableVersion> change) {
    List<TableVersion> all = desk.fields()
        .tables()
        .stream()
        .filter(table -> table.kind() == TableKind.EVENTS)
        .toList();
    MenuButton menu = Inputs.choice(all, now, TableVersion::name, change);
    menu.setAccessibleText(desk.text("builder.event.table"));
    return menu;
  }

  /** What is measured of it when nothing has been said. */
  static Condition.Measured counted(String table, Window window) {
    return new Condition.Measured(table, Measure.COUNT, null, window, null);
  }

  static Condition.Measured measured(Condition.Measured before, @Nullable Measure measure,
      @Nullable FieldRef property) {
    return new Condition.Measured(before.table(), measure == null ? Measure.COUNT : measure, property,
        before.window(), before.where());
  }
}
