package app.parcelle.engine.intake;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** Why a file cannot be imported, in words. */
public final class IntakeProblems {
  private IntakeProblems() {}

  /** @throws Problem when there is no file to read at that place */
  public static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new Problem(Message.of("intake.folder", name(file)));
    }
    if (!Files.exists(file)) {
      throw new Problem(Message.of("intake.no-file", name(file)));
    }
    if (!Files.isReadable(file)) {
      throw new Problem(Message.of("intake.no-permission", name(file)));
    }
  }

  /** What to say about a failure to read. */
  public static Problem of(String source, IOException failure) {
    String key = switch (failure) {
      case NoSuchFileException e -> "intake.no-file";
      case AccessDeniedException e -> "intake.no-permission";
      case ZipException e -> "intake.damaged-gzip";
      case EOFException e -> "intake.damaged-gzip";
      default -> "intake.cannot-read";
    };
    return new Problem(Message.of(key, source), failure);
  }

  public static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }
}
