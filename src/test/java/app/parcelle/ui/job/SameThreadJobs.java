package app.parcelle.ui.job;

import java.util.function.Consumer;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Does everything at once on the calling thread. */
public final class SameThreadJobs implements JobRunner {
  @Override
  public <T> void run(String key, Message what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T result;
    try {
      result = work.run(JobContext.silent());
    } catch (Exception failure) {
      failed.accept(failure);
      return;
    }
    done.accept(result);
  }

  @Override
  public void cancel(String key) {}
}
