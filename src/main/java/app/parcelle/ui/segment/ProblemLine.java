package app.parcelle.ui.segment;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.ui.theme.Parts;

/** Why the whole segment cannot be counted; not there when it can. */
final class ProblemLine extends VBox {
  private final Desk desk;
  private final Label text = Parts.wrapped("", "bad");

  ProblemLine(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("notice", "bad");
    getChildren().add(text);
    show(null);
  }

  void show(@Nullable Message problem) {
    text.setText(problem == null ? "" : desk.text(problem));
    setVisible(problem != null);
    setManaged(problem != null);
  }
}
