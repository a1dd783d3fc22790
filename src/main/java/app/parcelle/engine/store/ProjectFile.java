package app.parcelle.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The H2 file of a project: opening, the lock, the schema and its version, connections. One connection writes, in one transaction
 * at a time; others read what is committed.
 */
final class ProjectFile implements AutoCloseable {
  /** Raises when the schema changes; newer files are refused. */
  static final int FORMAT = 1;

  static final String SUFFIX = ".mv.db";
  private static final int READERS = 3;
  private static final int COMMIT_BYTES = 4 << 20;
  private static final long WORTH_COMPACTING = 1 << 20;

  private final Path file;
  private final OwnerNote owner;
  private final Connection writer;
  private final Deque<Connection> readers = new ArrayDeque<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final ZoneId zone;
  private int uncommitted;
  private long appended;

  /** Work on a connection. */
  interface Sql<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  private ProjectFile(Path file, OwnerNote owner, Connection writer, ZoneId zone) {
    this.file = file;
    this.owner = owner;
    this.writer = writer;
    this.zone = zone;
  }

  /** The path without H2's ending, absolute. */
  static Path base(Path given) {
    Path path = given.toAbsolutePath().normalize();
    String name = String.valueOf(path.getFileName());
    return name.endsWith(SUFFIX)
        ? path.resolveSibling(name.substring(0, name.length() - SUFFIX.length()))
        : path;
  }

  static Path onDisk(Path base) {
    return base.resolveSibling(base.getFileName() + SUFFIX);
  }

  static boolean exists(Path given) {
    return Files.isRegularFile(onDisk(base(given)));
  }

  static void delete(Path given) {
    Path base = base(given);
    OwnerNote owner = OwnerNote.take(base);
    try {
      Files.deleteIfExists(onDisk(base));
      Files.deleteIfExists(base.resolveSibling(name(base) + ".trace.db"));
    } catch (IOException e) {
      throw failure(e, base);
    } finally {
      owner.close();
    }
  }

  static ProjectFile create(Path given, ZoneId zone) {
    Path base = base(given);
    Path folder = base.getParent();
    if (exists(base)) {
      throw problem("store.exists", base);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw problem("store.no-folder", base);
    }
    if (!Files.isWritable(folder)) {
      throw problem("store.read-only", base);
    }
    return held(base, connection -> {
      Schema.create(connection, zone);
      connection.commit();
      return zone;
    }, false);
  }

  static ProjectFile open(Path given) {
    Path base = base(given);
    if (!exists(base)) {
      throw problem("store.not-found", base);
    }
    if (!Files.isWritable(onDisk(base))) {
      throw problem("store.read-only", base);
    }
    return held(base, connection -> {
      int format = Integer.parseInt(setting(connection, "format"));
      if (format > FORMAT) {
        throw new Problem(Message.of("store.newer", name(base), format, FORMAT));
      }
      return ZoneId.of(setting(connection, "zone"));
    }, true);
  }

  private static ProjectFile held(Path base, Sql<ZoneId> prepare, boolean existing) {
    OwnerNote owner = OwnerNote.take(base);
    Connection connection = null;
    try {
      connection = connect(base, existing);
      return new ProjectFile(base, owner, connection, prepare.on(connection));
    } catch (SQLException | NumberFormatException e) {
      release(owner, connection);
      throw failure(e, base);
    } catch (RuntimeException e) {
      release(owner, connection);
      throw e;
    }
  }

  private static void release(OwnerNote owner, @Nullable Connection connection) {
    if (connection != null) {
      close(connection);
    }
    owner.close();
  }

  private static Connection connect(Path base, boolean existing) throws SQLException {
    if (base.toString().indexOf(';') >= 0) {
      // a semicolon would end the path and begin settings of H2
      throw problem("store.bad-name", base);
    }
    try {
      return DriverManager.getConnection(url(base, existing), "parcelle", "");
    } catch (SQLException e) {
      if (e.getErrorCode() == org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new Problem(Message.of("store.in-use", name(base), "?"), e);
      }
      throw e;
    }
  }

