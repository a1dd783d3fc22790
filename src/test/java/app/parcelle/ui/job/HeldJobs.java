package app.parcelle.ui.job;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import app.parcelle.engine.message.Message;

/** Begins with nothing until it is told to finish; what was cancelled until then is dropped. */
public final class HeldJobs implements JobRunner {
  private final SameThreadJobs doing = new SameThreadJobs();
  private final Map<String, Runnable> held = new LinkedHashMap<>();
  private final Map<String, ReadOnlyBooleanWrapper> running = new HashMap<>();

  /** Does all that is waited for, on the calling thread. */
  public void finish() {
    while (!held.isEmpty()) {
      String key = held.keySet().iterator().next();
      Runnable work = held.remove(key);
      wrapper(key).set(false);
      work.run();
    }
  }

  @Override
  public <T> void run(String key, Message what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    held.put(key, () -> doing.run(key, what, work, done, failed));
    wrapper(key).set(true);
  }

  @Override
  public void cancel(String key) {
    held.remove(key);
    wrapper(key).set(false);
  }

  @Override
  public ReadOnlyBooleanProperty running(String key) {
    return wrapper(key).getReadOnlyProperty();
  }

  private ReadOnlyBooleanWrapper wrapper(String key) {
    return running.computeIfAbsent(key, _ -> new ReadOnlyBooleanWrapper());
  }
}
