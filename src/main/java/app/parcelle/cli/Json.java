package app.parcelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.parcelle.engine.message.Message;
import app.parcelle.engine.message.Problem;

/** JSON as the command line reads it (strictly) and writes it (decimals exact and plain). */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** JSON has no word for a number that cannot be computed: it is null. */
  static String write(JsonNode node) {
    withoutNaN(node);
    return MAPPER.writeValueAsString(node);
  }

  private static void withoutNaN(JsonNode node) {
    switch (node) {
      case ObjectNode object -> object.properties().forEach(member -> {
        if (isUnknown(member.getValue())) {
          member.setValue(object.nullNode());
        } else {
          withoutNaN(member.getValue());
        }
      });
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          if (isUnknown(array.get(i))) {
            array.setNull(i);
          } else {
            withoutNaN(array.get(i));
          }
        }
      }
      default -> {
        // a value of its own
      }
    }
  }

  private static boolean isUnknown(JsonNode node) {
    return node.isDouble() && !Double.isFinite(node.doubleValue());
  }

  /** @throws Problem when the file cannot be read or holds no JSON */
  static JsonNode read(Path file) {
    String text = text(file);
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Problem(Message.of("cli.problem.not-json", file.toString(), at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr()), e);
    }
  }

  /** @throws Problem when the file cannot be read */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Problem(Message.of("cli.problem.unreadable", file.toString()), e);
    }
  }
}
