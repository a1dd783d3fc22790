package app.parcelle.engine.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** A file that is there whole or not at all: written beside its place, forced to disk, then moved over what was there. */
public final class AtomicFile {
  private static final String PREFIX = ".parcelle-";
  private static final int BUFFER = 1 << 16;

  private AtomicFile() {}

  /** What goes into the file. */
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes the file. Returns its size in bytes.
   *
   * @throws Problem when it cannot be written; what was there before is still there then
   */
  public static long write(Path target, Writing writing) {
    Path place = place(target);
    Path beside = place.resolveSibling(Leftovers.own(PREFIX) + UUID.randomUUID() + ".part");
    Leftovers.sweep(place.resolveSibling(""), PREFIX);
    try {
      fill(beside, writing);
      long bytes = Files.size(beside);
      move(beside, place);
      return bytes;
    } catch (AccessDeniedException denied) {
      throw new Problem(Message.of("export.problem.denied", name(place), folder(place)), denied);
    } catch (IOException failure) {
      throw new Problem(Message.of("export.problem.write", name(place), reason(failure)), failure);
    } finally {
      discard(beside);
    }
  }

  private static Path place(Path target) {
    Path place = target.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      throw new Problem(Message.of("export.problem.isFolder", place.toString()));
    }
    if (!Files.isDirectory(place.resolveSibling(""))) {
      throw new Problem(Message.of("export.problem.noFolder", folder(place)));
    }
    try {
      // through a link to the file itself, so that the link stays one
      return Files.exists(place) ? place.toRealPath() : place;
    } catch (IOException unreadable) {
      throw new Problem(Message.of("export.problem.denied", name(place), folder(place)), unreadable);
    }
  }

  private static void fill(Path file, Writing writing) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      writing.to(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException refused) {
      if (Files.exists(to)) {
        throw new Problem(Message.of("export.problem.inUse", name(to)), refused);
      }
      throw refused;
    }
  }

  private static void discard(Path beside) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException stuck) {
      beside.toFile().deleteOnExit();
    }
  }

  private static String reason(IOException failure) {
    String reason = failure instanceof FileSystemException system
        ? system.getReason()
        : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }

  private static String name(Path place) {
    return String.valueOf(place.getFileName());
  }

  private static String folder(Path place) {
    return String.valueOf(place.getParent());
  }
}
