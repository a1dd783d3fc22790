package app.parcelle.engine.job;

import java.util.concurrent.atomic.AtomicInteger;

import app.parcelle.engine.message.Message;

/** A job that is cancelled once it has been asked so many times; with 0, from the start. */
public final class CancelledLater implements JobContext {
  private final int times;
  private final AtomicInteger asked = new AtomicInteger();

  public CancelledLater(int times) {
    this.times = times;
  }

  @Override
  public void progress(long done, long total, Message what) {}

  @Override
  public boolean cancelled() {
    return asked.incrementAndGet() > times;
  }

  public int asked() {
    return asked.get();
  }
}
