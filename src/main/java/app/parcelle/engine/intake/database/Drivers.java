package app.parcelle.engine.intake.database;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

import app.parcelle.engine.intake.IntakeProblems;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/**
 * Connects to databases. PostgreSQL, MySQL, MariaDB and SQLite need nothing; for others a person names the driver's jar. H2 is
 * among the others although Parcelle carries it, because its addresses can run programs.
 */
final class Drivers {
  private static final List<String> BROUGHT_ALONG = List.of("jdbc:postgresql:", "jdbc:mariadb:",
      "jdbc:sqlite:");
  private static final int SECONDS_TO_CONNECT = 15;
  private static final int UNKNOWN_TO_MYSQL = 1049;

  private Drivers() {}

  /** A connection that only reads, and the class loader of its driver where that came from a jar. */
  record Connected(Connection connection, @Nullable URLClassLoader loader) implements AutoCloseable {
    @Override
    public void close() throws SQLException, IOException {
      try (loader) {
        connection.close();
      }
    }
  }

  /** @throws Problem when there is no driver for the address, or the database refuses */
  static Connected connect(DatabaseLogin login) {
    String url = login.url().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
    Path jar = login.driver();
    try {
      if (jar == null) {
        return new Connected(connection(find(url, null, login), url, login), null);
      }
      IntakeProblems.requireFile(jar);
      URLClassLoader loader = new URLClassLoader(new URL[]{jar.toUri().toURL()},
          ClassLoader.getPlatformClassLoader());
      try {
        return new Connected(connection(find(url, loader, login), url, login), loader);
      } catch (RuntimeException | SQLException e) {
        loader.close();
        throw e;
      }
    } catch (SQLException e) {
      throw refused(login, e);
    } catch (IOException e) {
      throw IntakeProblems.of(login.place(), e);
    }
  }

  /** What the database said, in its own words, which help most; and what they come to, where the standard's code tells. */
  static Problem refused(DatabaseLogin login, SQLException failure) {
    String words = String.valueOf(failure.getMessage());
    return new Problem(Message.of(reason(failure), login.place(), words.strip()), failure);
  }

  private static String reason(SQLException failure) {
    String state = Objects.toString(failure.getSQLState(), "");
    boolean unknown = state.equals("3D000") || failure.getErrorCode() == UNKNOWN_TO_MYSQL;
    if (unknown) {
      return "intake.database-unknown";
    }
    if (state.startsWith("28")) {
      return "intake.database-login";
    }
    return state.startsWith("08") ? "intake.database-unreachable" : "intake.database-refused";
  }

  private static Driver find(String url, @Nullable ClassLoader loader, DatabaseLogin login)
      throws SQLException {
    boolean ours = BROUGHT_ALONG.stream().anyMatch(url::startsWith);
    if (ours || loader != null) {
      ClassLoader from = loader == null ? Drivers.class.getClassLoader() : loader;
      for (Driver driver : ServiceLoader.load(Driver.class, from)) {
        if (driver.acceptsURL(url)) {
          return driver;
        }
      }
    }
    throw new Problem(Message.of("intake.no-driver", login.place()));
  }

  private static Connection connection(Driver driver, String url, DatabaseLogin login) throws SQLException {
    requireSqliteFile(url);
    Properties properties = new Properties();
    if (login.user() != null) {
      properties.setProperty("user", login.user());
    }
    if (login.password() != null) {
      properties.setProperty("password", login.password());
    }
    boolean sqlite = url.startsWith("jdbc:sqlite:");
    if (sqlite) {
      // whether it may be written to is settled when it is opened: SQLITE_OPEN_READONLY
      properties.setProperty("open_mode", "1");
    } else if (url.startsWith("jdbc:postgresql:")) {
      properties.setProperty("loginTimeout", String.valueOf(SECONDS_TO_CONNECT));
    } else if (url.startsWith("jdbc:mariadb:")) {
      properties.setProperty("connectTimeout", String.valueOf(1000 * SECONDS_TO_CONNECT));
    }
    Connection connection = driver.connect(url, properties);
    if (connection == null) {
      throw new Problem(Message.of("intake.no-driver", login.place()));
    }
    if (!sqlite) {
      connection.setReadOnly(true);
    }
    return connection;
  }

  /** SQLite would make a new, empty file where there is none. */
  private static void requireSqliteFile(String url) {
    if (url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:sqlite::memory:")) {
      String file = url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*$", "");
      Path path = file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file);
      if (!Files.exists(path)) {
        throw new Problem(Message.of("intake.no-file", IntakeProblems.name(path)));
      }
    }
  }
}
