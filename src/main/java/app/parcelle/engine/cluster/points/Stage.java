package app.parcelle.engine.cluster.points;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * One stage of longer work, whose own progress becomes a stretch of that of the whole.
 *
 * @param from where the stage begins, 0 to 1
 * @param to where it ends
 */
public record Stage(JobContext job, double from, double to) implements JobContext {
  private static final long FINE = 1_000;

  /** Can be cancelled as the whole can, but says nothing of its own progress. */
  public static JobContext quiet(JobContext job) {
    return new Quiet(job);
  }

  @Override
  public void progress(long done, long total, Message what) {
    double share = total > 0 ? Math.clamp((double) done / total, 0, 1) : 0;
    job.progress(Math.round(FINE * (from + (to - from) * share)), FINE, what);
  }

  @Override
  public boolean cancelled() {
    return job.cancelled();
  }

  private record Quiet(JobContext job) implements JobContext {
    @Override
    public void progress(long done, long total, Message what) {}

    @Override
    public boolean cancelled() {
      return job.cancelled();
    }
  }
}
