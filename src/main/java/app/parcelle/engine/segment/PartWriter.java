package app.parcelle.engine.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the parts that conditions of several kinds have, as {@link PartReader} reads them. */
final class PartWriter {
  private PartWriter() {}

  static JsonNode field(FieldRef field) {
    if (field.id() == null) {
      return JsonNodeFactory.instance.stringNode(field.name());
    }
    return JsonNodeFactory.instance.objectNode().put("name", field.name()).put("id", field.id());
  }

  static void field(ObjectNode node, String name, @Nullable FieldRef field) {
    if (field != null) {
      node.set(name, field(field));
    }
  }

  static void numbers(ObjectNode node, NumberOperator operator, BigDecimal value,
      @Nullable BigDecimal second) {
    if (operator.needsTwo()) {
      node.put("from", value).put("to", Objects.requireNonNull(second));
    } else {
      node.put("value", value);
    }
  }

  static ObjectNode period(ObjectNode node, String length, Period period) {
    return node.put(length, period.n()).put("unit", Spelling.UNIT.of(period.unit()));
  }

  static void between(ObjectNode node, LocalDate first, LocalDate last) {
    node.put("from", first.toString()).put("to", last.toString());
  }

  static void unit(ObjectNode node, boolean percent) {
    node.put("unit", percent ? PartReader.PERCENT : PartReader.CUSTOMERS);
  }

  /** Always written for a negative operator, where a reader could not know the choice; else when it is not the default. */
  static void missing(ObjectNode node, boolean include, boolean negative) {
    if (negative || include) {
      node.put("missing", include ? "include" : "exclude");
    }
  }
}
