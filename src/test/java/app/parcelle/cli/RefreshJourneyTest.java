package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import app.parcelle.engine.project.Project;

/** Newer data and mended data on the command line, and in scenarios. */
class RefreshJourneyTest {
  private static final String OCTOBER = """
      Order ID,Customer ID,Order Date,Amount
      A1,C1,2026-10-01,10
      A2,C2,2026-10-02,200
      A3,C3,2026-10-03,much
      A4,C4,2026-10-04
      """;
  private static final String NOVEMBER = """
      Order ID,Customer ID,Order Date,Amount
      A2,C2,2026-10-02,20
      A5,C1,2026-11-01,500
      A6,C6,2026-11-02,7
      """;
  private static final String RICH = """
      {"version": 1, "name": "Rich", "rule": {"all": [{"field": "monetary", "op": ">=", "value": 100}]}}""";

  @TempDir
  Path folder;

  private Path project;
  private Path november;

  @BeforeEach
  void aShopInOctober() throws IOException {
    project = folder.resolve("shop.parcelle");
    november = Files.writeString(folder.resolve("november.csv"), NOVEMBER);
    Path october = Files.writeString(folder.resolve("orders.csv"), OCTOBER);
    Path rich = Files.writeString(folder.resolve("rich.json"), RICH);
    Ran.answer("import", "--project", project, "--type", "Amount=decimal", october);
    Ran.answer("segment", "--project", project, "--file", rich, "--save", "Rich");
  }

  @Test
  void whoComesIntoASegmentAndWhoLeavesItIsSaid() throws IOException {
    JsonNode answer = Ran.answer("refresh", "--project", project, "--table", "orders", "--mode", "update",
        "--moved", folder.resolve("moved.csv"), november);
    assertEquals("segment,change,customer\nRich,entered,C1\nRich,left,C2\n",
        Files.readString(folder.resolve("moved.csv")));
    JsonNode table = answer.get("table");
    assertEquals(3, table.get("rowsBefore").asInt());
    assertEquals(1, table.get("rowsReplaced").asInt());
    assertEquals(5, table.get("rowsAfter").asInt());
    assertEquals("{\"new\":2,\"changed\":1,\"unchanged\":2,\"gone\":0}", table.get("orders").toString());
    assertEquals("{\"new\":1,\"changed\":2,\"unchanged\":1,\"gone\":0}", table.get("customers").toString());
    JsonNode rich = table.at("/segments/0");
    assertEquals(List.of(1, 1, 1, 1), List.of(rich.get("before").asInt(), rich.get("after").asInt(),
        rich.get("entered").asInt(), rich.get("left").asInt()));
    // the way is kept: said once, it need not be said again
    answer = Ran.answer("refresh", "--project", project, "--table", "orders", november);
    assertEquals(3, answer.at("/table/rowsReplaced").asInt());
    assertEquals(5, answer.at("/table/rowsAfter").asInt());
    assertEquals(0, answer.at("/table/orders/changed").asInt());
  }

  @Test
  void howRowsGoIntoATableHasToBeSaidOnce() {
    Ran ran = Ran.of("refresh", "--project", project, "--table", "orders", november, "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("--mode append, replace or update"), ran.err());
    assertEquals(Cli.MISUSED, Ran.of("import", "--project", project, "--into", "orders", november).code());
    assertEquals(Cli.MISUSED,
        Ran.of("import", "--project", project, "--mode", "append", november).code());
  }

  @Test
  void ofADatabaseTheTableIsKnownAndThePlaceIsSaid() throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("live.db");
    try (Connection live = DriverManager.getConnection(url); Statement sql = live.createStatement()) {
      sql.execute("CREATE TABLE sales (order_id text, customer_id text, day text, amount real)");
      sql.execute("INSERT INTO sales VALUES ('A1', 'C1', '2026-10-01', 10), ('A2', 'C2', '2026-10-02', 20)");
      Ran.answer("import", "--project", project, "--database", url, "sales");
      sql.execute("INSERT INTO sales VALUES ('A3', 'C2', '2026-11-02', 30)");
      sql.execute("DELETE FROM sales WHERE order_id = 'A1'");
    }
    JsonNode answer = Ran.answer("refresh", "--project", project, "--table", "sales", "--mode", "replace",
        "--database",
        url);
    assertEquals("{\"new\":1,\"changed\":0,\"unchanged\":1,\"gone\":1}",
        answer.at("/table/orders").toString());
    assertEquals(Cli.MISUSED,
        Ran.of("refresh", "--project", project, "--table", "orders", "--mode", "append", "--database", url)
            .code());
  }

  @Test
  void aDryRunChangesNothing() {
    String before = Ran.fingerprint(project);
    JsonNode answer = Ran.answer("refresh", "--project", project, "--table", "orders", "--mode", "append",
        "--dry-run",
        november);
    assertEquals(6, answer.at("/table/rowsAfter").asInt());
    assertEquals(before, Ran.fingerprint(project));
    answer = Ran.answer("import", "--project", project, "--into", "orders", "--mode", "append", november);
    assertEquals(6, answer.at("/table/rowsAfter").asInt());
  }

