package app.parcelle.engine.intake.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.ImportOptions;
import app.parcelle.engine.intake.ImportPreview;
import app.parcelle.engine.intake.ImportReport;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;
import app.parcelle.engine.project.Project;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Role;

/** Tables of a real PostgreSQL and of SQLite. */
class DatabaseTableTest {
  private static final JobContext SILENT = JobContext.silent();

  @TempDir
  static Path serverFolder;

  static PrivatePostgres server;

  @TempDir
  Path folder;

  private Project project;

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    boolean installed = PrivatePostgres.installed().isPresent();
    boolean required = "1".equals(System.getenv("PARCELLE_REQUIRE_DATA"));
    Assumptions.assumeTrue(installed || required, "skipped: no PostgreSQL on this machine");
    server = PrivatePostgres.start(serverFolder);
    server.execute("CREATE SCHEMA shop",
        """
            CREATE TABLE shop."Or""ders; --" (order_id text, customer varchar(20), placed timestamp,
              told timestamptz, day date, amount numeric(12, 3), price double precision, paid boolean, tags text[])""",
        """
            INSERT INTO shop."Or""ders; --" VALUES
              ('A1', '00017', '2026-03-29 02:30:00', '2026-03-29 12:00:00+00', '2026-03-29', 1234.500, 0.1, true, '{a,b}'),
              ('A2', '00018', '2026-10-25 02:30:00.25', '2026-10-25 12:00:00+00', '2026-10-25', -7, 1e10, false, '{}'),
              ('A3', '00017', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
              ('A4, "x"', '00019', '2026-11-01 08:00', '2026-11-01 08:00:00+02', '2026-11-01', 3, 2.5, true, NULL)""",
        "CREATE VIEW shop.paid AS SELECT order_id, amount FROM shop.\"Or\"\"ders; --\" WHERE paid");
  }

  @AfterAll
  static void stopServer() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void makeProject() {
    project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"));
  }

  @AfterEach
  void closeProject() {
    project.close();
  }

  private static DatabaseLogin login() {
    return new DatabaseLogin(server.url(), "parcelle", null, null);
  }

  @Test
  void aTableOfPostgresComesWithItsTypes() {
    ImportReport report = project.importFrom(new DatabaseTable(login(), "shop.Or\"ders; --", null),
        ImportOptions.FOUND.withTable("Orders"), SILENT);
    assertEquals(4, report.rowsStored());
    assertEquals(0, report.rowsRejected());
    assertEquals(List.of(ColumnType.IDENTIFIER, ColumnType.IDENTIFIER, ColumnType.DATE_TIME,
        ColumnType.DATE_TIME, ColumnType.DATE, ColumnType.DECIMAL, ColumnType.DECIMAL, ColumnType.YES_NO,
        ColumnType.TEXT),
        report.table().columns().stream().limit(9).map(Column::type).toList());
    assertEquals(List.of(0L, 0L, 1L, 1L, 1L, 1L, 1L, 1L, 3L),
        report.table().columns().stream().limit(9).map(Column::missing).toList());
  }

  @Test
  void theAnswerToAQueryIsATable() {
    ImportReport report = project.importFrom(
        new DatabaseTable(login(), null,
            "SELECT customer, sum(amount) AS total FROM shop.\"Or\"\"ders; --\" GROUP BY customer ORDER BY 1"),
        ImportOptions.FOUND.withTable("Totals"), SILENT);
    assertEquals(3, report.rowsStored());
    assertEquals(List.of("customer", "total"),
        report.table().columns().stream().map(Column::name).toList());
    assertEquals(Role.CUSTOMER_KEY, report.table().columns().getFirst().role());
  }

  @Test
  void everyRowOfALargeTableArrives() throws SQLException {
    server.execute("CREATE TABLE many AS SELECT 'C' || n % 1000 AS customer_id, "
        + "timestamp '2026-01-01' + n * interval '1 minute' AS at, n / 100.0 AS amount "
        + "FROM generate_series(1, 100000) n");
    ImportReport report = project.importFrom(new DatabaseTable(login(), "many", null), ImportOptions.FOUND,
        SILENT);
    assertEquals(100_000, report.rowsStored());
    assertEquals(1000, report.directory());
    assertEquals(new BigDecimal("50000500.00"),
        java.util.Objects.requireNonNull(report.counted()).amount());
  }

  @Test
  void namesAreLookedUpAndListed() {
    List<String> names = DatabaseTables.of(login())
        .stream()
        .map(DatabaseTables.Name::shown)
        .collect(Collectors.toList());
    assertTrue(names.containsAll(List.of("shop.Or\"ders; --", "shop.paid")), names.toString());
    assertFalse(names.stream().anyMatch(n -> n.startsWith("pg_catalog")));
    ImportPreview view = project.preview(new DatabaseTable(login(), "PAID", null), ImportOptions.FOUND,
        SILENT);
    assertEquals(2, view.rows().size());
    Message unknown = problem(new DatabaseTable(login(), "no; DROP TABLE x", null));
    assertEquals("intake.no-database-table", unknown.key());
  }

  @Test
  void aQueryThatWritesIsRefused() throws SQLException {
    server.execute("CREATE TABLE kept AS SELECT 1 AS n");
    Message refused = problem(new DatabaseTable(login(), null, "DELETE FROM kept RETURNING n"));
    assertEquals("intake.database-refused", refused.key());
    assertEquals(1, project.preview(new DatabaseTable(login(), "kept", null), ImportOptions.FOUND, SILENT)
        .rows()
        .size());
  }

  @Test
  void aConnectionLostWhileReadingLeavesTheProjectAsItWas() throws IOException, SQLException {
    Path other = Files.createTempDirectory("postgres-lost");
    try (PrivatePostgres dying = PrivatePostgres.start(other)) {
      dying.execute("CREATE TABLE many AS SELECT 'C' || n % 1000 AS customer_id, n AS amount, "
          + "repeat('x', 200) AS note FROM generate_series(1, 300000) n");
      String before = project.fingerprint(SILENT);
      AtomicBoolean killed = new AtomicBoolean();
      JobContext killing = new JobContext() {
        @Override
        public void progress(long done, long total, Message what) {
          if (killed.compareAndSet(false, true)) {
            try {
              dying.kill();
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          }
        }

        @Override
        public boolean cancelled() {
          return false;
        }
      };
      DatabaseTable table = new DatabaseTable(new DatabaseLogin(dying.url(), "parcelle", null, null), "many",
          null);
      Problem lost = assertThrows(Problem.class,
          () -> project.importFrom(table, ImportOptions.FOUND, killing));
      assertTrue(killed.get());
      assertEquals("intake.database-lost", lost.message().key());
      assertEquals(before, project.fingerprint(SILENT));
      assertEquals(List.of(), project.view().tables());
    }
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    assertEquals("intake.no-driver", problem(table("jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'x.sql'")).key());
    assertEquals("intake.no-driver", problem(table("jdbc:oracle:thin:@host")).key());
    Message refused = problem(table("jdbc:postgresql://user:secret@127.0.0.1:1/shop?password=secret"));
    assertEquals("intake.database-unreachable", refused.key());
    assertFalse(String.valueOf(refused.args().getFirst()).contains("secret"));
    assertEquals("intake.no-file", problem(table("jdbc:sqlite:" + folder.resolve("none.db"))).key());
  }

  @Test
  void aFileOfSqliteIsADatabase() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (customer_id TEXT, day TEXT, amount REAL)");
      statement.execute("INSERT INTO orders VALUES ('007', '2026-01-02', 12.5), ('008', '2026-01-03', 3), "
          + "('007', NULL, 'free')");
    }
    ImportReport report = project.importFrom(
        new DatabaseTable(new DatabaseLogin(url, null, null, null), "orders", null), ImportOptions.FOUND,
        SILENT);
    assertEquals(3, report.rowsStored());
    assertEquals(2, report.directory());
    assertEquals(ColumnType.DATE, report.table().columns().get(1).type());
  }

  private static DatabaseTable table(String url) {
    return new DatabaseTable(new DatabaseLogin(url, null, null, null), "orders", null);
  }

  private Message problem(DatabaseTable table) {
    return assertThrows(Problem.class, () -> project.preview(table, ImportOptions.FOUND, SILENT)).message();
  }
}
