package app.parcelle.ui.segment;

import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.segment.Field;
import app.parcelle.engine.segment.FieldCatalog;
import app.parcelle.engine.segment.FieldRef;
import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Folding;
import app.parcelle.engine.table.TableVersion;

/**
 * A segment that was copied in another project. There its fields have ids that here belong to other fields, or to none: where
 * the id does not go with the name, the name alone is kept.
 */
final class ForeignIds {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ForeignIds() {}

  /** The same document without the ids that are not of this project; text that is not JSON as it is. */
  static String forgotten(String json, FieldCatalog catalog) {
    try {
      JsonNode document = MAPPER.readTree(json);
      forget(document, catalog);
      return MAPPER.writeValueAsString(document);
    } catch (JacksonException _) {
      // the reader of segments says where it is wrong
      return json;
    }
  }

  /** A reference that keeps its name only is a text. */
  private static void forget(JsonNode node, FieldCatalog catalog) {
    switch (node) {
      case ObjectNode object -> List.copyOf(object.propertyNames()).forEach(name -> {
        if (isForeign(object.get(name), catalog)) {
          object.put(name, object.get(name).get("name").asString());
        } else {
          forget(object.get(name), catalog);
        }
      });
      case ArrayNode array -> array.forEach(child -> forget(child, catalog));
      default -> {
        // a value refers to nothing
      }
    }
  }

  private static boolean isForeign(JsonNode node, FieldCatalog catalog) {
    return node.size() == 2 && node.path("name").isString() && node.path("id").isString()
        && !goTogether(node.get("name").asString(), node.get("id").asString(), catalog);
  }

  private static boolean goTogether(String name, String id, FieldCatalog catalog) {
    FieldRef ref = new FieldRef(name, id);
    Optional<String> here = catalog.find(ref)
        .map(Field::name)
        .or(() -> column(id, catalog))
        .or(() -> catalog.segment(ref).map(saved -> saved.segment().name()));
    return here.isPresent() && Folding.fold(here.get()).equals(Folding.fold(name));
  }

  /** The name of a column of events. */
  private static Optional<String> column(String id, FieldCatalog catalog) {
    for (TableVersion table : catalog.tables()) {
      for (Column column : table.columns()) {
        if (id.equals(table.tableId() + "." + column.id())) {
          return Optional.of(column.name());
        }
      }
    }
    return Optional.empty();
  }
}
