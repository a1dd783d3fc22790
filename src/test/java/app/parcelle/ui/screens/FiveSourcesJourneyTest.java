package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.parcelle.engine.intake.database.PrivatePostgres;
import app.parcelle.engine.job.JobContext;
import app.parcelle.engine.segment.SegmentJson;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.shop.FiveSources;

/** The data of one shop come from five places, are linked, brought up to date a month later, and taken back. */
class FiveSourcesJourneyTest extends Journey {
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "FRENCH"})
  void theShopIsImportedLinkedRefreshedAndTakenBack(Language language) throws Exception {
    Assumptions.assumeTrue(PrivatePostgres.installed().isPresent() || "1".equals(
        System.getenv("PARCELLE_REQUIRE_DATA")), "skipped: no PostgreSQL on this machine");
    try (PrivatePostgres server = PrivatePostgres
        .start(Files.createTempDirectory(Path.of("/tmp"), "parcelle-postgres"))) {
      starts(language);
      hand.files().next(folder.resolve("shop.parcelle"));
      first(() -> hand.does(hand.model()::createProject));

      imports(FiveSources.firstMonth(), server);
      links();
      project().save(SegmentJson.read(
          "{'version':1,'name':'Bought','rule':{'all':[{'field':'frequency','op':'>=','value':1}]}}"
              .replace('\'', '"')));
      List<String> before = List.of(project().fingerprint(JobContext.silent()), segment());

      FiveSources later = FiveSources.secondMonth();
      List<Path> newer = later.writeFiles(folder.resolve("february"));
      // one of 120 customers is not in the file, and stays; 12 have moved
      refreshes("clients", newer.get(0));
      assertEquals(List.of("120", "−", "119", "+", "134", "=", "135"), person.texts(".report-figure"));
      assertEquals(List.of("15", "12", "108", "0"),
          person.texts(".difference .label").stream().filter(text -> text.matches("\\d+")).limit(4).toList());
      keeps();
      refreshes("commandes", newer.get(1));
      int orders = FiveSources.firstMonth().orderRows();
      assertEquals(List.of(orders, orders, later.orderRows(), later.orderRows())
          .stream()
          .map(String::valueOf)
          .toList(), person.texts(".report-figure").stream().filter(text -> text.matches("\\d+")).toList());
      keeps();
      later.writeVisits(server);
      refreshesVisits();
      keeps();
      assertEquals(later.visitRows(), table("visites").rows());
      assertEquals(TableKind.CUSTOMERS, table("clients").kind());
      assertEquals(135, project().view().base());
      assertTrue(Integer.parseInt(segment()) > Integer.parseInt(before.get(1)));

      for (int i = 0; i < 3; i++) {
        first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.Z));
      }
      assertEquals(before, List.of(project().fingerprint(JobContext.silent()), segment()));
    }
  }

  private void imports(FiveSources shop, PrivatePostgres server) throws Exception {
    shop.writeVisits(server);
    List<Path> files = shop.writeFiles(folder.resolve("january"));
    first(() -> hand.does(() -> hand.model().waysIn().bring(files)));
    first(() -> person.press("#start-import"));
    List<Integer> rows = List.of(shop.customers().size(), shop.orderRows(), shop.emailRows(),
        FiveSources.PRODUCTS);
    assertEquals(rows.stream().map(n -> n + " = " + n + " + 0").collect(Collectors.joining(", ")),
        inFives(person.texts(".report-figure")));
    first(() -> person.press("#see-tables"));
    first(() -> hand.does(() -> hand.model().waysIn().database()));
    logsIn(server);
    ListView<?> tables = person.find("#database-tables", ListView.class);
    hand.does(() -> tables.getSelectionModel().select(tables.getItems().indexOf("public.visites")));
    hand.does(tables::requestFocus);
    person.keys(KeyCode.SPACE);
    first(() -> person.press("#import-tables"));
    first(() -> person.press("#start-import"));
    first(() -> person.press("#see-tables"));
    assertEquals(shop.visitRows(), table("visites").rows());
    assertEquals(TableKind.LOOKUP, table("produits").kind());
  }

  private static String inFives(List<String> figures) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < figures.size(); i++) {
      all.append(i == 0 ? "" : i % 5 == 0 ? ", " : " ").append(figures.get(i));
    }
    return all.toString();
  }

  private void logsIn(PrivatePostgres server) throws Exception {
    int port = URI.create(server.url().substring("jdbc:".length())).getPort();
    writes("#database-port", String.valueOf(port));
    writes("#database-host", "127.0.0.1");
    writes("#database-name", "postgres");
    writes("#database-user", "parcelle");
    first(() -> person.press("#database-connect"));
  }

  /** Makes the links that are proposed, until there are no more. */
  private void links() throws Exception {
    first(() -> person.press("#see-links"));
    for (List<Button> offers = offers(); !offers.isEmpty(); offers = offers()) {
      Button first = offers.getFirst();
      first(() -> person.press(first));
    }
    assertEquals(List.of(new Link("email", "clients", "E-mail")), table("emails").links());
    assertEquals(List.of(new Link("Référence", "produits", "Référence")), table("commandes").links());
    assertTrue(table("commandes").columns().stream().anyMatch(column -> column.name().contains("Catégorie")));
    assertEquals(120, project().view().base());
    first(() -> person.press("#leave-links"));
  }

  private List<Button> offers() throws Exception {
    return person.all(Button.class, button -> button.getStyleClass().contains("make-link"));
  }

  private void refreshes(String table, Path file) throws Exception {
    chooses(table);
    hand.files().next(file);
    first(() -> person.press("#refresh-table"));
    first(() -> person.press("#start-import"));
  }

  /** The table knows which one it is in the database; only the login is said again, and of that the password. */
  private void refreshesVisits() throws Exception {
    chooses("visites");
    first(() -> person.press("#refresh-table"));
    first(() -> person.press("#database-connect"));
    first(() -> person.press("#import-tables"));
    first(() -> person.press("#start-import"));
  }

  private void chooses(String table) throws Exception {
    first(() -> person.press("#rail-data"));
    first(() -> person.press("#table-" + table(table).tableId()));
  }

  private void keeps() throws Exception {
    first(() -> person.press("#keep-changes"));
    assertTrue(person.find("#see-tables", Labeled.class).isVisible());
    first(() -> person.press("#see-tables"));
  }

  private void writes(String field, String text) throws Exception {
    hand.does(() -> person.find(field, TextInputControl.class).setText(text));
  }

  private TableVersion table(String name) throws Exception {
    return project().view().tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  private String segment() throws Exception {
    return String
        .valueOf(project().evaluate(project().view().segments().getFirst().segment(), JobContext.silent())
            .count());
  }
}
