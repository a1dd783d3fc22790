package app.parcelle.engine.project;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

import app.parcelle.engine.segment.SaleJson;
import app.parcelle.engine.table.Sale;

/** Small pieces of JSON for the journal. */
final class Documents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Documents() {}

  static JsonNode text(@Nullable String text) {
    return text == null ? NullNode.getInstance() : StringNode.valueOf(text);
  }

  static JsonNode sale(@Nullable Sale sale) {
    return sale == null ? NullNode.getInstance() : SaleJson.write(sale);
  }

  static JsonNode texts(List<String> texts) {
    return JSON.valueToTree(texts);
  }

  static JsonNode trees(List<? extends JsonNode> trees) {
    return JSON.createArrayNode().addAll(trees);
  }

  static JsonNode tree(String document) {
    return JSON.readTree(document);
  }
}
