package app.parcelle.engine.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.intake.TextSource;

/** The text of a file, plain or gzip. */
public final class FileText implements TextSource {
  private final Path file;
  private final long bytes;
  private final boolean compressed;

  private FileText(Path file, long bytes, boolean compressed) {
    this.file = file;
    this.bytes = bytes;
    this.compressed = compressed;
  }

  /** @throws app.parcelle.engine.message.Problem when there is no file to read */
  public static FileText of(Path file) throws IOException {
    IntakeProblems.requireFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(3);
      boolean gzip = magic.length == 3 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
      return new FileText(file, Files.size(file), gzip);
    }
  }

  @Override
  public String name() {
    return IntakeProblems.name(file);
  }

  @Override
  public String tableName() {
    String name = name().replaceFirst("(?i)\\.gz$", "").replaceFirst("(?i)\\.(csv|tsv|txt|psv)$", "");
    return name.isBlank() ? name() : name;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  public boolean compressed() {
    return compressed;
  }

  @Override
  public boolean isRecords() {
    return false;
  }

  @Override
  public @Nullable Path plainFile() {
    return compressed ? null : file;
  }

  @Override
  public Reading open() throws IOException {
    CountingStream counted = new CountingStream(Files.newInputStream(file));
    try {
      InputStream text = compressed ? new GZIPInputStream(counted, 1 << 16) : counted;
      return new Unpacked(text, counted);
    } catch (IOException | RuntimeException e) {
      counted.close();
      throw e;
    }
  }

  private record Unpacked(InputStream text, CountingStream counted) implements Reading {
    @Override
    public long taken() {
      return counted.taken();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
