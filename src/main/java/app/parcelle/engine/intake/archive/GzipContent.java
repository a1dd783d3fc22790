package app.parcelle.engine.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentReading;
import app.parcelle.engine.intake.CountingStream;
import app.parcelle.engine.intake.TextSource.Reading;

/** What a gzip file holds. */
public record GzipContent(Content packed) implements Content {
  @Override
  public String name() {
    return packed.name();
  }

  @Override
  public long bytes() {
    return packed.bytes();
  }

  @Override
  public Reading open() throws IOException {
    CountingStream counted = new CountingStream(packed.open().text());
    try {
      InputStream text = new UnpackedStream(new GZIPInputStream(counted, 1 << 16), counted, name());
      return new ContentReading(text, counted);
    } catch (IOException | RuntimeException e) {
      counted.close();
      throw e;
    }
  }
}
