package app.parcelle.ui.screens;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.ui.job.BackgroundJobs;
import app.parcelle.ui.job.JobRunner;
import app.parcelle.ui.job.JobStatus;

/** The runner of the program, which can be asked whether anything is under way. */
public final class QuietJobs implements JobRunner {
  private final BackgroundJobs jobs = BackgroundJobs.start();
  private final Set<String> keys = new HashSet<>();

  /** Whether nothing is under way; on the JavaFX thread. */
  public boolean quiet() {
    return keys.stream().noneMatch(key -> jobs.running(key).get());
  }

  public BackgroundJobs jobs() {
    return jobs;
  }

  @Override
  public <T> void run(String key, Message what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    keys.add(key);
    jobs.run(key, what, work, done, failed);
  }

  @Override
  public void cancel(String key) {
    jobs.cancel(key);
  }

  @Override
  public ReadOnlyObjectProperty<@Nullable JobStatus> status(String key) {
    return jobs.status(key);
  }

  @Override
  public ReadOnlyBooleanProperty running(String key) {
    return jobs.running(key);
  }
}
