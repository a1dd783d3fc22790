package app.parcelle.engine.store;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents inside a project file. */
final class StoredJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredJson() {}

  static String write(Object document) {
    return JSON.writeValueAsString(document);
  }

  static Stored.Table table(String document) {
    return JSON.readValue(document, Stored.Table.class);
  }

  static Stored.State state(String document) {
    return JSON.readValue(document, Stored.State.class);
  }

  /** A document of a format that has no class any more. */
  static JsonNode tree(String document) {
    return JSON.readTree(document);
  }
}