  @Test
  void rejectsAreListedMendedAndWritten() throws IOException {
    Path csv = folder.resolve("rejects.csv");
    JsonNode listed = Ran.answer("rejects", "--project", project, "--table", "orders", "--to", csv);
    assertEquals(1, listed.at("/rejects").size());
    assertEquals("too-few-fields", listed.at("/rejects/0/reason").asString());
    assertEquals("source,line,reason,raw\norders.csv,5,too-few-fields,\"A4,C4,2026-10-04\"\n",
        Files.readString(csv));
    Ran.answer("rejects", "--project", project, "--table", "orders", "--cells", "--to", csv);
    assertEquals("source,line,column,raw\norders.csv,4,Amount,much\n", Files.readString(csv));
    JsonNode mended = Ran.answer("mend", "--project", project, "--table", "orders", "--column", "amount",
        "--raw", "much",
        "--by", "99.5");
    assertEquals(List.of(1, 0), List.of(mended.get("mended").asInt(), mended.get("cells").asInt()));
    JsonNode retried = Ran.answer("retry", "--project", project, "--table", "orders", "--line", 5, "--by",
        "A4,C4,2026-10-04,12");
    assertEquals(List.of(1, 4, 0), List.of(retried.get("rows").asInt(), retried.get("rowsAfter").asInt(),
        retried.get("rejects").asInt()));
    assertEquals(0, Ran.answer("rejects", "--project", project, "--table", "orders").at("/rejects").size());
  }

  @Test
  void aRejectedLineIsFoundInTheImportThatHasIt() throws IOException {
    Path later = Files.writeString(folder.resolve("later.csv"),
        Files.readString(november).lines().findFirst().orElseThrow()
            + "\nB1,C1,2026-11-01,5\nB2,C2,2026-11-02\n");
    Ran.answer("refresh", "--project", project, "--table", "orders", "--mode", "append", later);
    String told = Ran.of("rejects", "--project", project, "--table", "orders", "--language", "fr").out();
    assertTrue(told.contains("later.csv, ligne 3\u202f: pas assez de champs\u202f: B2,C2,2026-11-02"), told);
    Ran retried = Ran.of("retry", "--project", project, "--table", "orders", "--line", 3, "--by",
        "B2,C2,2026-11-02,7", "--language", "en");
    assertEquals("1 line is a row now; 1 line of the table still rejected", retried.out().strip());
    Ran none = Ran.of("retry", "--project", project, "--table", "orders", "--line", 3, "--ignore",
        "--language", "en");
    assertEquals(Cli.NOT_DONE, none.code());
    assertTrue(none.err().startsWith("No line 3 is rejected in “orders”."), none.err());
    Ran mended = Ran.of("mend", "--project", project, "--table", "orders", "--column", "amount", "--raw",
        "nowhere",
        "--missing", "--language", "en");
    assertEquals("No cell mended; 1 cell left to mend in the table", mended.out().strip());
  }

  @Test
  void aLimitLeavesNothing() {
    Path other = folder.resolve("other.parcelle");
    Ran ran = Ran.of("import", "--project", other, "--most-rejected", "0", folder.resolve("orders.csv"),
        "--language", "en");
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("[line 5: too few fields: A4,C4,2026-10-04]"), ran.err());
    assertTrue(!Project.exists(other));
    assertEquals(Cli.MISUSED,
        Ran.of("import", "--project", other, "--most-rejected", "some", folder.resolve("orders.csv")).code());
  }

  @Test
  void aScenarioRefreshesAndMends() throws IOException {
    Path scenario = Files.writeString(folder.resolve("monday.json"), """
        {"version": 1, "zone": "UTC", "steps": [
          {"import": {"files": ["orders.csv"], "options": {"version": 1, "types": {"Amount": "decimal"}}}},
          {"mend": {"table": "orders", "column": "Amount", "raw": "much", "by": "150"}},
          {"retry": {"table": "orders", "part": "2026-10-04", "by": "2026-10-04,3"}},
          {"segment": {"segment": %s, "save": "Rich"}},
          {"refresh": {"table": "orders", "file": "november.csv", "mode": "update", "key": "Order ID"}}]}
        """.formatted(RICH));
    JsonNode steps = Ran.answer("run", scenario, "--out", folder.resolve("out")).get("steps");
    assertEquals(1, steps.at("/1/mend/mended").asInt());
    assertEquals(4, steps.at("/2/retry/rowsAfter").asInt());
    assertEquals(2, steps.at("/3/segment/count").asInt());
    assertEquals(6, steps.at("/4/refresh/table/rowsAfter").asInt());
    assertEquals(1, steps.at("/4/refresh/table/segments/0/left").asInt());
    Files.writeString(scenario, Files.readString(scenario).replace("\"update\"", "\"upsert\""));
    Ran ran = Ran.of("run", scenario, "--out", folder.resolve("out"));
    assertEquals(Cli.NOT_DONE, ran.code());
    assertTrue(ran.err().contains("/steps/4/refresh/mode"), ran.err());
  }
}
