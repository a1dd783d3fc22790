package app.parcelle.engine.intake;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of another stream, looked at block by block: none is skipped unseen. */
public abstract class BlockFilter extends BlockStream {
  protected final InputStream in;

  protected BlockFilter(InputStream in) {
    this.in = in;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
