package app.parcelle.ui.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import app.parcelle.engine.export.PersonaPages;
import app.parcelle.engine.export.PersonaPdf;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.theme.Parts;

/** Prints the personas of clusters that were found, as a PDF. */
record PersonaPrint(ClusterViewModel model, Texts texts, FileDialogs files) {
  private static final String KEY = "personas-print";

  /** @param narrow whether there is room for a sign only */
  Button button(Found found, boolean narrow) {
    String what = texts.text("personas.print");
    Button button = narrow ? Parts.iconButton(Feather.PRINTER, what) : Parts.button(what, () -> {}, "quiet");
    if (!narrow) {
      button.setGraphic(new FontIcon(Feather.PRINTER));
    }
    button.setId("print-personas");
    button.setOnAction(_ -> print(found));
    button.disableProperty().bind(model.jobs().running(KEY));
    return button;
  }

  /** Asks where, and writes there. */
  private void print(Found found) {
    Optional<Path> asked = files.save(Message.of("personas.print.title"),
        texts.text("personas.file") + ".pdf", "pdf");
    if (asked.isEmpty()) {
      return;
    }
    Path out = asked.get();
    List<String> names = model.names().stream().map(StringProperty::get).toList();
    String title = texts.text("personas.file");
    model.jobs()
        .run(KEY, Message.of("personas.job.print", name(out)),
            job -> PersonaPdf.write(out, title,
                PersonaPages.of(found.result().portraits(), found.fields(), names, texts),
                PersonaPdf.Layout.FOUR, texts, job),
            _ -> model.after().say().accept(Message.of("personas.printed", out.toAbsolutePath().toString())),
            model.after().complain());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
