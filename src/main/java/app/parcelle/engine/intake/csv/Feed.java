package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import app.parcelle.engine.intake.TextSource;

/** The text of a source as UTF-8 bytes, without byte order mark. */
final class Feed implements AutoCloseable {
  private final TextSource.Reading reading;
  private final InputStream text;

  Feed(TextSource source, Dialect dialect) throws IOException {
    reading = source.open();
    try {
      InputStream plain = reading.text();
      plain.skipNBytes(dialect.bom());
      text = dialect.encoding().equals(StandardCharsets.UTF_8)
          ? plain
          : new Utf8Stream(plain, dialect.encoding());
    } catch (IOException | RuntimeException e) {
      reading.close();
      throw e;
    }
  }

  InputStream text() {
    return text;
  }

  /** Bytes of the source taken so far. */
  long taken() {
    return reading.taken();
  }

  @Override
  public void close() throws IOException {
    reading.close();
  }
}
