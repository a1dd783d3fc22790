package app.parcelle.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * The H2 file of a project: opening, the lock, the schema and its version, connections. One connection writes, in one transaction
 * at a time; others read what is committed.
 */
final class ProjectFile implements AutoCloseable {
  static final String SUFFIX = ".mv.db";
  private static final int READERS = 3;
  /** What is appended is committed when it has become so much. */
  static final int COMMIT_BYTES = 4 << 20;

  private static final long WORTH_COMPACTING = 1 << 20;
  /** Below this share of live bytes, in hundredths, a file is written anew when it is closed. */
  private static final int MOSTLY_LIVE = 80;

  private final Path file;
  private final OwnerNote owner;
  private Connection writer;
  private final Deque<Connection> readers = new ArrayDeque<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final ZoneId zone;
  private final @Nullable Path backup;
  private int uncommitted;
  private long appended;
  /** H2 closes a database whose file it could not write, and stays closed when there is room again. */
  private volatile boolean closedByH2;

  /** Work on a connection. */
  interface Sql<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  private ProjectFile(Path file, OwnerNote owner, Connection writer, ZoneId zone, @Nullable Path backup) {
    this.file = file;
    this.owner = owner;
    this.writer = writer;
    this.zone = zone;
    this.backup = backup;
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
      Files.deleteIfExists(onDisk(Migration.copyOf(base)));
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
    return held(base, owner -> {
      Connection connection = connect(base, false);
      orClosed(connection, c -> {
        Schema.create(c, zone);
        c.commit();
        return zone;
      });
      return new ProjectFile(base, owner, connection, zone, null);
    });
  }

  /** Opens a file; one of an earlier format is brought to the present one first. */
  static ProjectFile open(Path given, JobContext job) {
    Path base = base(given);
    if (!exists(base)) {
      throw problem("store.not-found", base);
    }
    if (!Files.isWritable(onDisk(base))) {
      throw problem("store.read-only", base);
    }
    return held(base, owner -> {
      int format = format(base);
      if (format > Schema.FORMAT) {
        throw new Problem(Message.of("store.newer", name(base), format, Schema.FORMAT));
      }
      Path backup = format < Schema.FORMAT ? new Migration(base, job).from(format) : null;
      Connection connection = connect(base, true);
      return new ProjectFile(base, owner, connection, orClosed(connection, Schema::zone), backup);
    });
  }

  private interface Opening {
    ProjectFile by(OwnerNote owner) throws SQLException, IOException;
  }

  private static ProjectFile held(Path base, Opening opening) {
    OwnerNote owner = OwnerNote.take(base);
    boolean opened = false;
    try {
      ProjectFile file = opening.by(owner);
      opened = true;
      return file;
    } catch (SQLException | IOException | NumberFormatException e) {
      throw failure(e, base);
    } finally {
      if (!opened) {
        owner.close();
      }
    }
  }

  /** The answer to a question; the connection is closed when there is none. */
  private static <T> T orClosed(Connection connection, Sql<T> question) throws SQLException {
    boolean answered = false;
    try {
      T answer = question.on(connection);
      answered = true;
      return answer;
    } finally {
      if (!answered) {
        close(connection);
      }
    }
  }

  /** The format of a file, which is not written to: even an orderly end of H2 would change it, though nothing of what it says. */
  static int format(Path base) throws SQLException {
    try (Connection connection = connect(base, url(base, true) + ";ACCESS_MODE_DATA=r")) {
      return Schema.format(connection);
    }
  }

  static Connection connect(Path base, boolean existing) throws SQLException {
    return connect(base, url(base, existing));
  }

  private static Connection connect(Path base, String url) throws SQLException {
    if (base.toString().indexOf(';') >= 0) {
      // a semicolon would end the path and begin settings of H2
      throw problem("store.bad-name", base);
    }
    try {
      return DriverManager.getConnection(url, "parcelle", "");
    } catch (SQLException e) {
      if (e.getErrorCode() == org.h2.api.ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new Problem(Message.of("store.in-use", name(base), "?"), e);
      }
      throw e;
    }
  }

