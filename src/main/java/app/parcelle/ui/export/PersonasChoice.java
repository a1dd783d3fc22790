package app.parcelle.ui.export;

import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.ProjectView.SavedClustering;
import app.parcelle.ui.theme.Parts;

/** Of which saved clustering the workbook has a sheet of personas; not there where none is saved. */
final class PersonasChoice extends VBox {
  private final ExportViewModel model;
  private final ComboBox<@Nullable SavedClustering> box = new ComboBox<>();
  private boolean showing;
  private final InvalidationListener change = _ -> show();

  PersonasChoice(ExportViewModel model, Texts texts) {
    super(4);
    this.model = model;
    box.setId("export-personas");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new StringConverter<>() {
      @Override
      public String toString(@Nullable SavedClustering clustering) {
        return clustering == null ? texts.text("exports.personas.none") : clustering.name();
      }

      @Override
      public @Nullable SavedClustering fromString(String text) {
        return null;
      }
    });
    box.setOnAction(_ -> {
      if (!showing) {
        model.choosePersonas(box.getValue());
      }
    });
    Label title = Parts.wrapped(texts.text("exports.personas"), "section-label");
    title.setLabelFor(box);
    getChildren().setAll(title, box);
    model.clusterings().addListener(new WeakInvalidationListener(change));
    model.personas().addListener(new WeakInvalidationListener(change));
    show();
  }

  private void show() {
    setVisible(!model.clusterings().isEmpty());
    setManaged(isVisible());
    showing = true;
    box.getItems()
        .setAll(Stream.concat(Stream.of((SavedClustering) null), model.clusterings().stream()).toList());
    box.setValue(model.personas().get());
    showing = false;
  }
}
