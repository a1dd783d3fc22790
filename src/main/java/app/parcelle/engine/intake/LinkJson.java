package app.parcelle.engine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.table.Link;

/** The links of an import template: {@code "links": [{"column": "Product", "table": "Products", "to": "sku"}]}. */
final class LinkJson {
  private static final Set<String> PARTS = Set.of("column", "table", "to");

  private LinkJson() {}

  static void write(ObjectNode json, List<Link> links) {
    if (!links.isEmpty()) {
      ArrayNode all = json.putArray("links");
      links.forEach(link -> all.addObject()
          .put("column", link.column())
          .put("table", link.table())
          .put("to", link.to()));
    }
  }

  static List<Link> read(JsonNode json) {
    JsonNode all = json.get("links");
    List<Link> links = new ArrayList<>();
    if (all == null) {
      return links;
    }
    if (!all.isArray()) {
      throw ImportTemplate.bad("links", "/links");
    }
    for (JsonNode one : all) {
      links.add(link(one, "/links/" + links.size()));
    }
    return links;
  }

  private static Link link(JsonNode json, String pointer) {
    for (String name : json.propertyNames()) {
      if (!PARTS.contains(name)) {
        throw ImportTemplate.bad(name, pointer + "/" + name);
      }
    }
    return new Link(part(json, "column", pointer), part(json, "table", pointer), part(json, "to", pointer));
  }

  private static String part(JsonNode json, String name, String pointer) {
    JsonNode value = json.get(name);
    if (value == null || !value.isString() || value.stringValue().isBlank()) {
      throw ImportTemplate.bad(name, pointer + "/" + name);
    }
    return value.stringValue();
  }
}
