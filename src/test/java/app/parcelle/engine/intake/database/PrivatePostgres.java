package app.parcelle.engine.intake.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real PostgreSQL of Debian's package, in a folder and on a port of its own. */
public final class PrivatePostgres implements AutoCloseable {
  private final Path bin;
  private final Path folder;
  private final int port;

  private PrivatePostgres(Path bin, Path folder, int port) {
    this.bin = bin;
    this.folder = folder;
    this.port = port;
  }

  /** Where Debian puts the newest server; empty where none is installed. */
  public static Optional<Path> installed() throws IOException {
    Path all = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(all)) {
      return versions.map(v -> v.resolve("bin"))
          .filter(b -> Files.exists(b.resolve("initdb")))
          .max(
              Path::compareTo);
    }
  }

  /** @param folder empty, and readable for everyone: the server refuses to run as root and runs as postgres then */
  public static PrivatePostgres start(Path folder) throws IOException {
    PrivatePostgres server = new PrivatePostgres(installed().orElseThrow(), folder.resolve("data"),
        freePort());
    if (isRoot()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    server.as("initdb", "-D", server.folder.toString(), "-U", "parcelle", "-A", "trust", "-E", "UTF8",
        "--no-sync");
    server.as("pg_ctl", "-D", server.folder.toString(), "-w", "-l", folder.resolve("log").toString(), "-o",
        "-p " + server.port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder, "start");
    return server;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "parcelle", null);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Ends the server as a broken machine does, without a word to those who are connected. */
  public void kill() throws IOException {
    as("pg_ctl", "-D", folder.toString(), "-w", "-m", "immediate", "stop");
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder.resolve("postmaster.pid"))) {
      kill();
    }
  }

  private void as(String program, String... args) throws IOException {
    List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
    command.add(bin.resolve(program).toString());
    command.addAll(Arrays.asList(args));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("postgres", ".txt");
    try {
      Process process = new ProcessBuilder(command).directory(Path.of("/tmp").toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      assertEquals(0, process.waitFor(), () -> command + ": " + read(output));
    } catch (InterruptedException e) {
      throw new InterruptedIOException(command.toString());
    } finally {
      Files.delete(output);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
