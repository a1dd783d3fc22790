package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.table.Sale;

/**
 * What counts as a sale as JSON, in import templates, scenarios and answers. Only what is said is written; reading is strict.
 *
 * <pre>{"returns": "subtract", "cancelled": [{"column": "Status", "values": ["voided"]}, {"column": "Invoice", "startsWith": ["C"]}],
 *  "tests": [{"column": "Test", "values": ["yes"]}],
 *  "amount": {"column": "Total", "discount": "Discount", "discountIsPart": true, "tax": "VAT", "taxRate": 0.2},
 *  "cost": {"column": "Cost", "perUnit": true}}</pre>
 */
public final class SaleJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SaleJson() {}

  public static ObjectNode write(Sale sale) {
    ObjectNode json = JSON.createObjectNode();
    json.put("returns", sale.returns().id());
    write(json, "cancelled", sale.cancelled());
    write(json, "tests", sale.tests());
    Sale.Amount amount = sale.amount();
    if (!amount.equals(Sale.Amount.FOUND)) {
      ObjectNode part = json.putObject("amount");
      put(part, "column", amount.column());
      put(part, "discount", amount.discount());
      if (amount.discountIsPart()) {
        part.put("discountIsPart", true);
      }
      put(part, "tax", amount.tax());
      if (amount.taxRate() != null) {
        part.put("taxRate", amount.taxRate());
      }
    }
    Sale.Cost cost = sale.cost();
    if (cost != null) {
      json.putObject("cost").put("column", cost.column()).put("perUnit", cost.perUnit());
    }
    return json;
  }

  private static void write(ObjectNode json, String name, List<Sale.Rows> all) {
    if (!all.isEmpty()) {
      ArrayNode parts = json.putArray(name);
      for (Sale.Rows rows : all) {
        ObjectNode part = parts.addObject().put("column", rows.column());
        rows.values().forEach(part.putArray(rows.startsWith() ? "startsWith" : "values")::add);
      }
    }
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  /** @throws app.parcelle.engine.message.Problem that names what is wrong by its JSON Pointer */
  public static Sale read(JsonNode json, String pointer) {
    JsonPart root = new JsonPart(json, pointer);
    root.only("returns", "cancelled", "tests", "amount", "cost");
    JsonPart amount = root.optional("amount");
    JsonPart cost = root.optional("cost");
    return new Sale(returns(root.optional("returns")), rows(root.optional("cancelled")),
        rows(root.optional("tests")), amount == null ? Sale.Amount.FOUND : amount(amount),
        cost == null ? null : cost(cost));
  }

  private static Sale.Returns returns(@Nullable JsonPart part) {
    if (part == null) {
      return Sale.Returns.KEEP;
    }
    String said = part.text();
    List<Sale.Returns> all = Arrays.asList(Sale.Returns.values());
    return all.stream()
        .filter(r -> r.id().equals(said))
        .findFirst()
        .orElseThrow(() -> part.expectedOneOf(all.stream().map(Sale.Returns::id).toList()));
  }

  private static List<Sale.Rows> rows(@Nullable JsonPart part) {
    return part == null ? List.of() : part.items().stream().map(SaleJson::row).toList();
  }

  private static Sale.Rows row(JsonPart part) {
    part.only("column", "values", "startsWith");
    JsonPart values = part.optional("values");
    JsonPart starts = part.optional("startsWith");
    JsonPart one = values == null ? starts : values;
    if (one == null || (values != null && starts != null)) {
      throw part.expectedOneOf(List.of("values", "startsWith"));
    }
    return new Sale.Rows(part.part("column").text(), one.items().stream().map(JsonPart::text).toList(),
        starts != null);
  }

  private static Sale.Amount amount(JsonPart part) {
    part.only("column", "discount", "discountIsPart", "tax", "taxRate");
    JsonPart isPart = part.optional("discountIsPart");
    JsonPart rate = part.optional("taxRate");
    BigDecimal number = rate == null ? null : rate.number();
    return new Sale.Amount(text(part.optional("column")), text(part.optional("discount")),
        isPart != null && isPart.flag(), text(part.optional("tax")), number);
  }

  private static Sale.Cost cost(JsonPart part) {
    part.only("column", "perUnit");
    JsonPart perUnit = part.optional("perUnit");
    return new Sale.Cost(part.part("column").text(), perUnit != null && perUnit.flag());
  }

  private static @Nullable String text(@Nullable JsonPart part) {
    return part == null ? null : part.text();
  }
}
