package app.parcelle.engine.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * A reading whose text is made of other bytes.
 *
 * @param text what is read
 * @param source the bytes it is made of, as they are taken
 */
public record ContentReading(InputStream text, CountingStream source) implements TextSource.Reading {
  /** A reading of bytes as they are. */
  public static ContentReading of(InputStream source) {
    CountingStream counted = new CountingStream(source);
    return new ContentReading(counted, counted);
  }

  @Override
  public long taken() {
    return source.taken();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
