package app.parcelle.engine.intake;

import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes taken from another stream. One thread reads; others may look at the count. */
public final class CountingStream extends InputStream {
  private final InputStream source;
  private volatile long taken;

  public CountingStream(InputStream source) {
    this.source = source;
  }

  public long taken() {
    return taken;
  }

  @Override
  public int read() throws IOException {
    int b = source.read();
    count(b < 0 ? 0 : 1);
    return b;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int n = source.read(to, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // only the reading thread writes it
  private void count(int n) {
    taken += n;
  }

  @Override
  public int available() throws IOException {
    // GZIPInputStream asks, to know whether another member follows
    return source.available();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
