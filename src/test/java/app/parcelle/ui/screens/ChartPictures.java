package app.parcelle.ui.screens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;

import app.parcelle.ui.theme.Theme;

/** Draws the charts of clusters alone, which takes seconds, to {@code <folder>/<language>-<theme>/<chart>.png}. */
public final class ChartPictures {
  private ChartPictures() {}

  /** @param arguments the folder to write to, then, if not all are wanted, languages such as {@code fr} */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path settings = Files.createTempDirectory("parcelle-charts");
    try {
      for (Language language : Language.values()) {
        if (arguments.length > 1 && !Set.of(arguments).contains(language.id())) {
          continue;
        }
        for (Theme theme : language == Language.PSEUDO ? List.of(Theme.LIGHT) : List.of(Theme.values())) {
          Path work = Files.createDirectories(settings.resolve(language.id() + theme.id()));
          Stagehand hand = Stagehand.open(work, language, theme);
          new ChartsTour(hand, name -> {
            Path picture = folder.resolve(language.id() + "-" + theme.id()).resolve(name + ".png");
            List<String> cut = hand.draw(picture);
            System.out.println(picture + (cut.isEmpty() ? "" : "  cut: " + cut));
          }).walk();
          hand.leave();
        }
      }
    } finally {
      Platform.exit();
      ScreenPictures.delete(settings);
    }
  }
}
