package app.parcelle.ui.segment;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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

  private static void forget(JsonNode node, FieldCatalog catalog) {
    if (node instanceof ObjectNode reference && reference.size() == 2 && reference.path("name").isString()
        && reference.path("id").isString()
        && !goTogether(reference.get("name").asString(), reference.get("id").asString(), catalog)) {
      reference.remove("id");
    }
    node.forEach(child -> forget(child, catalog));
  }

  private static boolean goTogether(String name, String id, FieldCatalog catalog) {
    Optional<String> field = catalog.find(new FieldRef(name, id))
        .map(Field::name)
        .or(() -> column(id, catalog));
    return field.isPresent() && Folding.fold(field.get()).equals(Folding.fold(name));
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
