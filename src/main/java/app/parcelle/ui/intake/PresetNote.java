package app.parcelle.ui.intake;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.preset.Presets;
import app.parcelle.engine.intake.preset.Recognised;
import app.parcelle.ui.theme.Parts;

/** Whose export a source is, and a way to read it like any other. */
final class PresetNote {
  private PresetNote() {}

  /** Empty for a source that nobody knows. */
  static Optional<VBox> of(ImportViewModel model, PreparedImport file, ImportPreview preview,
      DataWords words) {
    Recognised preset = preview.preset();
    if (preset != null) {
      Button off = Parts.button(words.text("data.preset.off"),
          () -> model.change(seen -> seen.following(Presets.NONE)));
      off.setId("preset-off");
      VBox note = Parts.notice("info", Parts.wrapped(words.texts().text(preset.message()), "heading"), off);
      Tooltip.install(note, new Tooltip(String.join(", ", preset.columns().values())));
      return Optional.of(note);
    }
    if (Presets.NONE.equals(file.options().preset())) {
      Button on = Parts.button(words.text("data.preset.on"),
          () -> model.change(seen -> seen.following(null)));
      on.setId("preset-on");
      return Optional.of(Parts.notice("info", on));
    }
    return Optional.empty();
  }
}
