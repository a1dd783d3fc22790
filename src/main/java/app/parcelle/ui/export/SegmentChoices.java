package app.parcelle.ui.export;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.ui.theme.Parts;

/** The saved segments with their counts, each to be ticked. */
final class SegmentChoices extends VBox {
  private final ExportViewModel model;
  private final Texts texts;
  private final Map<String, CheckBox> boxes = new HashMap<>();
  private final Map<String, Label> figures = new HashMap<>();
  private final InvalidationListener change = _ -> show();

  SegmentChoices(ExportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("side-panel", "left");
    VBox list = new VBox(2);
    model.segments().forEach(segment -> list.getChildren().add(line(segment)));
    setSpacing(8);
    getChildren().setAll(Parts.label(texts.text("exports.segments"), "heading"), Parts.scrolling(list, 11),
        new PersonasChoice(model, texts), new PastExports(model, texts));
    model.chosen().addListener(new WeakInvalidationListener(change));
    model.counts().addListener(new WeakInvalidationListener(change));
    show();
  }

  private HBox line(SavedSegment segment) {
    String name = segment.segment().name();
    CheckBox box = new CheckBox(name);
    box.setId("segment-" + segment.id());
    box.setMnemonicParsing(false);
    box.setWrapText(true);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setOnAction(_ -> model.choose(segment.id(), box.isSelected()));
    Label figure = Parts.fixed("", "muted");
    boxes.put(segment.id(), box);
    figures.put(segment.id(), figure);
    HBox line = new HBox(8, box, figure);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("segment-choice");
    return line;
  }

  private void show() {
    boxes.forEach((id, box) -> box.setSelected(model.chosen().contains(id)));
    figures.forEach((id, figure) -> {
      Integer count = model.counts().get(id);
      figure.setText(count == null ? "" : count < 0 ? "—" : texts.text("exports.count", count));
    });
  }
}
