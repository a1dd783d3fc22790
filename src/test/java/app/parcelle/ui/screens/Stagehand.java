package app.parcelle.ui.screens;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.ui.OnScreen;
import app.parcelle.ui.Picture;
import app.parcelle.ui.shell.Composition;
import app.parcelle.ui.shell.Settings;
import app.parcelle.ui.shell.SettingsFile;
import app.parcelle.ui.shell.ShellViewModel;
import app.parcelle.ui.shell.WorkbenchView;
import app.parcelle.ui.theme.Theme;

/** The workbench in a window without a monitor, to be led through its screens and drawn. */
final class Stagehand {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /** One lays out the last answers, one what that asked for, one sees that nothing more comes of it. */
  private static final int PULSES = 3;

  private final QuietJobs jobs;
  private final GivenFiles files;
  private final ShellViewModel model;
  private final Stage stage;
  private @Nullable Scene over;

  private Stagehand(QuietJobs jobs, GivenFiles files, ShellViewModel model, Stage stage) {
    this.jobs = jobs;
    this.files = files;
    this.model = model;
    this.stage = stage;
  }

  /** @param settings an empty folder */
  static Stagehand open(Path settings, Language language, Theme theme) throws Exception {
    SettingsFile kept = new SettingsFile(settings);
    kept.write(Settings.first(language.locale()).with(theme));
    return OnScreen.call(() -> {
      QuietJobs jobs = new QuietJobs();
      GivenFiles files = new GivenFiles();
      ShellViewModel model = new ShellViewModel(kept, jobs, files,
          Composition.samples(),
          locale -> locale.equals(language.locale()) ? language.texts() : new Texts(locale));
      Stage stage = new Stage();
      Scene scene = new Scene(new WorkbenchView(model, Composition.sections(), jobs.jobs().shown()), WIDTH,
          HEIGHT);
      theme.apply(scene);
      stage.setScene(scene);
      stage.show();
      scene.getRoot().requestFocus();
      return new Stagehand(jobs, files, model, stage);
    });
  }

  ShellViewModel model() {
    return model;
  }

  /** What work is done by; {@link #settle} waits for it. */
  QuietJobs jobs() {
    return jobs;
  }

  /** What the file windows answer. */
  GivenFiles files() {
    return files;
  }

  Scene scene() {
    return stage.getScene();
  }

  /** Draws a popup in the place of the window from now on; the window again for null. */
  void over(@Nullable Scene popup) {
    over = popup;
  }

  /** Something a person does. */
  void does(Runnable act) throws Exception {
    OnScreen.run(act);
    settle();
  }

  void opens(Project project) throws Exception {
    does(() -> model.show(project));
  }

  /** Waits until nothing is under way and the last answers are on the screen. */
  void settle() throws Exception {
    CompletableFuture<Boolean> still = new CompletableFuture<>();
    OnScreen.run(() -> new AnimationTimer() {
      private int quiet;

      @Override
      public void handle(long now) {
        quiet = jobs.quiet() ? quiet + 1 : 0;
        if (quiet == PULSES) {
          stop();
          still.complete(true);
        }
      }
    }.start());
    still.get(5, TimeUnit.MINUTES);
  }

  /** Draws the window to a file, and returns the words that cannot be read in full. */
  List<String> draw(Path file) throws Exception {
    WritableImage image = OnScreen.call(() -> Picture.of(over == null ? stage.getScene() : over));
    Picture.write(image, file);
    return cutWords();
  }

  /** The words on the screen that cannot be read in full. */
  List<String> cutWords() throws Exception {
    return OnScreen.call(CutWords::onScreen);
  }

  void leave() throws Exception {
    OnScreen.run(() -> {
      stage.hide();
      jobs.jobs().close();
    });
  }
}
