package app.parcelle.engine.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Lets the person see and stop what a library writes in one go. It leaves the stream below open. */
final class WatchedStream extends FilterOutputStream {
  private static final int EVERY = 1 << 16;

  private final JobContext job;
  private final long expected;
  private long written;
  private long told;

  WatchedStream(OutputStream out, long expected, JobContext job) {
    super(out);
    this.expected = expected;
    this.job = job;
  }

  @Override
  public void write(int oneByte) throws IOException {
    out.write(oneByte);
    watch(1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    watch(length);
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  private void watch(int bytes) {
    written += bytes;
    if (written - told >= EVERY) {
      told = written;
      job.throwIfCancelled();
      job.progress(Math.min(written, expected), expected, Message.of("export.job.packing"));
    }
  }
}