  /** Nothing is written over what the file holds while it is open; see decision 0033. */
  private static String url(Path base, boolean existing) {
    return "jdbc:h2:file:" + base.toString().replace('\\', '/')
        + ";AUTOCOMMIT=OFF;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=" + Integer.MAX_VALUE
        + ";CACHE_SIZE=16384;MAX_COMPACT_TIME=0" + (existing ? ";IFEXISTS=TRUE" : "");
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT text FROM setting WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no setting " + name);
        }
        return row.getString(1);
      }
    }
  }

  Path path() {
    return file;
  }

  ZoneId zone() {
    return zone;
  }

  /** Runs work in one transaction: all of it is kept, or none. */
  <T extends @Nullable Object> T write(Sql<T> work) {
    writing.lock();
    try {
      T result = work.on(writer);
      commit();
      return result;
    } catch (SQLException e) {
      rollBack();
      throw failure(e, file);
    } catch (RuntimeException e) {
      rollBack();
      throw e;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Adds to the transaction of the moment and commits now and then: each commit writes the last page again, and pages hold whole
   * chunks, so that one commit a chunk would write everything twice. {@link #write} commits what is left.
   */
  <T extends @Nullable Object> T append(int bytes, Sql<T> work) {
    writing.lock();
    try {
      T result = work.on(writer);
      uncommitted += bytes;
      appended += bytes;
      if (uncommitted >= COMMIT_BYTES) {
        writer.commit();
        uncommitted = 0;
      }
      return result;
    } catch (SQLException e) {
      rollBack();
      throw failure(e, file);
    } finally {
      writing.unlock();
    }
  }

  /** H2 writes commits to disk half a second later; what a person is told is saved has to be there. */
  private void commit() throws SQLException {
    writer.commit();
    uncommitted = 0;
    try (Statement checkpoint = writer.createStatement()) {
      checkpoint.execute("CHECKPOINT SYNC");
    }
  }

  private void rollBack() {
    try {
      writer.rollback();
    } catch (SQLException e) {
      System.getLogger("store").log(System.Logger.Level.WARNING, "rollback failed, code " + e.getErrorCode());
    }
  }

  <T extends @Nullable Object> T read(Sql<T> work) {
    Connection connection = reader();
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw failure(e, file);
    } finally {
      giveBack(connection);
    }
  }

  private Connection reader() {
    synchronized (readers) {
      Connection waiting = readers.pollFirst();
      if (waiting != null) {
        return waiting;
      }
    }
    try {
      return DriverManager.getConnection(url(file, true), "parcelle", "");
    } catch (SQLException e) {
      throw failure(e, file);
    }
  }

  private void giveBack(Connection connection) {
    synchronized (readers) {
      if (readers.size() < READERS) {
        readers.addFirst(connection);
        return;
      }
    }
    close(connection);
  }

  /** Gives the room of deleted chunks back to the disk, and opens again. */
  static void compact(Path given) {
    Path base = base(given);
    try (Connection connection = DriverManager.getConnection(url(base, true), "parcelle", "");
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      throw failure(e, base);
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      synchronized (readers) {
        readers.forEach(ProjectFile::close);
        readers.clear();
      }
      if (appended > WORTH_COMPACTING) {
        compactAndClose();
      } else {
        close(writer);
      }
      owner.close();
    } finally {
      writing.unlock();
    }
  }

  /** H2 writes a page again with every chunk added to it: what an import leaves is about as much dead room as data. */
  private void compactAndClose() {
    try (Statement statement = writer.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      System.getLogger("store")
          .log(System.Logger.Level.WARNING, "compacting failed, code " + e.getErrorCode());
      close(writer);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      System.getLogger("store").log(System.Logger.Level.WARNING, "close failed, code " + e.getErrorCode());
    }
  }

  static String name(Path base) {
    return String.valueOf(base.getFileName());
  }

  static Problem problem(String key, Path base) {
    return new Problem(Message.of(key, name(base)));
  }

  /** What a person is told when H2 fails; its own text may hold data, so it goes no further than the cause. */
  static Problem failure(Exception e, Path base) {
    for (@Nullable
    Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && io.getMessage() != null
          && io.getMessage().contains("No space left")) {
        return new Problem(Message.of("store.disk-full", name(base)), e);
      }
    }
    if (e instanceof SQLException sql && (sql.getErrorCode() == org.h2.api.ErrorCode.FILE_CORRUPTED_1
        || sql.getErrorCode() == org.h2.api.ErrorCode.FILE_VERSION_ERROR_1
        || sql.getErrorCode() == org.h2.api.ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1
        || sql.getErrorCode() == org.h2.api.ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1)) {
      return new Problem(Message.of("store.damaged", name(base)), e);
    }
    return new Problem(Message.of("store.failed", name(base)), e);
  }
}
