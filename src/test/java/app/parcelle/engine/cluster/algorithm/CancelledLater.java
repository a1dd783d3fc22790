package app.parcelle.engine.cluster.algorithm;

import java.util.concurrent.atomic.AtomicInteger;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** A job that is cancelled once it has been asked so many times. */
final class CancelledLater implements JobContext {
  private final int times;
  private final AtomicInteger asked = new AtomicInteger();

  CancelledLater(int times) {
    this.times = times;
  }

  @Override
  public void progress(long done, long total, Message what) {}

  @Override
  public boolean cancelled() {
    return asked.incrementAndGet() > times;
  }

  int asked() {
    return asked.get();
  }
}
