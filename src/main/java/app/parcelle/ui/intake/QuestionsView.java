package app.parcelle.ui.intake;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportPreview.Reading;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Asks how columns are to be read that can be read in two ways. Without an answer the first one is taken. */
final class QuestionsView extends VBox {
  /** So many names of columns are said. */
  private static final int NAMES = 3;

  private final ImportViewModel model;
  private final DataWords words;

  QuestionsView(ImportViewModel model, ImportPreview preview, DataWords words) {
    super(8);
    this.model = model;
    this.words = words;
    setId("questions");
    OpenQuestion.of(preview).forEach(open -> getChildren().add(question(open)));
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private VBox question(OpenQuestion open) {
    Wrapping answers = new Wrapping(answer(open.columns(), open.question().taken()),
        answer(open.columns(), open.question().other()));
    return Parts.notice("warning",
        Parts.wrapped(words.text("data.question", names(open.columns()), open.question().example()),
            "heading"),
        answers, Parts.wrapped(words.text("data.question.unasked"), "muted", "small"));
  }

  private String names(List<String> columns) {
    String first = String.join(", ", columns.subList(0, Math.min(NAMES, columns.size())));
    return columns.size() <= NAMES ? first : words.text("data.question.more", first, columns.size() - NAMES);
  }

  private Button answer(List<String> columns, Reading reading) {
    Button answer = Parts.button(words.of(reading), () -> model.reading(columns, reading.format()));
    answer.getStyleClass().add("answer");
    return answer;
  }
}
