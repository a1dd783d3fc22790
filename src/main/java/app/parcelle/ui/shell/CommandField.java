package app.parcelle.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.shell.Commands.Command;
import app.parcelle.ui.theme.Parts;

/** The field at the top, and under it the list of what its words find. */
final class CommandField extends StackPane {
  private static final double WIDTH = 520;
  private static final double ROW = 32;
  private static final int LINES = 9;

  private final TextField field = new TextField();
  private final ListView<Command> found = new ListView<>();
  private final VBox list = new VBox(found);
  private final Commands commands;

  CommandField(Commands commands, Texts texts) {
    this.commands = commands;
    getStyleClass().add("command-field");
    setMinWidth(220);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    field.setId("command-field");
    field.setPromptText(texts.text("shell.search"));
    field.setAccessibleText(texts.text("shell.search"));
    Label hint = new Label(texts.text("shell.search.key"));
    hint.getStyleClass().add("key-hint");
    hint.setMouseTransparent(true);
    StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
    StackPane.setMargin(hint, new javafx.geometry.Insets(0, 8, 0, 0));
    getChildren().addAll(field, hint);
    fillList(texts);
    field.textProperty().addListener((_, _, _) -> search());
    field.focusedProperty().addListener((_, _, focused) -> {
      if (focused) {
        search();
      } else {
        close();
      }
    });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void fillList(Texts texts) {
    list.setId("command-list");
    list.getStyleClass().add("command-list");
    list.setVisible(false);
    list.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    found.setFocusTraversable(false);
    found.setFixedCellSize(ROW);
    Label nothing = new Label(texts.text("shell.search.nothing"));
    nothing.getStyleClass().add("muted");
    found.setPlaceholder(nothing);
    found.setCellFactory(_ -> new Line());
  }

  /** The list; to be laid over the window, under the field. */
  Region list() {
    return list;
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  private void search() {
    String query = field.getText();
    found.getItems().setAll(commands.search(query, 50));
    found.getSelectionModel().selectFirst();
    found.scrollTo(0);
    fit();
    list.setVisible(field.isFocused());
    commands.customers(query, customers -> {
      if (query.equals(field.getText())) {
        List<String> there = found.getItems().stream().map(Command::id).toList();
        found.getItems().addAll(customers.stream().filter(one -> !there.contains(one.id())).toList());
        if (found.getSelectionModel().isEmpty()) {
          found.getSelectionModel().selectFirst();
        }
        fit();
      }
    });
  }

  private void fit() {
    int lines = found.getItems().isEmpty() ? 2 : Math.min(found.getItems().size(), LINES);
    found.setPrefHeight(ROW * lines + 2);
  }

  private void close() {
    list.setVisible(false);
  }

  private void key(KeyEvent event) {
    boolean ours = true;
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case ENTER -> run(found.getSelectionModel().getSelectedItem());
      case ESCAPE -> leave();
      default -> ours = false;
    }
    if (ours) {
      event.consume();
    }
  }

  private void move(int step) {
    int next = Math.clamp(found.getSelectionModel().getSelectedIndex() + step, 0,
        Math.max(0, found.getItems().size() - 1));
    found.getSelectionModel().select(next);
    found.scrollTo(Math.max(0, next - LINES + 2));
  }

  private void run(@Nullable Command command) {
    if (command != null) {
      leave();
      commands.run(command);
    }
  }

  private void leave() {
    close();
    field.clear();
    close();
    getParent().requestFocus();
  }

  /** What is found, and in a word what it is. */
  private final class Line extends ListCell<Command> {
    private final Label label = Parts.given("");
    private final Label kind = Parts.chip("");
    private final HBox line = new HBox(label, kind);

    Line() {
      line.setAlignment(Pos.CENTER_LEFT);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      // as wide as the list, however long the name
      setPrefWidth(0);
      setOnMousePressed(event -> {
        run(getItem());
        event.consume();
      });
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
      } else {
        label.setText(command.label());
        label.getTooltip().setText(command.label());
        kind.setText(command.kind());
        setGraphic(line);
        setAccessibleText(command.label() + ", " + command.kind());
      }
    }
  }

  /** Keys that the field itself does not want. */
  static boolean opens(KeyEvent event) {
    return event.getCode() == KeyCode.K && event.isShortcutDown();
  }
}
