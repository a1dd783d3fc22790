package app.parcelle.ui.intake;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import app.parcelle.engine.project.RefreshReport;
import app.parcelle.ui.theme.Parts;

/** What an import would change in a table that is there; the person keeps it or not. */
final class ChangesView extends VBox {
  ChangesView(ImportViewModel model, RefreshReport report, DataWords words) {
    setSpacing(12);
    getStyleClass().add("workspace");
    Button drop = Parts.button(words.text("change.drop"), model::dropChanges);
    drop.setId("drop-changes");
    Button keep = Parts.button(words.text("change.keep"), model::keep, "accent");
    keep.setId("keep-changes");
    keep.disableProperty().bind(model.importing());
    getChildren().addAll(
        Parts.wrapped(words.text("change.title", report.imported().table().name()), "title"),
        Parts.wrapped(words.text("change.what"), "muted"),
        Parts.scrolling(new ChangeParts(report, null, words), 16),
        Parts.line(8, Parts.gap(), drop, keep));
  }
}
