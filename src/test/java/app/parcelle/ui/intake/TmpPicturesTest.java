package app.parcelle.ui.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.Picture;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.theme.Theme;

class TmpPicturesTest {
  @Test
  void draw() throws Exception {
    for (Theme theme : Theme.values()) {
      OnScreen.run(() -> {
        ImportViewModel model = new ImportViewModel(new FakeSource(), new SameThreadJobs(), t -> {
          throw new IllegalStateException(t);
        }, () -> {});
        DataWords words = new DataWords(new Texts(theme == Theme.LIGHT ? Locale.FRANCE : Locale.UK));
        model.prepare(List.of(Path.of("commandes_2011.csv")));
        model.column().set("InvoiceDate");
        draw(new ImportView(model, words), theme, "import");
        model.prepare(List.of(Path.of("clients.csv")));
        draw(new ImportView(model, words), theme, "import2");
      });
    }
  }

  private static void draw(Region view, Theme theme, String name) {
    Scene scene = new Scene(new StackPane(view), 1368, 824);
    theme.apply(scene);
    Picture.of(scene);
    Picture.write(Picture.of(scene), Path.of("target/tmp-" + name + "-" + theme + ".png"));
  }
}
