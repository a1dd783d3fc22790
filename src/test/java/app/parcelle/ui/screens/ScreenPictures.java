package app.parcelle.ui.screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.sample.SampleFiles;
import app.parcelle.engine.sample.SampleProject;
import app.parcelle.engine.sample.SampleRequest;
import app.parcelle.ui.theme.Theme;

/** Draws every screen on the sample project to {@code <folder>/<language>-<theme>/<screen>.png}. */
public final class ScreenPictures {
  private final Path folder;
  private final Path work;

  private ScreenPictures(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  /**
   * @param arguments the folder to write to, then, if not all are wanted, languages such as {@code fr}, and {@code clusters} for
   *     the screen of clusters only
   */
  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("parcelle-screens");
    try {
      new ScreenPictures(Path.of(arguments[0]), work).drawAll(Set.of(arguments));
    } finally {
      Platform.exit();
      delete(work);
    }
  }

  private void drawAll(Set<String> wanted) throws Exception {
    boolean all = Arrays.stream(Language.values()).noneMatch(language -> wanted.contains(language.id()));
    for (Language language : Language.values()) {
      if (!all && !wanted.contains(language.id())) {
        continue;
      }
      List<Theme> themes = language == Language.PSEUDO ? List.of(Theme.LIGHT) : List.of(Theme.values());
      for (Theme theme : themes) {
        draw(language, theme, wanted.contains("clusters"));
      }
    }
  }

  private void draw(Language language, Theme theme, boolean clusters) throws Exception {
    Path shop = work.resolve(language.id() + "-" + theme.id());
    Path files = Files.createDirectories(shop.resolve("files"));
    Locale locale = language.locale();
    SampleFiles.write(SampleRequest.standard(locale), files, JobContext.silent());
    Path out = folder.resolve(language.id() + "-" + theme.id());
    try (Project project = SampleProject.create(shop.resolve("shop.parcelle"), locale, JobContext.silent())) {
      Stagehand hand = Stagehand.open(shop.resolve("settings"), language, theme);
      Tour tour = new Tour(hand, project, files, name -> {
        Path picture = out.resolve(name + ".png");
        List<String> cut = hand.draw(picture);
        System.out.println(picture + (cut.isEmpty() ? "" : "  cut: " + cut));
      });
      if (clusters) {
        tour.walkTheClusters();
      } else {
        tour.walk();
      }
      hand.leave();
    }
  }

  static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
