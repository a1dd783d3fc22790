package app.parcelle.engine.intake;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are read block by block; one alone is a block of one. */
public abstract class BlockStream extends InputStream {
  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public abstract int read(byte[] to, int offset, int length) throws IOException;
}
