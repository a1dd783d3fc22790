package app.parcelle.ui.intake;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.message.Message;
import app.parcelle.ui.theme.Parts;
import app.parcelle.ui.theme.Wrapping;

/** Before an import: the file as it is, what Parcelle understands of it, and what the person may say otherwise. */
final class ImportView extends HBox {
  private static final int RAW_LINES = 7;
  private static final double FILE = 260;

  private final ImportViewModel model;
  private final DataWords words;
  private final InvalidationListener change = _ -> build();

  ImportView(ImportViewModel model, DataWords words) {
    this.model = model;
    this.words = words;
    WeakInvalidationListener weak = new WeakInvalidationListener(change);
    model.current().addListener(weak);
    model.waiting().addListener(weak);
    build();
  }

  private void build() {
    PreparedImport file = model.current().get();
    if (file == null) {
      return;
    }
    ImportPreview preview = file.preview();
    VBox middle = new VBox(12, heading(file, preview));
    middle.getStyleClass().add("workspace");
    HBox.setHgrow(middle, Priority.ALWAYS);
    if (model.waiting().size() > 1) {
      middle.getChildren().add(files(file));
    }
    if (file.problem() != null) {
      middle.getChildren().add(problem(file.problem()));
    }
    if (preview == null) {
      middle.getChildren().add(reading(file));
    } else {
      middle.getChildren().add(new DialectBar(model, preview, words));
      PresetNote.of(model, file, preview, words).ifPresent(middle.getChildren()::add);
      if (!preview.notes().isEmpty()) {
        middle.getChildren().add(notes(preview.notes()));
      }
      middle.getChildren()
          .addAll(new QuestionsView(model, preview, words), raw(preview), parsed(preview));
    }
    middle.getChildren().add(footer());
    getChildren().setAll(middle, new PreviewDetails(model, file, words));
  }

  private HBox heading(PreparedImport file, @Nullable ImportPreview preview) {
    Label title = Parts.wrapped(words.text("data.import.heading", file.name()), "title");
    HBox heading = new HBox(8, title);
    heading.setAlignment(Pos.CENTER_LEFT);
    if (preview != null && preview.bytes() > 0) {
      heading.getChildren()
          .addAll(Parts.chip(words.bytes(preview.bytes())),
              Parts.chip(words.text("data.import.rows", DataWords.about(preview.estimatedRows()))));
    }
    if (preview != null) {
      heading.getChildren().add(Parts.chip(words.of(preview.kind()), "accent"));
    }
    return heading;
  }

  private Wrapping files(PreparedImport shown) {
    Wrapping files = new Wrapping();
    files.setId("files-to-import");
    for (PreparedImport file : model.waiting()) {
      ToggleButton button = new ToggleButton(file.name());
      button.setMnemonicParsing(false);
      button.setSelected(file.same(shown));
      button.getStyleClass().addAll("file-entry", "given");
      button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      button.setMaxWidth(FILE);
      button.setTooltip(new Tooltip(file.name()));
      if (file.problem() != null) {
        button.getStyleClass().add("bad");
      }
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.look(file);
      });
      files.getChildren().add(button);
    }
    return files;
  }

  private VBox problem(Message message) {
    Label heading = new Label(words.text("data.import.refused"));
    heading.getStyleClass().add("heading");
    Label what = Parts.wrapped(words.texts().text(message));
    what.setId("import-problem");
    return Parts.notice("bad", heading, what);
  }

  private VBox notes(List<Message> notes) {
    VBox all = Parts.notice("warning");
    notes.forEach(note -> all.getChildren().add(Parts.wrapped(words.texts().text(note))));
    return all;
  }

  private VBox reading(PreparedImport file) {
    VBox reading = new VBox(12);
    reading.getStyleClass().add("empty-state");
    VBox.setVgrow(reading, Priority.ALWAYS);
    if (file.problem() == null) {
      reading.getChildren().addAll(new ProgressIndicator(), new Label(words.text("data.import.reading")));
    }
    return reading;
  }

  private VBox raw(ImportPreview preview) {
    List<String> first = preview.raw().stream().limit(RAW_LINES).toList();
    Label title = new Label(words.text("data.import.raw"));
    title.getStyleClass().add("heading");
    Label how = new Label(words.text("data.import.raw.lines", first.size()));
    how.getStyleClass().add("muted");
    Label lines = new Label(String.join("\n", first));
    lines.getStyleClass().addAll("mono", "muted", "raw-lines");
    lines.setMinHeight(Region.USE_PREF_SIZE);
    lines.setMinWidth(Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    VBox card = new VBox(6, new HBox(8, title, how), scroll);
    card.getStyleClass().add("card");
    card.setMinHeight(Region.USE_PREF_SIZE);
    return card;
  }

  private VBox parsed(ImportPreview preview) {
    Label title = new Label(words.text("data.import.parsed"));
    title.getStyleClass().add("heading");
    HBox heading = new HBox(8, title);
    heading.setAlignment(Pos.CENTER_LEFT);
    int columns = preview.columns().size();
    if (columns > PreviewTable.COLUMNS) {
      Label first = new Label(words.text("data.import.first-columns", PreviewTable.COLUMNS, columns));
      first.getStyleClass().add("muted");
      heading.getChildren().add(first);
    }
    PreviewTable table = new PreviewTable(model, preview, words);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = new VBox(8, heading, table);
    card.getStyleClass().add("card");
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  private HBox footer() {
    Label promise = Parts.wrapped(words.text("data.import.promise"), "muted");
    promise.setMaxWidth(520);
    promise.visibleProperty().bind(model.importing().not());
    Button leave = new Button(words.text("data.import.leave"));
    leave.setId("leave-import");
    leave.setMinWidth(Region.USE_PREF_SIZE);
    leave.setOnAction(_ -> leave());
    long rows = model.rows();
    Button start = new Button(model.changesFirst()
        ? words.text("change.see")
        : rows < 0
            ? words.text("data.import.start.all")
            : words.text("data.import.start", DataWords.about(rows)));
    start.setId("start-import");
    start.getStyleClass().add("accent");
    start.setMinWidth(Region.USE_PREF_SIZE);
    start.setOnAction(_ -> model.importAll());
    if (model.ready()) {
      start.disableProperty().bind(model.importing());
    } else {
      start.setDisable(true);
    }
    StackPane left = new StackPane(promise, new ImportProgress(model.progress(), words));
    left.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox footer = new HBox(8, left, leave, start);
    if (model.waiting().size() > 1) {
      Button without = new Button(words.text("data.import.without"));
      without.setId("drop-file");
      without.setMinWidth(Region.USE_PREF_SIZE);
      without.disableProperty().bind(model.importing());
      without.setOnAction(_ -> model.drop());
      footer.getChildren().add(1, without);
    }
    footer.setAlignment(Pos.CENTER_LEFT);
    return footer;
  }

  /** Stops an import under way; leaves the preparation when there is none. */
  private void leave() {
    if (model.importing().get()) {
      model.cancelImport();
    } else {
      model.clear();
    }
  }
}
