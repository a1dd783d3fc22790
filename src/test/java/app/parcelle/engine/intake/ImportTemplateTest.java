package app.parcelle.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.parcelle.engine.message.Problem;
import app.parcelle.engine.table.ColumnType;
import app.parcelle.engine.table.Link;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.Meaning.Kind;
import app.parcelle.engine.table.Role;
import app.parcelle.engine.table.Sale;

class ImportTemplateTest {
  @Test
  void optionsWrittenAndReadAreTheSame() {
    ImportOptions all = new ImportOptions("Orders",
        new TextOptions("March", ";;", '\'', '\\', "#", StandardCharsets.UTF_16LE, 3, 0, List.of(4, 2), true),
        Map.of("When", ColumnType.DATE_TIME, "No/1", ColumnType.IDENTIFIER),
        Map.of("When", Role.EVENT_TIME, "No/1", Role.NONE),
        Map.of("Price", new Meaning(Kind.MONEY, "EUR"), "Tags", new Meaning(Kind.LIST, ";"), "Zip",
            Meaning.NONE),
        Map.of("When", "MM/dd/yyyy", "Price", ","), "Quantity > 0",
        List.of(new Link("No/1", "Products", "sku")),
        new Sale(Sale.Returns.SUBTRACT, List.of(new Sale.Rows("Status", List.of("void", "annulée"), false)),
            List.of(new Sale.Rows("No/1", List.of("T"), true)),
            new Sale.Amount("Total", "Remise", true, "TVA", new BigDecimal("0.055")),
            new Sale.Cost("Coût", true)),
        RejectLimit.of("2.5%"), "shopify-orders");
    assertEquals(all, ImportTemplate.readText(ImportTemplate.writeText(all)));
    assertEquals(ImportOptions.FOUND, ImportTemplate.readText("{\"version\": 1}"));
    assertEquals("{\"version\":1}", ImportTemplate.write(ImportOptions.FOUND).toString());
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", quoteCharacter = '`', value = {
      "{\"version\":1,\"colour\":1} -> /colour",
      "{\"version\":1,\"types\":{\"a/b\":\"number\"}} -> /types/a~1b", "{\"version\":\"1\"} -> /version",
      "{} -> /version", "{\"version\":1,\"delimiter\":\"\"} -> /delimiter",
      "{\"version\":1,\"encoding\":\"klingon\"} -> /encoding",
      "{\"version\":1,\"header\":\"yes\"} -> /header",
      "{\"version\":1,\"mostRejected\":\"few\"} -> /mostRejected",
      "{\"version\":1,\"roles\":[]} -> /roles",
      "{\"version\":1,\"meanings\":{\"a\":\"percent:EUR\"}} -> /meanings/a",
      "{\"version\":1,\"formats\":{\"a\":1}} -> /formats/a", "{\"version\":1,\"links\":{}} -> /links",
      "{\"version\":1,\"links\":[{\"column\":\"a\",\"table\":\"T\"}]} -> /links/0/to",
      "{\"version\":1,\"links\":[{\"column\":\"a\",\"table\":\"T\",\"to\":\"b\",\"x\":1}]} -> /links/0/x",
      "[1] -> /", "{\"version\":1} x -> /",
      "{\"version\":1,\"version\":1} -> /"})
  void whatIsNoTemplateIsRefusedByItsPointer(String json, String pointer) {
    Problem problem = assertThrows(Problem.class, () -> ImportTemplate.readText(json));
    assertEquals("intake.bad-template", problem.message().key());
    assertEquals(pointer, problem.message().args().get(1));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", quoteCharacter = '`', value = {"{\"return\":\"keep\"} -> /sale/return",
      "{\"returns\":\"maybe\"} -> /sale/returns",
      "{\"cancelled\":[{\"column\":\"a\"}]} -> /sale/cancelled/0",
      "{\"cancelled\":[{\"column\":\"a\",\"values\":[\"x\"],\"startsWith\":[\"y\"]}]} -> /sale/cancelled/0",
      "{\"amount\":{\"taxRate\":\"20 %\"}} -> /sale/amount/taxRate", "{\"cost\":{}} -> /sale/cost/column"})
  void whatIsNoDefinitionOfASaleIsRefusedByItsPointer(String sale, String pointer) {
    Problem problem = assertThrows(Problem.class,
        () -> ImportTemplate.readText("{\"version\":1,\"sale\":" + sale + "}"));
    assertEquals(pointer, String.valueOf(problem.message().args().getFirst()));
  }

  @Test
  void newerTemplatesAreRefused() {
    Problem problem = assertThrows(Problem.class, () -> ImportTemplate.readText("{\"version\": 2}"));
    assertEquals("intake.newer-template", problem.message().key());
    assertEquals(List.of(2), problem.message().args());
  }
}
