package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a file as UTF-8 bytes, unpacked and without byte order mark. */
final class Feed implements AutoCloseable {
  private final CountingStream file;
  private final InputStream text;

  Feed(Path path, Dialect dialect) throws IOException {
    file = new CountingStream(Files.newInputStream(path));
    try {
      InputStream plain = dialect.compressed() ? new GZIPInputStream(file, 1 << 16) : file;
      plain.skipNBytes(dialect.bom());
      text = dialect.encoding().equals(StandardCharsets.UTF_8)
          ? plain
          : new Utf8Stream(plain, dialect.encoding());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  InputStream text() {
    return text;
  }

  /** Bytes of the file taken so far. */
  long taken() {
    return file.taken();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
