package app.parcelle.ui.job;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** A piece of work under way: written to by its worker, read by the screen. */
final class Job implements JobContext {
  private static final long SECOND = 1_000_000_000;

  private final long started;
  private volatile Progress progress;
  private volatile boolean cancelled;

  private record Progress(long done, long total, Message what) {}

  Job(Message what, long started) {
    this.progress = new Progress(0, -1, what);
    this.started = started;
  }

  long started() {
    return started;
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public void progress(long done, long total, Message what) {
    progress = new Progress(done, total, what);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  JobStatus status(String key, long now) {
    Progress seen = progress;
    double fraction = seen.total <= 0 ? -1 : Math.min(1, (double) seen.done / seen.total);
    long elapsed = now - started;
    double perSecond = elapsed < SECOND ? 0 : seen.done * (double) SECOND / elapsed;
    return new JobStatus(key, seen.what, fraction, perSecond, left(fraction, elapsed));
  }

  /** In proportion to the time taken so far; unknown in the first second, when it would jump. */
  private static @Nullable Duration left(double fraction, long elapsed) {
    return fraction <= 0 || elapsed < SECOND
        ? null
        : Duration.ofNanos((long) (elapsed * (1 - fraction) / fraction));
  }
}
