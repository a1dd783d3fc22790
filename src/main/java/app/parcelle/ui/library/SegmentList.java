package app.parcelle.ui.library;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.segment.Filing;
import app.parcelle.ui.theme.Parts;

/** The segments shown, of which several can be chosen. Enter or a double click opens one, Delete deletes those chosen. */
final class SegmentList extends ListView<SavedSegment> {
  private static final int TAGS = 3;

  private final LibraryViewModel model;
  private final Texts texts;
  private final Carrying carrying;
  private final LibraryWays ways;

  SegmentList(LibraryViewModel model, Texts texts, Carrying carrying, LibraryWays ways) {
    this.model = model;
    this.texts = texts;
    this.carrying = carrying;
    this.ways = ways;
    setId("library-segments");
    setAccessibleText(texts.text("library.segments"));
    setItems(model.shown());
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setCellFactory(_ -> new Cell());
    Label nothing = Parts.wrapped("", "muted");
    nothing.setText(texts.text(
        model.present().get().segments().isEmpty() ? "library.empty" : "library.nothing-found"));
    setPlaceholder(nothing);
    VBox.setVgrow(this, Priority.ALWAYS);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  List<SavedSegment> chosen() {
    return getSelectionModel().getSelectedItems().stream().filter(java.util.Objects::nonNull).toList();
  }

  private void key(KeyEvent event) {
    List<SavedSegment> chosen = chosen();
    if (chosen.isEmpty()) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      ways.open(chosen.getFirst());
    } else if (event.getCode() == KeyCode.DELETE) {
      model.delete(chosen);
    } else {
      return;
    }
    event.consume();
  }

  /** A segment: its name and folder, tags, size and when it was changed. */
  private final class Cell extends ListCell<SavedSegment> {
    private final Label name = Parts.given("", "heading");
    private final Label folder = Parts.given("", "small", "muted");
    private final HBox tags = new HBox(4);
    private final Label count = Parts.fixed("", "figure", "library-count");
    private final Label changed = Parts.fixed("", "small", "muted", "library-date");
    private final HBox line;

    Cell() {
      setPrefWidth(0);
      VBox words = new VBox(1, name, folder);
      words.setMinWidth(0);
      words.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(words, Priority.ALWAYS);
      tags.setMinWidth(0);
      line = Parts.line(10, words, tags, count, changed);
      carrying.from(this,
          () -> new Carrying.Load(chosen().stream().map(SavedSegment::id).toList(), ""),
          () -> texts.text("library.carried", chosen().getFirst().segment().name(), chosen().size() - 1));
      setOnMouseClicked(event -> {
        if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && getItem() != null) {
          ways.open(getItem());
        }
      });
    }

    @Override
    protected void updateItem(@Nullable SavedSegment saved, boolean empty) {
      super.updateItem(saved, empty);
      if (empty || saved == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Filing filing = model.filing(saved);
      name.setText(saved.segment().name());
      name.getTooltip().setText(saved.segment().name());
      folder.setText(filing.folder().replace("/", " / "));
      folder.setVisible(!filing.folder().isEmpty());
      folder.setManaged(folder.isVisible());
      tags.getChildren()
          .setAll(filing.tags().stream().limit(TAGS).map(tag -> Parts.chip(tag)).toList());
      Integer n = model.counts().get(saved.id());
      count.setText(n == null ? "" : n < 0 ? "–" : texts.text("library.number", n));
      changed.setText(filing.changed() == null ? "" : ways.day(filing.changed()));
      setGraphic(line);
      setAccessibleText(
          String.join(", ", name.getText(), folder.getText(), count.getText(), changed.getText()));
    }
  }
}
