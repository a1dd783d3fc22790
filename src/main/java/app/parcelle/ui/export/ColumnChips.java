package app.parcelle.ui.export;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.segment.Field;
import app.parcelle.ui.theme.Parts;

/**
 * The columns of the list as chips, in order. A chip is dragged to its place, or moved and taken out by the menu that a click
 * opens, or by Alt with an arrow and Delete.
 */
final class ColumnChips extends VBox {
  private static final double HIGHEST = 132;

  private final ExportViewModel model;
  private final Texts texts;
  private final FlowPane chips = new FlowPane(6, 6);
  private final AddColumn add;
  private final InvalidationListener change = _ -> show();

  ColumnChips(ExportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.add = new AddColumn(model, texts);
    chips.getStyleClass().add("column-chips");
    ScrollPane scroll = new ScrollPane(chips);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.setMaxHeight(HIGHEST);
    setSpacing(8);
    getChildren().setAll(Parts.label(texts.text("exports.columns"), "heading"), scroll);
    model.columns().addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    chips.getChildren().clear();
    model.columns().forEach(field -> chips.getChildren().add(chip(field, model.heading(field))));
    chips.getChildren().add(add);
  }

  private Button chip(Field field, String name) {
    Button chip = new Button(name, new FontIcon(Feather.MENU));
    chip.setId("column-" + field.id());
    chip.getStyleClass().addAll("chip", "column-chip");
    chip.setMnemonicParsing(false);
    chip.setMaxWidth(220);
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setAccessibleText(texts.text("exports.column.of", name, model.columns().indexOf(field) + 1));
    ContextMenu menu = menu(field);
    chip.setContextMenu(menu);
    chip.setOnAction(_ -> menu.show(chip, javafx.geometry.Side.BOTTOM, 0, 4));
    chip.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, field));
    drag(chip, field);
    return chip;
  }

  private ContextMenu menu(Field field) {
    MenuItem left = new MenuItem(texts.text("exports.column.left"));
    left.setOnAction(_ -> moveBy(field, -1));
    MenuItem right = new MenuItem(texts.text("exports.column.right"));
    right.setOnAction(_ -> moveBy(field, 1));
    MenuItem remove = new MenuItem(texts.text("exports.column.remove"));
    remove.setOnAction(_ -> model.remove(field));
    ContextMenu menu = new ContextMenu(left, right, remove);
    menu.setOnShowing(_ -> {
      int at = model.columns().indexOf(field);
      left.setDisable(at <= 0);
      right.setDisable(at >= model.columns().size() - 1);
      remove.setDisable(model.columns().size() == 1);
    });
    return menu;
  }

  private void key(KeyEvent event, Field field) {
    boolean ours = true;
    switch (event.getCode()) {
      case DELETE, BACK_SPACE -> model.remove(field);
      case LEFT -> ours = event.isAltDown() && moveBy(field, -1);
      case RIGHT -> ours = event.isAltDown() && moveBy(field, 1);
      default -> ours = false;
    }
    if (ours) {
      event.consume();
    }
  }

  private boolean moveBy(Field field, int step) {
    model.move(field, model.columns().indexOf(field) + step);
    lookup(field).requestFocus();
    return true;
  }

  private javafx.scene.Node lookup(Field field) {
    return chips.getChildren().get(model.columns().indexOf(field));
  }

  private void drag(Button chip, Field field) {
    chip.setOnDragDetected(event -> {
      chip.startFullDrag();
      chip.setUserData(field);
      chip.getStyleClass().add("dragged");
      event.consume();
    });
    chip.setOnMouseReleased(_ -> chip.getStyleClass().remove("dragged"));
    chip.setOnMouseDragEntered(event -> {
      if (dragged(event) != null && event.getGestureSource() != chip) {
        chip.getStyleClass().add("drop-here");
      }
    });
    chip.setOnMouseDragExited(_ -> chip.getStyleClass().remove("drop-here"));
    chip.setOnMouseDragReleased(event -> {
      Field moved = dragged(event);
      if (moved != null) {
        model.move(moved, model.columns().indexOf(field));
      }
    });
  }

  private static @org.jspecify.annotations.Nullable Field dragged(MouseDragEvent event) {
    return event.getGestureSource() instanceof Button source && source.getUserData() instanceof Field field
        ? field
        : null;
  }
}
