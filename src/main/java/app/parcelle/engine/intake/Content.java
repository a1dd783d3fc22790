package app.parcelle.engine.intake;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/** Bytes that can be read from their beginning as often as needed: those of a file, or what is packed in one. */
public interface Content {
  /** What messages call it, such as {@code orders.csv}, or {@code export.zip/orders.csv}. */
  String name();

  /** How many bytes a reading takes, as its {@link TextSource.Reading#taken} counts them. */
  long bytes();

  /** The file that holds these bytes and no others; null where they are packed. */
  default @Nullable Path file() {
    return null;
  }

  /** Begins a reading at the first byte. */
  TextSource.Reading open() throws IOException;
}
