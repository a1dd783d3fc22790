package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Sentence;

/** The rule as a sentence, always in sight. */
final class SentenceView extends StackPane {
  private final Desk desk;
  private final TextFlow flow = new TextFlow();

  SentenceView(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "accented", "sentence");
    setMinHeight(USE_PREF_SIZE);
    flow.setLineSpacing(3);
    getChildren().add(flow);
  }

  void show(Segment segment) {
    List<Text> texts = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    if (segment.rule() == null) {
      texts.add(text(desk.text("builder.sentence.empty"), "muted"));
    } else {
      for (Sentence.Span span : desk.sentence(segment)) {
        texts.add(switch (span.emphasis()) {
          case PLAIN -> text(span.text(), "plain");
          case STRONG -> text(span.text(), "strong");
          case EXCLUSION -> text(span.text(), "exclusion");
        });
        said.append(span.text());
      }
    }
    flow.getChildren().setAll(texts);
    flow.setAccessibleText(said.toString());
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }
}
