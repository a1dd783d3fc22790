package app.parcelle.ui.segment;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import app.parcelle.engine.segment.Segment;
import app.parcelle.engine.segment.Sentence;

/** The rule as a sentence, always in sight. */
final class SentenceView extends StackPane {
  private static final double LINE = 20;
  private static final double HIGHEST = 160;

  private final Desk desk;
  private final TextFlow flow = new TextFlow();
  private final ScrollPane scroll = new ScrollPane(flow);

  SentenceView(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("card", "accented", "sentence");
    flow.setLineSpacing(3);
    // else a scroll pane is at least two lines high, and stands out above and below
    scroll.setMinHeight(0);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** As high as the sentence, unless it would leave no room for the rule: then it scrolls. */
  @Override
  protected double computePrefHeight(double width) {
    double frame = snappedTopInset() + snappedBottomInset();
    double text = flow.prefHeight(width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset());
    double around = scroll.snappedTopInset() + scroll.snappedBottomInset();
    return frame + around + snapSizeY(Math.clamp(text, LINE, HIGHEST)) + 1;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
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
    scroll.setVvalue(0);
    requestLayout();
  }

  private static Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    return text;
  }
}
