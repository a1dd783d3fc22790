package app.parcelle.ui.job;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Runs work away from the JavaFX thread and brings its result back to it. It alone owns threads; tests use one that runs on the
 * same thread. Work is keyed: a newer piece of the same key cancels the older one, whose result is dropped.
 */
public interface JobRunner {
  /**
   * @param what shown in the job bar when it takes more than half a second
   * @param done called on the JavaFX thread with the result; not at all when cancelled or overtaken
   * @param failed called on the JavaFX thread instead, when the work throws
   */
  <T> void run(String key, Message what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed);

  void cancel(String key);

  /**
   * Whether work of that key is under way; false again when it is done, has failed or was cancelled, just before
   * {@code done} or {@code failed} is called. A runner that works on the calling thread is never seen running.
   */
  default ReadOnlyBooleanProperty running(String key) {
    return new ReadOnlyBooleanWrapper(false).getReadOnlyProperty();
  }

  /** How far the work of that key is, a few times a second; null where none is under way. */
  default ReadOnlyObjectProperty<@Nullable JobStatus> status(String key) {
    return new ReadOnlyObjectWrapper<@Nullable JobStatus>().getReadOnlyProperty();
  }

  /** Does something on the JavaFX thread once what goes on there is over. */
  default void later(Runnable what) {
    Platform.runLater(what);
  }

  /** Work that may take time. */
  interface Work<T> {
    T run(JobContext job) throws Exception;
  }
}
