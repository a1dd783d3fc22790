package app.parcelle.ui.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.Picture;
import app.parcelle.ui.job.SameThreadJobs;
import app.parcelle.ui.theme.Theme;

class ClusterPicturesTest {
  @Test
  void draw() throws Exception {
    for (Theme theme : Theme.values()) {
      for (Locale locale : List.of(Locale.FRANCE, Locale.UK)) {
        OnScreen.run(() -> {
          FakeShop shop = new FakeShop(4_000);
          ClusterViewModel model = new ClusterViewModel(shop, new SameThreadJobs(),
              new ClusterViewModel.After(t -> {
                throw new IllegalStateException(t);
              }, () -> {}, _ -> {}));
          ClusterWords words = new ClusterWords(new Texts(locale), shop::fields);
          draw(model, words, theme, locale, "start");
          model.find();
          draw(model, words, theme, locale, "found");
          model.missing().set(app.parcelle.engine.cluster.ClusterRequest.Missing.MEDIAN);
          model.fields().forEach(f -> f.ticked().set(true));
          model.choose(8);
          model.highlighted().set(2);
          draw(model, words, theme, locale, "eight");
        });
      }
    }
  }

  private static void draw(ClusterViewModel model, ClusterWords words, Theme theme, Locale locale,
      String name) {
    Scene scene = new Scene(new StackPane(new ClusterView(model, words, () -> {})), 1368, 824);
    theme.apply(scene);
    Picture.of(scene);
    Picture.write(Picture.of(scene),
        Path.of("target/tmp-" + name + "-" + theme + "-" + locale.getLanguage() + ".png"));
  }
}