  /**
   * Nothing is written over what the file holds while it is open; see decision 0033. H2 keeps no log of its own beside the
   * file: it would quote statements, and with them data.
   */
  private static String url(Path base, boolean existing) {
    return "jdbc:h2:file:" + base.toString().replace('\\', '/')
        + ";AUTOCOMMIT=OFF;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;RETENTION_TIME=" + Integer.MAX_VALUE
        + ";CACHE_SIZE=16384;MAX_COMPACT_TIME=0" + (existing ? ";IFEXISTS=TRUE" : "");
  }

  Path path() {
    return file;
  }

  ZoneId zone() {
    return zone;
  }

  /** Where the file is kept as it was before it was brought to the present format; null where it has that format. */
  @Nullable
  Path backup() {
    return backup;
  }

  /** Runs work in one transaction: all of it is kept, or none. */
  <T extends @Nullable Object> T write(Sql<T> work) {
    writing.lock();
    try {
      reopen();
      T result = work.on(writer);
      commit();
      return result;
    } catch (SQLException e) {
      rollBack();
      throw failed(e);
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
      reopen();
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
      throw failed(e);
    } finally {
      writing.unlock();
    }
  }

  private Problem failed(SQLException e) {
    closedByH2 |= isClosing(e);
    return failure(e, file);
  }

  private static boolean isClosing(SQLException e) {
    boolean closing = e.getErrorCode() == org.h2.api.ErrorCode.DATABASE_IS_CLOSED;
    for (@Nullable
    Throwable cause = e; cause != null && !closing; cause = cause.getCause()) {
      closing = cause instanceof IOException;
    }
    return closing;
  }

  /** Opens again what H2 has closed: all that was committed is there. */
  private void reopen() throws SQLException {
    if (!closedByH2) {
      return;
    }
    writing.lock();
    try {
      if (closedByH2) {
        closeReaders();
        close(writer);
        writer = connect(file, true);
        uncommitted = 0;
        closedByH2 = false;
      }
    } finally {
      writing.unlock();
    }
  }

  private void commit() throws SQLException {
    commit(writer);
    uncommitted = 0;
  }

  /** H2 writes commits to disk half a second later; what a person is told is saved has to be there. */
  static void commit(Connection connection) throws SQLException {
    connection.commit();
    try (Statement checkpoint = connection.createStatement()) {
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
    try {
      return readOnce(work);
    } catch (SQLException e) {
      Problem problem = failed(e);
      if (!closedByH2) {
        throw problem;
      }
    }
    try {
      return readOnce(work);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T extends @Nullable Object> T readOnce(Sql<T> work) throws SQLException {
    reopen();
    Connection connection = reader();
    boolean done = false;
    try {
      T result = work.on(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (done) {
        giveBack(connection);
      } else {
        close(connection);
      }
    }
  }

  private Connection reader() throws SQLException {
    synchronized (readers) {
      Connection waiting = readers.pollFirst();
      if (waiting != null) {
        return waiting;
      }
    }
    return DriverManager.getConnection(url(file, true), "parcelle", "");
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
      closeReaders();
      closeWriter();
      owner.close();
    } finally {
      writing.unlock();
    }
  }

  private void closeReaders() {
    synchronized (readers) {
      readers.forEach(ProjectFile::close);
      readers.clear();
    }
  }

  /** Closes, and writes a file anew that is largely dead room: after an import that was dropped, read again, or small. */
  private void closeWriter() {
    try (Statement statement = writer.createStatement()) {
      if (appended > WORTH_COMPACTING && liveShare(statement) < MOSTLY_LIVE) {
        statement.execute("SHUTDOWN COMPACT");
      }
    } catch (SQLException e) {
      System.getLogger("store")
          .log(System.Logger.Level.WARNING, "compacting failed, code " + e.getErrorCode());
    }
    close(writer);
  }

  /** Live bytes of the file, in hundredths: how much of it is used, and of that, how much no later page has replaced. */
  private static int liveShare(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("""
        SELECT setting_value FROM information_schema.settings
          WHERE setting_name IN ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')""")) {
      int share = 100;
      while (row.next()) {
        share = share * row.getInt(1) / 100;
      }
      return share;
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
