package app.parcelle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.parcelle.SharedData;

/** The published figures of Online Retail, asked for by the command line. */
class OnlineRetailTest {
  @TempDir
  static Path folder;

  private static JsonNode imported = JsonMapper.shared().createObjectNode();

  @BeforeAll
  static void importIt() {
    Path file = SharedData.require("online_retail/online_retail_541909.csv.gz");
    imported = Ran.answer("import", "--project", project(), "--table", "retail", "--counts-when",
        "Quantity > 0 and UnitPrice > 0", "--zone", "Europe/London", file);
  }

  @Test
  void allRowsAreStored() {
    JsonNode table = imported.at("/tables/0");
    assertEquals("retail", table.get("name").asString());
    assertEquals(541_909, table.get("rowsRead").asInt());
    assertEquals(541_909, table.get("rowsStored").asInt());
    assertEquals(0, table.get("rowsRejected").asInt());
  }

  @Test
  void theCustomerIsAnIdentifierAndOftenMissing() {
    JsonNode column = imported.at("/tables/0/columns")
        .valueStream()
        .filter(c -> c.get("name").asString().equals("CustomerID"))
        .findFirst()
        .orElseThrow();
    assertEquals("identifier", column.get("type").asString());
    assertEquals("customer-key", column.get("role").asString());
    assertEquals(135_080, column.get("missing").asInt());
  }

  @Test
  void theRowsThatCountAreThePublishedOnes() {
    JsonNode counted = imported.at("/tables/0/counted");
    assertEquals(397_884, counted.get("rows").asInt());
    assertEquals(18_532, counted.get("orders").asInt());
    assertEquals(4_338, counted.get("customers").asInt());
    assertEquals(new BigDecimal("8911407.904"), counted.get("amount").decimalValue());
    assertEquals(4_372, imported.at("/customers/directory").asInt());
    assertEquals(4_338, imported.at("/customers/base").asInt());
  }

  @Test
  void keysAreWrittenAsTheyAreMeant() throws IOException {
    Path segment = Files.writeString(folder.resolve("all.json"),
        "{\"version\":1,\"name\":\"All\",\"rule\":{\"everyone\":true}}");
    Path members = folder.resolve("members.csv");
    JsonNode answer = Ran.answer("segment", "--project", project(), "--file", segment, "--members", members);
    List<String> lines = Files.readAllLines(members);
    assertEquals("CustomerID", lines.getFirst());
    assertEquals(4_338, answer.get("count").asInt());
    assertEquals(4_339, lines.size());
    assertEquals(true, lines.contains("17850"));
    assertEquals(true, lines.stream().skip(1).allMatch(line -> line.matches("\\d{5}")));
  }

  @Test
  void oneCustomersFrequencyCountsOrders() throws IOException {
    Path segment = Files.writeString(folder.resolve("often.json"), """
        {"version":1,"name":"Often","rule":{"all":[{"field":"frequency","op":">=","value":200}]}}""");
    JsonNode answer = Ran.answer("segment", "--project", project(), "--file", segment, "--explain", "12748");
    assertEquals("2011-12-09", answer.get("asOf").asString());
    assertEquals(2, answer.get("count").asInt());
    assertEquals(true, answer.at("/explanation/member").asBoolean());
    assertEquals(209, answer.at("/explanation/rows/1/value").asInt());
  }

  @Test
  void clustersOfRecencyFrequencyAndMonetaryBecomeASegment() throws IOException {
    JsonNode clusters = Ran.answer("cluster", "--project", project(), "--fields",
        "recency,frequency,monetary",
        "--k", "4", "--save", "RFM");
    int total = clusters.get("sizes").valueStream().mapToInt(JsonNode::asInt).sum();
    assertEquals(4_338, total);
    Path segment = Files.writeString(folder.resolve("first.json"), """
        {"version":1,"name":"First","rule":{"cluster":"RFM","in":[1]}}""");
    JsonNode answer = Ran.answer("segment", "--project", project(), "--file", segment);
    assertEquals(clusters.at("/sizes/0").asInt(), answer.get("count").asInt());
  }

  private static Path project() {
    return folder.resolve("retail.parcelle");
  }
}
