package app.parcelle.engine.intake.source;

import java.io.ByteArrayInputStream;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentReading;
import app.parcelle.engine.intake.TextSource.Reading;

/** A text in memory, such as one that a person has pasted. */
public record PastedContent(String name, byte[] utf8) implements Content {
  @Override
  public long bytes() {
    return utf8.length;
  }

  @Override
  public Reading open() {
    return ContentReading.of(new ByteArrayInputStream(utf8));
  }
}
