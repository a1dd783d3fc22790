package app.parcelle.ui.export;

import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.PastExport;
import app.parcelle.ui.theme.Parts;

/** What was handed over lately, the last first; nothing where nothing was. */
final class PastExports extends VBox {
  private static final int SHOWN = 5;

  private final ExportViewModel model;
  private final Texts texts;
  private final InvalidationListener change = _ -> show();

  PastExports(ExportViewModel model, Texts texts) {
    super(6);
    this.model = model;
    this.texts = texts;
    setId("past-exports");
    setMinHeight(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    model.past().addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    setVisible(!model.past().isEmpty());
    getChildren().setAll(Parts.label(texts.text("exports.past"), "heading"));
    model.past().stream().limit(SHOWN).map(this::line).forEach(getChildren()::add);
  }

  private VBox line(PastExport export) {
    Label file = Parts.label(String.valueOf(Path.of(export.path()).getFileName()));
    Label what = Parts.label(texts.text("exports.past.what", export.at().atZone(model.zone()), export.rows()),
        "small", "muted");
    VBox line = new VBox(file, what);
    Tooltip.install(line, new Tooltip(export.path()));
    return line;
  }
}
