package app.parcelle.engine.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.TextSource;
import app.parcelle.engine.message.Message;

/**
 * A source that stands in another, such as a file in an archive.
 *
 * @param held what is closed with it
 */
record HeldSource(TextSource source, List<String> parts, @Nullable String part, Closeable held)
    implements
      TextSource {
  HeldSource {
    parts = List.copyOf(parts);
  }

  /** A source that needs something else as long as it is used. */
  static TextSource of(TextSource source, Closeable held) {
    return new HeldSource(source, source.parts(), source.part(), held);
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String tableName() {
    return source.tableName();
  }

  @Override
  public long bytes() {
    return source.bytes();
  }

  @Override
  public boolean isRecords() {
    return source.isRecords();
  }

  @Override
  public @Nullable Boolean header() {
    return source.header();
  }

  @Override
  public boolean prefersComma() {
    return source.prefersComma();
  }

  @Override
  public @Nullable Path plainFile() {
    return source.plainFile();
  }

  @Override
  public List<Message> notes() {
    return source.notes();
  }

  @Override
  public Reading open() throws IOException {
    return source.open();
  }

  @Override
  public void close() throws IOException {
    try (held) {
      source.close();
    }
  }
}
