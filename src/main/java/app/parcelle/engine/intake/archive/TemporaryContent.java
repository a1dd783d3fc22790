package app.parcelle.engine.intake.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import app.parcelle.engine.intake.Content;
import app.parcelle.engine.intake.ContentReading;
import app.parcelle.engine.intake.JobStream;
import app.parcelle.engine.intake.TextSource.Reading;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Packed bytes in a file of their own, for formats that are read at any place. The file has a name that says nothing, only its
 * owner can read it, and it is gone when this is closed.
 */
public record TemporaryContent(String name, Path file, long bytes) implements Content, Closeable {
  private static final long MOST = 16L << 30;
  private static final long LEFT_FREE = 512L << 20;

  /** @throws Problem when it takes more room than there is */
  public static TemporaryContent of(Content packed, JobContext job) throws IOException {
    Path file = Files.createTempFile("parcelle-", ".unpacked");
    try {
      return new TemporaryContent(packed.name(), file, unpack(packed, file, job));
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  private static long unpack(Content packed, Path file, JobContext job) throws IOException {
    long room = Math.min(MOST, Files.getFileStore(file).getUsableSpace() - LEFT_FREE);
    long written = 0;
    byte[] some = new byte[1 << 16];
    try (Reading reading = packed.open(); OutputStream out = Files.newOutputStream(file)) {
      InputStream in = new JobStream(reading, packed.bytes(), Message.of("intake.unpacking", packed.name()),
          job);
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        written += n;
        if (written > room) {
          throw new Problem(Message.of("intake.no-room", packed.name()));
        }
        out.write(some, 0, n);
      }
    }
    return written;
  }

  @Override
  public Reading open() throws IOException {
    return ContentReading.of(Files.newInputStream(file));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
