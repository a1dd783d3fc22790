package app.parcelle.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * A small file beside an open project that says who has it, held by a lock of the operating system. H2 has a lock of its own, but
 * lets a second opener of the same process in; this one does not. A crash frees the lock, and what it leaves does no harm.
 */
final class OwnerNote implements AutoCloseable {
  /** Beyond the text, so that others can read it where locks are compulsory. */
  private static final long LOCKED_BYTE = 1L << 30;

  private final Path note;
  private final FileChannel channel;

  private OwnerNote(Path note, FileChannel channel) {
    this.note = note;
    this.channel = channel;
  }

  /**
   * Takes the project.
   *
   * @throws Problem when someone else has it, or the folder cannot be written
   */
  static OwnerNote take(Path base) {
    Path note = base.resolveSibling(base.getFileName() + ".open");
    try {
      FileChannel channel = FileChannel.open(note, StandardOpenOption.CREATE, StandardOpenOption.READ,
          StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new Problem(
            Message.of("store.in-use", ProjectFile.name(base), Files.readString(note)));
      }
      String owner = System.getProperty("user.name", "?") + " (" + ProcessHandle.current().pid() + ")";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
      return new OwnerNote(note, channel);
    } catch (IOException e) {
      throw ProjectFile.problem("store.read-only", base);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(note);
    } catch (IOException e) {
      System.getLogger("store")
          .log(System.Logger.Level.INFO, "the note of who had the project was not removed");
    }
  }
}
