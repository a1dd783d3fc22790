package app.parcelle.ui.screens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import app.parcelle.engine.table.TableKind;
import app.parcelle.engine.table.TableVersion;
import app.parcelle.ui.dialog.Clip;
import app.parcelle.ui.shell.Place;

/**
 * Goes through the ways in for data.
 *
 * @param folder where files to import are made
 */
record IntakeTour(Stagehand hand, Path folder, Tour.Artist artist) {
  void walk() throws Exception {
    Files.createDirectories(folder);
    database();
    folders();
    cells();
    refresh();
    doubt();
    sale();
    mending();
    links();
  }

  private void links() throws Exception {
    hand.does(() -> press("#see-links"));
    artist.draw("links");
    hand.does(() -> press("#leave-links"));
  }

  private void mending() throws Exception {
    StringBuilder rows = new StringBuilder("client;jour;montant\n");
    for (int i = 1; i <= 200; i++) {
      rows.append("C").append(i).append(";2026-10-0").append(i % 9 + 1).append(";").append(i).append(",5\n");
    }
    rows.append(
        "C3;2026-02-30;20,0\nC4;2026-05-04;vingt\nC5;2026-05-04;vingt\nC6;le 4 mai;n/c\nC7;2026-05-05;7;8;9\n");
    Path file = Files.writeString(folder.resolve("a-corriger.csv"), rows.toString());
    hand.does(() -> hand.model().waysIn().bring(List.of(file)));
    hand.does(() -> press("#start-import"));
    artist.draw("import-report-doubts");
    hand.does(() -> press("#mend-report"));
    artist.draw("mend");
    List<TextInputControl> fields = hand.scene()
        .lookup("#doubts")
        .lookupAll(".text-field")
        .stream()
        .map(TextInputControl.class::cast)
        .toList();
    hand.does(() -> fields.get(0).setText("20"));
    hand.does(() -> fields.get(1).setText("30 février"));
    artist.draw("mend-corrected");
    List<ButtonBase> sights = hand.scene()
        .lookup("#mend-sight")
        .lookupAll(".toggle-button")
        .stream()
        .map(ButtonBase.class::cast)
        .toList();
    hand.does(sights.get(2)::fire);
    artist.draw("mend-rows");
    hand.does(() -> press("#leave-mending"));
    hand.does(hand.model()::undoProject);
  }

  private void doubt() throws Exception {
    Path file = Files.writeString(folder.resolve("a-demander.csv"),
        """
            client;commande;livraison;prix;code postal;mail
            C1;03/04/2021;05/04/2021;12,50 €;75001;a@b.fr
            C2;05/06/2021;07/06/2021;1 000,00 €;01000;c@d.fr
            """);
    hand.does(() -> hand.model().waysIn().bring(List.of(file)));
    artist.draw("import-question");
    hand.does(() -> press("#leave-import"));
  }

  private void sale() throws Exception {
    TableVersion events = hand.model()
        .view()
        .get()
        .tables()
        .stream()
        .filter(table -> table.kind() == TableKind.EVENTS)
        .findFirst()
        .orElseThrow();
    hand.does(() -> press("#table-" + events.tableId()));
    artist.draw("data-events");
    hand.does(() -> press("#define-sale"));
    hand.does(() -> press("#sale-propose"));
    artist.draw("sale");
    hand.does(() -> press("#leave-sale"));
  }

  private void refresh() throws Exception {
    Path sales = folder.resolve("ventes.csv");
    StringBuilder rows = new StringBuilder("client;commande;jour;montant\n");
    for (int order = 1; order <= 40; order++) {
      rows.append("C")
          .append(order % 9)
          .append(";A")
          .append(order)
          .append(";2026-10-0")
          .append(order % 9 + 1)
          .append(";")
          .append(order)
          .append(",5\n");
    }
    Files.writeString(sales, rows.toString());
    hand.does(() -> hand.model().waysIn().bring(List.of(sales)));
    hand.does(() -> press("#start-import"));
    hand.does(() -> press("#see-tables"));
    List<TableVersion> tables = hand.model().view().get().tables();
    hand.does(() -> press("#table-" + tables.getLast().tableId()));
    Path newer = folder.resolve("ventes-novembre.csv");
    Files.writeString(newer,
        rows.toString().replace(";7,5", ";8,5").replace(";A4", ";B4").replace("C3;", "D3;"));
    hand.files().next(newer);
    hand.does(() -> press("#refresh-table"));
    artist.draw("import-refresh");
    hand.does(() -> press("#start-import"));
    artist.draw("changes");
    hand.does(() -> press("#keep-changes"));
    artist.draw("import-report-refresh");
    hand.does(() -> press("#see-tables"));
    hand.does(hand.model()::undoProject);
    hand.does(hand.model()::undoProject);
  }

  private void database() throws Exception {
    hand.does(() -> hand.model().go(new Place.Database()));
    artist.draw("database");
    hand.does(() -> write("#database-name", "boutique"));
    hand.does(() -> write("#database-port", "1"));
    hand.does(() -> press("#database-connect"));
    artist.draw("database-refused");
    Path shop = folder.resolve("boutique.db");
    makeDatabase(shop);
    List<ButtonBase> kinds = hand.scene()
        .lookup("#database-kind")
        .lookupAll(".toggle-button")
        .stream()
        .map(ButtonBase.class::cast)
        .toList();
    hand.does(kinds.get(3)::fire);
    artist.draw("database-other");
    hand.does(kinds.get(2)::fire);
    hand.files().next(shop);
    hand.does(() -> press("#database-file"));
    hand.does(() -> press("#database-connect"));
    hand.does(() -> {
      ListView<?> tables = (ListView<?>) hand.scene().lookup("#database-tables");
      tables.getSelectionModel().select(1);
      tables
          .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false));
    });
    artist.draw("database-tables");
    hand.does(() -> press("#import-tables"));
    artist.draw("import-database");
    hand.does(() -> press("#leave-import"));
  }

  private static void makeDatabase(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String table : List.of("clients", "commandes", "produits", "stocks")) {
        statement.execute("CREATE TABLE " + table + " (client TEXT, jour TEXT, montant REAL)");
        statement
            .execute("INSERT INTO " + table + " VALUES ('C1', '2026-10-01', 12.5), ('C2', '2026-10-02', 7)");
      }
    }
  }

  private void folders() throws Exception {
    Path months = Files.createDirectories(folder.resolve("ventes"));
    for (int month = 1; month <= 9; month++) {
      Files.writeString(months.resolve("2026-0" + month + ".csv"),
          "client;jour;montant\nC" + month + ";2026-0" + month + "-03;12,5\nC1;2026-0" + month + "-04;7,0\n");
    }
    Files.write(months.resolve("logo.png"), new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    Files.writeString(months.resolve("prix.csv"), "article;prix\nA;1\nB;2\n");
    hand.does(() -> hand.model().waysIn().bring(List.of(months)));
    artist.draw("import-folder");
    hand.does(() -> press("#leave-import"));
  }

  private void cells() throws Exception {
    Clip clip = new Clip(List.of(),
        "Client\tVille\tMontant\r\nC1\tNîmes\t12,50\r\nC2\tSète\tsept\r\nC3\tLyon\t8,00\r\n");
    hand.does(() -> hand.model().waysIn().paste(clip));
    artist.draw("import-pasted");
    hand.does(() -> press("#leave-import"));
  }

  private void write(String selector, String text) {
    ((TextInputControl) hand.scene().lookup(selector)).setText(text);
  }

  private void press(String selector) {
    ((ButtonBase) hand.scene().lookup(selector)).fire();
  }
}
