package app.parcelle.cli;

import java.io.PrintStream;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Texts;

/** Says on one line of a terminal how far the work is, at most ten times a second. */
final class TerminalProgress implements JobContext {
  private static final long PAUSE_NANOS = 100_000_000;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final Texts texts;
  private long last = System.nanoTime();
  private boolean shown;

  TerminalProgress(PrintStream err, Texts texts) {
    this.err = err;
    this.texts = texts;
  }

  @Override
  public synchronized void progress(long done, long total, Message what) {
    long now = System.nanoTime();
    if (now - last < PAUSE_NANOS) {
      return;
    }
    last = now;
    shown = true;
    String said = texts.text(what);
    err.print(ERASE_LINE + (total > 0 ? texts.text("cli.progress", said, (double) done / total) : said));
    err.flush();
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  synchronized void erase() {
    if (shown) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }
}
