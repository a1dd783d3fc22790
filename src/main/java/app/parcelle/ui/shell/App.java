package app.parcelle.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Texts;
import app.parcelle.ui.dialog.NativeFileDialogs;
import app.parcelle.ui.job.BackgroundJobs;

/** The program with a window. Its only argument, if any, is the project to open; {@code --sample} opens the sample. */
public final class App extends Application {
  private @Nullable WorkbenchWindow window;

  @Override
  public void start(Stage stage) {
    SettingsFile kept = SettingsFile.ofUser();
    BackgroundJobs jobs = BackgroundJobs.start();
    AtomicReference<Texts> spoken = new AtomicReference<>(new Texts(Locale.UK));
    Supplier<Texts> texts = spoken::get;
    ShellViewModel model = new ShellViewModel(kept, jobs, new NativeFileDialogs(stage, texts),
        Composition.samples(),
        Texts::new);
    spoken.set(model.texts());
    model.textsProperty().subscribe(spoken::set);
    WorkbenchWindow opened = new WorkbenchWindow(stage, model, jobs, Composition.sections());
    window = opened;
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> opened.complain(failure));
    opened.show();
    List<String> arguments = getParameters().getRaw();
    if (arguments.contains("--sample")) {
      model.openSample(model.texts().french());
    } else if (!arguments.isEmpty()) {
      model.openProject(Path.of(arguments.getFirst()));
    }
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
  }
}
