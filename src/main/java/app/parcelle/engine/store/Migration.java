package app.parcelle.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;

/**
 * Brings a project file of an earlier format to the present one. All is done on a copy, which takes the place of the file in one
 * move once the file as it was stands beside it as a backup: whatever stops the work, the file is the old one or the new one.
 */
final class Migration {
  /** Bytes copied between two looks at whether to go on. */
  private static final long STRIDE = 8 << 20;

  private final Path base;
  private final JobContext job;

  /** @param base the path of the project without H2's ending; nobody else has it open */
  Migration(Path base, JobContext job) {
    this.base = base;
    this.job = job;
  }

  /** Returns where the file as it was is kept: beside it, under a name that says its format and that no other file had. */
  Path from(int format) throws SQLException, IOException {
    Path file = ProjectFile.onDisk(base);
    Path copy = copyOf(base);
    try {
      copy(file, ProjectFile.onDisk(copy));
      upgrade(copy, format);
      Path backup = backup(file, format);
      job.throwIfCancelled();
      Files.move(ProjectFile.onDisk(copy), file, StandardCopyOption.ATOMIC_MOVE);
      return backup;
    } finally {
      Files.deleteIfExists(ProjectFile.onDisk(copy));
    }
  }

  /** Where the work is done; what a killed migration has left there is written over by the next one. */
  static Path copyOf(Path base) {
    return base.resolveSibling(base.getFileName() + ".migrating");
  }

  private void upgrade(Path copy, int format) throws SQLException, IOException {
    try (Connection connection = ProjectFile.connect(copy, true)) {
      Schema.upgrade(connection, format, job);
      ProjectFile.commit(connection);
    }
    // H2 may find the disk full only when it closes, and does not say so
    if (ProjectFile.format(copy) != Schema.FORMAT) {
      throw new IOException("the migrated copy is not whole");
    }
    try (FileChannel written = FileChannel.open(ProjectFile.onDisk(copy), StandardOpenOption.WRITE)) {
      written.force(true);
    }
    job.throwIfCancelled();
  }

  private Path backup(Path file, int format) throws IOException {
    for (int number = 1;; number++) {
      String name = base.getFileName() + ".v" + format + "-backup" + (number == 1 ? "" : "-" + number);
      Path backup = ProjectFile.onDisk(base.resolveSibling(name));
      if (!Files.exists(backup)) {
        Path part = base.resolveSibling(name + ".part");
        try {
          copy(file, part);
          return Files.move(part, backup);
        } finally {
          Files.deleteIfExists(part);
        }
      }
      // left by a migration that was stopped in its last moment
      if (Files.mismatch(file, backup) < 0) {
        return backup;
      }
    }
  }

  private void copy(Path from, Path to) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      long size = in.size();
      for (long at = 0; at < size;) {
        job.progress(at, size, Message.of("store.updating"));
        job.throwIfCancelled();
        at += in.transferTo(at, STRIDE, out);
      }
      out.force(true);
    }
  }
}
