package app.parcelle.ui.export;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.shell.Place;
import app.parcelle.ui.shell.Workbench;
import app.parcelle.ui.theme.Parts;

/** Segments at the left, the workbook as it would be in the middle, checks and the button at the right. */
final class ExportView extends HBox {
  private final ExportViewModel model;
  private final Workbench workbench;
  private final Texts texts;
  private final Label title = new Label();
  private final VBox shown = new VBox();
  private final WorkbookPreview workbook;
  private final InvalidationListener segmentsChange = _ -> build();
  private final InvalidationListener previewChange = _ -> show();

  ExportView(ExportViewModel model, Workbench workbench) {
    this.model = model;
    this.workbench = workbench;
    this.texts = workbench.texts();
    this.workbook = new WorkbookPreview(model, texts);
    getStyleClass().add("exports");
    title.getStyleClass().add("title");
    VBox.setVgrow(shown, Priority.ALWAYS);
    model.segments().addListener(new WeakInvalidationListener(segmentsChange));
    model.preview().addListener(new WeakInvalidationListener(previewChange));
    model.problem().addListener(new WeakInvalidationListener(previewChange));
    build();
    show();
  }

  private void build() {
    if (model.segments().isEmpty()) {
      getChildren().setAll(empty());
      return;
    }
    VBox middle = new VBox(12, title, shown);
    middle.getStyleClass().add("workspace");
    HBox.setHgrow(middle, Priority.ALWAYS);
    getChildren().setAll(new SegmentChoices(model, texts), middle, new ChecksPanel(model, texts));
  }

  private VBox empty() {
    Label heading = new Label(texts.text("exports.empty.title"));
    heading.getStyleClass().add("title");
    Label what = Parts.wrapped(texts.text("exports.empty.what"), "muted");
    what.setMaxWidth(520);
    Button build = new Button(texts.text("exports.empty.build"));
    build.setId("build-segment");
    build.getStyleClass().add("accent");
    build.setOnAction(_ -> workbench.go(new Place.Segments(null)));
    VBox empty = new VBox(12, new FontIcon(Feather.SHARE), heading, what, build);
    empty.getStyleClass().addAll("workspace", "empty-state");
    empty.setAlignment(Pos.CENTER);
    HBox.setHgrow(empty, Priority.ALWAYS);
    return empty;
  }

  private void show() {
    Preview preview = model.preview().get();
    Message problem = model.problem().get();
    title.setText(preview == null
        ? texts.text("exports.title.none")
        : texts.text("exports.title", preview.title()));
    if (preview != null) {
      workbook.show(preview);
      shown.getChildren().setAll(workbook);
    } else if (problem != null) {
      shown.getChildren()
          .setAll(Parts.notice("bad", Parts.label(texts.text("exports.problem"), "heading"),
              Parts.wrapped(texts.text(problem))));
    } else if (model.chosen().isEmpty()) {
      shown.getChildren().setAll(Parts.wrapped(texts.text("exports.choose"), "muted"));
    } else {
      shown.getChildren().setAll(Parts.wrapped(texts.text("exports.looking"), "muted"));
    }
    VBox.setVgrow(workbook, Priority.ALWAYS);
  }
}
