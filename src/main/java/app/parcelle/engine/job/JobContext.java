package app.parcelle.engine.job;

import app.parcelle.engine.message.Message;

/** How work that takes time speaks to whoever waits for it. It knows no thread; it may be called from any. */
public interface JobContext {
  /** Says how far the work is: {@code done} of {@code total} units, or of an unknown total when it is negative. */
  void progress(long done, long total, Message what);

  boolean cancelled();

  /**
   * To be called at least every tenth of a second.
   *
   * @throws Cancelled when the person asked to stop
   */
  default void throwIfCancelled() {
    if (cancelled()) {
      throw new Cancelled();
    }
  }

  /** A context that nobody listens to and nobody cancels. */
  static JobContext silent() {
    return new JobContext() {
      @Override
      public void progress(long done, long total, Message what) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }

  /** The person asked to stop; nothing of the work is kept. */
  final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Cancelled() {
      super("cancelled", null, false, false);
    }
  }
}
