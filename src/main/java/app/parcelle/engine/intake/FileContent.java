package app.parcelle.engine.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file. */
public record FileContent(Path file, String name, long bytes) implements Content {
  /** @throws app.parcelle.engine.message.Problem when there is no file to read */
  public static FileContent of(Path file) throws IOException {
    IntakeProblems.requireFile(file);
    return new FileContent(file, IntakeProblems.name(file), Files.size(file));
  }

  @Override
  public TextSource.Reading open() throws IOException {
    return ContentReading.of(Files.newInputStream(file));
  }
}
