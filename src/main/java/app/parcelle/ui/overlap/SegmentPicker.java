package app.parcelle.ui.overlap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Filings;
import app.parcelle.engine.table.Folding;
import app.parcelle.ui.theme.Parts;

/** The saved segments by folder, each to be ticked, with a search. */
final class SegmentPicker extends VBox {
  private final OverlapViewModel model;
  private final OverlapWords words;
  private final TextField search = new TextField();
  private final VBox list = new VBox(2);
  private final Label remark = Parts.wrapped("", "small", "muted");
  private final Map<String, CheckBox> boxes = new HashMap<>();

  SegmentPicker(OverlapViewModel model, OverlapWords words) {
    super(8);
    this.model = model;
    this.words = words;
    getStyleClass().addAll("side-panel", "left");
    search.setPromptText(words.text("overlap.search"));
    search.setAccessibleText(words.text("overlap.search"));
    search.textProperty().subscribe(this::build);
    getChildren().addAll(Parts.label(words.text("overlap.choose"), "heading"), search,
        Parts.scrolling(list, 11), remark);
  }

  Subscription follow() {
    build();
    return model.chosen().subscribe(this::tick);
  }

  /** The segments and folders that there are now. */
  void build() {
    boxes.clear();
    list.getChildren().clear();
    String wanted = Folding.fold(search.getText());
    Filings filings = model.view().filings();
    add("", wanted, filings);
    filings.allFolders().forEach(folder -> add(folder, wanted, filings));
    if (list.getChildren().isEmpty()) {
      list.getChildren()
          .add(Parts.wrapped(
              words.text(model.segments().isEmpty() ? "overlap.no-segments" : "overlap.nothing-found"),
              "muted"));
    }
    tick();
  }

  private void add(String folder, String wanted, Filings filings) {
    List<SavedSegment> inside = model.segments()
        .stream()
        .filter(saved -> filings.of(saved.id()).folder().equals(folder))
        .filter(saved -> Folding.fold(saved.segment().name()).contains(wanted))
        .toList();
    if (!inside.isEmpty() && !folder.isEmpty()) {
      list.getChildren().add(Parts.given(folder.replace("/", " / "), "section-label"));
    }
    inside.forEach(saved -> list.getChildren().add(box(saved)));
  }

  private CheckBox box(SavedSegment saved) {
    CheckBox box = new CheckBox(saved.segment().name());
    box.setId("overlap-" + saved.id());
    box.setMnemonicParsing(false);
    box.setWrapText(true);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add("segment-choice");
    box.setOnAction(_ -> model.choose(saved.id(), box.isSelected()));
    boxes.put(saved.id(), box);
    return box;
  }

  private void tick() {
    boxes.forEach((id, box) -> {
      box.setSelected(model.chosen().contains(id));
      box.setDisable(!box.isSelected() && !model.room());
    });
    remark.setText(words.text("overlap.chosen", model.chosen().size(), Overlap.MOST));
  }
}
