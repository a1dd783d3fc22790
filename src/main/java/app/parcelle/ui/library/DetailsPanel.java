package app.parcelle.ui.library;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.overlap.Overlap;
import app.parcelle.engine.project.ProjectView.SavedSegment;
import app.parcelle.engine.project.SegmentUse;
import app.parcelle.engine.segment.Filing;
import app.parcelle.ui.theme.Parts;

/** What is known of the segments chosen, and what can be done with them. */
final class DetailsPanel extends VBox {
  private final LibraryViewModel model;
  private final Texts texts;
  private final LibraryWays ways;

  DetailsPanel(LibraryViewModel model, Texts texts, LibraryWays ways) {
    this.model = model;
    this.texts = texts;
    this.ways = ways;
    getStyleClass().add("side-panel");
  }

  void show(List<SavedSegment> chosen) {
    VBox content = new VBox(12);
    LibraryViewModel.Deletion deletion = model.deletion().get();
    if (deletion != null) {
      content.getChildren().add(warning(deletion));
    }
    if (chosen.isEmpty()) {
      content.getChildren().add(Parts.wrapped(texts.text("library.choose"), "muted"));
    } else if (chosen.size() == 1) {
      content.getChildren().addAll(one(chosen.getFirst()));
    } else {
      content.getChildren().addAll(several(chosen));
    }
    getChildren().setAll(Parts.scrolling(content, 16));
  }

  private VBox warning(LibraryViewModel.Deletion deletion) {
    String names = deletion.uses()
        .stream()
        .map(use -> texts.text("library.quoted", use.name()))
        .collect(Collectors.joining(", "));
    Button really = Parts.button(texts.text("library.delete.really"),
        () -> model.deleteNow(deletion.segments()));
    really.setId("library-delete-really");
    return Parts.notice("warning", Parts.wrapped(texts.text("library.delete.needed", names)),
        Parts.line(8, really, Parts.button(texts.text("library.delete.keep"), model::keep, "quiet")));
  }

  private List<Node> one(SavedSegment saved) {
    Filing filing = model.filing(saved);
    TextField name = field("library-name", "library.name", saved.segment().name());
    name.getStyleClass().add("heading");
    onLeave(name, () -> model.rename(saved, name.getText()),
        () -> !name.getText().strip().equals(saved.segment().name()));
    TextField tags = field("library-tags", "library.tags", String.join(", ", filing.tags()));
    tags.setPromptText(texts.text("library.tags.hint"));
    TextArea note = new TextArea(filing.note());
    note.setId("library-note");
    note.setWrapText(true);
    note.setPrefRowCount(3);
    note.setPromptText(texts.text("library.note.hint"));
    note.setAccessibleText(texts.text("library.note"));
    Runnable describe = () -> model.describe(saved, Arrays.asList(tags.getText().split(",", -1)),
        note.getText());
    onLeave(tags, describe, () -> !tags.getText().equals(String.join(", ", filing.tags())));
    note.focusedProperty().addListener((_, was, is) -> {
      if (was && !is && !note.getText().strip().equals(filing.note())) {
        describe.run();
      }
    });
    Button open = Parts.button(texts.text("library.open"), () -> ways.open(saved), "accent");
    open.setId("library-open");
    open.setMaxWidth(Double.MAX_VALUE);
    return List.of(name, Parts.wrapped(ways.sentence(saved), "muted"), open, actions(List.of(saved)),
        labelled("library.folder", folder(List.of(saved), filing.folder())), labelled("library.tags", tags),
        labelled("library.note", note), labelled("library.uses", uses(saved)));
  }

  private List<Node> several(List<SavedSegment> chosen) {
    Button overlap = Parts.button(texts.text("library.overlap"), () -> ways.overlap(chosen), "accent");
    overlap.setId("library-overlap");
    overlap.setMaxWidth(Double.MAX_VALUE);
    overlap.setDisable(chosen.size() > Overlap.MOST);
    return List.of(Parts.label(texts.text("library.several", chosen.size()), "title"),
        Parts.wrapped(chosen.stream()
            .map(saved -> saved.segment().name())
            .collect(Collectors.joining(", ")), "muted"),
        overlap, actions(chosen), labelled("library.folder", folder(chosen, "")));
  }

  private FlowPane actions(List<SavedSegment> chosen) {
    FlowPane actions = new FlowPane(8, 8);
    if (chosen.size() == 1) {
      SavedSegment saved = chosen.getFirst();
      Button split = Parts.button(texts.text("library.split"), () -> ways.split(saved));
      split.setId("library-split");
      actions.getChildren()
          .addAll(split, Parts.button(texts.text("library.duplicate"),
              () -> model.duplicate(saved, texts.text("library.copy", saved.segment().name()))));
    }
    Button delete = Parts.button(texts.text("library.delete"), () -> model.delete(chosen));
    delete.setId("library-delete");
    actions.getChildren()
        .addAll(Parts.button(texts.text("library.export"), () -> ways.export(chosen)), delete);
    return actions;
  }

  private ComboBox<String> folder(List<SavedSegment> chosen, String present) {
    ComboBox<String> folder = new ComboBox<>();
    folder.setId("library-folder");
    folder.setEditable(true);
    folder.setMaxWidth(Double.MAX_VALUE);
    folder.getItems().setAll(model.filings().allFolders());
    folder.setValue(present);
    folder.setPromptText(texts.text("library.folder.hint"));
    folder.setAccessibleText(texts.text("library.folder"));
    folder.valueProperty().addListener((_, _, path) -> {
      String wanted = path == null ? "" : path;
      if (!wanted.equals(present)) {
        model.move(chosen.stream().map(SavedSegment::id).toList(), wanted);
      }
    });
    return folder;
  }

  private Node uses(SavedSegment saved) {
    List<SegmentUse> uses = model.uses(saved);
    if (uses.isEmpty()) {
      return Parts.wrapped(texts.text("library.uses.none"), "muted");
    }
    VBox lines = new VBox(4);
    uses.forEach(use -> lines.getChildren()
        .add(Parts.wrapped(use.at() == null
            ? texts.text("library.uses.segment", use.name())
            : texts.text("library.uses.export", use.name(), ways.day(use.at())))));
    return lines;
  }

  private VBox labelled(String key, Node control) {
    return new VBox(4, Parts.label(texts.text(key), "section-label"), control); // keys: library.*
  }

  private TextField field(String id, String key, String text) {
    TextField field = new TextField(text);
    field.setId(id);
    field.setAccessibleText(texts.text(key)); // keys: library.*
    return field;
  }

  /** Whether something has been written that is not taken over yet. */
  private interface Written {
    boolean differs();
  }

  /** Takes over what was written when Enter is pressed or the keyboard goes elsewhere; Escape takes it back. */
  private static void onLeave(TextField field, Runnable take, Written written) {
    String before = field.getText();
    field.setOnAction(_ -> {
      if (written.differs()) {
        take.run();
      }
    });
    field.focusedProperty().addListener((_, was, is) -> {
      if (was && !is && written.differs()) {
        take.run();
      }
    });
    field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        field.setText(before);
        event.consume();
      }
    });
  }
}
