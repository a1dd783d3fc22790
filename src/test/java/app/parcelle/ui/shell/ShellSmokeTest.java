package app.parcelle.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.Picture;
import app.parcelle.ui.dialog.FileDialogs;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.theme.Theme;

class ShellSmokeTest {
  @TempDir
  Path folder;

  @Test
  void tmp() throws Exception {
    for (Theme theme : Theme.values()) {
      OnScreen.run(() -> {
        SettingsFile file = new SettingsFile(folder);
        FileDialogs none = new FileDialogs() {
          @Override
          public List<Path> open(Message title, String... extensions) {
            return List.of();
          }

          @Override
          public Optional<Path> save(Message title, String suggestedName, String extension) {
            return Optional.empty();
          }
        };
        ShellViewModel model = new ShellViewModel(file, new SameThreadJobs(), none, Composition.samples(),
            Texts::new);
        WorkbenchView view = new WorkbenchView(model, Composition.sections(), new ReadOnlyObjectWrapper<>());
        Scene scene = new Scene(view, 1440, 900);
        theme.apply(scene);
        Picture.write(Picture.of(scene), Path.of("target/tmp-" + theme + ".png"));
        model.complain(new IllegalStateException("x"));
        Picture.write(Picture.of(scene), Path.of("target/tmp-" + theme + "-bug.png"));
        assertNotNull(view);
        assertEquals(1440, scene.getWidth());
      });
    }
  }
}
