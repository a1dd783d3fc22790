package app.parcelle.ui.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.parcelle.engine.intake.database.DatabaseTable;
import app.parcelle.engine.intake.database.PrivatePostgres;
import app.parcelle.engine.message.Texts;
import app.parcelle.engine.project.Project;
import app.parcelle.ui.intake.DatabaseViewModel.Asked;
import app.parcelle.ui.intake.DatabaseViewModel.State;
import app.parcelle.ui.job.HeldJobs;
import app.parcelle.ui.job.SameThreadJobs;

/** A real PostgreSQL, as a person reaches it. */
class DatabaseViewModelTest {
  private static final String WRONG = "s3cret-of-mine";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path serverFolder;

  @SuppressWarnings("NullAway.Init")
  static PrivatePostgres server;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final List<Throwable> complaints = new ArrayList<>();
  private final DatabaseViewModel model = new DatabaseViewModel(new SameThreadJobs(), complaints::add);

  @BeforeAll
  static void startServer() throws IOException, SQLException {
    boolean required = "1".equals(System.getenv("PARCELLE_REQUIRE_DATA"));
    Assumptions.assumeTrue(PrivatePostgres.installed().isPresent() || required,
        "skipped: no PostgreSQL on this machine");
    server = PrivatePostgres.start(serverFolder);
    server.execute("CREATE SCHEMA shop",
        "CREATE TABLE shop.orders (customer text, placed date, amount numeric)",
        "INSERT INTO shop.orders VALUES ('C1', '2026-01-02', 10.50), ('C2', '2026-01-03', 20), ('C1', NULL, 1)",
        "CREATE TABLE shop.customers (customer text, town text)",
        "INSERT INTO shop.customers VALUES ('C1', 'Nîmes'), ('C2', 'Sète')",
        "CREATE VIEW shop.totals AS SELECT customer, sum(amount) AS total FROM shop.orders GROUP BY customer");
  }

  @AfterAll
  static void stopServer() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static String port() {
    return String.valueOf(URI.create(server.url().substring("jdbc:".length())).getPort());
  }

  private void fillIn() {
    model.host().set(" 127.0.0.1 ");
    model.port().set(port());
    model.database().set("postgres");
    model.user().set("parcelle");
  }

  @Test
  void connectionListsTablesAndViewsToSearch() {
    fillIn();
    model.connect();
    assertEquals(new State.Connected(3), model.state().get());
    assertEquals(List.of("shop.customers", "shop.orders", "shop.totals"), model.found());
    model.search().set("shop ORD");
    assertEquals(List.of("shop.orders"), model.found());
  }

  @Test
  void chosenTablesAreImported() {
    fillIn();
    model.connect();
    assertFalse(model.ready());
    model.chosen().addAll(List.of("shop.orders", "shop.customers"));
    assertTrue(model.ready());
    try (Project project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"))) {
      ImportViewModel imports = new ImportViewModel(ImportSource.of(project), new SameThreadJobs(),
          complaints::add, () -> {});
      imports.prepare(model.origins());
      model.leave();
      assertEquals(List.of("shop.customers", "shop.orders"),
          imports.waiting().stream().map(PreparedImport::name).toList());
      imports.importAll();
      assertEquals(List.of("customers", "orders"),
          project.view().tables().stream().map(table -> table.name()).toList());
      assertEquals(List.of(2L, 3L), project.view().tables().stream().map(table -> table.rows()).toList());
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void answerToAQueryIsImportedWithoutAList() {
    fillIn();
    model.asked().set(Asked.QUERY);
    assertFalse(model.ready());
    model.query().set("select customer, amount from shop.orders where amount > 5");
    assertTrue(model.ready());
    try (Project project = Project.create(folder.resolve("shop.parcelle"), ZoneId.of("Europe/Paris"))) {
      ImportViewModel imports = new ImportViewModel(ImportSource.of(project), new SameThreadJobs(),
          complaints::add, () -> {});
      imports.prepare(model.origins());
      imports.importAll();
      assertEquals(2, project.view().tables().getFirst().rows());
    }
  }

  @Test
  void refusalIsSaidInTheWordsOfTheDatabaseAndWithoutThePassword() {
    fillIn();
    model.database().set("nowhere");
    model.password().set(WRONG);
    model.connect();
    State.Refused refused = assertInstanceOf(State.Refused.class, model.state().get());
    assertEquals("intake.database-unknown", refused.why().key());
    for (Locale language : List.of(Locale.UK, Locale.FRANCE)) {
      String words = new Texts(language).text(refused.why());
      assertTrue(words.contains("nowhere"), words);
      assertFalse(words.contains(WRONG), words);
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void anotherLoginForgetsWhatWasListed() {
    fillIn();
    model.connect();
    model.chosen().add("shop.orders");
    model.user().set("someone else");
    assertEquals(new State.Apart(), model.state().get());
    assertEquals(List.of(), model.found());
    assertFalse(model.ready());
  }

  @Test
  void passwordIsForgottenAndNeverShown() {
    fillIn();
    model.password().set(WRONG);
    model.asked().set(Asked.QUERY);
    model.query().set("select 1");
    DatabaseTable origin = model.origins().getFirst();
    model.leave();
    assertEquals("", model.password().get());
    assertFalse(origin.toString().contains(WRONG), origin.toString());
    assertFalse(origin.name().contains(WRONG), origin.name());
  }

  @Test
  void waitingCanBeGivenUp() {
    HeldJobs held = new HeldJobs();
    DatabaseViewModel waiting = new DatabaseViewModel(held, complaints::add);
    waiting.host().set("127.0.0.1");
    waiting.port().set(port());
    waiting.database().set("postgres");
    waiting.user().set("parcelle");
    waiting.connect();
    assertEquals(new State.Connecting(), waiting.state().get());
    waiting.cancel();
    held.finish();
    assertEquals(new State.Apart(), waiting.state().get());
    assertEquals(List.of(), waiting.found());
  }

  @Test
  void driverThatThePersonChoosesIsUsed() throws URISyntaxException {
    Path jar = Path.of(org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    model.kind().set(DatabaseKind.OTHER);
    model.address().set("jdbc:h2:mem:other;INIT=CREATE TABLE IF NOT EXISTS VISITS(CLIENT INT)");
    model.driver().set(jar);
    model.connect();
    assertEquals(new State.Connected(1), model.state().get());
    assertEquals(List.of("PUBLIC.VISITS"), model.found());
  }

  @Test
  void eachKindAsksForWhatItNeeds() {
    assertFalse(model.complete());
    model.kind().set(DatabaseKind.MYSQL);
    assertEquals("3306", model.port().get());
    model.database().set("shop");
    assertTrue(model.complete());
    model.port().set("a lot");
    assertFalse(model.complete());
    model.kind().set(DatabaseKind.SQLITE);
    assertFalse(model.complete());
    model.file().set(Path.of("shop.db"));
    assertTrue(model.complete());
    model.kind().set(DatabaseKind.OTHER);
    assertFalse(model.complete());
    model.address().set("jdbc:oracle:thin:@//host/shop");
    assertTrue(model.complete());
    model.connect();
    State.Refused refused = assertInstanceOf(State.Refused.class, model.state().get());
    assertEquals("intake.no-driver", refused.why().key());
  }
}
