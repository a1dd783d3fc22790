package app.parcelle.ui.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.parcelle.engine.intake.database.PrivatePostgres;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Sale;

/** Every way in for data, by mouse and keyboard. */
class WaysInJourneyTest extends Journey {
  private static final String CELLS = "Client\tVille\tMontant\r\nC1\tNîmes\t12,50\r\nC2\tSète\t7,00\r\n";

  @BeforeEach
  void open() throws Exception {
    starts(Language.FRENCH);
  }

  @Test
  void cellsCopiedFromExcelAreImportedByOneKey() throws Exception {
    copies(CELLS);
    hand.files().next(folder.resolve("shop.parcelle"));
    first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.V));
    assertNotNull(person.find("#preview"));
    imports();
    assertEquals(List.of("2", "=", "2", "+", "0"), person.texts(".report-figure"));
    assertEquals("Cellules collées", hand.model().view().get().tables().getFirst().name());
  }

  @Test
  void wordsThatAreNoTableAreNotPasted() throws Exception {
    openProject();
    copies("bonjour");
    person.keys(KeyCode.SHORTCUT, KeyCode.V);
    assertNull(person.find("#preview"));
    assertNotNull(person.find(".toast"));
  }

  @Test
  void pastingIntoAFieldOfTextImportsNothing() throws Exception {
    openProject();
    copies(CELLS);
    person.press("#command-field");
    person.keys(KeyCode.SHORTCUT, KeyCode.V);
    assertNull(person.find("#preview"));
  }

  @Test
  void folderBecomesOneTableAndSaysWhatItLeavesOut() throws Exception {
    Path months = Files.createDirectory(folder.resolve("ventes"));
    Files.writeString(months.resolve("01.csv"), "client;montant\nC1;10\nC2;20\n");
    Files.writeString(months.resolve("02.csv"), "client;montant\nC1;30\n");
    Files.write(months.resolve("logo.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    openProject();
    hand.files().next(months);
    first("#in-folder");
    assertTrue(person.texts(".notice .label")
        .contains("2 fichiers sont lus comme une seule table, 1 fichier est laissé de côté."),
        person.texts(".notice .label").toString());
    assertTrue(person.texts(".notice .label").stream().anyMatch(words -> words.contains("logo.png")));
    imports();
    assertEquals(List.of("3", "=", "3", "+", "0"), person.texts(".report-figure"));
  }

  @Test
  void tablesOfADatabaseAreChosenAndImported() throws Exception {
    Assumptions.assumeTrue(PrivatePostgres.installed().isPresent() || "1".equals(
        System.getenv("PARCELLE_REQUIRE_DATA")), "skipped: no PostgreSQL on this machine");
    Path data = Files.createTempDirectory(Path.of("/tmp"), "parcelle-postgres");
    try (PrivatePostgres server = PrivatePostgres.start(data)) {
      server.execute("CREATE TABLE orders (customer text, placed date, amount numeric)",
          "INSERT INTO orders VALUES ('C1', '2026-01-02', 10.50), ('C2', '2026-01-03', 20)",
          "CREATE TABLE stock (sku text)");
      openProject();
      first("#in-database");
      writes("#database-port",
          String.valueOf(URI.create(server.url().substring("jdbc:".length())).getPort()));
      writes("#database-host", "127.0.0.1");
      writes("#database-name", "nowhere");
      writes("#database-user", "parcelle");
      first("#database-connect");
      assertTrue(person.find("#database-problem", Labeled.class).getText().contains("nowhere"));
      writes("#database-name", "postgres");
      person.keys(KeyCode.ENTER);
      ListView<?> tables = person.find("#database-tables", ListView.class);
      assertEquals(List.of("public.orders", "public.stock"), tables.getItems());
      hand.does(() -> tables.getSelectionModel().select(0));
      hand.does(tables::requestFocus);
      person.keys(KeyCode.SPACE);
      assertEquals("Importer 1 table", person.find("#import-tables", Labeled.class).getText());
      first(() -> person.press("#import-tables"));
      imports();
      assertEquals(List.of("2", "=", "2", "+", "0"), person.texts(".report-figure"));
      assertEquals("orders", hand.model().view().get().tables().getFirst().name());
    }
  }

  @Test
  void refreshShowsWhatChangesAndKeepsItWhenAsked() throws Exception {
    openProject();
    Path may = Files.writeString(folder.resolve("mai.csv"),
        "client;commande;jour;montant\nC1;A1;2026-05-01;10\nC2;A2;2026-05-02;20\n");
    Path june = Files.writeString(folder.resolve("juin.csv"),
        "client;commande;jour;montant\nC2;A2;2026-05-02;25\nC3;A3;2026-06-03;30\n");
    hand.files().next(may);
    first("#in-import");
    imports();
    first("#see-tables");
    hand.files().next(june);
    first("#refresh-table");
    assertTrue(person.find("#destination-what", Labeled.class).getText().contains("commande"));
    imports();
    assertEquals(List.of("2", "−", "1", "+", "2", "=", "3"), person.texts(".report-figure"));
    assertEquals(2, hand.model().view().get().tables().getFirst().rows());
    first("#keep-changes");
    assertEquals(3, hand.model().view().get().tables().getFirst().rows());
    first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.Z));
    assertEquals(2, hand.model().view().get().tables().getFirst().rows());
  }

  @Test
  void whatCountsAsASaleIsASentenceThatCanBeChanged() throws Exception {
    openProject();
    Path orders = Files.writeString(folder.resolve("ventes.csv"), """
        client;commande;jour;quantité;prix unitaire;statut
        C1;A1;2026-05-01;2;10,00;payée
        C2;A2;2026-05-02;1;20,00;annulée
        C1;A3;2026-05-03;-1;10,00;payée
        """);
    hand.files().next(orders);
    first("#in-import");
    imports();
    first(() -> {
      person.press("#see-tables");
      person.press("#define-sale");
    });
    assertTrue(person.find("#sale-apply", Button.class).isDisabled());
    first("#sale-propose");
    String sentence = person.find("#sale-sentence", Labeled.class).getText();
    assertTrue(sentence.contains("annulée") && sentence.contains("quantité"), sentence);
    first("#sale-apply");
    Sale said = hand.model().view().get().tables().getFirst().sale();
    assertNotNull(said);
    assertEquals(Sale.Returns.SUBTRACT, said.returns());
    assertEquals(List.of(new Sale.Rows("statut", List.of("annulée"), false)), said.cancelled());
    person.press("#leave-sale");
    assertNotNull(person.find("#columns"));
  }

  @Test
  void moreRejectedLinesThanAllowedStopTheImport() throws Exception {
    openProject();
    Path file = Files.writeString(folder.resolve("ventes.csv"),
        "client;montant\nC1;10\nC2;20;trop\nC3;30;trop\nC4;40\n");
    first(() -> hand.does(() -> hand.model().waysIn().bring(List.of(file))));
    writes("#most-rejected", "beaucoup");
    person.keys(KeyCode.ENTER);
    assertTrue(person.find("#most-rejected", TextInputControl.class)
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("wrong")));
    writes("#most-rejected", "1");
    person.keys(KeyCode.ENTER);
    imports();
    String problem = person.find("#import-problem", Labeled.class).getText();
    assertTrue(problem.contains("C2;20;trop"), problem);
    assertEquals(List.of(), hand.model().view().get().tables());
    writes("#most-rejected", "60 %");
    person.keys(KeyCode.ENTER);
    imports();
    assertEquals(List.of("4", "=", "2", "+", "2"), person.texts(".report-figure"));
  }

  @Test
  void linksOfTablesAreSeenMadeAndUndone() throws Exception {
    openProject();
    Path customers = Files.writeString(folder.resolve("clients.csv"),
        "client;mail\nC1;a@x.fr\nC2;b@x.fr\nC3;c@x.fr\n");
    Path clicks = Files.writeString(folder.resolve("clics.csv"),
        "mail;jour\na@x.fr;2026-06-01\nb@x.fr;2026-06-02\nc@x.fr;2026-06-03\na@x.fr;2026-06-04\n");
    first(() -> {
      hand.does(() -> hand.model().waysIn().bring(List.of(customers, clicks)));
      person.press("#start-import");
      person.press("#see-tables");
      person.press("#see-links");
    });
    List<Button> offers = person.all(Button.class, button -> button.getStyleClass().contains("make-link"));
    assertFalse(offers.isEmpty());
    first(() -> person.press(offers.getFirst()));
    assertEquals(List.of(new Link("mail", "clients", "mail")),
        hand.model().view().get().tables().getLast().links());
    first(() -> person.keys(KeyCode.SHORTCUT, KeyCode.Z));
    assertEquals(List.of(), hand.model().view().get().tables().getLast().links());
  }

  @Test
  void everyWayInIsInTheCommandField() throws Exception {
    openProject();
    person.keys(KeyCode.SHORTCUT, KeyCode.K);
    person.writes("base de donn");
    assertEquals("base de donn", person.find("#command-field", TextInputControl.class).getText());
    person.keys(KeyCode.ENTER);
    assertNotNull(person.find("#database-connect"));
    person.press("#leave-database");
    assertNull(person.find("#database-connect"));
    assertTrue(person.find("#rail-data", ToggleButton.class).isSelected());
  }

  private void copies(String text) throws Exception {
    hand.does(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private void writes(String field, String text) throws Exception {
    hand.does(() -> {
      TextInputControl into = person.find(field, TextInputControl.class);
      into.requestFocus();
      into.setText(text);
    });
  }

  private void openProject() throws Exception {
    hand.files().next(folder.resolve("shop.parcelle"));
    first(() -> hand.does(hand.model()::createProject));
    assertNotNull(person.find("#in-folder", Node.class));
  }

  private void imports() throws Exception {
    first("#start-import");
  }

  /** Presses what leads to a screen that is drawn for the first time. */
  private void first(String selector) throws Exception {
    first(() -> person.press(selector));
  }
}
