package app.parcelle.cli;

import java.math.BigDecimal;
import java.util.Locale;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.table.Column;
import app.parcelle.engine.table.Meaning;
import app.parcelle.engine.table.TableVersion;

/** How answers tell of tables. */
final class TableAnswer {
  private TableAnswer() {}

  static ObjectNode json(TableVersion table) {
    ObjectNode json = Json.object();
    json.put("name", table.name())
        .put("kind", table.kind().name().toLowerCase(Locale.ROOT))
        .put("rows", table.rows())
        .put("countsWhen", table.countsWhen());
    json.set("sale", Selling.json(table.sale()));
    json.set("columns", columns(table));
    return json;
  }

  static ArrayNode columns(TableVersion table) {
    ArrayNode columns = JsonNodeFactory.instance.arrayNode();
    for (Column column : table.columns()) {
      columns.addObject()
          .put("name", column.name())
          .put("type", column.type().id())
          .put("role", column.role().id())
          .put("meaning", column.meaning().is(Meaning.Kind.NONE) ? null : column.meaning().id())
          .put("missing", isCounted(column) ? (Long) column.missing() : null)
          .put("invalid", isCounted(column) ? (Long) column.invalid() : null)
          .put("ambiguous", column.ambiguous());
    }
    return columns;
  }

  /** What a lookup table has for each row is looked up when it is asked for, and never counted before. */
  private static boolean isCounted(Column column) {
    return column.origin() != Column.Origin.LOOKUP && column.origin() != Column.Origin.MARGIN;
  }

  static ObjectNode customers(int directory, int base) {
    return Json.object().put("directory", directory).put("base", base);
  }

  /** The same number without zeros at the end and without an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
