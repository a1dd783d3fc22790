package app.parcelle.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import app.parcelle.engine.project.Project;
import app.parcelle.ui.job.BackgroundJobs;

/** The workbench in a window of the system. */
public final class WorkbenchWindow implements AutoCloseable {
  // what the system draws around a window, about
  private static final double FRAME_WIDTH = 16;
  private static final double FRAME_HEIGHT = 40;

  private final Stage stage;
  private final ShellViewModel model;
  private final BackgroundJobs jobs;

  public WorkbenchWindow(Stage stage, ShellViewModel model, BackgroundJobs jobs, List<Section> sections) {
    this.stage = stage;
    this.model = model;
    this.jobs = jobs;
    Settings settings = model.settings().get();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Scene scene = new Scene(new WorkbenchView(model, sections, jobs.shown()),
        Math.min(settings.width(), screen.getWidth() - FRAME_WIDTH),
        Math.min(settings.height(), screen.getHeight() - FRAME_HEIGHT));
    model.settings().map(Settings::theme).subscribe(theme -> theme.apply(scene));
    // where JavaFX's own calendars take their language from
    model.textsProperty().subscribe(texts -> Locale.setDefault(Locale.Category.FORMAT, texts.locale()));
    stage.setScene(scene);
    stage.getIcons().addAll(Logo.picture(16), Logo.picture(32), Logo.picture(64), Logo.picture(128));
    stage.setMinWidth(960);
    stage.setMinHeight(640);
    stage.setMaximized(settings.maximized());
    stage.titleProperty().bind(model.view().map(view -> view.name() + " — Parcelle").orElse("Parcelle"));
    stage.setOnCloseRequest(_ -> hidePopups());
  }

  public void show() {
    stage.show();
  }

  /** Tells the person, from whatever thread. */
  void complain(Throwable failure) {
    if (Platform.isFxApplicationThread()) {
      model.complain(failure);
    } else {
      Platform.runLater(() -> model.complain(failure));
    }
  }

  /** Leaving the toolkit with a popup open ends the whole process with a crash on GTK. */
  private static void hidePopups() {
    List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
  }

  /** Keeps the size, stops what is under way and closes the project. */
  @Override
  public void close() {
    hidePopups();
    Settings settings = model.settings().get();
    boolean maximized = stage.isMaximized();
    model.remember(settings.sized(maximized ? settings.width() : stage.getScene().getWidth(),
        maximized ? settings.height() : stage.getScene().getHeight(), maximized));
    jobs.close();
    Project project = model.open().get();
    if (project != null) {
      project.close();
    }
  }
}
