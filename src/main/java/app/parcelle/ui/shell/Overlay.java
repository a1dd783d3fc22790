package app.parcelle.ui.shell;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;

import app.parcelle.engine.message.BugReport;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** What lies over the window for a while: short remarks that go by themselves, and troubles that wait for an answer. */
final class Overlay extends StackPane {
  private static final Duration REMARK = Duration.seconds(4);

  private final ShellViewModel model;

  Overlay(ShellViewModel model) {
    this.model = model;
    setPickOnBounds(false);
    model.notice().addListener((_, _, message) -> {
      if (message != null) {
        remark(message);
      }
    });
    model.trouble().addListener((_, _, trouble) -> {
      if (trouble != null) {
        ask(trouble);
      }
    });
  }

  private void remark(Message message) {
    getChildren().removeIf(node -> node.getStyleClass().contains("toast"));
    Label words = new Label(model.texts().text(message));
    words.setWrapText(true);
    HBox toast = new HBox(words);
    toast.getStyleClass().add("toast");
    toast.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    toast.setMouseTransparent(true);
    StackPane.setAlignment(toast, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toast, new javafx.geometry.Insets(0, 0, 48, 0));
    getChildren().add(toast);
    PauseTransition wait = new PauseTransition(REMARK);
    wait.setOnFinished(_ -> getChildren().remove(toast));
    wait.play();
  }

  private void ask(Trouble trouble) {
    Texts texts = model.texts();
    VBox card = new VBox();
    card.getStyleClass().add("dialog-card");
    card.setMaxSize(520, USE_PREF_SIZE);
    Button close = new Button(texts.text("shell.trouble.close"));
    close.setId("close-trouble");
    close.getStyleClass().add("accent");
    HBox buttons = new HBox(8);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    switch (trouble) {
      case Trouble.Expected(Message message) -> card.getChildren()
          .addAll(title(texts.text("shell.trouble.expected")),
              words(texts.text(message)));
      case Trouble.Done(Message message) -> card.getChildren()
          .addAll(title(texts.text("shell.trouble.done")), words(texts.text(message)));
      case Trouble.Bug(BugReport report) -> {
        Button copy = new Button(texts.text("shell.trouble.copy"));
        copy.setOnAction(_ -> Clipboard.getSystemClipboard()
            .setContent(java.util.Map.of(DataFormat.PLAIN_TEXT, report.details())));
        buttons.getChildren().add(copy);
        card.getChildren()
            .addAll(title(texts.text("shell.trouble.bug")),
                words(texts.text("shell.trouble.bug.what", report.code())), details(report));
      }
    }
    buttons.getChildren().add(close);
    card.getChildren().add(buttons);
    show(card, close, buttons.getChildren());
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("title");
    title.setWrapText(true);
    return title;
  }

  private static Label words(String text) {
    Label words = new Label(text);
    words.setId("trouble-words");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  private static TextArea details(BugReport report) {
    TextArea details = new TextArea(report.details());
    details.setEditable(false);
    details.setPrefRowCount(8);
    details.getStyleClass().add("mono");
    return details;
  }

  /** What hangs open over the window would lie over the card, and take the first click on it. */
  private void closePopups() {
    List.copyOf(Window.getWindows())
        .stream()
        .filter(window -> window instanceof PopupWindow popup && popup.isAutoHide())
        .forEach(Window::hide);
  }

  private void show(VBox card, Button close, List<Node> buttons) {
    closePopups();
    StackPane scrim = new StackPane(card);
    scrim.getStyleClass().add("scrim");
    Node before = getScene() == null ? null : getScene().getFocusOwner();
    Runnable leave = () -> {
      if (before != null) {
        before.requestFocus();
      }
      getChildren().remove(scrim);
      model.trouble().set(null);
    };
    close.setOnAction(_ -> leave.run());
    scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        leave.run();
        event.consume();
      } else if (event.getCode() == KeyCode.TAB) {
        int next = (buttons.indexOf(getScene().getFocusOwner()) + 1) % buttons.size();
        buttons.get(next).requestFocus();
        event.consume();
      }
    });
    getChildren().removeIf(node -> node.getStyleClass().contains("scrim"));
    getChildren().add(scrim);
    close.requestFocus();
  }
}
