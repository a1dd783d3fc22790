package app.parcelle.engine.intake.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files of a test, removed when the tests end. */
public final class TestFiles {
  private TestFiles() {}

  static Path of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Path of(byte[] bytes) {
    return of(bytes, ".csv");
  }

  public static Path of(byte[] bytes, String ending) {
    try {
      Path file = Files.createTempFile("parcelle", ending);
      file.toFile().deleteOnExit();
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
