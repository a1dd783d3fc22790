package app.parcelle.engine.intake;

import java.io.IOException;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/** Bytes read for a job: it hears how far the reading is, and can end it. */
public final class JobStream extends BlockFilter {
  private static final int STEP = 1 << 20;

  private final TextSource.Reading reading;
  private final long total;
  private final Message what;
  private final JobContext job;
  private long unsaid;

  /**
   * @param total bytes of the source
   * @param what is being done
   */
  public JobStream(TextSource.Reading reading, long total, Message what, JobContext job) {
    super(reading.text());
    this.reading = reading;
    this.total = total;
    this.what = what;
    this.job = job;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = in.read(to, offset, length);
    unsaid += Math.max(n, 0);
    if (unsaid >= STEP) {
      unsaid = 0;
      job.progress(reading.taken(), total, what);
      job.throwIfCancelled();
    }
    return n;
  }
}
