package app.parcelle.ui.segment;

import java.util.function.Consumer;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.ui.job.JobRunner;

/** Runs work at once where it is asked for. */
final class SameThread implements JobRunner {
  @Override
  public <T> void run(String key, Message what, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
    T result;
    try {
      result = work.run(JobContext.silent());
    } catch (Exception e) {
      failed.accept(e);
      return;
    }
    done.accept(result);
  }

  @Override
  public void cancel(String key) {}
}
